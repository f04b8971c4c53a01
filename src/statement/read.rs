//! Reads tables as statements: what each is, what its columns are of, what its amounts are worth.

use rust_decimal::Decimal;

use super::{
    Cell, Column, Line, Statement, Stray, aside, banner, blocks,
    calendar::Calendar,
    column, concept, count, currency, excepted, fiscal, join,
    kind::{self, Class},
    note,
    notes_head::Heads,
    outline, reporter,
    scale::{self, Scale},
    shares, unit,
};
use crate::{
    exact,
    gather::{Gather, PushAll},
    source::Text,
    span::Span,
    table::{Figure, Printed, Row, Table},
    vocabulary::{Role, Rule, StatementKind, Unit},
};

/// Reads each table as a statement.
pub fn read(tables: &[Table], text: &Text) -> Vec<Statement> {
    let known = Calendar::of(tables, &text.content);
    let notes = Heads::of(&text.content);
    let mut statements: Vec<Statement> = Vec::new();
    let mut stated: Vec<bool> = Vec::new();
    let tables = join::pages(tables, text);
    for (at, table) in tables.iter().enumerate() {
        let next = tables.get(at + 1).map_or(text.content.len(), |t| t.span.start);
        let Some(mut class) = kind::classify(table) else { continue };
        // A second table of the same columns of equity is of other months.
        let before = at.checked_sub(1).map(|at| &tables[at]);
        let equity = statements.last().is_some_and(|s| s.kind == StatementKind::Equity);
        if class.kind == StatementKind::Schedule && equity && before.is_some_and(|b| is_headed_alike(b, table)) {
            class.kind = StatementKind::Equity;
        }
        // What moves the equity of one year begins where the year before ends: its years are not parted.
        let blocks = if class.kind == StatementKind::Equity { Vec::new() } else { blocks::of(table) };
        let mut add = |table: &Table, class: &Class| {
            let goes_on = table.follows || before.is_some_and(|before| join::goes_on(before, table));
            let above = goes_on.then(|| statements.len().checked_sub(1)).flatten();
            let notes = notes.at(table.span.start);
            let said = Surroundings { above, before: &statements, next, known: &known, notes };
            let (statement, states) = statement(table, class, text, &said);
            stated.push(states);
            // A second footnote explains the statement that the first does.
            let first = |above: usize| statements[above].explains.unwrap_or(above);
            let explains = above.filter(|_| statement.kind == StatementKind::Schedule).map(first);
            statements.push(Statement { explains, ..statement });
        };
        if blocks.is_empty() {
            add(table, &class);
        }
        for (year, table) in &blocks {
            add(table, &class.of_block(year));
        }
    }
    fiscal::complete(&mut statements, &known);
    scale::complete(&mut statements, &stated);
    concept::spell(&mut statements);
    reporter::set_apart(&mut statements);
    statements
}

/// The same words over each of four columns or more.
fn is_headed_alike(above: &Table, below: &Table) -> bool {
    let lowest = |t: &Table| t.columns.iter().map(|c| c.headings.last().cloned()).gather();
    above.columns.len() > 3 && lowest(above) == lowest(below)
}

/// The largest amount printed in the statements before that have a scale, a balance sheet among them: no money in a note's table is
/// much larger.
fn largest(scale: Scale, before: &[Statement]) -> Option<Decimal> {
    let same = |s: &&Statement| s.kind.is_primary() && s.kind != StatementKind::Equity && s.scale == scale.money;
    let sheet = before.iter().filter(same).any(|s| s.kind == StatementKind::BalanceSheet);
    before.iter().filter(same).map(Statement::largest).max().filter(|_| sheet && scale.money > Decimal::ONE)
}

/// What counts shares, people or things is larger than money in millions can be.
fn is_larger(row: &Row, most: Decimal) -> bool {
    row.cells.iter().flatten().filter_map(Figure::number).any(|n| exact::half(n.abs()) > most)
}

/// What is known of a table from what stands around it.
struct Surroundings<'s> {
    before: &'s [Statement],
    /// Which of those is the one above on the same page.
    above: Option<usize>,
    /// Where the next table begins.
    next: usize,
    known: &'s Calendar,
    /// The scale that is said of all the notes it stands among.
    notes: Option<Scale>,
}

/// The columns of a table, or those of the statement that it goes on with, with the scale and currency each states for itself.
fn columns(
    table: &Table,
    class: &Class,
    heads: &[&str],
    inherits: Option<&Statement>,
    known: &Calendar,
    text: &Text,
) -> Vec<Column> {
    let mut columns = match inherits {
        Some(above) => above.columns.clone(),
        None => column::read(table, class.kind, &column::said_above(heads, class.named_at), known),
    };
    banner::hand_out(table, &mut columns, text);
    scale::of_columns(&mut columns);
    currency::of_columns(&mut columns);
    columns
}

