//! Runs the pipeline over a file and writes what it found as a [`Report`].

use super::{
    Check, Claim, ClaimPeriod, Column, Diagnostic, Document, Entity, Line, Release, Report, Role, Rule, SCHEMA,
    Severity, Statement, StatementKind, Suspect, Term, Unit, Unparsed,
};
use crate::{
    check::{self, At, Ref},
    claim,
    gather::{Gather, PushAll},
    order,
    phrase::has_any,
    source::{self, Filing, Text},
    span::Span,
    statement::{self, Period, iso},
    table,
};

/// What reading a file takes, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Text,
    Statements,
    Checks,
    /// Making ready what is shown of the report.
    Showing,
}

/// Reads a file and reports on it.
pub fn build(name: &str, bytes: &[u8]) -> Report {
    build_told(name, bytes, &mut |_| ()).0
}

/// Reads a file and reports on it; says which step it takes, and keeps the text.
pub fn build_told(name: &str, bytes: &[u8], told: &mut dyn FnMut(Step)) -> (Report, Text) {
    told(Step::Text);
    if let Some(other) = source::not_a_filing(bytes) {
        return (refused(name, bytes.len(), other.what, other.advice), Text::default());
    }
    let filing = source::read(bytes);
    let text = &filing.text;
    told(Step::Statements);
    let (tables, lines) = table::find(&filing);
    let statements = statement::read(&tables, text);
    let claims = claim::find(text, &lines, &tables, &statements);
    let about = statement::about(&filing, &lines, &tables, &statements);
    let facts = check::Facts {
        form: filing.header.form.as_deref(),
        period: about.report,
        unaudited: has_any(&text.content, "naudited|NAUDITED"),
    };
    told(Step::Checks);
    let examined = check::examine(&statements, &claims, facts);
    let mut report = Report {
        schema: SCHEMA.into(),
        file: name.into(),
        bytes: bytes.len(),
        entity: Entity {
            name: about.name,
            ticker: about.ticker,
            exchange: about.exchange,
            cik: filing.header.cik.clone(),
        },
        release: Release { date: about.date.map(iso), period_end: about.period_end.map(iso), title: about.title },
        documents: documents(&filing, bytes.len()),
        statements: statements.iter().enumerate().map(|(i, s)| statement(i, s, &examined.equations[i], text)).gather(),
        unparsed: unparsed(&statements, text),
        ..Report::default()
    };
    report.checks = checks(&examined.checks);
    report.claims = claims.iter().enumerate().map(|(i, c)| claim(i, c, text)).gather();
    for check in examined.checks.iter().filter(|c| c.outcome <= super::Outcome::Rounding) {
        if let Some(Ref::Claim(i)) = check.reported {
            report.claims[i].tied_to.push_all(check.terms.iter().map(|(t, _)| ref_id(*t)));
        }
    }
    report.diagnostics = diagnostics(&report, &statements, &text.content);
    (report, filing.text)
}

/// The report of a file that could not even be opened.
pub fn unreadable(name: &str, why: &str) -> Report {
    refused(name, 0, "unreadable file", why)
}

fn refused(name: &str, bytes: usize, what: &str, advice: &str) -> Report {
    let diagnostic =
        Diagnostic { id: "not-a-filing".into(), severity: Severity::Error, message: advice.into(), span: None };
    Report {
        schema: SCHEMA.into(),
        file: name.into(),
        bytes,
        documents: vec![Document { kind: what.into(), description: None, span: Span::new(0, bytes) }],
        diagnostics: vec![diagnostic],
        ..Report::default()
    }
}

/// The documents of the file; one that does not say its type is told by its first words.
fn documents(filing: &Filing, bytes: usize) -> Vec<Document> {
    let single = filing.documents.len() == 1;
    let document = |d: &source::Document| Document {
        kind: if d.kind.is_empty() { document_kind(&filing.text).into() } else { d.kind.clone() },
        description: d.description.clone(),
        span: if single { Span::new(0, bytes) } else { filing.text.to_file(d.span) },
    };
    filing.documents.iter().map(document).gather()
}

/// "EX-99.1" where the text opens by saying so.
fn document_kind(text: &Text) -> &str {
    let first = text.content.lines().map(str::trim).find(|l| !l.is_empty()).unwrap_or_default();
    let number = first.strip_prefix("EXHIBIT ").or_else(|| first.strip_prefix("Exhibit ")).unwrap_or_default();
    match number {
        "99.1" => "EX-99.1",
        "99" => "EX-99",
        "13" => "EX-13",
        _ => "text",
    }
}

