//! Draws a report as a person would: statements with their verdicts, findings with the source line and carets under the amount.

use std::fmt::Write;

use super::span_of;
use rust_decimal::Decimal;
use tieout::{
    report::{Basis, Cell, Check, Column, Outcome, Report, Role, Severity, Statement, Unit},
    source::{self, Text, lines},
    span::Span,
};

pub fn draw(report: &Report, bytes: &[u8]) -> String {
    let mut out = String::new();
    let text = source::read(bytes).text;
    for statement in &report.statements {
        draw_statement(&mut out, report, statement);
    }
    draw_counts(&mut out, report);
    for check in report.checks.iter().filter(|c| c.outcome != Outcome::Exact) {
        draw_finding(&mut out, report, check, bytes, &text);
    }
    for diagnostic in &report.diagnostics {
        let _ = writeln!(out, "\nnote: {}", diagnostic.message);
    }
    for number in &report.unparsed {
        let _ = writeln!(out, "\nnot read: {}", number.why);
        draw_source(&mut out, &text, number.span);
    }
    out
}

fn draw_statement(out: &mut String, report: &Report, statement: &Statement) {
    let basis = if statement.basis == Basis::NonGaap { ", non-GAAP" } else { "" };
    let kind = format!("{:?}", statement.kind);
    let currency = if statement.currency == "USD" { String::new() } else { format!(" {}", statement.currency) };
    let _ = writeln!(out, "{} [{kind}{basis}, x{}{currency}]", statement.title, statement.scale);
    let wide =
        statement.lines.iter().map(|l| 2 * l.depth + l.caption.chars().count()).max().unwrap_or(0).clamp(20, 60) + 4;
    let _ = write!(out, "{:wide$}", "");
    for column in &statement.columns {
        let _ = write!(out, "{:>16}  ", period(column));
    }
    let _ = writeln!(out);
    for column in statement.columns.iter().filter(|c| c.currency.is_some() || c.scale.is_some()) {
        let own = (column.scale.unwrap_or(statement.scale), column.currency.as_deref().unwrap_or_default());
        let _ = writeln!(out, "{}: x{} {}", column.label, own.0, own.1);
    }
    for line in &statement.lines {
        // Counted as printed: things, and shares on a page whose money is in thousands.
        let whole =
            statement.scale != Decimal::ONE && line.cells.iter().any(|c| c.value.is_some() && c.value == c.printed);
        let mark = match (line.role, line.unit) {
            (Role::Subtotal | Role::Total, _) => '=',
            (_, Unit::PerShare) => '/',
            (_, Unit::Count) => 'n',
            (_, Unit::Shares) if whole => 'n',
            (_, Unit::Shares) => '#',
            (_, Unit::Percent) => '%',
            _ => ' ',
        };
        let caption: String = format!("{}{}", "  ".repeat(line.depth), line.caption).chars().take(wide - 3).collect();
        let mut row = format!("{mark} {caption:<0$}", wide - 2);
        for column in &statement.columns {
            let cell = line.cells.iter().find(|c| c.column == column.id);
            let text = cell.map_or("", |c| c.text.as_str());
            let _ = write!(row, "{text:>16} {}", cell.map_or(' ', |c| verdict(report, c)));
        }
        let _ = writeln!(out, "{}", row.trim_end());
    }
    let _ = writeln!(out);
}

fn period(column: &Column) -> String {
    match (&column.instant, &column.end, column.months) {
        (Some(day), _, _) => day.clone(),
        (_, Some(end), Some(months)) => format!("{months}m to {end}"),
        _ => "period?".into(),
    }
}

/// The worst verdict on a cell that some check reports on.
fn verdict(report: &Report, cell: &Cell) -> char {
    let on = report.checks.iter().filter(|c| c.reported.as_ref() == Some(&cell.id) && c.severity != Severity::Info);
    match on.map(|c| c.outcome).filter(|o| *o != Outcome::Unchecked).max() {
        Some(Outcome::Broken) => '✗',
        Some(Outcome::Rounding) => '≈',
        Some(_) => '✓',
        None => ' ',
    }
}

fn draw_counts(out: &mut String, report: &Report) {
    let mut rules: Vec<&str> = report.checks.iter().map(|c| c.rule.as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    for rule in rules {
        let count = |o: Outcome| report.checks.iter().filter(|c| c.rule == rule && c.outcome == o).count();
        let _ = write!(out, "{rule}:");
        for (outcome, word) in [
            (Outcome::Exact, "tie"),
            (Outcome::Rounding, "within rounding"),
            (Outcome::Broken, "broken"),
            (Outcome::Unchecked, "not checked"),
        ] {
            if count(outcome) > 0 {
                let _ = write!(out, " {} {word}", count(outcome));
            }
        }
        let _ = writeln!(out);
    }
}

fn draw_finding(out: &mut String, report: &Report, check: &Check, bytes: &[u8], text: &Text) {
    let mark = match check.outcome {
        Outcome::Broken => '✗',
        Outcome::Rounding => '≈',
        Outcome::Unchecked => '○',
        Outcome::Exact => '✓',
    };
    let severity = format!("{:?}", check.severity).to_lowercase();
    let _ = writeln!(out, "\n{mark} {} ({severity}): {}", check.rule, check.title);
    let _ = writeln!(out, "  {}", check.detail);
    if let Some(reason) = check.reason.as_ref().filter(|r| !check.detail.contains(*r)) {
        let _ = writeln!(out, "  {reason}.");
    }
    if let Some(suspect) = check.suspects.first() {
        let printed =
            span_of(report, &suspect.cell).map(|s| Text::decode(&bytes[s.start..s.end]).content).unwrap_or_default();
        let _ = writeln!(
            out,
            "  If {printed} read {}: {} ({} repaired)",
            suspect.suggested, suspect.why, suspect.equations_fixed
        );
    }
    if let Some(span) = check.reported.as_ref().and_then(|id| span_of(report, id)) {
        draw_source(out, text, span);
    }
}

fn draw_source(out: &mut String, text: &Text, span: Span) {
    let span = text.from_file(span);
    let lines = lines(&text.content, Span::new(0, text.content.len()));
    let at = lines.partition_point(|l| l.start <= span.start).saturating_sub(1);
    let line = &lines[at];
    let before = text.content[line.start..span.start].chars().count();
    let carets = text.content[span.start..span.end.min(line.span().end).max(span.start)].chars().count().max(1);
    let _ = writeln!(out, "  {:>4} | {}", at + 1, line.text.trim_end());
    let _ = writeln!(out, "       | {}{}", " ".repeat(before), "^".repeat(carets));
}
