//! Which column each figure of a line stands in, and which amounts among its words are figures after all.

use super::{
    Column, Figure, Printed,
    collapsed::trailing,
    figure::is_mark,
    grid::is_note,
    scan::{Scanned, figure, whole},
};
use crate::{
    gather::Gather,
    order,
    phrase::{closes, cut, has},
    span::Span,
};

/// A line put in columns.
#[derive(Default)]
pub struct Placed {
    pub caption: String,
    /// One entry a column; empty for a line of words.
    pub cells: Vec<Option<Figure>>,
    /// Amounts that fit no column or form no number.
    pub strays: Vec<Figure>,
}

/// A figure this near an edge may belong to its column; nearer, it does even among words.
const NEAR: usize = 6;
const ALIGNED: usize = 1;

/// Puts the figures of a line in their columns.
pub fn place(line: &Scanned<'_>, columns: &[Column]) -> Placed {
    let mut placed = Placed::default();
    let mut figures = line.figures().to_vec();
    let notes = notes(line, columns);
    let found = if notes.is_some() { Vec::new() } else { among_words(line, columns, &figures) };
    let mut out: Vec<Span> = found.iter().map(|(_, f)| around(line, f)).gather();
    out.append(&mut notes.into_iter().gather());
    placed.caption = line.caption_without(&out);
    if let Some(notes) = notes {
        let mut at = notes.start;
        for word in line.line.cut(notes).split(|c: char| !c.is_ascii_digit()) {
            placed.strays.append(&mut figure(word, at).map(Figure::of_a_note).into_iter().gather());
            at += word.len() + 1;
        }
    }
    for (fits, figure) in found {
        if fits {
            let at = figures.partition_point(|f| f.start < figure.start);
            figures.insert(at, figure);
        } else {
            placed.strays.push(figure);
        }
    }
    let told = |f: &Figure| figures.iter().chain(&placed.strays).any(|g| g.span == f.span);
    let mut lost = line.loose.iter().filter(|f| is_apart(line, f) && !told(f)).cloned().gather();
    placed.strays.append(&mut lost);
    head_of_row(line, columns, &mut figures, &mut placed.caption);
    if figures.is_empty() {
        return placed;
    }
    join_minus(columns, &mut figures);
    placed.cells = vec![None; columns.len()];
    for (at, figure) in columns_of(&figures, columns).into_iter().zip(figures) {
        let unread = matches!(figure.printed, Printed::Unread { .. });
        let number = || line.text_of(&figure).bytes().any(|b| b.is_ascii_digit());
        if unread || at.is_none() && number() {
            placed.strays.push(figure.clone());
        }
        if let Some(at) = at {
            placed.cells[at] = Some(figure);
        }
    }
    placed
}

/// Several notes in the column of notes: "5, 6", of which only the last looks like a figure of its own.
fn notes(line: &Scanned<'_>, columns: &[Column]) -> Option<Span> {
    let column = columns.iter().find(|c| is_note(&c.headings.join(" ")))?;
    let last = line.chunks.last().filter(|c| c.start > line.indent && c.end + 2 >= column.start)?;
    let listed = |b: u8| b.is_ascii_digit() || matches!(b, b',' | b'&' | b' ' | b'(' | b')');
    let text = line.cut(last);
    (text.bytes().all(listed) && text.bytes().any(|b| b.is_ascii_digit())).then_some(last.span)
}

/// Amounts among the words of a line: true for one that ends exactly where a column does that has no other figure, false for
/// one that stands alone between words and fits nowhere.
fn among_words(line: &Scanned<'_>, columns: &[Column], figures: &[Figure]) -> Vec<(bool, Figure)> {
    let text = line.line.text;
    let at = |offset: usize| offset - line.line.start;
    let is_row = !figures.is_empty();
    let mut found = Vec::new();
    if is_row && figures.len() >= columns.len() {
        return found;
    }
    if let Some(mut crowded) = crowded(line, columns) {
        crowded.retain(|f| !figures.contains(f));
        return crowded.into_iter().map(|f| (true, f)).gather();
    }
    for figure in line.loose.iter().filter(|f| f.is_amount()) {
        let around = around(line, figure);
        let before = cut(text, 0, at(around.start));
        let after = cut(text, at(around.end), text.len());
        let last = after.trim_start_matches([' ', '.', '\t', '\u{A0}']).len() <= words_left(line, around);
        let words = !before.trim_end().is_empty();
        let apart = !words || opens_gap(before);
        // What is glued to the caption had no room to stand in line.
        let room = if is_glued(line, figure) { NEAR } else { ALIGNED };
        let aligned = columns.iter().any(|c| {
            c.edge.abs_diff(figure.edge) <= room && !figures.iter().any(|f| f.start < c.end && c.start < f.end)
        });
        // Where one blank parts it from the caption, it must be what the row lacks.
        if aligned && (apart || is_row && last && figures.len() + found.len() + 1 == columns.len()) {
            found.push((true, figure.clone()));
        } else if is_row && words && apart && closes_gap(after) && !figure.is_year() {
            found.push((false, figure.clone()));
        }
    }
    // Words with one amount that happens to end at an edge are words.
    if !is_row && found.len() < columns.len().min(2) {
        found.clear();
    }
    found
}