fn cell_id(at: At) -> String {
    format!("s{}.l{}.c{}", at.statement + 1, at.line + 1, at.column + 1)
}

fn ref_id(part: Ref) -> String {
    match part {
        Ref::Cell(at) => cell_id(at),
        Ref::Claim(i) => format!("p{}", i + 1),
    }
}

fn statement(i: usize, from: &statement::Statement, equations: &[check::Equation], text: &Text) -> Statement {
    let id = format!("s{}", i + 1);
    let column = |(k, c): (usize, &statement::Column)| {
        let (instant, start, end, months) = dates(c.period);
        Column {
            id: format!("{id}.c{}", k + 1),
            label: c.label(),
            headings: c.headings.clone(),
            instant,
            start,
            end,
            months,
            currency: c.currency.filter(|own| *own != from.currency).map(str::to_owned),
            scale: c.scale.filter(|own| *own != from.scale),
        }
    };
    Statement {
        kind: from.kind,
        basis: from.basis,
        title: from.title.clone(),
        span: text.to_file(from.span),
        currency: from.currency.into(),
        scale: from.scale,
        audited: from.audited,
        columns: from.columns.iter().enumerate().map(column).gather(),
        lines: roles(from, equations).into_iter().enumerate().map(|(j, role)| line(i, j, from, role, text)).gather(),
        id,
    }
}

fn dates(period: Option<Period>) -> (Option<String>, Option<String>, Option<String>, Option<u32>) {
    match period {
        Some(Period::Instant(day)) => (Some(iso(day)), None, None, None),
        Some(Period::Duration { start, end, months }) => (None, Some(iso(start)), Some(iso(end)), Some(months)),
        None => (None, None, None, None),
    }
}

/// What each line is, by the sums it makes and takes part in.
fn roles(from: &statement::Statement, equations: &[check::Equation]) -> Vec<Role> {
    let (mut sums, mut counted) = (vec![false; from.lines.len()], vec![false; from.lines.len()]);
    for equation in equations {
        sums[equation.total] = true;
        for (term, _) in &equation.terms {
            counted[*term] = true;
        }
    }
    let role = |(j, line): (usize, &statement::Line)| match (line.role, sums[j]) {
        (Role::Heading, _) => Role::Heading,
        (_, true) if line.rule_below == Rule::Double || !counted[j] => Role::Total,
        (_, true) => Role::Subtotal,
        (role, false) => role,
    };
    from.lines.iter().enumerate().map(role).gather()
}

fn line(i: usize, j: usize, from: &statement::Statement, role: Role, text: &Text) -> Line {
    let line = &from.lines[j];
    let cells = line.cells.iter().enumerate().filter_map(|(k, c)| {
        let c = c.as_ref()?;
        Some(super::Cell {
            id: cell_id(At { statement: i, line: j, column: k }),
            column: format!("s{}.c{}", i + 1, k + 1),
            text: c.text.clone(),
            symbol: c.symbol.map(str::to_owned),
            printed: c.printed,
            value: c.value,
            ulp: c.ulp,
            nil: c.nil,
            span: text.to_file(c.span),
        })
    });
    Line {
        id: format!("s{}.l{}", i + 1, j + 1),
        caption: line.caption.clone(),
        path: line.path.clone(),
        depth: line.depth,
        role,
        unit: line.unit,
        concept: line.element.map(|name| ["us-gaap:", name].concat()),
        rule_above: line.rule_above,
        rule_below: line.rule_below,
        centred: line.centred,
        aside: line.aside,
        span: text.to_file(line.span),
        cells: cells.gather(),
    }
}

/// For each check, how many of its rule name what it names, up to itself. The checks of a rule stand together.
fn again(checks: &[check::Check]) -> Vec<usize> {
    let key = |i: usize| checks[i].reported.map(Ref::key);
    let mut again = vec![1; checks.len()];
    for pair in order::by_key((0..checks.len()).gather(), |i| key(*i).unwrap_or(u64::MAX)).windows(2) {
        if key(pair[0]) == key(pair[1]) && checks[pair[0]].rule == checks[pair[1]].rule {
            again[pair[1]] = again[pair[0]] + 1;
        }
    }
    again
}

