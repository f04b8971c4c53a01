//! The words of a paragraph or cell: white space folded, references decoded, raised marks set as such.

use super::entity;
use crate::{phrase::after, source::Text, span::Span};

/// Words as they are read, parted by single blanks; by the end of a line where a cell has several.
#[derive(Clone, Debug, Default)]
pub struct Words {
    pub text: Text,
    pub centred: bool,
    /// In points; what stands before the first word.
    pub indent: i32,
    /// White space was read since the last word.
    gap: bool,
    /// A line ended since the last word.
    broken: bool,
}

/// What a blank before the first word indents it by, in points.
const BLANK: i32 = 3;
/// Footnote marks as they are printed, so that no mark is taken for a digit of the amount before it.
const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
const LETTERS: &str = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖqʳˢᵗᵘᵛʷˣʸᶻ";

impl Words {
    pub fn is_blank(&self) -> bool {
        self.text.content.is_empty()
    }

    /// Parts what was read from what comes.
    pub fn part(&mut self) {
        self.gap = true;
    }

    /// What comes stands on a line of its own.
    pub fn end_line(&mut self) {
        (self.gap, self.broken) = (true, true);
    }

    /// Adds words that were read elsewhere, as a line of their own.
    pub fn append(&mut self, words: &Text) {
        self.end_line();
        self.join();
        self.text.push_from(words, Span::new(0, words.content.len()));
        self.end_line();
    }

    /// Adds the text that stands at an offset of `from`.
    pub fn add(&mut self, text: &str, at: usize, raised: bool, from: &Text) {
        let bytes = text.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            let rest = after(text, i);
            let plain = bytes[i..].iter().take_while(|b| b.is_ascii_graphic() && **b != b'&').count();
            if plain > 0 && !raised {
                self.join();
                self.text.push_from(from, Span::new(at + i, at + i + plain));
                i += plain;
                continue;
            }
            let Some(first) = rest.chars().next() else { break };
            let (c, length) = match first {
                '&' => entity::read(rest).unwrap_or(('&', 1)),
                c => (c, c.len_utf8()),
            };
            self.character(c, raised, from.to_file(Span::new(at + i, at + i + length)));
            i += length;
        }
    }

    fn character(&mut self, c: char, raised: bool, file: Span) {
        match c {
            // Soft hyphens, zero-width marks.
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}' => {}
            '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' => {
                if self.is_blank() {
                    self.indent += BLANK;
                }
                self.gap = true;
            }
            c if c.is_ascii_whitespace() || c.is_ascii_control() => self.gap = true,
            c => {
                self.join();
                self.text.push(if raised { lifted(c) } else { c }, file);
            }
        }
    }

    fn join(&mut self) {
        let broken = std::mem::take(&mut self.broken);
        if std::mem::take(&mut self.gap) && !self.is_blank() {
            self.text.pad(if broken { '\n' } else { ' ' }, 1);
        }
    }
}

/// A raised character.
fn lifted(c: char) -> char {
    match c {
        '0'..='9' => DIGITS[c as usize - '0' as usize],
        '(' => '⁽',
        ')' => '⁾',
        'a'..='z' => LETTERS.chars().nth(c as usize - 'a' as usize).unwrap_or(c),
        c => c,
    }
}

/// Adds text whose lines and blanks stand as they are.
pub fn verbatim(text: &str, at: usize, from: &Text, out: &mut Text) {
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        let plain = bytes[i..].iter().take_while(|b| **b != b'&').count();
        out.push_from(from, Span::new(at + i, at + i + plain));
        i += plain;
        if i < bytes.len() {
            let (c, length) = entity::read(after(text, i)).unwrap_or(('&', 1));
            out.push(if c == '\u{A0}' { ' ' } else { c }, from.to_file(Span::new(at + i, at + i + length)));
            i += length;
        }
    }
}
