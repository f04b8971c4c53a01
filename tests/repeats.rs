//! One sum under two rules is one finding: the later check names the earlier, where it adds up the same figures.

mod common;

use tieout::report::{Outcome, Report};

/// The activities of 2003 add to 4,079, and with that to the cash at the end.
const MOOR: &str = "
                        HIGH MOOR LOCKS, INC.
                      STATEMENTS OF CASH FLOWS
                           (in thousands)

                                               Year ended June 30,
                                             ---------------------------
                                                 2003            2002
                                             -----------     -----------
Net cash provided by operating activities    $    10,204     $     9,526
Net cash used in investing activities             (4,110)         (3,902)
Net cash used in financing activities             (2,015)         (2,750)
                                             -----------     -----------
Net increase in cash                               4,097           2,874
Cash at beginning of year                          9,968           7,094
                                             -----------     -----------
Cash at end of year                          $    14,047     $     9,968
                                             ===========     ===========
";

fn read(filing: &str) -> Report {
    let report = tieout::analyze("invented", filing.as_bytes());
    common::assert_sound(&report, filing.as_bytes());
    report
}

/// The rule and outcome of each check that repeats another, and the rule of that one, which is of the same figure.
fn repeated(report: &Report) -> Vec<(&str, Outcome, &str)> {
    let mut found = Vec::new();
    for later in &report.checks {
        let Some(id) = &later.repeats else { continue };
        let earlier = report.checks.iter().find(|c| &c.id == id).expect("it names a check");
        assert_eq!(later.reported, earlier.reported);
        assert_eq!(later.terms.len(), earlier.terms.len());
        found.push((later.rule.as_str(), later.outcome, earlier.rule.as_str()));
    }
    found
}

#[test]
fn the_same_figures_are_one_finding() {
    use Outcome::{Broken, Exact};
    assert_eq!(
        repeated(&read(MOOR)),
        [
            ("net_cash_change", Broken, "footing"),
            ("net_cash_change", Exact, "footing"),
            ("cash_roll", Broken, "footing"),
            ("cash_roll", Exact, "footing"),
        ]
    );
}

/// A line more is another sum of the same figure. Its 18 are what the roll of cash misses, too: both are doubted alike.
#[test]
fn other_figures_are_another() {
    let line = "                                             -----------     -----------\nNet increase in cash                               4,097";
    let sold = format!("Cash of a subsidiary sold                             18               -\n{line}");
    assert_eq!(
        repeated(&read(&MOOR.replace(line, &sold))),
        [("cash_roll", Outcome::Unchecked, "footing"), ("cash_roll", Outcome::Exact, "footing")]
    );
}
