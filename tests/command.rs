//! The command as its users call it: formats, exit codes, folders, standard input, bad input.
#![cfg(feature = "command")]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

fn tieout(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tieout")).args(arguments).output().expect("the command runs")
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

const SOUND: &str = "
                     WREN HILL BAKERIES
                       BALANCE SHEET
                       (in thousands)

                               March 31,     March 31,
                                    2001          2000
                              ----------    ----------
Cash                          $    1,204    $    1,117
Receivables                        3,618         3,402
                              ----------    ----------
   Total assets               $    4,822    $    4,519
                              ==========    ==========
Accounts payable              $    1,950    $    1,873
Common stock                       2,872         2,646
                              ----------    ----------
   Total liabilities and
     stockholders' equity     $    4,822    $    4,519
                              ==========    ==========
";

fn write(folder: &Path, name: &str, text: &[u8]) -> String {
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    path.display().to_string()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("JSON on standard output")
}

#[test]
fn a_sound_filing_exits_zero() {
    let file = write(&folder("sound"), "a.txt", SOUND.as_bytes());
    let output = tieout(&["report", "--format", "json", &file]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let reports = json(&output);
    assert_eq!(reports[0]["schema"], "tieout.report/1");
    let total = &reports[0]["statements"][0]["lines"][2]["cells"][1];
    // Amounts are decimal strings, after scale and as printed.
    assert_eq!(
        (&total["value"], &total["printed"], &total["text"]),
        (&"4519000".into(), &"4519".into(), &"4,519".into())
    );
    assert_eq!(reports[0]["statements"][0]["columns"][0]["instant"], "2001-03-31");
    assert_eq!(reports[0]["statements"][0]["scale"], "1000");
}

#[test]
fn a_broken_sum_exits_one_and_says_where() {
    let broken = SOUND.replace("3,618", "3,681");
    let file = write(&folder("broken"), "a.txt", broken.as_bytes());
    let output = tieout(&["report", "--format", "text", &file]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("does not tie  Total assets foots"), "{text}");
    assert!(text.contains("4,822 as printed; the 2 lines add to 4,885. The difference is 63 thousand."), "{text}");
    assert!(text.contains("If 3,681 read 3618, 1 check would tie (two digits swapped)."), "{text}");
    assert!(text.contains(&format!("{file}:12")), "{text}");
}

#[test]
fn strict_counts_rounding_as_broken() {
    // In millions, 12 + 45 = 57 against 58 is within rounding.
    let rounded = SOUND.replace("(in thousands)", "(in millions)").replace("3,618", "3,619");
    let file = write(&folder("strict"), "a.txt", rounded.as_bytes());
    assert_eq!(tieout(&["report", "--format", "ndjson", &file]).status.code(), Some(0));
    assert_eq!(tieout(&["report", "--format", "ndjson", "--strict", &file]).status.code(), Some(1));
    let text = String::from_utf8_lossy(&tieout(&["report", "--format", "text", "--strict", &file]).stdout).into_owned();
    assert!(
        text.contains(" 0 within rounding, 1 do not tie;") && text.contains("Strict: rounding counts as broken"),
        "{text}"
    );
}

#[test]
fn one_report_a_line_for_a_folder_and_standard_input() {
    let folder = folder("many");
    write(&folder, "a.txt", SOUND.as_bytes());
    fs::create_dir_all(folder.join("deeper")).expect("a folder");
    write(&folder.join("deeper"), "b.txt", SOUND.as_bytes());
    let mut child = Command::new(env!("CARGO_BIN_EXE_tieout"))
        .args(["report", "--format", "ndjson", &folder.display().to_string(), "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command runs");
    child.stdin.take().expect("standard input").write_all(SOUND.as_bytes()).expect("a pipe");
    let output = child.wait_with_output().expect("the command ends");
    let files: Vec<String> = output
        .stdout
        .split(|b| *b == b'\n')
        .filter(|l| !l.is_empty())
        .map(|l| {
            serde_json::from_slice::<Value>(l).expect("a report a line")["file"].as_str().unwrap_or_default().to_owned()
        })
        .collect();
    assert_eq!(files.len(), 3);
    assert!(files[0].ends_with("a.txt") && files[1].ends_with("b.txt") && files[2] == "-", "{files:?}");
}

#[test]
fn what_is_no_filing_is_named() {
    let folder = folder("other");
    for (name, bytes, words) in [
        ("a.pdf", b"%PDF-1.7 and so on".as_slice(), "This is a PDF."),
        ("b.zip", b"PK\x03\x04and so on", "compressed archive"),
        ("c.png", b"\x89PNG\r\n\x1a\n", "picture"),
        ("d.txt", b"  \n ", "The file is empty."),
        ("e.bin", &[0, 1, 2, 3, 255], "not text"),
        ("g.docx", b"PK\x03\x04 and word/document.xml", "This is a Word document."),
        ("h.rs", b"fn main() {\n    run();\n}\n", "a program's source"),
        ("i.htm", b"<html><body><p>A letter.</p></body></html>", "No financial statement was found"),
        ("f.txt", b"Just a letter.\n", "No financial statement was found"),
    ] {
        let file = write(&folder, name, bytes);
        let output = tieout(&["report", "--format", "json", &file]);
        assert_eq!(output.status.code(), Some(0), "{name}");
        let reports = json(&output);
        assert_eq!(reports[0]["statements"].as_array().map(Vec::len), Some(0), "{name}");
        let message = reports[0]["diagnostics"][0]["message"].as_str().unwrap_or_default();
        assert!(message.contains(words), "{name}: {message}");
    }
}

#[test]
fn bad_usage_and_unreadable_files_exit_two() {
    for arguments in [["report"].as_slice(), &["report", "--format", "yaml", "x"], &["reprot", "x"], &["tables", "x"]] {
        let output = tieout(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("tieout: "), "{arguments:?}");
    }
    // The other files are still reported.
    let file = write(&folder("unreadable"), "a.txt", SOUND.as_bytes());
    let output = tieout(&["report", "--format", "ndjson", "/nowhere/at/all.txt", &file]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("/nowhere/at/all.txt"));
    assert_eq!(output.stdout.split(|b| *b == b'\n').filter(|l| !l.is_empty()).count(), 2);
}

#[test]
fn tables_as_csv() {
    let folder = folder("csv");
    let file = write(&folder, "a.txt", SOUND.replace("Receivables ", "Notes, net  ").as_bytes());
    let out = folder.join("out");
    let output = tieout(&["tables", &file, "--csv", &out.display().to_string()]);
    assert_eq!(output.status.code(), Some(0));
    let csv = fs::read_to_string(out.join("s1.csv")).expect("s1.csv");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        &lines[..4],
        ["BALANCE SHEET", "USD x 1000", ",\"March 31, 2001\",\"March 31, 2000\"", ",2001-03-31,2000-03-31"]
    );
    assert_eq!(&lines[4..7], ["Cash,1204,1117", "\"Notes, net\",3618,3402", "  Total assets,4822,4519"]);
}

#[test]
fn against_another_filing() {
    let folder = folder("against");
    let (this, other) = (folder.join("this.txt"), folder.join("other.txt"));
    fs::write(&this, SOUND).expect("a file");
    // Receivables a year ago were 3,402; the other filing says 3,420.
    fs::write(&other, SOUND.replace("3,402", "3,420")).expect("a file");
    let paths = [this.to_str().expect("a path"), other.to_str().expect("a path")];
    let output = tieout(&["report", "--format", "json", paths[0], "--against", paths[1]]);
    let reports: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let checks = reports[0]["checks"].as_array().expect("checks");
    let changed: Vec<_> = checks.iter().filter(|c| c["rule"] == "restated" && c["outcome"] == "broken").collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0]["difference"], "-18000");
    assert_eq!(changed[0]["severity"], "warning");
    // A warning breaks nothing.
    assert_eq!(output.status.code(), Some(0));
    let absent = tieout(&["report", paths[0], "--against", "no-such-file"]);
    assert_eq!(absent.status.code(), Some(2));
}
