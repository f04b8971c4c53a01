//! What is true of the two founding releases, worked out by hand and independently of this program
//! (`docs/reconciliation.md` of the client). Needs the folder of real filings; says so where it is absent.

mod common;

use common::{assert_sound, cell, count, decimal, line, line_of, lines, of, real, statement};
use tieout::report::{Basis, Check, ClaimKind, Outcome, Report, Severity, StatementKind, Unit};

const Q4: &str = "juniper/2003q4-ex99.txt";
const Q2: &str = "juniper/2003q2-ex99.txt";

fn both() -> Vec<(Report, Vec<u8>)> {
    [Q4, Q2].iter().filter_map(|path| real(path)).collect()
}

/// Each printed figure of the statements, by line and column, as a person reads it off the page.
#[test]
fn figures_and_periods() {
    let Some((report, bytes)) = real(Q4) else { return };
    assert_sound(&report, &bytes);
    let kinds: Vec<_> = report
        .statements
        .iter()
        .map(|s| (s.kind, s.basis, s.lines.iter().map(|l| l.cells.len()).sum::<usize>()))
        .collect();
    // Cells counted on the page: balance sheet 26 lines x 2, operations 29 x 4, footnote 5 x 4, non-GAAP 22 x 4,
    // reconciliation 11 x 4, cash flow 32 x 2.
    assert_eq!(
        kinds,
        [
            (StatementKind::BalanceSheet, Basis::Gaap, 52),
            (StatementKind::IncomeStatement, Basis::Gaap, 116),
            (StatementKind::Schedule, Basis::Gaap, 20),
            (StatementKind::IncomeStatement, Basis::NonGaap, 88),
            (StatementKind::Reconciliation, Basis::Gaap, 44),
            (StatementKind::CashFlow, Basis::Gaap, 64),
        ]
    );
    assert!(report.unparsed.is_empty() && report.diagnostics.is_empty());
    assert!(report.statements.iter().all(|s| s.scale == decimal("1000")));

    let operations = statement(&report, StatementKind::IncomeStatement, 0);
    let periods: Vec<_> = operations.columns.iter().map(|c| (c.start.as_deref(), c.end.as_deref(), c.months)).collect();
    assert_eq!(
        periods,
        [
            (Some("2003-10-01"), Some("2003-12-31"), Some(3)),
            (Some("2002-10-01"), Some("2002-12-31"), Some(3)),
            (Some("2003-01-01"), Some("2003-12-31"), Some(12)),
            (Some("2002-01-01"), Some("2002-12-31"), Some(12)),
        ]
    );
    let loss = &line(operations, "Operating income (loss)").cells[3];
    assert_eq!(
        (loss.text.as_str(), loss.value, loss.ulp),
        ("(127,037)", Some(decimal("-127037000")), Some(decimal("1000")))
    );
    let wrapped = line(operations, "Amortization of purchased intangible assets and deferred stock compensation (1)");
    assert_eq!(
        wrapped.cells.iter().map(|c| c.text.as_str()).collect::<Vec<_>>(),
        ["5,375", "(3,336)", "22,698", "14,304"]
    );
    // Per-share rows are never scaled, share counts are.
    let [each, shares] = lines(operations, "Diluted")[..] else { panic!("two diluted lines") };
    assert_eq!(
        (each.unit, each.cells[2].value, each.cells[2].ulp),
        (Unit::PerShare, Some(decimal("0.10")), Some(decimal("0.01")))
    );
    assert_eq!((shares.unit, shares.cells[0].value), (Unit::Shares, Some(decimal("413716000"))));
    // A dash is nothing, not zero.
    let dash = &line(operations, "Integration").cells[0];
    assert!(dash.nil && dash.ulp.is_none() && dash.text == "--");
    // The footnote's table has no headings: it inherits those above it.
    let footnote = statement(&report, StatementKind::Schedule, 0);
    assert_eq!(
        footnote.columns.iter().map(|c| c.end.as_deref()).collect::<Vec<_>>(),
        operations.columns.iter().map(|c| c.end.as_deref()).collect::<Vec<_>>()
    );

    let sheet = statement(&report, StatementKind::BalanceSheet, 0);
    assert_eq!(
        sheet.columns.iter().map(|c| c.instant.as_deref()).collect::<Vec<_>>(),
        [Some("2003-12-31"), Some("2002-12-31")]
    );
    assert_eq!(line(sheet, "Total current assets").path, ["ASSETS", "Current assets"]);
    assert_eq!(
        (report.entity.name.as_deref(), report.entity.ticker.as_deref()),
        (Some("Juniper Networks, Inc."), Some("JNPR"))
    );
    assert_eq!(
        (report.release.date.as_deref(), report.release.period_end.as_deref()),
        (Some("2004-01-15"), Some("2003-12-31"))
    );
}

