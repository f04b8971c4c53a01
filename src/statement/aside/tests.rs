//! Captions as they are printed, and what is read in them.

use super::*;
use crate::statement::Period;

fn asides(caption: &str) -> Vec<String> {
    of(caption, &["2025", "2024"], &[], StatementKind::BalanceSheet)
}

/// `amounts` are those of the caption's line, 0 where it has none.
fn of(caption: &str, columns: &[&str], amounts: &[i64], kind: StatementKind) -> Vec<String> {
    let columns: Vec<Column> =
        columns.iter().map(|h| Column { headings: vec![(*h).to_owned()], ..Column::default() }).collect();
    let cell = |n: &i64| crate::table::figure(&n.to_string(), 0).filter(|_| *n != 0);
    let cells: Vec<Option<Figure>> = amounts.iter().map(cell).collect();
    let scale = Scale { money: Decimal::ONE_THOUSAND, shares: Decimal::ONE_THOUSAND, ..Scale::default() };
    let show = |a: Aside| {
        let cells: Vec<&str> =
            a.cells.iter().map(|c| c.as_ref().map_or("", |f| &caption[f.span.start..f.span.end])).collect();
        format!("{}: {} {:?} x{}", a.caption, cells.join("|"), a.unit, a.factor)
    };
    let found = read(caption, 0, &Line { kind, columns: &columns, cells: &cells }, scale);
    let untold = found.untold.iter().map(|f| format!("untold {}", &caption[f.span.start..f.span.end]));
    found.asides.into_iter().map(show).chain(untold).collect()
}

#[test]
fn allowances() {
    assert_eq!(
        asides("Accounts receivable, net of allowance of $56 and $29 as of December 31, 2025 and 2024, respectively"),
        ["Accounts receivable, net of allowance of: 56|29 Money x1000"]
    );
    assert_eq!(
        asides("Receivables, less allowances of $138 in 2024 and $116 in 2025"),
        ["Receivables, less allowances of: 116|138 Money x1000"]
    );
    assert_eq!(asides("Receivables, less $75 and $60 in 2025 and 2024"), ["Receivables, less: 75|60 Money x1000"]);
    assert_eq!(
        asides("Interest expense (net of interest income of: 2024, $12; 2025, $19)"),
        ["Interest expense (net of interest income of: 19|12 Money x1000"]
    );
}

#[test]
fn stock() {
    assert_eq!(
        asides(
            "Common stock, $0.0001 par value; 6,000 shares authorized; 1,074 and 1,112 shares issued and outstanding"
        ),
        [
            "par value: 0.0001| PerShare x1",
            "shares authorized: 6,000| Shares x1000",
            "shares issued and outstanding: 1,074|1,112 Shares x1000"
        ]
    );
}

#[test]
fn years_after_the_amounts() {
    assert_eq!(
        asides("Class A; 1,074 and 1,112 shares issued as of December 31, 2024 and December 31, 2025, respectively"),
        ["shares issued: 1,112|1,074 Shares x1000"]
    );
}

#[test]
fn years_that_end_clauses() {
    let caption = "Common stock; 900 shares authorized and 410 shares issued as of December 31, 2025, and 800 shares \
        authorized and 400 shares issued as of December 31, 2024";
    assert_eq!(
        asides(caption),
        [
            "shares authorized: 900| Shares x1000",
            "shares issued: 410| Shares x1000",
            "shares authorized: |800 Shares x1000",
            "shares issued: |400 Shares x1000"
        ]
    );
}

#[test]
fn counted_whole() {
    assert_eq!(asides("Oil sales (212,000 barrels)"), ["barrels: 212,000| Count x1"]);
    assert_eq!(
        asides("Limited partners (30,000 limited partnership units)"),
        ["limited partnership units: 30,000| Count x1"]
    );
    assert_eq!(asides("Bonds, net of 1,200 and 1,100 of discount"), ["Bonds, net of: 1,200|1,100 Money x1000"]);
}

