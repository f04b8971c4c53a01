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

impl Line<'_> {
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }
}

/// Splits a text into its lines.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(bytes.len() / 40);
    let mut start = 0;
    let mut at = 0;
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
        let found: Vec<_> = lines("a\nb\r\nc\rd").iter().map(|l| (l.text, l.start)).collect();
        assert_eq!(found, [("a", 0), ("b", 2), ("c", 5), ("d", 7)]);
    }
}
