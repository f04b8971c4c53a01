//! Which figure of a broken sum is named as the wrong one, and what it should read: small invented filings, each with a slip.
//!
//! The first named is what a reader looks at first, so the order of all of them is held here.

mod common;

use common::named::named;

/// The four lines add to 300 too much, and in each of them one digit may be wrong: 13,592 of inventories stands in a table
/// below, 4,518 of cash stands there as it is, 5,000 of prepaid expenses is too round to say anything.
const TWICE: &str = "
                       BRIARWOOD TOOL WORKS, INC.
                            BALANCE SHEETS
                            (in thousands)

                                          June 30,       June 30,
                                              2001           2000
                                      ------------   ------------
Cash                                  $      4,518   $      4,207
Accounts receivable                         18,640         17,215
Inventories                                 13,892         12,968
Prepaid expenses                             5,300          5,180
                                      ------------   ------------
Total current assets                        42,050         39,570
Plant, net                                  22,107         23,054
                                      ------------   ------------
Total assets                          $     64,157   $     62,624
                                      ============   ============

                              INVENTORIES
                            (in thousands)

                                              2001
                                      ------------
Tools made                            $      8,281
Steel                                        5,311
                                      ------------
Total                                 $     13,592
                                      ============

                            CASH IN BANKS
                            (in thousands)

                                              2001
                                      ------------
Checking accounts                     $      2,410
Savings                                      2,108
                                      ------------
Total                                 $      4,518
                                      ============

                              REFUNDS DUE
                            (in thousands)

                                              2001
                                      ------------
Taxes of Ohio                         $      5,000
Taxes of Utah                                1,207
                                      ------------
Total                                 $      6,207
                                      ============
";

#[test]
fn an_amount_printed_elsewhere_speaks_for_itself() {
    assert_eq!(
        named(TWICE, "footing"),
        [[
            "Inventories 13,892: 13592, one digit",
            "Accounts receivable 18,640: 18340, one digit",
            "Prepaid expenses 5,300: 5000, one digit",
            "Cash 4,518: 4218, one digit",
        ]]
    );
}

/// 10,000 are missing. One wrong digit is the commoner slip, but inventories were 13,968 the year before, and not 3,592.
const DROPPED: &str = "
                       BRIARWOOD TOOL WORKS, INC.
                            BALANCE SHEETS
                            (in thousands)

                                          June 30,       June 30,
                                              2001           2000
                                      ------------   ------------
Cash                                  $     14,218   $     13,907
Accounts receivable                         18,640         17,215
Inventories                                  3,592         13,968
Prepaid expenses                               951            880
                                      ------------   ------------
Total current assets                        47,401         45,970
Plant, net                                  22,107         23,054
                                      ------------   ------------
Total assets                          $     69,508   $     69,024
                                      ============   ============
";

#[test]
fn the_other_column_says_which_digit_was_dropped() {
    assert_eq!(
        named(DROPPED, "footing"),
        [[
            "Inventories 3,592: 13592, a digit dropped",
            "Cash 14,218: 24218, one digit",
            "Accounts receivable 18,640: 28640, one digit",
            "Prepaid expenses 951: 10951, another amount",
        ]]
    );
}

/// Net sales of 120,483 are printed 102,483; a sentence says $120.5 million.
const SAID: &str = "
WILLOW CREEK PUMPS REPORTS FIRST QUARTER

Net sales for the three months ended March 31, 2004 were $120.5 million, compared to
$97.3 million for the three months ended March 31, 2003.

                         WILLOW CREEK PUMPS, INC.
                         STATEMENTS OF OPERATIONS
                              (in thousands)

                                          Three months ended
                                              March 31,
                                       -----------------------
                                          2004          2003
                                       ---------     ---------
Net sales                              $ 102,483     $  97,302
Cost of sales                             76,110        61,904
                                       ---------     ---------
Gross profit                              44,373        35,398
Selling expenses                          21,806        17,644
                                       ---------     ---------
Income before income taxes                22,567        17,754
Income taxes                               8,105         6,302
                                       ---------     ---------
Net income                             $  14,462     $  11,452
                                       =========     =========
";

#[test]
fn a_sentence_takes_the_amount_that_the_table_needs() {
    assert_eq!(
        named(SAID, "footing"),
        [["Net sales 102,483: 120483, two digits swapped", "Cost of sales 76,110: 58110, two digits"]]
    );
    // Not 120,500: what repairs the sum as well is better than what the sentence alone would have.
    assert_eq!(
        named(SAID, "prose"),
        [["Net sales 102,483: 120483, two digits swapped", "$120.5 million: 102.5, two digits swapped"]]
    );
}

/// The gain of 3,127 is no cash, and is printed in the cash flow statement without its parentheses. That it is the amount of the
/// income statement holds for either sign.
const SIGN: &str = "
                         WILLOW CREEK LANDS, INC.
                         STATEMENTS OF OPERATIONS
                              (in thousands)

                                           Year ended
                                           December 31,
                                       -----------------------
                                          2004          2003
                                       ---------     ---------
