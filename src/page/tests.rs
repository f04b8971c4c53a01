//! The page without a browser: what is found, selected, lit and reckoned, on the sample.

use std::rc::Rc;

use yew::AttrValue;

use crate::reading::Reading;
use crate::report::{Check, Outcome};

use super::desk::Waiting;
use super::filing::Filing;
use super::lit::Lit;
use super::state::{Action, Dialog, State};
use super::view::{Place, View};
use super::working::Working;

const SAMPLE: &str = include_str!("../../www/samples/pellworth-2005q4.txt");

fn read(name: &str, bytes: &[u8]) -> Rc<Filing> {
    Rc::new(Filing(Reading::of(name, bytes, &mut |_| ())))
}

fn sample() -> Rc<Filing> {
    read("sample.txt", SAMPLE.as_bytes())
}

/// Brings a file, which was read already.
fn open(state: &mut State, number: usize, filing: &Rc<Filing>, asked: Option<&str>) {
    let asked = asked.map(|asked| asked.to_owned().into());
    state.act(Action::Bring(vec![Waiting { number, group: number, asked, ..Waiting::default() }]));
    state.act(Action::Opened(number, filing.clone(), None));
}

fn finding<'f>(filing: &'f Filing, rule: &str, outcome: Outcome) -> &'f Check {
    let found = filing.report.checks.iter().find(|check| check.rule == rule && check.outcome == outcome);
    found.unwrap_or_else(|| panic!("no {outcome:?} {rule} in the sample"))
}

/// The working as one would write it on paper.
fn written(filing: &Filing, check: &Check) -> String {
    let working = Working::of(filing, check);
    let mut lines: Vec<String> =
        working.rows.iter().map(|row| format!("{} {} {}", row.sign, row.caption, row.amount)).collect();
    lines.extend(working.computed.map(|computed| format!("= {computed}")));
    lines.extend(working.reported.map(|row| format!("printed {}", row.amount)));
    lines.extend(working.difference.map(|difference| format!("apart {difference}")));
    lines.join("\n").trim().to_owned()
}

#[test]
fn a_sum_is_written_out_with_its_signs() {
    let filing = sample();
    let check = finding(&filing, "footing", Outcome::Broken);
    assert_eq!(
        written(&filing, check),
        "+ Accounts payable 21,864\n+ Accrued compensation 10,175\n+ Other accrued liabilities 5,857\n\
         + Deferred revenue 16,169\n= 54,065\nprinted 54,047\napart (18)"
    );
}

#[test]
fn a_percentage_goes_from_the_earlier_amount_to_the_later() {
    let filing = sample();
    let check = finding(&filing, "percent", Outcome::Broken);
    assert_eq!(
        written(&filing, check),
        "from Total revenue 48,054\nto Total revenue 58,147\n= 21%\nprinted 24 percent\napart 3%"
    );
}

#[test]
fn earnings_per_share_are_a_quotient() {
    let filing = sample();
    let check = finding(&filing, "eps", Outcome::Exact);
    let written = written(&filing, check);
    assert!(written.starts_with("Net income 6,504\n÷ "), "{written}");
    assert!(written.contains("\n= 0.1553"), "{written}");
}

#[test]
fn one_amount_against_another_computes_nothing() {
    let filing = sample();
    let check = finding(&filing, "headline", Outcome::Broken);
    assert_eq!(Working::of(&filing, check).computed, None);
    assert_eq!(Working::of(&filing, check).line(), "$58.3M as printed, 58,147 in the table, 153 apart");
}

#[test]
fn every_address_leads_back_to_its_view() {
    let filing = sample();
    let mut views = vec![View::first(&filing), View::of(Place::Findings), View::of(Place::Notes)];
    views.extend(filing.report.checks.iter().map(|check| View::of_check(&filing, check)));
    let cells = filing.report.statements.iter().flat_map(|statement| &statement.lines).flat_map(|line| &line.cells);
    views.extend(cells.filter_map(|cell| View::of_amount(&filing, &cell.id)));
    assert!(views.len() > 500);
    for view in views {
        assert_eq!(View::parse(&view.fragment(), &filing).as_ref(), Some(&view), "{}", view.fragment());
    }
    assert_eq!(View::parse("s99", &filing), None);
    assert_eq!(View::parse("s1:nothing", &filing), None);
}

#[test]
fn every_amount_is_found_in_the_source_where_it_was_printed() {
    let filing = sample();
    for cell in filing.report.statements.iter().flat_map(|s| &s.lines).flat_map(|l| &l.cells) {
        let place = filing.place(&cell.id).unwrap_or_default();
        assert_eq!(filing.original.cut(place), cell.text);
        assert!(filing.original.amounts(place).iter().any(|amount| amount.id == cell.id), "{}", cell.id);
    }
}

#[test]
fn bytes_that_are_not_ascii_do_not_shift_the_source() {
    let text = SAMPLE.replace("Cash and cash", "C\u{97}sh and cash");
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let filing = read("windows.txt", &bytes);
    let cells = filing.report.statements.iter().flat_map(|s| &s.lines).flat_map(|l| &l.cells);
    for cell in cells {
        assert_eq!(filing.place(&cell.id).map(|place| filing.original.cut(place)), Some(cell.text.as_str()));
    }
}

