//! The workbook as its users open it: sheets, live formulas, ties, marks; recalculated by `LibreOffice` Calc where it is installed.
#![cfg(feature = "workbook")]

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Read, Write},
    path::{Path, PathBuf},
    process::Command,
};

use rust_decimal::Decimal;
use tieout::{analyze, export, report::Report};

const SAMPLE: &[u8] = include_bytes!("../www/samples/pellworth-2005q4.txt");

/// The first total is 10 too high, the second off by the 1 that rounding of three figures explains.
const BAKERIES: &str = "
                     WREN HILL BAKERIES
                       BALANCE SHEET
                       (in thousands)

                               March 31,     March 31,
                                    2001          2000
                              ----------    ----------
Current assets:
  Cash                        $    1,204    $    1,117
  Receivables                      3,618         3,402
  Flour and fuel                     421           388
                              ----------    ----------
   Total current assets            5,253         4,907
Ovens                              2,000         1,900
                              ----------    ----------
   Total assets               $    7,253    $    6,808
                              ==========    ==========
Accounts payable              $    1,950    $    1,873
Common stock                       5,303         4,935
                              ----------    ----------
   Total liabilities and
     stockholders' equity     $    7,253    $    6,808
                              ==========    ==========
";

fn workbook(report: &Report) -> Vec<u8> {
    export::workbook(report).expect("a workbook")
}

/// The files inside, by name.
fn parts(workbook: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).expect("a zip");
    let mut found = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("UTF-8");
        found.insert(file.name().expect("a name").into_owned(), text);
    }
    found
}

/// What stands between two marks, wherever they come.
fn between<'t>(text: &'t str, open: &str, close: &str) -> Vec<&'t str> {
    text.split(open).skip(1).filter_map(|rest| rest.split_once(close).map(|(inside, _)| inside)).collect()
}

fn sheet_names(parts: &BTreeMap<String, String>) -> Vec<&str> {
    between(&parts["xl/workbook.xml"], "<sheet name=\"", "\"")
}

/// The XML of a cell of a sheet, which are numbered from 1 with the findings first.
fn cell(parts: &BTreeMap<String, String>, sheet: usize, address: &str) -> String {
    let text = &parts[&format!("xl/worksheets/sheet{sheet}.xml")];
    between(text, &format!("<c r=\"{address}\""), "</c>").first().copied().unwrap_or_default().to_owned()
}

#[test]
fn there_is_a_sheet_for_each_statement_and_for_findings_and_ties() {
    let report = analyze("pellworth.txt", SAMPLE);
    let parts = parts(&workbook(&report));
    let names = sheet_names(&parts);
    assert_eq!(names[0], "Findings");
    assert!(names.contains(&"Balance sheet") && names.contains(&"Operations") && names.contains(&"Cash flow"));
    assert!(names.contains(&"Ties"), "{names:?}");
    let mut once: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), names.len(), "{names:?}");
    assert!(names.iter().all(|name| name.len() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\''])));
}

#[test]
fn totals_are_formulas_and_a_broken_one_keeps_its_printed_number() {
    let parts = parts(&workbook(&analyze("bakeries.txt", BAKERIES.as_bytes())));
    // Five rows of head, "Current assets:", and the lines from row 7.
    assert!(cell(&parts, 2, "C10").contains("<f>SUM(C7:C9)</f><v>4907</v>"), "{}", cell(&parts, 2, "C10"));
    let broken = cell(&parts, 2, "B10");
    assert!(broken.contains("<v>5253</v>") && !broken.contains("<f>"), "{broken}");
    // 4,907 and 1,900 are 6,807: the formula gives the printed 6,808 and says what it adds.
    assert!(cell(&parts, 2, "C12").contains("<f>SUM(C10:C11)+1</f><v>6808</v>"), "{}", cell(&parts, 2, "C12"));
}

#[test]
fn a_broken_total_is_coloured_and_its_comment_has_the_figures() {
    let parts = parts(&workbook(&analyze("bakeries.txt", BAKERIES.as_bytes())));
    let comments: String =
        parts.iter().filter(|(name, _)| name.contains("comments")).map(|(_, c)| c.as_str()).collect();
    assert!(comments.contains("ref=\"B10\""), "{comments}");
    assert!(comments.contains("Printed 5,253, computed 5243, difference 10."), "{comments}");
    let style = |address| between(&cell(&parts, 2, address), " s=\"", "\"").first().map(ToString::to_string);
    assert_ne!(style("B10"), style("C10"));
    assert!(parts["xl/styles.xml"].contains("F6C9C4"));
    // The findings lead to it.
    let links = &parts["xl/worksheets/sheet1.xml"];
    assert!(links.contains("location=\"'Balance sheet'!B10\""), "{links}");
}