#[test]
fn second_quarter_headings() {
    let Some((report, bytes)) = real(Q2) else { return };
    assert_sound(&report, &bytes);
    let sheet = statement(&report, StatementKind::BalanceSheet, 0);
    assert_eq!(
        sheet.columns.iter().map(|c| c.instant.as_deref()).collect::<Vec<_>>(),
        [Some("2003-06-30"), Some("2002-12-31")]
    );
    let operations = statement(&report, StatementKind::IncomeStatement, 0);
    let periods: Vec<_> = operations.columns.iter().map(|c| (c.start.as_deref(), c.months)).collect();
    // The half year is no quarter.
    assert_eq!(
        periods,
        [
            (Some("2003-04-01"), Some(3)),
            (Some("2002-04-01"), Some(3)),
            (Some("2003-01-01"), Some(6)),
            (Some("2002-01-01"), Some(6))
        ]
    );
    // "$(39,772)": the sign stands before the parenthesis.
    assert_eq!(lines(operations, "Net income (loss)")[0].cells[3].value, Some(decimal("-39772000")));
    let footnote = statement(&report, StatementKind::Schedule, 0);
    assert_eq!(line(footnote, "Total").cells[1].value, Some(decimal("-8008000")));
    assert_eq!(footnote.columns[3].months, Some(6));
}

/// A footing equation as a person writes it: the total, and its lines with their signs.
fn equation(report: &Report, check: &Check) -> (String, Vec<String>) {
    let name = |id: &str| line_of(report, id).map(|l| l.caption.clone()).unwrap_or_default();
    let sign = |w: &rust_decimal::Decimal| if w.is_sign_negative() { "-" } else { "+" };
    let terms = check.terms.iter().map(|t| format!("{}{}", sign(&t.weight), name(&t.cell))).collect();
    (name(check.reported.as_deref().unwrap_or_default()), terms)
}

#[test]
fn one_hundred_and_sixty_eight_sums_foot() {
    let reports = both();
    if reports.is_empty() {
        return;
    }
    let sums: usize = reports.iter().map(|(r, _)| count(r, "footing", Outcome::Exact)).sum();
    assert_eq!(sums, 168);
    assert!(reports.iter().all(|(r, _)| of(r, "footing").len() == 84), "no other sum is claimed");
}

/// Exactly the terms, for each kind of sum there is.
#[test]
fn sums_have_the_terms_a_person_would_give_them() {
    let Some((report, _)) = real(Q4) else { return };
    let in_statement = |id: &str, column: usize| -> Vec<(String, Vec<String>)> {
        let column = format!("{id}.c{column}");
        of(&report, "footing")
            .into_iter()
            .filter(|c| c.column.as_deref() == Some(&column))
            .map(|c| equation(&report, c))
            .collect()
    };
    let terms = |lines: &[&str]| lines.iter().map(|l| (*l).to_owned()).collect::<Vec<_>>();
    let sheet = in_statement("s1", 1);
    assert_eq!(sheet.len(), 5);
    assert_eq!(
        sheet[1],
        (
            "Total assets".into(),
            terms(&[
                "+Total current assets",
                "+Property and equipment, net",
                "+Long-term investments",
                "+Restricted cash",
                "+Goodwill",
                "+Purchased intangible assets, net and other long-term assets",
            ])
        )
    );
    assert_eq!(
        sheet[4],
        (
            "Total liabilities and stockholders' equity".into(),
            terms(&[
                "+Total current liabilities",
                "+Convertible subordinated notes and other",
                "+Convertible senior notes",
                "+Total stockholders' equity",
            ])
        )
    );
    let operations = in_statement("s2", 4);
    assert_eq!(operations.len(), 7);
    assert_eq!(operations[2], ("Gross margin".into(), terms(&["+Total net revenues", "-Total cost of revenues"])));
    assert_eq!(
        operations[4],
        ("Operating income (loss)".into(), terms(&["+Gross margin", "-Total operating expenses"]))
    );
    assert_eq!(operations[5].1.len(), 7, "operating income and the six lines below it");
    assert!(operations[5].1.iter().all(|t| t.starts_with('+')));
    assert_eq!(
        operations[6],
        ("Net income (loss)".into(), terms(&["+Income (loss) before income taxes", "-Provision for income taxes"]))
    );
    let flow = in_statement("s6", 1);
    assert_eq!(flow.len(), 5);
    assert_eq!(flow[0].1.len(), 17, "net income, eight adjustments, eight changes");
    assert_eq!(
        flow[3].1,
        terms(&[
            "+Net cash provided by operating activities",
            "+Net cash provided by (used in) investing activities",
            "+Net cash used in financing activities",
        ])
    );
    let reconciliation = in_statement("s5", 1);
    assert_eq!((reconciliation.len(), reconciliation[0].1.len()), (1, 10));
    let footnote = in_statement("s3", 1);
    assert_eq!((footnote.len(), footnote[0].1.len()), (1, 4));
}