#[test]
fn the_terms_of_a_total_are_lit_with_their_signs() {
    let filing = sample();
    let check = finding(&filing, "footing", Outcome::Broken);
    let lit = Lit::of(&filing, Some(check), check.reported.as_deref());
    let part = |id: &str| lit.part(id).unwrap_or_default();
    assert_eq!(check.terms.iter().filter_map(|term| part(&term.cell).added).collect::<Vec<_>>(), [true; 4]);
    let reported = check.reported.as_deref().map(part).unwrap_or_default();
    assert!(reported.reported && reported.chosen && reported.added.is_none());
    assert!(check.suspects.first().is_some_and(|suspect| part(&suspect.cell).suspect));
}

#[test]
fn next_and_previous_go_round_the_findings() {
    let filing = sample();
    let count = filing.findings().count();
    let shown = |state: &State| state.view.check(&filing).map(|check| check.id.clone());
    let mut state = State::default();
    open(&mut state, 1, &filing, None);
    let first = shown(&state);
    let mut seen = vec![first.clone()];
    for _ in 1..count {
        state.act(Action::Finding(1));
        seen.push(shown(&state));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), count, "each finding once");
    let mut further = state.clone();
    further.act(Action::Finding(1));
    assert_eq!(shown(&further), first, "from the last to the first");
    for _ in 1..count {
        state.act(Action::Finding(-1));
    }
    assert_eq!(shown(&state), first, "and back");
}

#[test]
fn lines_are_walked_in_their_column_past_the_headings() {
    let filing = sample();
    let text = |state: &State| {
        let id = state.view.focus(&filing)?;
        filing.amount(&id).map(|amount| amount.text().to_owned())
    };
    let goodwill = filing.report.statements.iter().flat_map(|s| &s.lines).find(|line| line.caption == "Total assets");
    let id = goodwill.and_then(|line| line.cells.get(1)).map(|cell| cell.id.clone()).unwrap_or_default();
    let mut state = State::default();
    open(&mut state, 1, &filing, None);
    state.act(Action::Go(View::of_amount(&filing, &id).unwrap_or_default()));
    assert_eq!(text(&state).as_deref(), Some("279,311"));
    state.act(Action::Line(1));
    assert_eq!(text(&state).as_deref(), Some("19,868"), "over the headings to accounts payable");
    state.act(Action::Line(-1));
    assert_eq!(text(&state).as_deref(), Some("279,311"));
}

#[test]
fn an_address_counts_for_the_file_it_speaks_of() {
    let filing = sample();
    let mut state = State::default();
    open(&mut state, 1, &filing, Some("s2:s2.l2.c1"));
    assert_eq!(state.view.amount, Some(AttrValue::from("s2.l2.c1")));
    open(&mut state, 2, &sample(), None);
    assert_eq!(state.view, View::first(&filing));
    open(&mut state, 3, &filing, Some("s99"));
    assert_eq!(state.view, View::first(&filing), "what names nothing here is passed over");
}

#[test]
fn each_filing_is_found_as_it_was_left() {
    let mut state = State::default();
    open(&mut state, 1, &sample(), None);
    state.act(Action::Review(None));
    let (view, review) = (state.view.clone(), state.review.clone());
    open(&mut state, 2, &sample(), None);
    state.act(Action::Go(View::of(Place::Charts)));
    assert_ne!(state.review, review);
    state.act(Action::Front(1));
    assert_eq!((&state.view, &state.review), (&view, &review));
    state.act(Action::Front(2));
    assert_eq!(state.view, View::of(Place::Charts));
    state.act(Action::Close(None));
    assert_eq!((state.desk.front, &state.view, &state.review), (1, &view, &review));
    state.act(Action::Close(None));
    assert_eq!((state.dialog, state.desk.open.len()), (Some(Dialog::Leave), 1), "what was marked is not lost unasked");
    state.act(Action::Leave);
    assert!(state.filing().is_none() && state.desk.open.is_empty() && state.dialog.is_none());
}

#[test]
fn of_files_brought_together_the_first_filing_is_shown() {
    let mut state = State::default();
    let waits = |number| Waiting { number, group: 1, ..Waiting::default() };
    state.act(Action::Bring((1..=5).map(waits).collect()));
    let letter = || read("letter.txt", b"Dear Sir, thank you.\n");
    for (number, filing, front) in
        [(1, letter(), 1), (2, letter(), 1), (3, sample(), 3), (4, sample(), 3), (5, letter(), 3)]
    {
        state.act(Action::Opened(number, filing, None));
        assert_eq!(state.desk.front, front, "after file {number}");
    }
    assert_eq!(state.desk.open.len(), 5);
}

#[test]
fn what_is_cancelled_or_closed_is_heard_of_no_more() {
    let mut state = State::default();
    open(&mut state, 1, &sample(), None);
    let beside = Waiting { number: 2, beside: Some(1), ..Waiting::default() };
    state.act(Action::Bring(vec![beside, Waiting { number: 3, group: 3, ..Waiting::default() }]));
    state.act(Action::Close(Some(1)));
    assert_eq!(state.desk.reading().map(|file| file.number), Some(3), "there is nothing left to compare with");
    state.act(Action::Opened(2, sample(), None));
    assert!(state.desk.open.is_empty());
    state.act(Action::Cancel(None));
    state.act(Action::Opened(3, sample(), None));
    state.act(Action::Refused(3, "too late".into()));
    assert!(state.desk.open.is_empty() && state.desk.refused.is_empty());
}

#[test]
fn what_is_no_filing_is_opened_at_its_reasons() {
    let filing = read("a.pdf", b"%PDF-1.7\n");
    assert_eq!(View::first(&filing), View::of(Place::Notes));
    assert!(!filing.report.diagnostics.is_empty());
}
