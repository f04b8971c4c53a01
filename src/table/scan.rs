//! One line of fixed-width text taken apart: words, figures, rules, and what kind of line it is.

use std::ops::Range;

use super::{
    figure::{Figure, Printed, is_lettered, symbol},
    token::{Token, is_date, tokens},
};
use crate::{
    gather::Gather,
    order,
    phrase::{self, has, has_any, is_any, trim, trim_end},
    source::Line,
    span::Span,
};

/// A word, or several that stand together: its place in the text and on the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub span: Span,
    pub start: usize,
    pub end: usize,
}

/// A stretch of a printed rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    pub start: usize,
    pub end: usize,
    pub double: bool,
}

/// What a line is, by its shape alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Blank,
    /// Nothing but strokes.
    Rule(Vec<Stroke>),
    /// A page number, a form feed or a `<PAGE>` tag.
    PageMark,
    /// An SGML tag alone on its line (`<TABLE>`, `<S> <C>`).
    Tag,
    /// Words with no figure set off at the end.
    Text,
    /// A caption (perhaps empty) and the figures set off after it.
    Row(Vec<Figure>),
}

/// A line taken apart.
#[derive(Clone, Debug)]
pub struct Scanned<'t> {
    pub line: Line<'t>,
    pub shape: Shape,
    /// Words parted by two blanks or more; for a row, those of the caption.
    pub chunks: Vec<Word>,
    /// Amounts among the words, which only their place over a column can tell from amounts of a caption.
    pub loose: Vec<Figure>,
    /// The rule at the end of a line of words.
    pub under: Vec<Stroke>,
    /// Column of the first character.
    pub indent: usize,
}

impl<'t> Scanned<'t> {
    /// The words of the caption, single-spaced, without dot leaders.
    pub fn caption(&self) -> String {
        self.caption_without(&[])
    }

    /// The caption without amounts that turned out to be cells.
    pub fn caption_without(&self, amounts: &[Span]) -> String {
        let mut caption = String::new();
        for chunk in &self.chunks {
            let mut start = chunk.span.start;
            for amount in amounts.iter().filter(|a| chunk.span.contains(**a)) {
                self.push_words(Span::new(start, amount.start), &mut caption);
                start = amount.end;
            }
            self.push_words(Span::new(start, chunk.span.end), &mut caption);
        }
        caption
    }

    fn push_words(&self, span: Span, caption: &mut String) {
        for word in
            phrase::cut(self.line.text, span.start - self.line.start, span.end - self.line.start).split_whitespace()
        {
            let word = if word.chars().all(|c| c == '.') { "" } else { word };
            let word = word.strip_suffix("...").map_or(word, |w| trim_end(w, "."));
            if !word.is_empty() {
                if !caption.is_empty() {
                    caption.push(' ');
                }
                caption.push_str(word);
            }
        }
    }

    pub fn cut(&self, word: &Word) -> &'t str {
        self.line.cut(word.span)
    }

    pub fn text_of(&self, figure: &Figure) -> &'t str {
        self.line.cut(figure.span)
    }

    pub fn figures(&self) -> &[Figure] {
        match &self.shape {
            Shape::Row(figures) => figures,
            _ => &[],
        }
    }

    /// Column just after the last character.
    pub fn end(&self) -> usize {
        self.chunks.last().map_or(0, |c| c.end).max(self.figures().last().map_or(0, |f| f.end))
    }
}

