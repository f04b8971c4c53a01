//! One line of fixed-width text taken apart: words, figures, rules, and what kind of line it is.

use rust_decimal::Decimal;

use super::figure::{Figure, Parts, Printed, number, parts};
use crate::{
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
    /// Column of the first character.
    pub indent: usize,
}

impl<'t> Scanned<'t> {
    /// The words of the caption, single-spaced, without dot leaders.
    pub fn caption(&self) -> String {
        let mut caption = String::new();
        for word in self.chunks.iter().flat_map(|c| self.cut(c).split_whitespace()) {
            let word = if word.chars().all(|c| c == '.') { "" } else { word };
            let word = word.strip_suffix("...").map_or(word, |w| trim_end(w, "."));
            if !word.is_empty() {
                if !caption.is_empty() {
                    caption.push(' ');
                }
                caption.push_str(word);
            }
        }
        caption
    }

    pub fn cut(&self, word: &Word) -> &'t str {
        phrase::cut(self.line.text, word.span.start - self.line.start, word.span.end - self.line.start)
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

enum Token {
    Word(Word),
    Figure(Figure),
}

/// Takes a line apart.
pub fn scan(line: Line<'_>) -> Scanned<'_> {
    let words = words(line);
    let indent = words.first().map_or(0, |w| w.start);
    let text = |w: &Word| phrase::cut(line.text, w.span.start - line.start, w.span.end - line.start);
    let mut scanned = Scanned { line, shape: Shape::Text, chunks: Vec::new(), indent };
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
    if words.iter().all(|w| is_stroke(text(w))) && words.iter().any(|w| w.end - w.start >= 3) {
        let strokes = words.iter().filter(|w| w.end - w.start >= 2);
        scanned.shape = Shape::Rule(
            strokes.map(|w| Stroke { start: w.start, end: w.end, double: has_any(text(w), "=|═") }).collect(),
        );
        return scanned;
    }
    let tokens = tokens(&words, text);
    let row = row_start(&tokens, text);
    let mut figures = Vec::new();
    for (i, token) in tokens.into_iter().enumerate() {
        match token {
            Token::Figure(f) if i >= row => figures.push(f),
            Token::Figure(f) => push_chunk(&mut scanned.chunks, Word { span: f.span, start: f.start, end: f.end }),
            Token::Word(w) => push_chunk(&mut scanned.chunks, w),
        }
    }
    if !figures.is_empty() && !figures.iter().all(Figure::is_year) {
        scanned.shape = Shape::Row(figures);
    } else {
        // Years over columns are a heading: each its own chunk.
        scanned.chunks.extend(figures.iter().map(|f| Word { span: f.span, start: f.start, end: f.end }));
        if is_page_number(&scanned) {
            scanned.shape = Shape::PageMark;
        }
    }
    if scanned.chunks.is_empty() && is_lone_small_number(&scanned) {
        scanned.shape = Shape::PageMark;
    }
    scanned
}

/// The figure that a cell holds, where it holds one and nothing else. `start` is the cell's offset in the text.
pub fn figure(cell: &str, start: usize) -> Option<Figure> {
    let marks = cell.trim_end_matches(|c| matches!(c, '⁽' | '⁾' | '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '*'));
    let line = Line { text: marks, start };
    let words = words(line);
    let text = |w: &Word| phrase::cut(line.text, w.span.start - line.start, w.span.end - line.start);
    match tokens(&words, text).as_slice() {
        [Token::Figure(figure)] => Some(figure.clone()),
        _ => None,
    }
}

/// Words parted by white space, with their columns.
fn words(line: Line<'_>) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut column = 0;
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
            Some(word) if open => (word.span.end, word.end) = (end, column + 1),
            _ => found.push(Word { span: Span::new(offset, end), start: column, end: column + 1 }),
        }
        open = true;
        column += 1;
    }
    found
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

/// Joins the pieces of figures: `$`, `(`, digits, `)`, `%` may stand apart.
fn tokens<'t>(words: &[Word], text: impl Fn(&Word) -> &'t str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut lead: Option<(Parts<'t>, Word)> = None;
    for word in words {
        let cut = text(word);
        let Some(part) = parts(cut) else {
            flush(&mut lead, &mut tokens);
            tokens.push(word_or_mark(word, cut));
            continue;
        };
        if part.core.is_empty() {
            if part.symbol.is_some() || part.open && !part.close {
                // A sign whose digits come later on the line.
                flush(&mut lead, &mut tokens);
                lead = Some((part, word.clone()));
                continue;
            }
            if let Some(Token::Figure(f)) = tokens.last_mut().filter(|_| lead.is_none() && (part.close || part.percent))
            {
                close(f, &part, word);
                continue;
            }
            flush(&mut lead, &mut tokens);
            tokens.push(word_or_mark(word, cut));
            continue;
        }
        let Some((value, places)) = number(part.core) else {
            flush(&mut lead, &mut tokens);
            tokens.push(word_or_mark(word, cut));
            continue;
        };
        let before = lead.take();
        let outer = before.as_ref().map(|(p, w)| (*p, w.clone()));
        let open = part.open || outer.as_ref().is_some_and(|(p, _)| p.open);
        let start_at = match &outer {
            Some((p, w)) if p.open => (w.span.start + p.core_at, w.start + cut_columns(text(w), p.core_at)),
            _ => (word.span.start + part.core_at, word.start + cut_columns(cut, part.core_at)),
        };
        let after = phrase::after(cut, part.digits_end).chars().count();
        let lead = outer.as_ref().map_or(word.start, |(_, w)| w.start);
        tokens.push(Token::Figure(Figure {
            span: Span::new(start_at.0, word.span.end),
            lead,
            start: start_at.1,
            end: word.end,
            edge: word.end - after,
            printed: Printed::Number { value: signed(value, open || part.close || part.minus), places },
            symbol: part.symbol.or(outer.and_then(|(p, _)| p.symbol)),
            percent: part.percent,
        }));
    }
    flush(&mut lead, &mut tokens);
    // A sign before a dash belongs to the dash.
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if let Token::Figure(f) = &token
            && matches!(f.printed, Printed::Nil)
            && let Some(Token::Word(w)) = joined.last()
            && is_any(text(w), "$|US$")
        {
            joined.pop();
            let mut f = f.clone();
            f.symbol = Some("$");
            joined.push(Token::Figure(f));
            continue;
        }
        joined.push(token);
    }
    joined
}

fn cut_columns(word: &str, at: usize) -> usize {
    phrase::cut(word, 0, at).chars().count()
}

fn signed(value: Decimal, negative: bool) -> Decimal {
    if negative && !value.is_zero() { -value } else { value }
}

fn flush(lead: &mut Option<(Parts<'_>, Word)>, tokens: &mut Vec<Token>) {
    if let Some((_, word)) = lead.take() {
        tokens.push(Token::Word(word));
    }
}

/// A parenthesis or percent sign that stands apart from its digits.
fn close(figure: &mut Figure, part: &Parts<'_>, word: &Word) {
    figure.span.end = word.span.end;
    figure.end = word.end;
    figure.percent |= part.percent;
    if let Printed::Number { value, .. } = &mut figure.printed
        && part.close
    {
        *value = signed(value.abs(), true);
    }
}

fn word_or_mark(word: &Word, cut: &str) -> Token {
    let printed = if is_any(cut, "-|--|---|—|–|——") {
        Printed::Nil
    } else if is_any(cut, "N/A|n/a|NA|NM|nm|N/M|n/m|n.m.|N.M.") {
        Printed::NotGiven
    } else {
        return Token::Word(word.clone());
    };
    Token::Figure(Figure {
        span: word.span,
        lead: word.start,
        start: word.start,
        end: word.end,
        edge: word.end,
        printed,
        symbol: None,
        percent: false,
    })
}

/// Index of the first token that is a cell: figures at the end of the line, set off from the caption by two blanks, a
/// currency sign or dot leaders.
fn row_start<'t>(tokens: &[Token], text: impl Fn(&Word) -> &'t str) -> usize {
    let mut first = tokens.len();
    while first > 0 && matches!(tokens[first - 1], Token::Figure(_)) {
        first -= 1;
    }
    let Some(Token::Word(word)) = first.checked_sub(1).and_then(|i| tokens.get(i)) else {
        return first;
    };
    if text(word).ends_with("..") {
        return first;
    }
    // A sentence may end in an amount; only a line with no other amount is a row with one blank before its figure.
    let alone = !tokens[..first].iter().any(|t| {
        matches!(t, Token::Figure(f) if f.symbol.is_some()) || matches!(t, Token::Word(w) if has(text(w), "$"))
    });
    let mut before = word.end;
    while let Some(Token::Figure(f)) = tokens.get(first) {
        let sign = alone && f.symbol.is_some() && f.number().is_some();
        if sign || f.lead >= before + 2 {
            break;
        }
        before = f.end;
        first += 1;
    }
    first
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

fn is_lone_small_number(line: &Scanned<'_>) -> bool {
    let [figure] = line.figures() else {
        return matches!(line.figures(), [a, f, b] if a.printed == Printed::Nil && b.printed == Printed::Nil && f.number().is_some());
    };
    let text = line.line.text.trim();
    figure.symbol.is_none() && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())
}
