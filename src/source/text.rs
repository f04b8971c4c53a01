//! Decoded characters, with the way back to the bytes they were read from.

use crate::span::Span;

/// The characters that the pipeline reads and where each stood in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pub content: String,
    /// In order and apart; what stands between two pieces is padding that the file does not hold. Empty when the text is the
    /// file, byte for byte.
    pub(crate) pieces: Vec<Piece>,
}

/// A stretch of the text and the stretch of the file it stands for. Of equal length, they agree byte for byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub text: Span,
    pub file: Span,
}

impl Piece {
    fn is_copy(self) -> bool {
        self.text.end - self.text.start == self.file.end - self.file.start
    }
}

/// Windows-1252 bytes 0x80 to 0x9F; the five unassigned ones become U+FFFD.
pub const WINDOWS_1252: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}', '\u{FFFD}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
];

impl Text {
    /// Decodes a file. A byte order mark decides; without one, what has a nought beside nearly every letter is UTF-16, valid
    /// UTF-8 is UTF-8 and anything else Windows-1252.
    pub fn decode(bytes: &[u8]) -> Self {
        match bytes {
            [0xEF, 0xBB, 0xBF, rest @ ..] => match std::str::from_utf8(rest) {
                Ok(text) => {
                    let mut decoded = Self::default();
                    decoded.push_copy(text, 3);
                    decoded
                }
                Err(_) => Self::windows_1252(bytes),
            },
            [0xFF, 0xFE, ..] => Self::utf_16(bytes, 2, u16::from_le_bytes),
            [0xFE, 0xFF, ..] => Self::utf_16(bytes, 2, u16::from_be_bytes),
            _ if is_utf_16(bytes, 1) => Self::utf_16(bytes, 0, u16::from_le_bytes),
            _ if is_utf_16(bytes, 0) => Self::utf_16(bytes, 0, u16::from_be_bytes),
            _ => match std::str::from_utf8(bytes) {
                Ok(text) => Self { content: text.to_owned(), pieces: Vec::new() },
                Err(_) => Self::windows_1252(bytes),
            },
        }
    }

    fn windows_1252(bytes: &[u8]) -> Self {
        let mut text = Self::default();
        text.content.reserve(bytes.len() + bytes.len() / 16);
        for (at, &byte) in bytes.iter().enumerate() {
            let c =
                if (0x80..0xA0).contains(&byte) { WINDOWS_1252[usize::from(byte - 0x80)] } else { char::from(byte) };
            text.push(c, Span::new(at, at + 1));
        }
        text
    }

