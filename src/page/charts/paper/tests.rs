//! Pictures of charts: whole in themselves, drawn to scale, in the page's light colours.

use super::ink::{self, BROKEN, DECREASE, EARLIER, HAIR, INCREASE, INK, PAPER, PART, ROUNDING, SOFT, TOTAL};
use super::{Picture, TIE, Turned, UNCHECKED, picture};
use crate::chart::charts;
use crate::chart::testing::Sheet;
use crate::report::{Report, StatementKind};

fn report(costs: &str) -> Report {
    let mut sheet = Sheet::new(StatementKind::IncomeStatement, 1000);
    sheet.columns(&[(12, "2003-12-31"), (12, "2002-12-31")]);
    sheet.line("Net revenues", &["200000", "155266"]).line("Costs & expenses <all", &["150000", "160000"]);
    sheet.line("Net income (loss)", &["50000", "-4734"]).sum("3 = 1 - 2").set(2, costs);
    let mut report = sheet.report();
    report.file = "corvane.txt".into();
    report.entity.name = Some("Corvane Marine, Inc.".into());
    report
}

fn drawn(report: &Report, figure: usize) -> Picture {
    let charts = charts(report);
    picture(report, &charts, &Turned::of(&charts), figure).unwrap_or_else(|| panic!("no chart {figure}"))
}

/// The values of an attribute, of all elements of a name.
fn values<'s>(svg: &'s str, element: &str, attribute: &str) -> Vec<&'s str> {
    let elements = svg.split('<').filter(|tag| tag.split(' ').next() == Some(element));
    let key = format!(" {attribute}=\"");
    elements.filter_map(|tag| tag.split_once(&key)?.1.split('"').next()).collect()
}

#[test]
fn a_picture_says_whose_figures_of_which_period_in_which_unit_it_shows() {
    let Picture { name, svg } = drawn(&report("150000"), 0);
    assert_eq!(name, ".s1.income.year-dec-2003");
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\""), "{svg}");
    assert!(svg.contains("<title>Net revenues of 200,000 became net income of 50,000</title>"), "{svg}");
    let note = "Source: Corvane Marine, Inc., Statement, Year ended December 31, 2003, in thousands of US dollars. \
                Read from corvane.txt and drawn by tieout.";
    assert!(svg.contains(&format!("<desc>{note}</desc>")), "{svg}");
    let seen: Vec<&str> = svg.split("</text>").filter_map(|part| part.rsplit('>').next()).collect();
    for words in ["Revenue to net income", "✓ ties", "Net revenues", "(150,000)", "Costs &amp; expenses &lt;all"] {
        assert!(seen.contains(&words), "{words} in {seen:?}");
    }
}

#[test]
fn a_picture_needs_nothing_from_outside() {
    for figure in 0..2 {
        let Picture { svg, .. } = drawn(&report("150000"), figure);
        let svg = svg.replacen("http://www.w3.org/2000/svg", "", 1);
        for outside in ["http", "href", "url(", "class=", "style", "var(", "currentColor", "%\""] {
            assert!(!svg.contains(outside), "{outside} in {svg}");
        }
        for family in values(&svg, "text", "font-family") {
            assert!(family.ends_with("serif"), "any machine has a face of {family}");
        }
    }
}

#[test]
fn bars_are_to_scale() {
    let Picture { svg, .. } = drawn(&report("150000"), 0);
    let number = |text: &&str| text.parse::<f64>().unwrap_or(f64::NAN);
    // The sheet itself, then revenue of 200,000, costs of 150,000 down to 50,000, and income of 50,000.
    let wide: Vec<f64> = values(&svg, "rect", "width").iter().skip(1).map(number).collect();
    let left: Vec<f64> = values(&svg, "rect", "x").iter().map(number).collect();
    assert_eq!(wide.len(), 3);
    assert!((wide[1] / wide[0] - 0.75).abs() < 0.001 && (wide[2] / wide[0] - 0.25).abs() < 0.001, "{wide:?}");
    assert!((left[1] - left[0] - wide[2]).abs() < 0.02, "the costs leave the income: {left:?}");
    assert_eq!(left[0].to_string(), left[2].to_string());
    assert!(left.iter().zip(&wide).all(|(left, wide)| left + wide <= 928.0));
}

#[test]
fn what_does_not_tie_is_a_bar_and_words() {
    let Picture { svg, .. } = drawn(&report("149982"), 0);
    assert!(svg.contains(">✗ Does not tie by 18</text>"), "{svg}");
    assert!(svg.contains(">✗ does not tie</text>"), "{svg}");
    assert_eq!(values(&svg, "rect", "stroke").iter().filter(|&&stroke| stroke == BROKEN).count(), 1);
}

/// The light value of a colour of the page.
fn light(name: &str) -> &'static str {
    let styles =
        [include_str!("../../../../www/styles/tokens.css"), include_str!("../../../../www/styles/drawing.css")];
    let of = |styles: &'static str| styles.split_once(&format!("--{name}: light-dark("))?.1.split(',').next();
    styles.into_iter().find_map(of).unwrap_or_else(|| panic!("no --{name}"))
}

#[test]
fn the_colours_are_the_light_ones_of_the_page() {
    for (name, colour) in [
        ("paper", PAPER),
        ("ink", INK),
        ("ink-soft", SOFT),
        ("hairline", HAIR),
        ("tie", TIE),
        ("rounding", ROUNDING),
        ("broken", BROKEN),
        ("unchecked", UNCHECKED),
        ("chart-total", TOTAL),
        ("chart-increase", INCREASE),
        ("chart-decrease", DECREASE),
        ("chart-part", PART),
        ("chart-earlier", EARLIER),
    ] {
        assert_eq!(light(name), colour, "{name}");
    }
    // One fifth of what is broken, four fifths of paper.
    let part = |colour: &str, at: usize| u32::from_str_radix(&colour[at..at + 2], 16).unwrap_or_default();
    for at in [1, 3, 5] {
        let blend = (part(BROKEN, at) + 4 * part(PAPER, at)) / 5;
        assert!(blend.abs_diff(part(ink::FAINT, at)) <= 1, "{blend:x} at {at}");
    }
}
