//! Who reports, and for which period, as far as a filing of an invented company says it.

use std::fmt::Write as _;

/// A balance sheet of a company, its amounts all of one size.
fn sheet(company: &str, cash: u32) -> String {
    let mut text = String::new();
    for line in [company, "BALANCE SHEET", "(In Thousands)", "", "            December 31,", ""] {
        let _ = writeln!(text, "             {line}");
    }
    let _ = write!(
        text,
        "                          1998     1997\n\
         Cash                   $  {cash}   $   {cash}\n\
         Plant, net              2,000    2,000\n\
                                ------   ------\n\
         Total assets           $2,{cash}   $2,{cash}\n\
                                ======   ======\n\
         Debt                   $1,200   $1,200\n\
         Equity                    {equity}      {equity}\n\
                                ------   ------\n\
         Total liabilities and\n\
         \x20 equity               $2,{cash}   $2,{cash}\n\
                                ======   ======\n\n<PAGE>\n",
        equity = 800 + cash
    );
    text
}

#[test]
fn the_company_above_its_statement() {
    let report = tieout::analyze("a.txt", sheet("ALDER POWER COMPANY AND SUBSIDIARIES", 100).as_bytes());
    assert_eq!(report.entity.name.as_deref(), Some("ALDER POWER COMPANY"));
    assert_eq!(report.statements[0].title, "BALANCE SHEET");
}

#[test]
fn two_companies_in_one_filing() {
    let both = sheet("ALDER POWER COMPANY", 100) + &sheet("BIRCH POWER COMPANY", 150);
    let report = tieout::analyze("two.txt", both.as_bytes());
    let titles: Vec<_> = report.statements.iter().map(|s| s.title.as_str()).collect();
    assert_eq!(titles, ["ALDER POWER COMPANY BALANCE SHEET", "BIRCH POWER COMPANY BALANCE SHEET"]);
}

#[test]
fn cash_of_one_company_is_not_held_against_anothers() {
    let flow = "               BIRCH POWER COMPANY\n               STATEMENT OF CASH FLOWS\n                 (In Thousands)\n\n\
        \x20                         Year ended\n                         December 31,\n                             1998\n\
        Net income                   $   90\n\
        Depreciation                     30\n\
        Net cash provided by\n  operating activities           120\n\
        Additions to plant              (70)\n\
        Net cash used in\n  investing activities           (70)\n\
        Increase in cash                 50\n\
        Cash at beginning of year       100\n\
        Cash at end of year          $  150\n";
    let ties = |company: &str| {
        let report = tieout::analyze("t.txt", (sheet(company, 100) + flow).as_bytes());
        report
            .checks
            .iter()
            .filter(|c| c.rule == "cash_tie" && c.outcome == tieout::vocabulary::Outcome::Broken)
            .count()
    };
    assert!(ties("BIRCH POWER COMPANY") > 0);
    assert_eq!(ties("ALDER POWER COMPANY"), 0);
}

#[test]
fn the_cover_of_inline_xbrl_says_who_files() {
    let page = "<html><body><div style=\"display:none\"><ix:header><ix:hidden>\
        <ix:nonNumeric name=\"dei:EntityCentralIndexKey\" contextRef=\"c\">0009999901</ix:nonNumeric>\
        <ix:nonNumeric name=\"dei:AmendmentFlag\" contextRef=\"c\">true</ix:nonNumeric></ix:hidden></ix:header></div>\
        <p>Form <ix:nonNumeric name=\"dei:DocumentType\" contextRef=\"c\">10-K</ix:nonNumeric></p>\
        <p>For the year ended <ix:nonNumeric name=\"dei:DocumentPeriodEndDate\" contextRef=\"c\">\
        <ix:nonNumeric name=\"dei:CurrentFiscalYearEndDate\" contextRef=\"c\">January 29</ix:nonNumeric>, 2022</ix:nonNumeric></p>\
        <p><ix:nonNumeric name=\"dei:EntityRegistrantName\" contextRef=\"c\">Harrow Vale Seeds &amp; Co.</ix:nonNumeric></p>\
        <p><ix:nonNumeric name=\"dei:EntityRegistrantName\" contextRef=\"d\">Harrow Vale Finance LLC</ix:nonNumeric></p>\
        </body></html>";
    let report = tieout::analyze("cover.htm", page.as_bytes());
    let entity = &report.entity;
    assert_eq!((entity.name.as_deref(), entity.cik.as_deref()), (Some("Harrow Vale Seeds & Co."), Some("0009999901")));
    assert_eq!(report.release.period_end.as_deref(), Some("2022-01-29"));
    assert_eq!(report.documents[0].kind, "10-K/A");
}

#[test]
fn a_cover_is_no_headline() {
    let text = "Indicate by check mark whether the registrant (1) has filed all reports required\nto be filed.\n\n\
        OVERBY TANNERIES REPORTS THIRD QUARTER RESULTS\n\nNET SALES ROSE.\n";
    let report = tieout::analyze("a.txt", text.as_bytes());
    assert_eq!(report.release.title.as_deref(), Some("OVERBY TANNERIES REPORTS THIRD QUARTER RESULTS"));
}