Rents                                  $ 120,483     $  97,302
Gain on sale of land                       3,127             -
Expenses of buildings                    (81,806)      (65,740)
                                       ---------     ---------
Net income                             $  41,804     $  31,562
                                       =========     =========

                         STATEMENTS OF CASH FLOWS
                              (in thousands)

                                           Year ended
                                           December 31,
                                       -----------------------
                                          2004          2003
                                       ---------     ---------
Net income                             $  41,804     $  31,562
Gain on sale of land                       3,127             -
Depreciation                              12,214        9,956 
                                       ---------     ---------
Net cash provided by operating
 activities                               50,891        41,518
                                       ---------     ---------
Purchases of buildings                   (60,212)      (48,106)
                                       ---------     ---------
Net cash used in investing activities    (60,212)      (48,106)
                                       ---------     ---------
Notes issued                              10,466         5,818
                                       ---------     ---------
Net cash provided by financing
 activities                               10,466         5,818
                                       ---------     ---------
Net increase (decrease) in cash            1,145          (770)
Cash at beginning of year                  2,206         2,976
                                       ---------     ---------
Cash at end of year                    $   3,351     $   2,206
                                       =========     =========
";

#[test]
fn a_lost_sign_is_found_where_another_statement_has_the_amount() {
    assert_eq!(
        named(SIGN, "footing"),
        [["Gain on sale of land 3,127: -3127, the sign", "Depreciation 12,214: 5960, another amount"]]
    );
}

/// Receivables of June 30, 2001 should read 17,215, which is that of the column beside it.
const COPIED: &str = "
                       BRIARWOOD TOOL WORKS, INC.
                            BALANCE SHEETS
                            (in thousands)

                                          June 30,       June 30,       June 30,
                                              2001           2000           1999
                                      ------------   ------------   ------------
Cash                                  $      2,118   $      3,907   $      3,422
Accounts receivable                         15,017         17,215         15,017
Inventories                                 13,592         12,968         11,806
                                      ------------   ------------   ------------
Total current assets                        32,925         34,090         30,245
Plant                                       22,107         31,286         30,904
Accumulated depreciation                    (6,811)        (8,232)        (7,140)
Goodwill                                    31,286          8,113          8,240
                                      ------------   ------------   ------------
Total assets                          $     79,507   $     65,257   $     62,249
                                      ============   ============   ============
";

#[test]
fn an_amount_of_another_column() {
    assert_eq!(
        named(COPIED, "footing"),
        [[
            "Accounts receivable 15,017: 17215, the amount of the next column",
            "Cash 2,118: 4316, another amount",
            "Inventories 13,592: 15790, another amount",
        ]]
    );
}

/// Three slips: current assets add to 74,450, total assets to 101,670 (plant should read 22,017), and liabilities and
/// equity of 1999 to 100,289 (retained earnings should read 44,549).
const THREE: &str = "
                       BRIARWOOD TOOL WORKS, INC.
                            BALANCE SHEETS
                            (in thousands)

                                          June 30,       June 30,       June 30,
                                              2001           2000           1999
                                      ------------   ------------   ------------
Cash                                  $     14,218   $     13,907   $     13,422
Accounts receivable                         26,640         27,215         25,017
Inventories                                 33,592         32,968         31,806
                                      ------------   ------------   ------------
Total current assets                        71,450         74,090         70,245
Plant, net                                  22,107         21,286         20,904
Goodwill                                     8,113          8,113          8,240
                                      ------------   ------------   ------------
Total assets                          $    101,580   $    103,489   $     99,389
                                      ============   ============   ============
Accounts payable                      $     21,904   $     20,876   $     19,840
Common stock                                35,000         35,000         35,000
Retained earnings                           44,676         47,613         45,449
                                      ------------   ------------   ------------
Total liabilities and equity          $    101,580   $    103,489   $     99,389
                                      ============   ============   ============

                         BRIARWOOD TOOL WORKS, INC.
                         STATEMENTS OF OPERATIONS
                              (in thousands)

                                           Year ended
                                            June 30,
                                       -----------------------
                                          2001          2000
                                       ---------     ---------
Net sales                              $ 120,483     $  97,302
Expenses                                 116,290        93,238
                                       ---------     ---------
Net income                             $   4,193     $   4,064
                                       =========     =========
";

#[test]
fn a_figure_that_leaves_another_sum_broken_comes_last() {
    assert_eq!(
        named(THREE, "footing"),
        [
            vec![
                "Inventories 33,592: 30592, one digit",
                "Cash 14,218: 11218, one digit",
                "Accounts receivable 26,640: 23640, one digit",
                "Total current assets 71,450: 74450, one digit",
            ],
            vec![
                "Plant, net 22,107: 22017, two digits swapped",
                "Goodwill 8,113: 8023, two digits",
                "Total current assets 71,450: 71360, two digits",
            ],
            vec![
                "Accounts payable 19,840: 18940, two digits swapped",
                // The change of retained earnings differs from net income, and will differ still: that check accuses nobody.
                "Retained earnings 45,449: 44549, two digits swapped",
                "Common stock 35,000: 34100, two digits",
            ],
        ]
    );
}