/// The amounts of a line whose caption reached into the columns and pushed them to the right, one for each column.
fn crowded(line: &Scanned<'_>, columns: &[Column]) -> Option<Vec<Figure>> {
    let amounts = trailing(line);
    // "in 1993)" ends words in parentheses.
    let words = |f: &Figure| f.is_year() || f.percent || is_open(line.text_of(f));
    let pushed = amounts.iter().zip(columns).all(|(f, c)| f.edge + ALIGNED >= c.edge && !words(f));
    (amounts.len() > 1 && amounts.len() == columns.len() && pushed).then_some(amounts)
}

fn is_open(amount: &str) -> bool {
    amount.ends_with(')') && !has(amount, "(")
}

/// An amount among words, two blanks from those before it: whatever it is, a reader takes it for no part of a caption.
fn is_apart(line: &Scanned<'_>, figure: &Figure) -> bool {
    let around = around(line, figure);
    let before = cut(line.line.text, 0, around.start - line.line.start);
    let words = !before.trim_end().is_empty() && opens_gap(before);
    let listed = closes(line.line.cut(around), ",;");
    words && figure.is_amount() && !figure.is_year() && !listed && !is_mark(line.line.cut(around))
}

/// A figure with its signs and marks, without the word it is glued to.
fn around(line: &Scanned<'_>, figure: &Figure) -> Span {
    if is_glued(line, figure) { figure.span } else { whole(line.line, figure).span }
}

fn is_glued(line: &Scanned<'_>, figure: &Figure) -> bool {
    cut(line.line.text, 0, figure.span.start - line.line.start).ends_with(')')
}

/// Bytes from the first cell to the end of the line.
fn words_left(line: &Scanned<'_>, after: Span) -> usize {
    let first = line.figures().iter().find(|f| f.span.start >= after.end);
    first.map_or(0, |f| line.line.span().end - whole(line.line, f).span.start)
}

/// An amount between words, two blanks from each: it may stand in a column of the left half of a page.
pub fn is_set_off(line: &Scanned<'_>, figure: &Figure) -> bool {
    let around = around(line, figure);
    let at = |offset: usize| offset - line.line.start;
    let before = cut(line.line.text, 0, at(around.start));
    let after = cut(line.line.text, at(around.end), line.line.text.len());
    !line.figures().is_empty() && !before.trim_end().is_empty() && opens_gap(before) && closes_gap(after)
}

fn opens_gap(before: &str) -> bool {
    let blanks = &before[before.trim_end().len()..];
    blanks.len() >= 2 || blanks == "\t" || before.trim_end().is_empty()
}

fn closes_gap(after: &str) -> bool {
    after.trim_end().is_empty() || after.starts_with("  ") || after.starts_with('\t')
}

/// A year, a date or a range at the left of all columns is the caption of its row; numbers that all stand there are words.
fn head_of_row(line: &Scanned<'_>, columns: &[Column], figures: &mut Vec<Figure>, caption: &mut String) {
    let left = columns.first().map_or(0, |c| c.start);
    // After words one blank makes a figure one of them.
    let near = |f: &Figure| !opens_gap(cut(line.line.text, 0, whole(line.line, f).span.start - line.line.start));
    let bare = caption.is_empty();
    let names = |f: &Figure| if bare { f.is_year() || f.printed == Printed::NotGiven } else { near(f) };
    let before = figures.iter().take_while(|f| f.end <= left).count();
    let far = figures.iter().take(if bare { usize::MAX } else { 0 }).take_while(|f| f.end + 2 * NEAR <= left).count();
    let taken = if bare && before == figures.len() {
        before
    } else {
        far.max(before.min(1) * usize::from(figures.first().is_some_and(names)))
    };
    for figure in figures.drain(..taken) {
        let span = whole(line.line, &figure).span;
        if !caption.is_empty() {
            caption.push(' ');
        }
        caption.push_str(cut(line.line.text, span.start - line.line.start, span.end - line.line.start));
    }
}

/// A dash that stands in the column of the number just after it is the number's minus sign.
fn join_minus(columns: &[Column], figures: &mut Vec<Figure>) {
    let mut at = 0;
    while at + 1 < figures.len() {
        let (dash, next) = (&figures[at], &figures[at + 1]);
        let single = dash.printed == Printed::Nil && dash.end == dash.start + 1 && dash.end + 1 >= next.lead;
        let own = columns.iter().any(|c| c.edge.abs_diff(dash.edge) <= ALIGNED);
        if let Printed::Number { value, places } = next.printed
            && single
            && !own
            && !value.is_sign_negative()
            && !value.is_zero()
        {
            let dash = figures.remove(at);
            let next = &mut figures[at];
            next.span.start = dash.span.start;
            (next.lead, next.start) = (dash.lead, dash.start);
            next.printed = Printed::Number { value: -value, places };
        }
        at += 1;
    }
}

/// Index of the column of each figure of a row; `None` where two figures claim one column.
fn columns_of(figures: &[Figure], columns: &[Column]) -> Vec<Option<usize>> {
    if figures.len() == columns.len() {
        return (0..figures.len()).map(Some).gather();
    }
    let mut taken = None;
    figures
        .iter()
        .map(|figure| {
            let near = |c: &Column| c.edge.abs_diff(figure.edge);
            let over = |c: &Column| c.start < figure.end && figure.start < c.end;
            let off = |i: usize| (u64::from(!over(&columns[i])) << 32) + near(&columns[i]) as u64;
            let best = order::least(columns.len(), &off)?;
            let fits = over(&columns[best]) || near(&columns[best]) <= NEAR;
            let free = taken.is_none_or(|t| best > t);
            (fits && free).then(|| *taken.insert(best))
        })
        .gather()
}
