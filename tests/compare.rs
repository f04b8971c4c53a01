//! Two filings of one invented company held against each other: what changed for the same day is found and told apart.

mod common;

use tieout::report::{Check, Outcome};

const SPRING: &str = "
                        LINDEN ROW FOUNDRIES
                          BALANCE SHEETS
                          (in thousands)

                                 March 31,    December 31,
                                      2002            2001
                                ----------      ----------
Cash                             $   1,310       $   1,204
Receivables                          3,744           3,618
Inventories                          2,020           1,975
                                ----------      ----------
   Total assets                  $   7,074       $   6,797
                                ==========      ==========
Accounts payable                 $   1,902       $   1,950
Other accrued liabilities            1,660           1,588
                                ----------      ----------
   Total current liabilities         3,562           3,538
Common stock                         2,600           2,600
Accumulated deficit                    912             659
                                ----------      ----------
   Total liabilities and equity  $   7,074       $   6,797
                                ==========      ==========
";

/// December 31, 2001 again: 1,588 split into 1,120 and 468; 3,618 and 1,975 restated by 30 from one to the other line of assets
/// is a move as well; the deficit is called retained earnings.
const AUTUMN: &str = "
                        LINDEN ROW FOUNDRIES
                          BALANCE SHEETS
                          (in thousands)

                              September 30,    December 31,
                                      2002            2001
                                ----------      ----------
Cash                             $   1,377       $   1,204
Receivables                          3,801           3,588
Inventories                          2,100           2,005
                                ----------      ----------
   Total assets                  $   7,278       $   6,797
                                ==========      ==========
Accounts payable                 $   2,011       $   1,950
Accrued compensation                   501             468
Other accrued liabilities            1,150           1,120
                                ----------      ----------
   Total current liabilities         3,662           3,538
Common stock                         2,600           2,600
Retained earnings                    1,016             659
                                ----------      ----------
   Total liabilities and equity  $   7,278       $   6,797
                                ==========      ==========
";

fn compared(own: &str, other: &str) -> Vec<Check> {
    let read = |name: &str, text: &str| tieout::analyze(name, text.as_bytes());
    tieout::compare::against(&read("autumn.txt", own), &read("spring.txt", other))
}

fn details(checks: &[Check], rule: &str, outcome: Outcome) -> Vec<String> {
    checks.iter().filter(|c| c.rule == rule && c.outcome == outcome).map(|c| c.detail.clone()).collect()
}

#[test]
fn lines_that_moved_are_no_restatement() {
    let checks = compared(AUTUMN, SPRING);
    assert_eq!(
        details(&checks, "reclassified", Outcome::Broken),
        [
            "Receivables: 3,588 here, 3,618 in spring.txt; the difference stands on Inventories, and the subtotal is the same.",
            "Inventories: 2,005 here, 1,975 in spring.txt; the difference stands on Receivables, and the subtotal is the same.",
            "Other accrued liabilities: 1,120 here, 1,588 in spring.txt; the difference stands on Accrued compensation, \
             and the subtotal is the same.",
        ]
    );
    assert!(details(&checks, "restated", Outcome::Broken).is_empty());
    // Cash, total assets, payables, total current liabilities, common stock, the deficit, the grand total.
    assert_eq!(details(&checks, "restated", Outcome::Exact).len(), 7);
    assert_eq!(
        details(&checks, "caption_drift", Outcome::Broken),
        ["\"Retained earnings\" here is \"Accumulated deficit\" in spring.txt."]
    );
}

#[test]
fn a_slip_in_one_filing_is_a_restatement() {
    // 1,950 becomes 1,590: the total is the same, and no other line takes up the 360.
    let slip = AUTUMN.replace("2,011       $   1,950", "2,011       $   1,590");
    let checks = compared(&slip, SPRING);
    assert_eq!(details(&checks, "restated", Outcome::Broken), ["Accounts payable: 1,590 here, 1,950 in spring.txt."]);
    let found = checks.iter().find(|c| c.rule == "restated" && c.outcome == Outcome::Broken).unwrap();
    assert_eq!(found.difference.unwrap().to_string(), "-360000");
    assert!(found.terms[0].cell.starts_with("spring.txt#s1."));
}

#[test]
fn filings_that_share_no_day_are_not_compared() {
    let years_later = AUTUMN.replace("2002", "2012").replace("2001", "2011");
    assert!(compared(&years_later, SPRING).is_empty());
}

/// The two founding releases: at December 31, 2002 all lines read alike but one, which was split.
#[test]
fn the_founding_releases() {
    let (Some((later, _)), Some((earlier, _))) =
        (common::real("juniper/2003q4-ex99.txt"), common::real("juniper/2003q2-ex99.txt"))
    else {
        return;
    };
    let checks = tieout::compare::against(&later, &earlier);
    assert!(details(&checks, "restated", Outcome::Broken).is_empty());
    let moved = details(&checks, "reclassified", Outcome::Broken);
    assert_eq!(moved.len(), 1);
    assert!(moved[0].starts_with("Other accrued liabilities: 73,454 here, 111,773 in"), "{}", moved[0]);
    assert!(moved[0].contains("Accrued compensation and related liabilities and Interest payable"), "{}", moved[0]);
    let drift = details(&checks, "caption_drift", Outcome::Broken);
    assert_eq!(drift.len(), 2, "{drift:?}");
}
