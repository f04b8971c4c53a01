//! The report as a person reads it on a terminal: findings first, each with its arithmetic and its place.

use std::{
    collections::HashMap,
    io::{self, Write},
};

use tieout::{
    report::{Check, Outcome, Report, Severity, Tally},
    span::Span,
};

pub fn write(out: &mut impl Write, report: &Report, bytes: &[u8]) -> io::Result<()> {
    let entity = &report.entity;
    writeln!(out, "{}", report.file)?;
    if let Some(name) = &entity.name {
        let listing = entity.ticker.as_ref().map(|t| format!(" ({t})")).unwrap_or_default();
        let period = report.release.period_end.as_ref().map(|p| format!(", to {p}")).unwrap_or_default();
        writeln!(out, "{name}{listing}{period}")?;
    }
    writeln!(out, "{} statements, {}", report.statements.len(), Tally::of(&report.checks).line())?;
    let told = |c: &&Check| c.severity == Severity::Info && c.outcome == Outcome::Broken && c.repeats.is_none();
    match report.checks.iter().filter(told).count() {
        0 => {}
        told => writeln!(out, "{told} more for information: not a fault by itself")?,
    }
    if report.strict {
        writeln!(out, "Strict: rounding counts as broken")?;
    }
    let spans = spans(report);
    let repeated: Vec<&Check> = report.checks.iter().filter(|c| c.repeats.is_some()).collect();
    for outcome in [Outcome::Broken, Outcome::Rounding, Outcome::Unchecked] {
        let mut checks: Vec<&Check> =
            report.checks.iter().filter(|c| c.outcome == outcome && c.repeats.is_none()).collect();
        checks.sort_by_key(|c| c.severity);
        for check in checks {
            // What is about no one amount stands where its statement begins.
            let statement =
                || report.statements.iter().find(|s| Some(&s.id) == check.statement.as_ref()).map(|s| s.span);
            let amount = check.reported.as_ref().and_then(|id| spans.get(id.as_str())).copied();
            let place = amount.or_else(statement).map(|span| line(bytes, span));
            let place = place.map_or_else(|| report.file.clone(), |line| format!("{}:{line}", report.file));
            writeln!(out, "\n{}  {}", mark(check), check.title)?;
            if let Some(label) = column(report, check) {
                writeln!(out, "   {label}")?;
            }
            writeln!(out, "   {}", check.detail)?;
            for other in repeated.iter().filter(|c| c.repeats.as_ref() == Some(&check.id)) {
                writeln!(out, "   Also under {}.", other.rule)?;
            }
            if let Some(suspect) = check.suspects.first() {
                let text = text_of(report, &suspect.cell).unwrap_or_default();
                writeln!(
                    out,
                    "   If {text} read {}, {} {} would tie ({}).",
                    suspect.suggested,
                    suspect.equations_fixed,
                    if suspect.equations_fixed == 1 { "check" } else { "checks" },
                    suspect.why
                )?;
            }
            writeln!(out, "   {place}")?;
        }
    }
    for diagnostic in &report.diagnostics {
        writeln!(out, "\nnote  {}", diagnostic.message)?;
    }
    for number in &report.unparsed {
        writeln!(out, "\nnot read  {} {}:{}", number.why, report.file, line(bytes, number.span))?;
    }
    writeln!(out)
}

fn mark(check: &Check) -> &'static str {
    match (check.outcome, check.severity) {
        (Outcome::Broken, Severity::Error) => "✗ does not tie",
        (Outcome::Broken, Severity::Warning) => "✗ does not tie (warning)",
        (Outcome::Broken, Severity::Info) => "✗ differs (information)",
        (Outcome::Rounding, _) => "≈ within rounding",
        (Outcome::Unchecked, _) => "○ not checked",
        (Outcome::Exact, _) => "✓ ties",
    }
}

fn spans(report: &Report) -> HashMap<&str, Span> {
    let cells = report.statements.iter().flat_map(|s| &s.lines).flat_map(|l| &l.cells).map(|c| (c.id.as_str(), c.span));
    cells.chain(report.claims.iter().map(|c| (c.id.as_str(), c.span))).collect()
}

fn text_of<'r>(report: &'r Report, id: &str) -> Option<&'r str> {
    let mut cells = report.statements.iter().flat_map(|s| &s.lines).flat_map(|l| &l.cells);
    let cell = cells.find(|c| c.id == id).map(|c| c.text.as_str());
    cell.or_else(|| report.claims.iter().find(|c| c.id == id).map(|c| c.text.as_str()))
}

fn column<'r>(report: &'r Report, check: &Check) -> Option<&'r str> {
    let column = check.column.as_deref()?;
    report.statements.iter().flat_map(|s| &s.columns).find(|c| c.id == column).map(|c| c.label.as_str())
}

/// Number of the line, from 1, in which a span begins.
fn line(bytes: &[u8], span: Span) -> usize {
    bytes[..span.start.min(bytes.len())].iter().filter(|b| **b == b'\n').count() + 1
}
