//! The pictures' part of the sample's reading is what the core reads today; `TIEOUT_ACCEPT=1 cargo test --features page
//! pictures` writes it anew.

use std::path::Path;

use super::{SAMPLE, taken};
use crate::chart::Kind;
use crate::reading::{Beside, Index, Original, Reading};
use crate::report::Outcome;

const FILE: &str = "pellworth-2005q4.txt";

/// Of the sample's reading the current liabilities, the checks of their total, and the bridge of the first column.
fn part() -> Reading {
    let Reading { mut report, mut charts, .. } =
        Reading::of(FILE, include_bytes!("../../../../www/samples/pellworth-2005q4.txt"), &mut |_| ());
    report.statements.truncate(1);
    let lines = &mut report.statements[0].lines;
    let place = |caption: &str| lines.iter().position(|line| line.caption.starts_with(caption));
    let (first, last) = (place("Current liabilities").unwrap_or(0), place("Total current liabilities").unwrap_or(0));
    *lines = lines[first..=last].to_vec();
    let total: Vec<String> = lines[last - first].cells.iter().map(|cell| cell.id.clone()).collect();
    report
        .checks
        .retain(|check| check.rule == "footing" && check.reported.as_ref().is_some_and(|id| total.contains(id)));
    charts.drawn.retain(|chart| chart.kind == Kind::Bridge);
    charts.drawn.truncate(1);
    charts.drawn[0].views.truncate(1);
    charts.absent.clear();
    (report.bytes, report.claims, report.unparsed) = (0, Vec::new(), Vec::new());
    report.diagnostics.clear();
    report.documents.clear();
    let index = Index::of(&report);
    Reading { report, original: Original::default(), index, charts, beside: Beside::default() }
}

#[test]
fn the_pictures_are_of_what_the_core_reads() {
    let part = part();
    let mut wanted = Vec::new();
    part.pieces(&mut |piece| {
        wanted.extend(u16::try_from(piece.len()).unwrap_or_default().to_le_bytes());
        wanted.extend(piece);
    });
    if std::env::var_os("TIEOUT_ACCEPT").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples/pictures.bin");
        std::fs::write(path, &wanted).unwrap_or_else(|error| panic!("{error}"));
    } else {
        assert!(SAMPLE == wanted, "the pictures show what was read once: see the head of this file");
    }
    assert_eq!(taken(&wanted).map(|filing| filing.0), Some(part));
}

#[test]
fn they_show_a_total_that_does_not_foot_and_one_that_does() {
    let part = part();
    let outcomes: Vec<_> = part.report.checks.iter().map(|check| check.outcome).collect();
    assert_eq!(outcomes, [Outcome::Broken, Outcome::Exact]);
    assert_eq!(part.report.statements[0].lines.len(), 6, "a heading, four lines, their total");
    assert!(!part.report.checks[0].suspects.is_empty());
}

#[test]
fn damaged_pictures_are_no_pictures() {
    assert!(taken(&[9, 0, 1]).is_none());
    assert!(taken(&[1, 0, 99]).is_none());
}