/// The statement that a table is, and whether it states its scale.
fn statement(table: &Table, class: &Class, text: &Text, around: &Surroundings<'_>) -> (Statement, bool) {
    let Surroundings { before, next, known, notes, .. } = *around;
    let (above, kind) = (around.above.map(|i| &before[i]), class.kind);
    let heads: Vec<&str> = table.title.iter().map(|w| w.text.as_str()).gather();
    let headless = table.columns.iter().all(|c| c.headings.is_empty());
    let goes_on = headless && (kind.is_primary() || kind::is_footnote(table));
    let inherits = above.filter(|a| goes_on && a.columns.len() == table.columns.len());
    let columns = columns(table, class, &heads, inherits, known, text);
    // A scale may stand below the dates, where the captions begin.
    let below = table.rows.iter().take_while(|r| r.is_words()).map(|r| r.caption.as_str());
    let things = |at: usize| columns.get(at).is_some_and(|c| c.scale.is_some() && scale::counts_things(c));
    let of_all = table.columns.iter().enumerate().filter(|(at, _)| !things(*at));
    let headings = of_all.flat_map(|(_, c)| c.headings.iter().map(String::as_str)).gather();
    let words = || heads.iter().copied().chain(headings.iter().copied()).chain(below.clone());
    let first = columns.first().and_then(|c| c.scale).filter(|_| columns.iter().all(|c| c.scale.is_some()));
    let own = first.map(|money| Scale { money, shares: money, ..Scale::default() });
    let first = table.rows.first().map_or(table.span.start, |r| r.span.start);
    let lead = || note::lead(&text.content, before.last().map_or(0, |s| s.span.end), first);
    let near = || scale::read(words()).or_else(lead).or_else(|| note::scale(&text.content, table.span.end, next));
    let (shares, stated) = match own.or_else(near) {
        Some(said) if said.of_shares_only => (Some(said.shares), None),
        said => (None, said),
    };
    let supposed = notes.or_else(|| above.map(|a| a.said));
    let most = supposed.filter(|_| stated.is_none() && !kind.is_primary()).and_then(|scale| largest(scale, before));
    let larger = |row: &Row| most.is_some_and(|most| is_larger(row, most));
    let counts =
        table.rows.iter().filter(|r| larger(r)).count() * 2 > table.rows.iter().filter(|r| !r.is_words()).count();
    let mut scale = stated.or(supposed.filter(|_| !counts)).unwrap_or_default();
    if let Some(shares) = shares {
        scale = Scale { shares, of_money_only: false, ..scale };
    }
    // "(shares in thousands)" over figures without a sign of money speaks of them all; beside those with one, of what shares do.
    let signs = |row: &Row| row.cells.iter().flatten().any(|f| f.symbol.is_some());
    let of_shares = shares.is_some() && !kind.is_primary() && columns.iter().all(|c| c.unit.is_none());
    let none_of_money = of_shares && !table.rows.iter().any(signs);
    let mut lines: Vec<Line> = Vec::with_capacity(table.rows.len());
    let mut outlined = outline::lines(&table.rows);
    unit::settle(&mut outlined, &table.rows, kind, &title(&heads), scale.money);
    unit::except(&mut outlined, &table.rows, kind, &excepted::read(words()));
    // Where a column holds amounts a share, what the others hold is not told by "Basic EPS" at the left.
    let by_column = columns.iter().any(|c| c.unit == Some(Unit::PerShare)) && columns.iter().any(|c| c.unit.is_none());
    let mut untold: Vec<Figure> = Vec::new();
    for (mut line, row) in outlined.into_iter().zip(&table.rows) {
        if by_column && line.unit == Unit::PerShare && !is_of_shares(row, &columns) {
            line.unit = Unit::Money;
        }
        if line.unit == Unit::Money && scale.money > Decimal::ONE && larger(row) {
            line.unit = Unit::Count;
        }
        // What is only supposed to be in thousands, and is printed with cents, is not.
        if line.unit == Unit::Money && stated.is_none() && scale.money == Decimal::ONE_THOUSAND && unit::is_odd(row, 2)
        {
            line.unit = count::of_odd(&line.caption, signs(row));
        }
        if line.unit == Unit::Money && (none_of_money || of_shares && !signs(row) && shares::are_meant(&line)) {
            line.unit = Unit::Shares;
        }
        line.cells = cells(row, &line, &columns, scale, text);
        let mut asides = Vec::new();
        if kind.is_primary() {
            let found = found_in(row, &columns, scale, kind, text);
            asides = self::asides(&line, found.asides, text);
            untold.push_all(found.untold);
        }
        // In the order they are printed: the caption stands before its line's own amounts. What follows its last amount is the
        // line's own.
        if let Some(last) = asides.last() {
            line.span.start = last.span.end;
        }
        lines.append(&mut asides);
        lines.push(line);
    }
    let currency = columns
        .first()
        .and_then(|c| c.currency)
        .or_else(|| currency::of_any(words().filter(|w| currency::is_of_amounts(w)).chain(headings.clone())))
        .or_else(|| above.map(|a| a.currency).filter(|_| headless))
        .or_else(|| {
            lines.iter().flat_map(|l| l.cells.iter().flatten()).find_map(|c| c.symbol).and_then(currency::of_sign)
        })
        .unwrap_or("USD");
    concept::assign(kind, &mut lines);
    shares::fit(&mut lines, &columns);
    let audited = column::audited(&heads, &columns);
    let statement = Statement {
        kind,
        basis: class.basis,
        title: class.title.clone(),
        reporter: reporter::above(&heads, class.named_at),
        span: table.span,
        scale: scale.money,
        said: scale,
        currency,
        audited,
        european: table.european,
        explains: None,
        columns,
        lines,
        strays: table
            .strays
            .iter()
            .chain(&untold)
            .map(|f| Stray { span: f.span, why: f.why(), number: f.number() })
            .gather(),
    };
    (statement, stated.is_some() || scale != Scale::default())
}