#[test]
fn scales_of_their_own() {
    assert_eq!(
        asides("Cash, including restricted cash of $1.2 million"),
        ["Cash, including restricted cash of: 1.2| Money x1000000"]
    );
}

#[test]
fn what_is_no_amount() {
    assert_eq!(asides("Class A: 305.7 and 304.6 shares issued"), ["shares issued: 305.7|304.6 Shares x1000"]);
    assert!(asides("Notes due 2026 (Note 5)").is_empty());
    assert!(asides("4.75% senior notes").is_empty());
    assert!(asides("Balance, December 31, 2024").is_empty());
}

#[test]
fn lists_of_more_than_two() {
    let of = |caption: &str| of(caption, &["1993", "1992", "1991"], &[9, 8, 7], StatementKind::IncomeStatement);
    assert_eq!(of("Common stock ($.40, $.38 and $.36 per share)"), ["per share: .40|.38|.36 PerShare x1"]);
    assert_eq!(
        of("Pension adjustments, net of tax of $0.4, $(0.3) and $0.2"),
        ["Pension adjustments, net of tax of: 0.4|(0.3)|0.2 Money x1000"]
    );
    assert_eq!(of("Average stock of 305.2, 304.0 and 304.6 shares"), ["shares: 305.2|304.0|304.6 Shares x1000"]);
    assert_eq!(
        of("Royalties, less costs 1993-$78.8; 1992 - $48.2; 1991-- $37.4"),
        ["Royalties, less costs: 78.8|48.2|37.4 Money x1000"]
    );
}

#[test]
fn stock_called_by_the_words_before() {
    assert_eq!(
        asides("Common stock, par value $1; authorized 25,000 shares; issued 1,020 in 2025 and 1,010 in 2024"),
        ["par value: 1| PerShare x1", "authorized shares: 25,000| Shares x1000", "issued: 1,020|1,010 Shares x1000"]
    );
    assert_eq!(asides("Preferred stock, $100 par; none issued"), ["par: 100| PerShare x1"]);
    assert_eq!(
        asides("Common stock--shares authorized 2,000; issued and outstanding 565 and 581"),
        ["authorized: 2,000| Shares x1000", "issued and outstanding: 565|581 Shares x1000"]
    );
}

#[test]
fn amounts_of_the_columns_that_hold_some() {
    let flow = |caption: &str, amounts: &[i64]| {
        of(caption, &["1999", "1998", "1997"], amounts, StatementKind::IncomeStatement)
    };
    let lost = "Loss on debt retired, net of tax of $412";
    assert_eq!(flow(lost, &[0, -800, 0]), ["Loss on debt retired, net of tax of: |412| Money x1000"]);
    // Of which of the years?
    assert_eq!(flow(lost, &[-90, -800, 0]), ["untold 412"]);
    assert_eq!(flow("Gains, net of tax of $4 and $2", &[9, 8, 7]), ["untold 4", "untold 2"]);
    assert_eq!(flow("Gains, net of tax of $4 and $2", &[9, 0, 7]), ["Gains, net of tax of: 4||2 Money x1000"]);
    let parts = of("Dividends ($.44 a share)", &["Stock", "Earnings"], &[0, -8], StatementKind::Equity);
    assert_eq!(parts, ["untold .44"]);
}

#[test]
fn days_of_one_year() {
    let day =
        |year, month, day| Some(Period::Instant(super::super::Date::from_calendar_date(year, month, day).unwrap()));
    let columns = [(2025, time::Month::December, 26), (2025, time::Month::September, 26)].map(|(y, m, d)| Column {
        period: day(y, m, d),
        headings: vec!["2025".into()],
        ..Column::default()
    });
    let line = Line { kind: StatementKind::BalanceSheet, columns: &columns, cells: &[] };
    let caption = "Common stock; 128 shares issued at December 26, 2025 (127 shares at September 26, 2025)";
    let found = read(caption, 0, &line, Scale::default());
    let places: Vec<_> = found.asides.iter().map(|a| a.cells.iter().position(Option::is_some)).collect();
    assert_eq!(places, [Some(0), Some(1)]);
}
