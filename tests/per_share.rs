//! Earnings per share that are not income over shares: which figure is named, and where nobody is accused.

mod common;

use common::named::named;
use tieout::report::{Outcome, Severity};

/// 14,733 / 389,343 is 0.038, printed 0.05; 15,000 / 10,700 is 1.40, printed 1.47; a loss of 16,250 / 10,417 is (1.56), printed
/// without its parentheses; 14,210 / 10,417 is 1.36, printed 1.44, and 14,210 / 10,610 is 1.34, printed 1.37.
const SHARES: &str = "
                         ALDER POINT RADIO, INC.
                         STATEMENTS OF OPERATIONS
                 (in thousands, except per share amounts)

                                           Year ended
                                           December 31,
                                       -----------------------
                                          2003          2002
                                       ---------     ---------
Net income                             $  14,733     $  23,340
                                       =========     =========
Basic net income per share             $    0.05     $    0.06
Basic weighted average shares            389,343       389,000

                         BIRCH POINT RADIO, INC.
                         STATEMENTS OF OPERATIONS
                 (in thousands, except per share amounts)

                                           Year ended
                                           December 31,
                                       -----------------------
                                          1999          1998
                                       ---------     ---------
Net income                             $  15,000     $  12,000
                                       =========     =========
Basic net income per share             $    1.50     $    1.20
Diluted net income per share           $    1.47     $    1.20
Basic weighted average shares             10,000        10,000
Diluted weighted average shares           10,700        10,000

                         CEDAR POINT RADIO, INC.
                         STATEMENTS OF OPERATIONS
                 (in thousands, except per share amounts)

                                           Year ended
                                           December 31,
                                       -----------------------
                                          1996          1995
                                       ---------     ---------
Net income (loss)                      $ (15,210)    $  12,408
Preferred dividends                        1,040         1,040
                                       ---------     ---------
Earnings applicable to common          $ (16,250)    $  11,368
                                       =========     =========
Dividends paid                         $   4,004     $   4,004
Basic net income (loss) per share      $    1.56     $    1.09
Basic weighted average shares             10,417        10,429

                         DOGWOOD POINT RADIO, INC.
                         STATEMENTS OF OPERATIONS
                 (in thousands, except per share amounts)

                                           Year ended
                                           December 31,
                                       -----------------------
                                          1993          1992
                                       ---------     ---------
Net income                             $  14,210     $  12,408
                                       =========     =========
Basic net income per share             $    1.44     $    1.19
Diluted net income per share           $    1.37     $    1.17
Basic weighted average shares             10,417        10,429
Diluted weighted average shares           10,610        10,622
";

#[test]
fn earnings_per_share() {
    assert_eq!(
        named(SHARES, "eps"),
        [
            // Any income from 17,521 thousand on would do, and so would several counts of shares: each of those is less likely.
            vec![
                "Basic net income per share 0.05: 0.04, one digit",
                "Net income 14,733: 17733, one digit",
                "Basic weighted average shares 389,343: 289343, one digit",
            ],
            // Shares have no sign to lose, and income of common stock is what the shares are divided into.
            vec!["Basic net income (loss) per share 1.56: -1.56, the sign"],
        ]
    );
    let report = tieout::analyze("invented", SHARES.as_bytes());
    let open = report.checks.iter().filter(|c| c.rule == "eps" && c.outcome == Outcome::Unchecked);
    let open: Vec<_> = open
        .map(|c| (c.title.as_str(), c.reason.as_deref().unwrap_or_default(), c.severity, c.suspects.len()))
        .collect();
    let notes = "interest on notes that could become shares may have been added back";
    assert_eq!(
        open,
        [
            ("Diluted earnings per share are income over shares", notes, Severity::Error, 0),
            (
                "Basic earnings per share are income over shares",
                "no slip in a figure explains it: interest may be added back, or shares take part in dividends",
                Severity::Error,
                0
            ),
            // 1.37 is within three hundredths of 1.34, which preferred dividends may come to.
            ("Diluted earnings per share are income over shares", notes, Severity::Warning, 0),
        ]
    );
}
