//! What the worker hands out is what the page takes in, whole or not at all.

use super::{Index, Reading};
use crate::report::Check;

const SAMPLE: &str = include_str!("../../www/samples/pellworth-2005q4.txt");

fn pieces(reading: &Reading) -> Vec<Vec<u8>> {
    let mut pieces = Vec::new();
    reading.pieces(&mut |piece| pieces.push(piece));
    pieces
}

fn put_together(pieces: &[Vec<u8>]) -> Option<Reading> {
    let mut reading = Reading::default();
    for piece in pieces {
        reading.add(piece)?;
    }
    Some(reading)
}

#[test]
fn nothing_is_lost_on_the_way() {
    let long = SAMPLE.replace("Cash and cash", "Caf\u{e9} \u{2014} cash").repeat(8);
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend_from_slice(long.as_bytes());
    let mut steps = Vec::new();
    let reading = Reading::of("long.txt", &bytes, &mut |step| steps.push(step as u8));
    assert_eq!(steps, [0, 1, 2, 3]);
    assert!(reading.report.statements.len() > 30 && !reading.charts.drawn.is_empty());
    let pieces = pieces(&reading);
    assert!(pieces.len() > 20, "{} pieces", pieces.len());
    assert!(pieces.iter().all(|piece| piece.len() < 100_000), "none is too large");
    assert!(put_together(&pieces) == Some(reading));
}

#[test]
fn a_check_of_no_amount_counts_where_it_belongs() {
    let mut report = Reading::of("sample.txt", SAMPLE.as_bytes(), &mut |_| ()).report;
    let before = Index::of(&report);
    let whole = Check { reported: None, statement: None, repeats: None, ..report.checks[0].clone() };
    let sheet = Check { statement: Some(report.statements[1].id.clone()), ..whole.clone() };
    report.checks.extend([whole, sheet]);
    let after = Index::of(&report);
    assert_eq!(after.of_all.checked(), before.of_all.checked() + 2);
    assert_eq!(after.of_text, before.of_text, "the text has nothing to do with it");
    assert_eq!(after.of_statement(1).checked(), before.of_statement(1).checked() + 1);
}

#[test]
fn what_checks_name_of_another_filing_is_kept_and_carried() {
    let earlier = SAMPLE.replace("41,200", "41,700");
    let reading = Reading::of_two(("now.txt", SAMPLE.as_bytes()), ("earlier.txt", earlier.as_bytes()), &mut |_| ());
    let check = reading.report.checks.iter().find(|c| c.detail.contains("41,700")).expect("a restated line");
    let there = reading.beside.amount(&check.terms[0].cell).expect("its amount there");
    assert_eq!((there.caption.as_str(), there.text.as_str()), ("Goodwill", "41,700"));
    assert_eq!(reading.beside.period_end.as_deref(), Some("2005-12-31"));
    assert_eq!(put_together(&pieces(&reading)).as_ref(), Some(&reading));
}

#[test]
fn a_piece_that_is_damaged_is_noticed() {
    let mut pieces = pieces(&Reading::of("sample.txt", SAMPLE.as_bytes(), &mut |_| ()));
    if let Some(piece) = pieces.iter_mut().find(|piece| piece[0] == 2) {
        piece.pop();
    }
    assert_eq!(put_together(&pieces), None);
}

#[test]
fn of_a_reading_that_failed_the_text_and_the_reason_are_kept() {
    let kept = Reading::kept("a.txt", SAMPLE.as_bytes(), Some(crate::report::Step::Checks), "unreachable");
    assert!(kept.is_faulty());
    assert_eq!(kept.original.line_count(), SAMPLE.lines().count());
    assert!(kept.report.diagnostics[0].message.contains("while it checked the arithmetic"));
    assert!(!Reading::of("a.txt", SAMPLE.as_bytes(), &mut |_| ()).is_faulty());
}