/// Takes a line apart.
pub fn scan(line: Line<'_>) -> Scanned<'_> {
    scan_at(line, 0, 0)
}

/// Takes a part of a line apart, which begins at a column of the page. Its own columns are counted from `base`.
pub fn scan_at(line: Line<'_>, column: usize, base: usize) -> Scanned<'_> {
    let words = words(line, column, base);
    let indent = words.first().map_or(0, |w| w.start);
    let text = |w: &Word| line.cut(w.span);
    let mut scanned =
        Scanned { line, shape: Shape::Text, chunks: Vec::new(), loose: Vec::new(), under: Vec::new(), indent };
    if words.is_empty() {
        scanned.shape = if has(line.text, "\x0C") { Shape::PageMark } else { Shape::Blank };
        return scanned;
    }
    if has(line.text, "\x0C") && words.len() == 1 && text(&words[0]).parse::<u16>().is_ok() {
        scanned.shape = Shape::PageMark;
        return scanned;
    }
    if let Some(shape) = tag(line.text.trim()) {
        scanned.shape = shape;
        return scanned;
    }
    if words.iter().all(|w| is_stroke(text(w))) {
        scanned.shape = Shape::Rule(strokes(&words, line));
        if is_rule(&words) {
            return scanned;
        }
        scanned.shape = Shape::Text;
    }
    if words
        .iter()
        .all(|w| is_any(text(w), ")|%|)%") || symbol(text(w)).is_some_and(|s| s == text(w) && !is_lettered(s)))
    {
        // The signs of amounts on another line.
        scanned.shape = Shape::Tag;
        return scanned;
    }
    let told = ruled_from(&words, line);
    let found = tokens(&words[..told], line);
    let row = figures_of(&found, line);
    if row.is_empty() && told < words.len() {
        scanned.under = strokes(&words[told..], line);
    }
    let all = if row.is_empty() || told == words.len() { found } else { tokens(&words, line) };
    let row = figures_of(&all, line);
    let mut figures = Vec::new();
    for (i, token) in all.into_iter().enumerate() {
        match token {
            Token::Figure(f) if row.contains(&i) => figures.push(f),
            Token::Figure(f) => {
                push_chunk(&mut scanned.chunks, whole(line, &f));
                scanned.loose.push(f);
            }
            Token::Word(w) => push_chunk(&mut scanned.chunks, w),
        }
    }
    let dated = |f: &Figure| f.is_year() || is_date(line.cut(f.span));
    if !figures.is_empty() && !figures.iter().all(dated) {
        scanned.shape = Shape::Row(figures);
    } else {
        // Years over columns are a heading: each its own chunk.
        let years = figures.iter().map(|f| Word { span: f.span, start: f.start, end: f.end });
        // Words may follow them: "1998  1997  (Decrease)".
        let chunks = scanned.chunks.iter().cloned().chain(years).gather();
        scanned.chunks = order::by_key(chunks, |c| c.start as u64);
        if is_page_number(&scanned) {
            scanned.shape = Shape::PageMark;
        }
    }
    if scanned.chunks.is_empty() && (is_lone_small_number(&scanned) || is_dashed_number(line.text)) {
        scanned.loose = scanned.figures().to_vec();
        scanned.shape = Shape::PageMark;
    }
    scanned
}

/// The figure that a cell holds, where it holds one and nothing else. `start` is the cell's offset in the text.
pub fn figure(cell: &str, start: usize) -> Option<Figure> {
    let marks = cell.trim_end_matches(|c| matches!(c, '⁽' | '⁾' | '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '*'));
    let line = Line { text: marks, start };
    match tokens(&words(line, 0, 0), line).as_slice() {
        [Token::Figure(figure)] => Some(figure.clone()),
        _ => None,
    }
}

/// Words parted by white space, with their columns.
fn words(line: Line<'_>, mut column: usize, base: usize) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, c) in line.text.char_indices() {
        let offset = line.start + at;
        if c.is_whitespace() || c == '\x0C' {
            open = false;
            column = if c == '\t' { (column / 8 + 1) * 8 } else { column + usize::from(c != '\x0C') };
            continue;
        }
        let end = offset + c.len_utf8();
        match found.last_mut() {
            Some(word) if open => (word.span.end, word.end) = (end, word.end + 1),
            _ => {
                let start = column.saturating_sub(base);
                found.push(Word { span: Span::new(offset, end), start, end: start + 1 });
            }
        }
        open = true;
        column += 1;
    }
    found
}

/// Long strokes, or short ones close together ("- - - -").
fn is_rule(words: &[Word]) -> bool {
    let close = words.windows(2).filter(|pair| pair[1].start <= pair[0].end + 2).count();
    words.iter().any(|w| w.end - w.start >= 3) || words.len() >= 4 && close * 2 >= words.len()
}

/// The strokes of a rule; those of a broken rule ("- - - -") are one.
fn strokes(words: &[Word], line: Line<'_>) -> Vec<Stroke> {
    let stroke = |w: &Word| Stroke { start: w.start, end: w.end, double: has_any(line.cut(w.span), "=|═") };
    let mut joined: Vec<Stroke> = Vec::new();
    for word in words {
        match joined.last_mut() {
            Some(last) if word.start <= last.end + 2 && word.end - word.start <= 2 => last.end = word.end,
            _ => joined.push(stroke(word)),
        }
    }
    joined.into_iter().filter(|s| s.end - s.start >= 2).gather()
}

/// Index of the first word of a rule that shares its line with the end of a caption.
fn ruled_from(words: &[Word], line: Line<'_>) -> usize {
    let ruled = words.iter().rev().take_while(|w| w.end - w.start >= 3 && is_stroke(line.cut(w.span))).count();
    let from = words.len() - ruled;
    let apart = |i: usize| words.get(i).is_some_and(|w| words[..i].last().is_some_and(|b| w.start >= b.end + 2));
    if apart(from) { from } else { words.len() }
}

fn is_stroke(word: &str) -> bool {
    word.chars().all(|c| matches!(c, '-' | '=' | '_' | '─' | '═' | '—'))
}

fn tag(line: &str) -> Option<Shape> {
    let inner = line.strip_prefix('<')?;
    let name = inner.split('>').next()?.to_ascii_uppercase();
    if name == "PAGE" {
        return Some(Shape::PageMark);
    }
    is_any(&name, "TABLE|/TABLE|CAPTION|S|C|/CAPTION|TEXT|/TEXT|FN|/FN").then_some(Shape::Tag)
}

/// The tokens that are cells: figures at the end of the line, set off from the caption by two blanks, a currency sign or dot
/// leaders. A note may follow them ("(Note 5)").
fn figures_of(tokens: &[Token], line: Line<'_>) -> Range<usize> {
    let text = |span: Span| line.cut(span);
    let mut end = tokens.len();
    if let Some(last) = tokens.iter().rposition(|t| matches!(t, Token::Figure(_)))
        && let [Token::Word(first), .., Token::Word(_)] | [Token::Word(first)] = &tokens[last + 1..]
        && let Some(Token::Word(closing)) = tokens.last()
        && text(first.span).starts_with('(')
        && text(closing.span).ends_with(')')
    {
        end = last + 1;
    }
    let mut first = end;
    while first > 0 && matches!(tokens[first - 1], Token::Figure(_)) {
        first -= 1;
    }
    let Some(Token::Word(word)) = first.checked_sub(1).and_then(|i| tokens.get(i)) else {
        return first..end;
    };
    if text(word.span).ends_with("..") {
        return first..end;
    }
    // A sentence may end in an amount; only a line with no other amount is a row with one blank before its figure.
    let alone = !tokens[..first].iter().any(|t| {
        matches!(t, Token::Figure(f) if f.symbol.is_some()) || matches!(t, Token::Word(w) if has(text(w.span), "$"))
    });
    let mut before = word.end;
    while let Some(Token::Figure(f)) = tokens[..end].get(first) {
        // "(net of tax of $412)", "(cost $412" with more on the next line: the words' own parenthesis.
        let words = phrase::cut(line.text, 0, f.span.start - line.start);
        let closed = text(f.span).ends_with(')') && !has(text(f.span), "(");
        let inner = is_open(words) && (closed || first + 1 == tokens.len());
        // "net of cash acquired of $204" above columns of its own goes on as words.
        let runs_on =
            is_any(text(word.span), "of|at|from|by|for|and|or|with|than|to") && tokens[..end].len() > first + 1;
        let sign = alone && !inner && !runs_on && f.symbol.is_some() && f.number().is_some();
        if sign || f.lead >= before + 2 {
            break;
        }
        before = f.end;
        first += 1;
    }
    first..end
}

/// Ends within a parenthesis.
fn is_open(words: &str) -> bool {
    let count = |mark: u8| words.bytes().filter(|b| *b == mark).count();
    count(b'(') > count(b')')
}

/// All that is printed of a figure, its currency sign and the marks of footnotes with it.
pub fn whole(line: Line<'_>, figure: &Figure) -> Word {
    let mut before = phrase::cut(line.text, 0, figure.span.start - line.start);
    let after = phrase::after(line.text, figure.span.end - line.start);
    let word = |text: &str| text.trim_end_matches(|c: char| !c.is_whitespace()).len();
    before = phrase::cut(before, 0, word(before));
    if figure.lead < figure.start
        && before.trim_end().len() < before.len()
        && symbol(phrase::after(line.text, before.len())).is_none()
    {
        before = before.trim_end();
        before = phrase::cut(before, 0, word(before));
    }
    let rest = after.len() - after.trim_start_matches(|c: char| !c.is_whitespace()).len();
    Word {
        span: Span::new(line.start + before.len(), figure.span.end + rest),
        start: figure.lead,
        end: figure.end + phrase::cut(after, 0, rest).chars().count(),
    }
}

fn push_chunk(chunks: &mut Vec<Word>, word: Word) {
    match chunks.last_mut() {
        Some(last) if word.start < last.end + 2 => {
            last.span.end = word.span.end;
            last.end = word.end;
        }
        _ => chunks.push(word),
    }
}

/// `- 3 -`, `Page 3`, `F-3` alone on a line.
fn is_page_number(line: &Scanned<'_>) -> bool {
    let words = line.line.text.trim();
    let inner = trim(words, "- ");
    let inner = inner.strip_prefix("Page ").or_else(|| inner.strip_prefix("F-")).unwrap_or(inner);
    words.len() <= 10
        && line.indent >= 10
        && !inner.is_empty()
        && inner.len() <= 3
        && inner.bytes().all(|b| b.is_ascii_digit())
}

/// "-15-".
fn is_dashed_number(text: &str) -> bool {
    let inner = text.trim().strip_prefix('-').and_then(|t| t.strip_suffix('-')).map(str::trim);
    inner.is_some_and(|i| (1..=3).contains(&i.len()) && i.bytes().all(|b| b.is_ascii_digit()))
}

fn is_lone_small_number(line: &Scanned<'_>) -> bool {
    let [figure] = line.figures() else {
        return matches!(line.figures(), [a, f, b] if a.printed == Printed::Nil && b.printed == Printed::Nil && f.number().is_some());
    };
    let text = line.line.text.trim();
    figure.symbol.is_none() && text.len() <= 3 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
}