    fn utf_16(bytes: &[u8], from: usize, unit: fn([u8; 2]) -> u16) -> Self {
        let mut text = Self::default();
        let units = bytes[from..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let mut at = from;
        for c in char::decode_utf16(units) {
            let c = c.unwrap_or('\u{FFFD}');
            let end = at + 2 * c.len_utf16();
            text.push(c, Span::new(at, end));
            at = end;
        }
        text
    }

    /// Adds a character that stands for a stretch of the file.
    pub fn push(&mut self, c: char, file: Span) {
        let start = self.content.len();
        self.content.push(c);
        self.add(Piece { text: Span::new(start, self.content.len()), file });
    }

    /// Adds characters that stand in the file just so.
    pub fn push_copy(&mut self, copied: &str, file: usize) {
        let start = self.content.len();
        self.content.push_str(copied);
        self.add(Piece { text: Span::new(start, self.content.len()), file: Span::new(file, file + copied.len()) });
    }

    /// Adds a stretch of another text, which stands where it stood there.
    pub fn push_from(&mut self, from: &Self, span: Span) {
        let start = self.content.len();
        self.content.push_str(from.cut(span));
        if from.pieces.is_empty() {
            self.add(Piece { text: Span::new(start, self.content.len()), file: span });
            return;
        }
        let first = from.pieces.partition_point(|p| p.text.end <= span.start);
        for piece in from.pieces[first..].iter().take_while(|p| p.text.start < span.end) {
            let text = Span::new(piece.text.start.max(span.start), piece.text.end.min(span.end));
            let moved = Span::new(text.start - span.start + start, text.end - span.start + start);
            self.add(Piece { text: moved, file: from.to_file(text) });
        }
    }

    /// Adds white space that the file does not hold.
    pub fn pad(&mut self, c: char, times: usize) {
        for _ in 0..times {
            self.content.push(c);
        }
    }

    fn add(&mut self, piece: Piece) {
        if piece.text.is_empty() {
            return;
        }
        if let Some(last) = self.pieces.last_mut()
            && last.is_copy()
            && piece.is_copy()
            && last.text.end == piece.text.start
            && last.file.end == piece.file.start
        {
            (last.text.end, last.file.end) = (piece.text.end, piece.file.end);
            return;
        }
        self.pieces.push(piece);
    }

    /// Turns a span of the text into the span of the file it was read from.
    pub fn to_file(&self, span: Span) -> Span {
        let ways = |p: &Piece| (p.text, p.file, p.is_copy());
        translate(&self.pieces, span, ways)
    }

    /// The inverse of [`Text::to_file`].
    pub fn from_file(&self, span: Span) -> Span {
        let ways = |p: &Piece| (p.file, p.text, p.is_copy());
        let of = translate(&self.pieces, span, ways);
        Span::new(of.start.min(self.content.len()), of.end.min(self.content.len()))
    }

    /// The characters of a span; empty where the span is not one of this text.
    pub fn cut(&self, span: Span) -> &str {
        self.content.get(span.start..span.end).unwrap_or_default()
    }
}

/// Whether a file without a mark is UTF-16: of its first pairs of bytes nearly all are a nought, at `nought` in the pair, and a
/// character of English text.
pub fn is_utf_16(bytes: &[u8], nought: usize) -> bool {
    let letter = |b: u8| matches!(b, b'\t' | b'\n' | b'\r' | 0x0C | b' '..=b'~');
    let pairs = || bytes.chunks_exact(2).take(2000);
    let plain = pairs().filter(|pair| pair[nought] == 0 && letter(pair[1 - nought])).count();
    plain > 0 && plain * 10 >= pairs().count() * 9
}

/// Carries a span from one side of the pieces to the other: a start in no piece moves on to the next, an end back to the one
/// before. `ways` gives a piece's span here, its span there, and whether the two agree byte for byte.
fn translate(pieces: &[Piece], span: Span, ways: fn(&Piece) -> (Span, Span, bool)) -> Span {
    if pieces.is_empty() {
        return span;
    }
    let last = pieces.last().map_or(0, |p| ways(p).1.end);
    let next = pieces.partition_point(|p| ways(p).0.end <= span.start);
    let start = pieces.get(next).map_or(last, |p| {
        let (here, there, copy) = ways(p);
        if copy && span.start > here.start { there.start + (span.start - here.start) } else { there.start }
    });
    let before = pieces.partition_point(|p| ways(p).0.start < span.end);
    let end = before.checked_sub(1).map_or(start, |i| {
        let (here, there, copy) = ways(&pieces[i]);
        if copy && span.end < here.end { there.start + (span.end - here.start) } else { there.end }
    });
    Span::new(start, end.max(start))
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
        assert_eq!(text.to_file(Span::new(0, 4)), Span::new(0, 2));
    }

    #[test]
    fn byte_order_marks() {
        let text = Text::decode(b"\xEF\xBB\xBFNet 5");
        assert_eq!((text.content.as_str(), text.to_file(Span::new(4, 5))), ("Net 5", Span::new(7, 8)));
        let text = Text::decode(b"\xFF\xFE1\x002\x00");
        assert_eq!((text.content.as_str(), text.to_file(Span::new(1, 2))), ("12", Span::new(4, 6)));
    }

    #[test]
    fn utf_16_without_a_mark() {
        let text = Text::decode(b"N\x00e\x00t\x00 \x005\x00");
        assert_eq!((text.content.as_str(), text.to_file(Span::new(4, 5))), ("Net 5", Span::new(8, 10)));
        assert_eq!(Text::decode(b"\x00N\x00e\x00t").content, "Net");
        assert!(!is_utf_16(b"Net 5 and more", 0) && !is_utf_16(b"\x00\x01\x00\x02\x00\x03", 0) && !is_utf_16(b"", 1));
    }

    #[test]
    fn padding_stands_nowhere_in_the_file() {
        // The file reads "<td>1,228</td><td>)": the text "  1,228)".
        let mut text = Text::default();
        text.pad(' ', 2);
        text.push_copy("1,228", 4);
        text.push_copy(")", 18);
        assert_eq!(text.to_file(Span::new(2, 8)), Span::new(4, 19));
        assert_eq!(text.to_file(Span::new(0, 7)), Span::new(4, 9));
        assert_eq!(text.from_file(Span::new(4, 19)), Span::new(2, 8));
    }

    #[test]
    fn a_stretch_of_a_text_keeps_its_place() {
        let from = Text::decode(b"a\x97b 100 rest");
        let mut text = Text::default();
        text.pad('\n', 1);
        text.push_from(&from, Span::new(1, 9));
        assert_eq!(text.content, "\n—b 100");
        assert_eq!(text.to_file(Span::new(6, 8)), Span::new(4, 6));
    }
}