#[test]
fn ties_are_references_across_sheets() {
    let parts = parts(&workbook(&analyze("pellworth.txt", SAMPLE)));
    let at = sheet_names(&parts).iter().position(|name| *name == "Ties").expect("ties") + 1;
    let formulas = parts[&format!("xl/worksheets/sheet{at}.xml")].replace("&apos;", "'");
    assert!(formulas.contains("<f>'Cash flow'!") && formulas.contains("<f>'Balance sheet'!"), "{formulas}");
    // The sample's first is the total it was given to break; the others give nought.
    assert!(formulas.contains("<f>E4-F4</f><v>-18</v>") && formulas.contains("<f>E5-F5</f><v>0</v>"), "{formulas}");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = analyze("bakeries.txt", BAKERIES.as_bytes());
    assert_eq!(workbook(&report), workbook(&report));
}

#[test]
fn a_report_of_nothing_is_a_workbook_too() {
    let names = parts(&workbook(&analyze("letter.txt", b"Dear all,\nsee you on Monday.\n")));
    assert_eq!(sheet_names(&names), ["Findings", "Not read"]);
}

/// Opens a workbook in `LibreOffice`, which calculates all of it anew; gives each sheet's rows. `None` without `LibreOffice`.
fn recalculated(name: &str, workbook: &[u8]) -> Option<BTreeMap<String, Vec<Vec<String>>>> {
    let office =
        ["soffice", "libreoffice"].into_iter().find(|office| Command::new(office).arg("--version").output().is_ok())?;
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("profile/user")).expect("a folder");
    fs::write(
        folder.join("profile/user/registrymodifications.xcu"),
        "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\"><item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">\
         <prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item></oor:items>",
    )
    .expect("its settings");
    fs::write(folder.join("x.xlsx"), workbook).expect("the workbook");
    let output = Command::new(office)
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to"])
        // All sheets, comma and quote, UTF-8, numbers as they are and not as shown.
        .arg("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1")
        .arg("--outdir")
        .args([&folder, &folder.join("x.xlsx")])
        .output()
        .expect("LibreOffice runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(sheets(&folder))
}

fn sheets(folder: &Path) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder").flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if let Some(name) = file.strip_prefix("x-").and_then(|f| f.strip_suffix(".csv")) {
            found.insert(name.to_owned(), rows(&fs::read_to_string(entry.path()).expect("UTF-8")));
        }
    }
    found
}

fn rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    for c in csv.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            c => field.push(c),
        }
    }
    rows
}

/// The workbook with a wrong number in the place of every formula's stored result.
fn without_results(workbook: &[u8]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts(workbook) {
        let mut pieces = text.split("</f><v>");
        let mut changed = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (_, rest) = piece.split_once("</v>").expect("a result");
            changed.push_str("</f><v>777</v>");
            changed.push_str(rest);
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("a file");
        out.write_all(changed.as_bytes()).expect("written");
    }
    out.finish().expect("a zip").into_inner()
}

#[test]
fn recalculated_every_formula_gives_what_was_printed() {
    for (name, file) in [("recalculated-sample", SAMPLE), ("recalculated-bakeries", BAKERIES.as_bytes())] {
        let report = analyze(name, file);
        let workbook = workbook(&report);
        let parts = parts(&workbook);
        let names = sheet_names(&parts);
        let Some(sheets) = recalculated(name, &without_results(&workbook)) else {
            eprintln!("NOT RUN: no LibreOffice (scripts/setup tests installs it)");
            assert!(std::env::var_os("CI").is_none(), "CI has LibreOffice recalculate the workbook");
            return;
        };
        let mut compared = 0;
        for (statement, name) in report.statements.iter().zip(&names[1..]) {
            let rows = &sheets[&name.replace("&amp;", "&")];
            for (line, row) in statement.lines.iter().zip(&rows[5..]) {
                for cell in &line.cells {
                    let column = 1 + statement.columns.iter().position(|c| c.id == cell.column).expect("a column");
                    let Some(printed) = cell.printed else { continue };
                    let shown: Decimal = row[column].parse().unwrap_or_else(|_| panic!("{name}: {row:?}"));
                    assert_eq!(shown, printed, "{name}: {}", line.caption);
                    compared += 1;
                }
            }
        }
        assert!(compared > 10, "{compared}");
        for row in sheets.get("Ties").map_or(&[][..], |rows| &rows[3..]) {
            let difference: Decimal = row[6].parse().expect("a number");
            assert_eq!(row[0] == "✓ ties", difference.is_zero(), "{row:?}");
        }
    }
}