#[test]
fn nothing_is_accused_with_severity_error() {
    for (report, _) in both() {
        let accused: Vec<_> = report
            .checks
            .iter()
            .filter(|c| c.outcome == Outcome::Broken && c.severity == Severity::Error)
            .map(|c| &c.detail)
            .collect();
        assert!(accused.is_empty(), "{}: {accused:?}", report.file);
        assert_eq!(report.checks.iter().filter(|c| c.outcome == Outcome::Rounding).count(), 0, "{}", report.file);
    }
}

#[test]
fn thirty_two_earnings_per_share() {
    let reports = both();
    if !reports.is_empty() {
        assert_eq!(reports.iter().map(|(r, _)| count(r, "eps", Outcome::Exact)).sum::<usize>(), 32);
        assert!(reports.iter().all(|(r, _)| of(r, "eps").len() == 16));
    }
}

#[test]
fn balance_cash_and_retained_earnings() {
    for (report, _) in both() {
        assert_eq!((count(&report, "balance", Outcome::Exact), of(&report, "balance").len()), (2, 2));
        assert_eq!((count(&report, "net_cash_change", Outcome::Exact), of(&report, "net_cash_change").len()), (2, 2));
        assert_eq!((count(&report, "cash_roll", Outcome::Exact), of(&report, "cash_roll").len()), (2, 2));
        assert_eq!((count(&report, "net_income_tie", Outcome::Exact), of(&report, "net_income_tie").len()), (2, 2));
        assert_eq!((count(&report, "reconciliation", Outcome::Exact), of(&report, "reconciliation").len()), (4, 4));
        // The change in retained earnings is net income: 39,199 for the year, 17,261 for the half year.
        let [roll] = of(&report, "retained_earnings_roll")[..] else { panic!("one roll") };
        let income = cell(&report, &roll.terms[1].cell).map(|c| c.text.as_str());
        assert_eq!((roll.outcome, income), (Outcome::Exact, Some(if report.file == Q4 { "39,199" } else { "17,261" })));
    }
    let Some((report, _)) = real(Q4) else { return };
    // Ending cash ties for both years, beginning cash for 2003; there is no balance sheet of 2001.
    let outcomes: Vec<_> = of(&report, "cash_tie").iter().map(|c| c.outcome).collect();
    assert_eq!(outcomes, [Outcome::Exact, Outcome::Exact, Outcome::Exact, Outcome::Unchecked]);
    assert_eq!(
        of(&report, "cash_tie")[3].reason.as_deref(),
        Some("this file has no balance sheet for December 31, 2001")
    );
}

/// The findings: what does not tie, by rule, reported amount and difference.
fn findings(report: &Report) -> Vec<(String, Severity, String, String)> {
    let text =
        |id: &Option<String>| id.as_ref().and_then(|id| cell(report, id)).map(|c| c.text.clone()).unwrap_or_default();
    let difference = |c: &Check| c.difference.map(|d| d.abs().to_string()).unwrap_or_default();
    report
        .checks
        .iter()
        .filter(|c| c.outcome == Outcome::Broken)
        .map(|c| (c.rule.clone(), c.severity, text(&c.reported), difference(c)))
        .collect()
}

/// The lines of the file, counted from 1, that the broken ties between statements name.
fn mismatch_lines(report: &Report, bytes: &[u8]) -> Vec<(usize, usize)> {
    let number = |id: &str| bytes[..cell(report, id).unwrap().span.start].iter().filter(|b| **b == b'\n').count() + 1;
    let ties = of(report, "statement_tie").into_iter().filter(|c| c.outcome == Outcome::Broken);
    ties.map(|c| (number(c.reported.as_deref().unwrap()), number(&c.terms[0].cell))).collect()
}

