//! Prose: paragraphs outside the tables, their sentences, and the clauses of a sentence.

use crate::{
    gather::{Gather, PushAll},
    phrase::{closes, cut, is_any, is_letter_or_digit, is_small, trim_end},
    span::Span,
    table::{Scanned, Shape, Table},
};

/// A word and its place in the text.
#[derive(Clone, Copy, Debug)]
pub struct Word<'t> {
    pub text: &'t str,
    pub span: Span,
}

impl Word<'_> {
    /// Without case and the punctuation around it.
    pub fn lower(&self) -> String {
        self.text.trim_matches(|c: char| !is_letter_or_digit(c) && c != '$' && c != '%').to_ascii_lowercase()
    }

    /// Ends a clause or a sentence.
    pub fn ends_with(&self, marks: &str) -> bool {
        closes(trim_end(self.text, "\"”)'"), marks)
    }
}

#[derive(Clone, Debug)]
pub struct Paragraph<'t> {
    pub words: Vec<Word<'t>>,
    /// Stands above the first sentence of the release and ends in no full stop.
    pub headline: bool,
    /// Index of the first word of each line.
    lines: Vec<usize>,
}

/// A stretch of a sentence that speaks of one period.
#[derive(Clone, Copy, Debug)]
pub struct Clause<'w, 't> {
    pub words: &'w [Word<'t>],
    /// Begins with "compared with", "versus", "from": speaks of another period than the clause before.
    pub compares: bool,
    /// Names a part, a segment or a cause: its figures are not the statement's.
    pub vague: bool,
}

/// The paragraphs of a text that stand outside its tables.
pub fn find<'t>(content: &'t str, lines: &[Scanned<'t>], tables: &[Table]) -> Vec<Paragraph<'t>> {
    let mut found: Vec<Paragraph<'t>> = Vec::new();
    let mut open = false;
    let mut sentences = false;
    let mut table = tables.iter().peekable();
    for line in lines {
        while table.peek().is_some_and(|t| t.span.end <= line.line.start) {
            table.next();
        }
        let inside = table
            .peek()
            .is_some_and(|t| t.span.start <= line.line.start + line.line.text.len() && line.line.start < t.span.end);
        if inside || matches!(line.shape, Shape::Blank | Shape::Rule(_) | Shape::PageMark | Shape::Tag) {
            open = false;
            continue;
        }
        if !open {
            found.push(Paragraph { words: Vec::new(), headline: false, lines: Vec::new() });
            open = true;
        }
        let Some(paragraph) = found.last_mut() else { continue };
        paragraph.lines.push(paragraph.words.len());
        paragraph.words.push_all(words(content, line.line.span()));
    }
    for paragraph in &mut found {
        let stop = |w: &Word<'_>| w.ends_with(".?!") && !is_abbreviation(w.text);
        let stops = paragraph.words.len() > 12 && paragraph.words[6..].iter().any(stop);
        paragraph.headline = !sentences && !stops;
        sentences |= stops;
    }
    found
}

fn words(content: &str, span: Span) -> impl Iterator<Item = Word<'_>> {
    let line = cut(content, span.start, span.end);
    line.split_whitespace().map(move |word| {
        let start = span.start + (word.as_ptr() as usize - line.as_ptr() as usize);
        Word { text: word, span: Span::new(start, start + word.len()) }
    })
}

impl<'t> Paragraph<'t> {
    /// The sentences; each line of a headline is one.
    pub fn sentences(&self) -> Vec<&[Word<'t>]> {
        let mut found = Vec::new();
        let mut start = 0;
        for (i, word) in self.words.iter().enumerate() {
            let next = self.words.get(i + 1);
            let ends = if self.headline {
                self.lines.contains(&(i + 1))
            } else {
                word.ends_with(".?!")
                    && !is_abbreviation(word.text)
                    && next.is_none_or(|n| n.text.starts_with(|c| !is_small(c)))
            };
            if ends || next.is_none() {
                found.push(&self.words[start..=i]);
                start = i + 1;
            }
        }
        found
    }
}

fn is_abbreviation(word: &str) -> bool {
    let inner = trim_end(word, ".");
    is_any(inner, "Inc|Corp|Co|Ltd|U.S|No|Mr|Ms|Dr|vs|p.m|a.m|St") || inner.len() == 1
}

/// Cuts a sentence where it begins to speak of another period or another thing.
pub fn clauses<'w, 't>(sentence: &'w [Word<'t>]) -> Vec<Clause<'w, 't>> {
    let mut cuts: Vec<(usize, bool)> = vec![(0, false)];
    for i in 1..sentence.len() {
        let (word, before) = (sentence[i].lower(), sentence[i - 1].lower());
        let next = sentence.get(i + 1).map(Word::lower).unwrap_or_default();
        let comparing = is_any(&word, "compared|versus|vs|against")
            || (word == "from" && next.starts_with('$'))
            || is_any(&word, "up|down") && next == "from";
        if comparing && before != "as" || word == "as" && next == "compared" {
            cuts.push((i, true));
        } else if word == "which" && is_any(&next, "brings|brought") || (sentence[i - 1].ends_with(";") && i > 1) {
            cuts.push((i, false));
        }
    }
    let ends = cuts.iter().skip(1).map(|c| c.0).chain([sentence.len()]).gather();
    cuts.iter()
        .zip(ends)
        .map(|((start, compares), end)| Clause {
            words: &sentence[*start..end],
            compares: *compares,
            vague: is_vague(&sentence[*start..end]),
        })
        .gather()
}

/// Speaks of a part of the company, of why a figure moved, or of what might have been.
fn is_vague(words: &[Word<'_>]) -> bool {
    words.iter().any(|w| {
        is_any(
            &w.lower(),
            "segment|segments|division|outside|excluding|approximately|about|included|includes|including|nearly|over|would|assuming",
        )
    })
}
