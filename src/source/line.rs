//! The lines of a text, whatever ends them: LF, CRLF or CR.

use crate::{
    phrase::{after, cut},
    span::Span,
};

/// A line without its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    pub text: &'t str,
    /// Offset of its first byte in the text.
    pub start: usize,
}

impl<'t> Line<'t> {
    /// The characters of a span that lies in the line.
    pub fn cut(&self, span: Span) -> &'t str {
        cut(self.text, span.start - self.start, span.end - self.start)
    }

    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }
}

/// Splits a part of a text into its lines.
pub fn lines(text: &str, part: Span) -> Vec<Line<'_>> {
    let text = cut(text, 0, part.end);
    let bytes = text.as_bytes();
    let mut start = part.start;
    let mut found = Vec::with_capacity(bytes.len().saturating_sub(start) / 40);
    let mut at = start;
    while at < bytes.len() {
        let end = at;
        match bytes[at] {
            b'\n' => at += 1,
            b'\r' => at += if bytes.get(at + 1) == Some(&b'\n') { 2 } else { 1 },
            _ => {
                at += 1;
                continue;
            }
        }
        found.push(Line { text: cut(text, start, end), start });
        start = at;
    }
    if start < bytes.len() {
        found.push(Line { text: after(text, start), start });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_line_end() {
        let found: Vec<_> = lines("a\nb\r\nc\rd", Span::new(0, 8)).iter().map(|l| (l.text, l.start)).collect();
        assert_eq!(found, [("a", 0), ("b", 2), ("c", 5), ("d", 7)]);
    }
}
