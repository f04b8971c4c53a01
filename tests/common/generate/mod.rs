//! Invented filings of random shape whose figures are consistent, and what is known of them.

#![allow(clippy::format_push_string, clippy::format_collect, reason = "text for tests, where speed is no matter")]

pub mod balance;
pub mod change;
pub mod company;
pub mod figures;
pub mod flows;
pub mod gaps;
pub mod heads;
pub mod html;
pub mod income;
pub mod known;
pub mod layout;
pub mod model;
pub mod print;
pub mod slip;
pub mod tape;
pub mod text;
pub mod words;

use tieout::report::{Check, Outcome, Severity};

use self::{
    company::Company,
    figures::Figures,
    layout::Layout,
    model::{Filing, Period},
    tape::Tape,
};

/// The random choices for one filing, by what they decide.
#[derive(Clone, Debug)]
pub struct Choices {
    pub seed: u64,
    pub layout: Vec<u16>,
    pub company: Vec<u16>,
    pub balance: Vec<u16>,
    pub income: Vec<u16>,
    pub flows: Vec<u16>,
}

/// A filing and how it is set.
pub fn filing(choices: &Choices) -> (Filing, Layout) {
    let mut tape = Tape::new(&choices.company);
    let (scale, places) = tape.one(&[(1000, 0), (1, 0), (1_000_000, 1), (1_000_000, 0)]);
    let figures = Figures {
        seed: choices.seed,
        digits: match scale {
            1 => 7,
            1000 => u32::try_from(tape.from(4, 6)).unwrap_or(4),
            _ => 4 + places,
        },
        nil: tape.one(&[0, 0, 8, 25]),
    };
    let company = Company::new(&mut tape, figures);
    let columns = columns(&mut tape);
    let offset = i32::try_from(tape.below(3)).unwrap_or_default();
    let balance = |c| balance::sheet(&mut Tape::new(&choices.balance), &company, c);
    let income = |c| income::sheet(&mut Tape::new(&choices.income), &company, c);
    let flows = |c| flows::sheet(&mut Tape::new(&choices.flows), &company, c);
    let [days, lengths, years] = columns;
    let mut statements = match tape.below(5) {
        0 | 1 => vec![income(lengths), balance(days), flows(years)],
        2 => vec![balance(days), income(lengths), flows(years)],
        3 => vec![balance(days)],
        _ => vec![income(lengths), flows(years)],
    };
    statements.retain(|s| !s.columns.is_empty());
    let name = tape.one(&words::COMPANIES);
    let filing = Filing { company: name.to_owned(), statements, scale, places, offset };
    let mut layout = Layout::new(&mut Tape::new(&choices.layout));
    gaps::spare(&mut layout, &filing);
    (filing, layout)
}

/// Whether a check says that something is wrong.
pub fn accuses(check: &Check) -> bool {
    check.outcome == Outcome::Broken && check.severity != Severity::Info
}

/// The bytes of a filing.
pub fn bytes(filing: &Filing, layout: &Layout) -> Vec<u8> {
    if layout.html { html::html(filing, layout) } else { text::text(filing, layout) }.into_bytes()
}

/// The columns of the balance sheet, the income statement and the cash flows.
fn columns(tape: &mut Tape<'_>) -> [Vec<Period>; 3] {
    // The last quarter of a fiscal year is the fourth.
    let year = i32::try_from(tape.from(1996, 2022)).unwrap_or(2000);
    let day = |end: i32| Period { end, quarters: 0 };
    let over = |end: i32, quarters: i32| Period { end, quarters };
    let count = |n: usize| i32::try_from(n).unwrap_or(1);
    let mut columns = match tape.below(5) {
        0 => {
            let end = year * 4 + 3;
            let years = |n: usize| (0..count(n)).map(|i| over(end - 4 * i, 4)).collect::<Vec<_>>();
            [vec![day(end), day(end - 4)], years(tape.from(2, 6)), years(tape.from(2, 4))]
        }
        1 => {
            // A quarter of the year, and the year to date.
            let done = count(tape.from(2, 3));
            let end = year * 4 + done - 1;
            let last = year * 4 - 1;
            let both = |quarters: i32| [over(end, quarters), over(end - 4, quarters)];
            [vec![day(end), day(last)], [both(1), both(done)].concat(), both(done).to_vec()]
        }
        2 => {
            let end = year * 4 + 3;
            let both = |quarters: i32| [over(end, quarters), over(end - 4, quarters)];
            [vec![day(end), day(end - 4)], [both(1), both(4)].concat(), both(4).to_vec()]
        }
        3 => {
            let end = year * 4 + count(tape.below(4));
            let n = count(tape.from(3, 6));
            [
                (0..n).map(|i| day(end - i)).collect(),
                (0..n).map(|i| over(end - i, 1)).collect(),
                (0..n).map(|i| over(end - i, 1)).collect(),
            ]
        }
        _ => {
            let end = year * 4 + count(tape.below(4));
            [vec![day(end)], vec![over(end, 1)], vec![over(end, 1)]]
        }
    };
    if tape.chance(30) {
        for of in &mut columns {
            oldest_first(of);
        }
    }
    columns
}

/// Turns each run of periods of one length around.
fn oldest_first(columns: &mut [Period]) {
    columns.sort_by_key(|c| (c.quarters, c.end));
}