fn checks(from: &[check::Check]) -> Vec<Check> {
    let id = |(c, again): (&check::Check, usize)| {
        let mut id = format!("{}/{}", c.rule, c.reported.map_or_else(String::new, ref_id));
        if again > 1 {
            id = format!("{id}/{again}");
        }
        id
    };
    let ids: Vec<String> = from.iter().zip(again(from)).map(id).gather();
    let check = |(i, c): (usize, &check::Check)| Check {
        id: ids[i].clone(),
        rule: c.rule.into(),
        outcome: c.outcome,
        severity: c.severity,
        title: c.title.clone(),
        detail: c.detail.clone(),
        statement: c.statement.map(|s| format!("s{}", s + 1)),
        column: c.statement.zip(c.column).map(|(s, k)| format!("s{}.c{}", s + 1, k + 1)),
        reported: c.reported.map(ref_id),
        computed: c.computed,
        difference: c.difference,
        tolerance: c.tolerance,
        terms: c.terms.iter().map(|(t, w)| Term { cell: ref_id(*t), weight: *w }).gather(),
        reason: c.reason.clone(),
        suspects: c.suspects.iter().map(suspect).gather(),
        repeats: c.repeats.map(|earlier| ids[earlier].clone()),
    };
    from.iter().enumerate().map(check).gather()
}

fn suspect(from: &check::Suspect) -> Suspect {
    Suspect {
        cell: ref_id(from.at),
        suggested: from.suggested.to_string(),
        why: from.why.into(),
        equations_fixed: from.equations_fixed,
        score: (from.score * 100.0).round() / 100.0,
    }
}

fn claim(i: usize, from: &claim::Claim, text: &Text) -> Claim {
    let (instant, start, end, months) = dates(from.period);
    Claim {
        id: format!("p{}", i + 1),
        text: from.text.clone(),
        span: text.to_file(from.span),
        value: from.value,
        ulp: from.ulp,
        kind: from.kind,
        period: from.period.map(|_| ClaimPeriod { instant, start, end, months }),
        tied_to: Vec::new(),
    }
}

fn unparsed(statements: &[statement::Statement], text: &Text) -> Vec<Unparsed> {
    let strays = statements.iter().flat_map(|s| &s.strays);
    strays.map(|s| Unparsed { span: text.to_file(s.span), why: s.why.into() }).gather()
}

/// A column whose heading another repeats to the letter: the filer's slip, for no two say the same.
fn headed_alike(statement: &Statement) -> Option<&Column> {
    let dated = |c: &&Column| !c.headings.is_empty() && (c.end.is_some() || c.instant.is_some());
    let columns: Vec<&Column> = statement.columns.iter().filter(dated).collect();
    columns.iter().enumerate().find(|(at, c)| columns[..*at].iter().any(|b| b.headings == c.headings)).map(|(_, c)| *c)
}

/// Changes and shares of a whole are of no one period, nor are the parts of equity, whose lines name the time.
fn is_timeless(kind: StatementKind, label: &str) -> bool {
    let parts = kind == StatementKind::Equity && !label.is_empty() && !label.bytes().any(|b| b.is_ascii_digit());
    parts || has_any(label, "change|increase|decrease|percent|%|variance|favorable|worse)|(decr|incr.")
}

fn diagnostics(report: &Report, read: &[statement::Statement], content: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut say =
        |id: &str, severity, message: String, span| found.push(Diagnostic { id: id.into(), severity, message, span });
    if report.statements.is_empty() {
        let message = source::without_statements(content).advice;
        say("no-statements", Severity::Error, message.into(), None);
    }
    for (statement, _) in report.statements.iter().zip(read).filter(|(_, read)| read.european) {
        let words = ": points are read as parting thousands, and commas as standing before decimals.";
        say("european", Severity::Info, [statement.title.as_str(), words].concat(), Some(statement.span));
    }
    for statement in &report.statements {
        let money = statement.lines.iter().any(|l| l.unit == Unit::Money && !l.cells.is_empty());
        let primary = !matches!(statement.kind, StatementKind::Schedule | StatementKind::Other);
        for column in statement.columns.iter().filter(|c| primary && c.instant.is_none() && c.end.is_none()) {
            if is_timeless(statement.kind, &column.label.to_ascii_lowercase()) {
                continue;
            }
            let label = if column.label.is_empty() { "without a heading" } else { &column.label };
            say(
                "period-unknown",
                Severity::Warning,
                format!("{}: the period of column {label} could not be told.", statement.title),
                Some(statement.span),
            );
        }
        if let Some(column) = headed_alike(statement).filter(|_| primary) {
            say(
                "columns-alike",
                Severity::Warning,
                ["Two columns of ", &statement.title, " are headed alike: ", &column.label, "."].concat(),
                Some(statement.span),
            );
        }
        if primary && money && statement.scale == rust_decimal::Decimal::ONE {
            say(
                "scale-not-stated",
                Severity::Info,
                format!("{}: no scale is stated; figures are taken as printed.", statement.title),
                Some(statement.span),
            );
        }
    }
    found
}