#[test]
fn what_does_not_tie_is_reported() {
    let finding = |rule: &str, severity, text: &str, difference: &str| {
        (rule.to_owned(), severity, text.to_owned(), difference.to_owned())
    };
    if let Some((report, bytes)) = real(Q4) {
        assert_eq!(
            findings(&report),
            [
                finding("statement_tie", Severity::Warning, "(62,856)", "1000"),
                finding("working_capital", Severity::Info, "(2,758)", "4618000"),
                finding("working_capital", Severity::Info, "12,963", "3473000"),
            ]
        );
        assert_eq!(mismatch_lines(&report, &bytes), [(359, 206)]);
    }
    if let Some((report, bytes)) = real(Q2) {
        assert_eq!(
            findings(&report),
            [
                finding("statement_tie", Severity::Warning, "8,917", "4000"),
                finding("working_capital", Severity::Info, "9,835", "3473000"),
                finding("working_capital", Severity::Info, "3,489", "1876000"),
                finding("investing_counterpart", Severity::Warning, "(25,000)", ""),
            ]
        );
        assert_eq!(mismatch_lines(&report, &bytes), [(328, 175)]);
    }
}

#[test]
fn what_is_correct_and_easy_to_flag_is_not_flagged() {
    if let Some((report, _)) = real(Q4) {
        // "Restructuring and other" is only the non-cash part in the cash flow: no tie is claimed.
        assert!(!of(&report, "statement_tie").iter().any(|c| c.title.starts_with("Restructuring")));
        assert_eq!(count(&report, "share_order", Outcome::Exact), 8);
    }
    if let Some((report, _)) = real(Q2) {
        // A non-GAAP profit over a GAAP loss: 342,502 diluted shares against 330,162.
        assert_eq!(count(&report, "share_order", Outcome::Exact), 8);
        let other = statement(&report, StatementKind::IncomeStatement, 1);
        let diluted = lines(other, "Diluted")[1];
        assert_eq!(diluted.cells[3].text, "342,502");
        let accused = |id: &str| {
            report.checks.iter().any(|c| {
                c.outcome != Outcome::Exact
                    && (c.reported.as_deref() == Some(id) || c.terms.iter().any(|t| t.cell == id))
            })
        };
        assert!(!accused(&diluted.cells[3].id));
        // "$0.04 per share" of the half year is the diluted figure.
        let claims: Vec<_> =
            report.claims.iter().filter(|c| c.text == "$0.04" && c.kind == ClaimKind::PerShare).collect();
        assert_eq!(claims.len(), 2, "GAAP and non-GAAP");
        for claim in claims {
            assert!(
                claim.tied_to.iter().all(|id| line_of(&report, id).is_some_and(|l| l.caption == "Diluted")),
                "{claim:?}"
            );
        }
    }
}

#[test]
fn prose_ties() {
    let mut amounts = 0;
    for (report, _) in both() {
        for rule in ["prose", "headline"] {
            assert_eq!(count(&report, rule, Outcome::Broken), 0);
        }
        let unchecked: Vec<_> = of(&report, "prose").into_iter().filter(|c| c.outcome == Outcome::Unchecked).collect();
        let texts: Vec<_> = unchecked
            .iter()
            .filter_map(|c| report.claims.iter().find(|p| Some(&p.id) == c.reported.as_ref()))
            .map(|p| p.text.as_str())
            .collect();
        // Amounts of the quarter for which the file has no cash flow statement.
        let expected: &[&str] =
            if report.file == Q4 { &["$62.9 million", "$5.3 million", "$8.2 million"] } else { &["$60.3 million"] };
        assert_eq!(texts, expected);
        amounts += count(&report, "prose", Outcome::Exact) + count(&report, "headline", Outcome::Exact);
        let percentages: Vec<_> = of(&report, "percent")
            .iter()
            .map(|c| {
                (c.outcome, report.claims.iter().find(|p| Some(&p.id) == c.reported.as_ref()).map(|p| p.text.clone()))
            })
            .collect();
        let expected = if report.file == Q4 { ["33 percent", "28 percent"] } else { ["41 percent", "35 percent"] };
        assert_eq!(percentages, expected.map(|t| (Outcome::Exact, Some(t.to_owned()))));
    }
    if amounts > 0 {
        // Counted in the text. Q4: headlines 6, amounts 14, per share 8. Q2: headlines 3, amounts 14, per share 8.
        assert_eq!(amounts, 53);
    }
}

#[test]
fn one_tax_rate_fits_all_eight_columns() {
    for (report, _) in both() {
        let rates = of(&report, "tax_rate");
        assert_eq!(rates.len(), 4);
        assert!(
            rates.iter().all(|c| c.detail.starts_with("32.0%") || c.detail.starts_with("32%")),
            "{:?}",
            rates[0].detail
        );
    }
}
