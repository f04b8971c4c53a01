//! How long a filing takes, and how that grows: prints times and ratios, asserts nothing.
//!
//! `cargo bench` analyses the sample, then the sample many times over in one file, then lines that have no structure at all.

use std::{fmt::Write, fs, path::Path, time::Instant};

fn main() {
    let sample =
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples/pellworth-2005q4.txt")).unwrap_or_default();
    let one = time("the sample", &sample, 200);
    let ten = time("ten times the sample", &sample.repeat(10), 20);
    let hundred = time("a hundred times the sample", &sample.repeat(100), 2);
    println!("ten times the text takes {:.1} times as long, a hundred times {:.1}", ten / one, hundred / one);
    // One statement of many lines in which nothing adds up: the most a search can have to do.
    let rows = |n: usize| -> Vec<u8> {
        let mut text = String::from("  BALANCE SHEET\n (in thousands)\n\n                       2001       2000\n");
        for i in 0..n {
            let _ = writeln!(text, "Line {i:<12} {:>10} {:>10}", i * 7919 % 99_991, i * 104_729 % 99_991);
        }
        text.into_bytes()
    };
    let small = time("300 lines without structure", &rows(300), 5);
    let large = time("3,000 lines without structure", &rows(3000), 1);
    println!("ten times the lines take {:.1} times as long", large / small);
    // Totals under every few lines, and none of them right: each is tried with every sign, as far up as the search may look.
    let totals = |n: usize| -> Vec<u8> {
        let mut text = String::from("  BALANCE SHEET\n (in thousands)\n\n                       2001       2000\n");
        for i in 0..n {
            let name = if i % 6 == 5 { "Total of" } else { "Line" };
            let _ = writeln!(text, "{name} {i:<12} {:>10} {:>10}", i * 7919 % 99_991, i * 104_729 % 99_991);
        }
        text.into_bytes()
    };
    let small = time("300 lines of which 50 say that they are totals", &totals(300), 5);
    let large = time("3,000 lines of which 500 say so", &totals(3000), 1);
    println!("ten times the lines take {:.1} times as long", large / small);
}

/// Milliseconds for one run.
fn time(what: &str, bytes: &[u8], runs: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..runs {
        std::hint::black_box(tieout::analyze("bench", std::hint::black_box(bytes)));
    }
    let each = start.elapsed().as_secs_f64() * 1000.0 / f64::from(runs);
    let mib = f64::from(u32::try_from(bytes.len()).unwrap_or(u32::MAX)) / 1_048_576.0;
    println!("{what}: {each:.2} ms, {:.0} MB/s", mib * 1000.0 / each);
    each
}
