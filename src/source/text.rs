//! Decoding: UTF-8, UTF-16 or Windows-1252 bytes to text, with the way back to byte offsets.

use crate::span::Span;

/// The decoded characters of a file and where each stood in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pub content: String,
    /// `(text offset, file offset)` wherever the distance between the two changes; empty when they never differ.
    anchors: Vec<(usize, usize)>,
}

/// Windows-1252 bytes 0x80 to 0x9F; the five unassigned ones become U+FFFD.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}', '\u{FFFD}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
];

impl Text {
    /// Decodes a file. A byte order mark decides; without one, valid UTF-8 is UTF-8 and anything else Windows-1252.
    pub fn decode(bytes: &[u8]) -> Self {
        match bytes {
            [0xEF, 0xBB, 0xBF, rest @ ..] => match std::str::from_utf8(rest) {
                Ok(text) => Self { content: text.to_owned(), anchors: vec![(0, 3)] },
                Err(_) => Self::windows_1252(bytes),
            },
            [0xFF, 0xFE, ..] => Self::utf_16(bytes, u16::from_le_bytes),
            [0xFE, 0xFF, ..] => Self::utf_16(bytes, u16::from_be_bytes),
            _ => match std::str::from_utf8(bytes) {
                Ok(text) => Self { content: text.to_owned(), anchors: Vec::new() },
                Err(_) => Self::windows_1252(bytes),
            },
        }
    }

    fn windows_1252(bytes: &[u8]) -> Self {
        let mut text = Self { content: String::with_capacity(bytes.len() + bytes.len() / 16), anchors: Vec::new() };
        for (at, &byte) in bytes.iter().enumerate() {
            let c =
                if (0x80..0xA0).contains(&byte) { WINDOWS_1252[usize::from(byte - 0x80)] } else { char::from(byte) };
            text.content.push(c);
            if c.len_utf8() != 1 {
                text.anchors.push((text.content.len(), at + 1));
            }
        }
        text
    }

    fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Self {
        let mut text = Self::default();
        let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let mut at = 2;
        text.anchors.push((0, at));
        for c in char::decode_utf16(units) {
            let c = c.unwrap_or('\u{FFFD}');
            text.content.push(c);
            at += 2 * c.len_utf16();
            text.anchors.push((text.content.len(), at));
        }
        text
    }

    /// Turns a span of the text into the span of the file it was decoded from.
    pub fn to_file(&self, span: Span) -> Span {
        let offset = |at: usize| {
            let anchor = self.anchors.partition_point(|a| a.0 <= at);
            anchor.checked_sub(1).map_or(at, |i| self.anchors[i].1 + (at - self.anchors[i].0))
        };
        Span::new(offset(span.start), offset(span.end))
    }

    /// The inverse of [`Text::to_file`].
    pub fn from_file(&self, span: Span) -> Span {
        let offset = |at: usize| {
            let anchor = self.anchors.partition_point(|a| a.1 <= at);
            let at = anchor.checked_sub(1).map_or(at, |i| self.anchors[i].0 + (at - self.anchors[i].1));
            at.min(self.content.len())
        };
        Span::new(offset(span.start), offset(span.end))
    }

    /// The characters of a span; empty where the span is not one of this text.
    pub fn cut(&self, span: Span) -> &str {
        self.content.get(span.start..span.end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_offsets_are_file_offsets() {
        let text = Text::decode(b"Cash  100");
        assert_eq!(text.to_file(Span::new(6, 9)), Span::new(6, 9));
    }

    #[test]
    fn windows_1252_dash_and_quote() {
        // An em dash (one byte in the file, three in the text), then a number.
        let text = Text::decode(b"a\x97b 100");
        assert_eq!(text.content, "a—b 100");
        let number = Span::new(6, 9);
        assert_eq!(text.cut(number), "100");
        assert_eq!(text.to_file(number), Span::new(4, 7));
        assert_eq!(text.from_file(Span::new(4, 7)), number);
    }

    #[test]
    fn byte_order_marks() {
        let text = Text::decode(b"\xEF\xBB\xBFNet 5");
        assert_eq!((text.content.as_str(), text.to_file(Span::new(4, 5))), ("Net 5", Span::new(7, 8)));
        let text = Text::decode(b"\xFF\xFE1\x002\x00");
        assert_eq!((text.content.as_str(), text.to_file(Span::new(1, 2))), ("12", Span::new(4, 6)));
    }
}