/// What a row holds in the columns of no unit of their own is printed as amounts a share are.
fn is_of_shares(row: &Row, columns: &[Column]) -> bool {
    let small = |f: &Figure| f.number().is_none_or(|n| n.abs() < Decimal::ONE_THOUSAND && n.scale() > 0);
    let mut plain = row.cells.iter().zip(columns).filter(|(_, c)| c.unit.is_none());
    plain.all(|(f, _)| f.as_ref().is_none_or(small))
}

/// The words over a table, without what its scale is said not to hold for.
fn title(heads: &[&str]) -> String {
    let told = |head: &&str| head.split("except").next().unwrap_or_default().to_owned();
    heads.iter().map(told).gather().join(" ")
}

fn cells(row: &Row, line: &Line, columns: &[Column], scale: Scale, text: &Text) -> Vec<Option<Cell>> {
    let cell = |(at, figure): (usize, &Option<Figure>)| {
        let figure = figure.as_ref()?;
        let unit = columns.get(at).and_then(|c| c.unit).filter(|_| line.unit == Unit::Money).unwrap_or(line.unit);
        // "Dollars in millions" says nothing of a column of shares.
        let whole = scale.of_money_only && columns.get(at).is_some_and(|c| c.unit == Some(Unit::Shares));
        let scale = if whole { Scale { shares: Decimal::ONE, ..scale } } else { scale };
        let scale = columns.get(at).map_or(scale, |c| scale.of_column(c)).of_line(line);
        Some(cell(figure, scale.of_figure(unit, figure), text))
    };
    row.cells.iter().enumerate().map(cell).gather()
}

/// The amounts in a row's caption.
fn found_in(row: &Row, columns: &[Column], scale: Scale, kind: StatementKind, text: &Text) -> aside::Found {
    let end = row.cells.iter().flatten().map(|f| f.span.start).min().unwrap_or(row.span.end);
    let words = text.cut(Span::new(row.span.start, end));
    aside::read(words, row.span.start, &aside::Line { kind, columns, cells: &row.cells }, scale)
}

/// The amounts in a line's caption, as lines of their own.
fn asides(line: &Line, found: Vec<aside::Aside>, text: &Text) -> Vec<Line> {
    let line = |aside: aside::Aside| Line {
        plain: concept::plain(&aside.caption),
        caption: aside.caption,
        unit: aside.unit,
        depth: line.depth + 1,
        role: Role::Item,
        concept: None,
        rule_above: Rule::None,
        rule_below: Rule::None,
        blank_above: false,
        aside: true,
        span: aside.span,
        cells: aside.cells.iter().map(|f| f.as_ref().map(|f| cell(f, aside.factor, text))).gather(),
        stems: line.stems.clone(),
        path: line.path.clone(),
        element: line.element,
        centred: line.centred,
        indent: line.indent,
    };
    found.into_iter().map(line).gather()
}

fn cell(figure: &Figure, factor: Decimal, text: &Text) -> Cell {
    let (printed, ulp, nil) = match figure.printed {
        Printed::Number { value, places } => (Some(value), exact::unit(places), false),
        Printed::Nil => (Some(Decimal::ZERO), None, true),
        Printed::NotGiven | Printed::Unread { .. } => (None, None, false),
    };
    // A percentage and a ratio have no scale.
    let bare = figure.percent || figure.times;
    let factor = if bare { Decimal::ONE } else { factor };
    let scaled = |v: Decimal| exact::mul(v, factor).map(|v| v.normalize());
    Cell {
        text: text.cut(figure.span).to_owned(),
        printed,
        value: printed.and_then(scaled),
        ulp: ulp.and_then(scaled),
        nil,
        percent: bare,
        symbol: figure.symbol,
        span: figure.span,
    }
}
