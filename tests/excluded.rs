//! What sentences say that non-GAAP income leaves out, against the items of one invented reconciliation.

mod common;

use tieout::report::{Check, Outcome, Report, Severity};

const RECONCILIATION: &str = "
                         TALLOWFIELD SYSTEMS, INC.
            RECONCILIATION OF NON-GAAP TO GAAP NET INCOME
               (in thousands, except per share amounts)
                             (unaudited)

                                           Three months ended
                                              December 31,
                                       -------------------------
                                          2003           2002
                                       ---------      ----------
Non-GAAP net income                    $   7,515      $    4,010
Restructuring of depots                   (2,610)             --
Amortization of intangibles               (1,420)         (1,380)
Litigation                                    --            (655)
Settlement of a dispute                   (1,850)             --
Sale of bonds                                 --             905
Compensation in shares                      (310)           (295)
                                       ---------      ----------
Excluded in all                           (6,190)         (1,425)
Income tax effect                          2,217             315
                                       ---------      ----------
GAAP net income                        $   3,542      $    2,900
                                       =========      ==========
Diluted earnings per share             $    0.14      $     0.13
";

fn read(sentence: &str) -> Report {
    let opening = "TALLOWFIELD SYSTEMS REPORTS FOURTH QUARTER 2003 RESULTS\n\n\
        GAAP net income for the fourth quarter of 2003 was $3.5 million.\n";
    let filing = [opening, sentence, "\n", RECONCILIATION].concat();
    let report = tieout::analyze("invented", filing.as_bytes());
    common::assert_sound(&report, filing.as_bytes());
    report
}

/// What is found of each item: "Litigation is nothing here, but is among the items that the sentence excludes."
fn found(sentence: &str) -> Vec<(Outcome, Severity, String)> {
    let report = read(sentence);
    let told = |c: &&Check| c.rule == "excluded_items";
    report.checks.iter().filter(told).map(|c| (c.outcome, c.severity, c.detail.clone())).collect()
}

const NAMED: &str = " is among the items that the sentence excludes.";
const NOT_NAMED: &str = " is not among the items that the sentence excludes.";
const NOTHING: &str = " is nothing here, but is among the items that the sentence excludes.";

fn ties(item: &str) -> (Outcome, Severity, String) {
    (Outcome::Exact, Severity::Warning, [item, NAMED].concat())
}

fn broken(severity: Severity, item: &str, says: &str) -> (Outcome, Severity, String) {
    (Outcome::Broken, severity, [item, says].concat())
}

/// Three of the five lines that are held against the list are in it and in the quarter: most of them.
#[test]
fn each_item_of_the_period_is_named() {
    let sentence = "Non-GAAP net income for the fourth quarter of 2003, which excludes the restructuring of depots,\n\
        the amortization of intangibles, the settlement of a dispute and the sale of bonds, was $7.5 million.";
    assert_eq!(
        found(sentence),
        [
            ties("Restructuring of depots"),
            ties("Amortization of intangibles"),
            ties("Settlement of a dispute"),
            broken(Severity::Info, "Sale of bonds", NOTHING),
            broken(Severity::Warning, "Compensation in shares", NOT_NAMED),
        ]
    );
    // The finding points at the sentence that lists them, not at the first of the filing.
    let report = read(sentence);
    for check in report.checks.iter().filter(|c| c.rule == "excluded_items") {
        let said = report.claims.iter().find(|c| check.terms.iter().any(|t| t.cell == c.id));
        let expected = (check.outcome == Outcome::Broken).then_some("$7.5 million");
        assert_eq!(said.map(|c| c.text.as_str()), expected);
    }
}

/// Litigation was nothing in the quarter, and one word is too little to say that it is meant.
#[test]
fn one_word_names_no_item_that_is_nothing() {
    let sentence = "Non-GAAP net income, which excludes the restructuring of depots, the amortization of intangibles,\n\
        litigation and compensation in shares, was $7.5 million.";
    assert_eq!(
        found(sentence),
        [
            ties("Restructuring of depots"),
            ties("Amortization of intangibles"),
            broken(Severity::Warning, "Settlement of a dispute", NOT_NAMED),
            ties("Compensation in shares"),
        ]
    );
}

/// A list that has no more than half of the items, or that is said of another measure, basis or period, speaks of other things.
#[test]
fn sentences_that_speak_of_something_else() {
    let list =
        "which excludes the restructuring of depots, the amortization of intangibles and compensation in shares,";
    for sentence in [
        "Non-GAAP net income for the fourth quarter of 2003, which excludes the restructuring of depots, was $7.5 million."
            .to_owned(),
        "Non-GAAP net income, which excludes the restructuring of depots and the amortization of intangibles, was $7.5 million."
            .to_owned(),
        format!("Non-GAAP operating expenses for the fourth quarter of 2003, {list} were $9.1 million."),
        format!("Net income for the fourth quarter of 2003, {list} was $7.5 million."),
        format!("Non-GAAP net income for the third quarter of 2003, {list} was $7.5 million."),
    ] {
        assert_eq!(found(&sentence), [], "{sentence}");
    }
}
