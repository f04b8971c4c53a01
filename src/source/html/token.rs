//! HTML taken apart into tags and the text between them, with the place of each. Reads any bytes, in one pass.
//!
//! Tag soup is the rule in old filings: missing ends, stray `<`, open quotes. What is no tag is text. See ARCHITECTURE.md for why
//! this is no library.

use crate::phrase::cut;

/// A piece of an HTML document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'t> {
    Open(Tag<'t>),
    /// The name of an element that ends.
    Close(&'t str),
    /// Text and the offset of its first byte; entities are not decoded.
    Text(&'t str, usize),
}

/// An opening tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'t> {
    pub name: &'t str,
    /// All between the name and `>`.
    attributes: &'t str,
}

impl<'t> Tag<'t> {
    /// Written `<td/>`: nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.attributes.ends_with('/')
    }

    /// The value of an attribute, quotes removed.
    pub fn attribute(&self, wanted: &str) -> Option<&'t str> {
        let text = self.attributes;
        let bytes = text.as_bytes();
        let skip = |mut at: usize, over: fn(u8) -> bool| {
            while bytes.get(at).is_some_and(|b| over(*b)) {
                at += 1;
            }
            at
        };
        let mut at = 0;
        while at < bytes.len() {
            let name = skip(at, |b| b.is_ascii_whitespace() || b == b'/');
            let name_end = skip(name, |b| !b.is_ascii_whitespace() && b != b'=' && b != b'/');
            let equals = skip(name_end, |b| b.is_ascii_whitespace());
            if bytes.get(equals) != Some(&b'=') {
                at = equals.max(name + 1);
                continue;
            }
            let value = skip(equals + 1, |b| b.is_ascii_whitespace());
            let (start, end) = match bytes.get(value) {
                Some(b'"') => (value + 1, skip(value + 1, |b| b != b'"')),
                Some(b'\'') => (value + 1, skip(value + 1, |b| b != b'\'')),
                _ => (value, skip(value, |b| !b.is_ascii_whitespace())),
            };
            if cut(text, name, name_end).eq_ignore_ascii_case(wanted) {
                return Some(cut(text, start, end));
            }
            at = end + 1;
        }
        None
    }
}

/// What stands at a place.
enum Markup<'t> {
    Token(Token<'t>),
    /// A comment or a declaration.
    Comment,
    /// No markup: text.
    None,
}

/// The tokens of a document.
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    /// No such quote, or end of a comment, stands further on: a search that failed once is not made again.
    no_double: bool,
    no_single: bool,
    no_comment: bool,
}

/// Takes apart the part of a text from `start` to `end`.
pub fn tokens(text: &str, start: usize, end: usize) -> Tokens<'_> {
    Tokens { text, at: start, end: end.min(text.len()), no_double: false, no_single: false, no_comment: false }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        while self.at < self.end {
            let start = self.at;
            match self.markup() {
                Markup::Token(token) => return Some(token),
                Markup::Comment => {}
                Markup::None => {
                    let next = self.place_of(start + 1, b'<').unwrap_or(self.end);
                    self.at = next;
                    return Some(Token::Text(cut(self.text, start, next), start));
                }
            }
        }
        None
    }
}

impl<'t> Tokens<'t> {
    fn place_of(&self, from: usize, byte: u8) -> Option<usize> {
        self.text.as_bytes().get(from..self.end)?.iter().position(|b| *b == byte).map(|at| from + at)
    }

    /// Reads markup at the current place.
    fn markup(&mut self) -> Markup<'t> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        if bytes[start] != b'<' || start + 1 >= self.end {
            return Markup::None;
        }
        let second = bytes[start + 1];
        if second.is_ascii_alphabetic() {
            let end = self.tag_end(start + 1);
            let name_end =
                (start + 1..end).find(|at| bytes[*at].is_ascii_whitespace() || bytes[*at] == b'/').unwrap_or(end);
            self.at = end + usize::from(bytes.get(end) == Some(&b'>') && end < self.end);
            let name = cut(self.text, start + 1, name_end);
            return Markup::Token(Token::Open(Tag { name, attributes: cut(self.text, name_end, end) }));
        }
        if second == b'/' && bytes.get(start + 2).is_some_and(u8::is_ascii_alphabetic) {
            let end = (start + 2..self.end).find(|at| matches!(bytes[*at], b'>' | b'<')).unwrap_or(self.end);
            self.at = end + usize::from(end < self.end && bytes[end] == b'>');
            let name = cut(self.text, start + 2, end).split_ascii_whitespace().next().unwrap_or_default();
            return Markup::Token(Token::Close(name));
        }
        if second == b'!' || second == b'?' {
            self.at = self.comment_end(start);
            return Markup::Comment;
        }
        Markup::None
    }

    /// Where the tag ends: its `>`, or the next `<` where that was forgotten. A quote counts after `=` alone.
    fn tag_end(&mut self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = from;
        let mut value = false;
        while at < self.end {
            match bytes[at] {
                b'>' | b'<' => return at,
                quote @ (b'"' | b'\'') if value => {
                    let gone = if quote == b'"' { self.no_double } else { self.no_single };
                    match if gone { None } else { self.place_of(at + 1, quote) } {
                        Some(close) => at = close,
                        None if quote == b'"' => self.no_double = true,
                        None => self.no_single = true,
                    }
                    value = false;
                }
                b'=' => value = true,
                byte if byte.is_ascii_whitespace() => {}
                _ => value = false,
            }
            at += 1;
        }
        self.end
    }

    fn comment_end(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        if bytes[start..self.end].starts_with(b"<!--") && !self.no_comment {
            let mut at = start + 4;
            while let Some(end) = self.place_of(at, b'>') {
                if bytes[start + 4..end].ends_with(b"--") {
                    return end + 1;
                }
                at = end + 1;
            }
            self.no_comment = true;
        }
        self.place_of(start, b'>').map_or(self.end, |end| end + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> Vec<String> {
        tokens(html, 0, html.len())
            .map(|t| match t {
                Token::Open(tag) => format!("<{}|{}>", tag.name, tag.attributes.trim()),
                Token::Close(name) => format!("</{name}>"),
                Token::Text(text, at) => format!("{at}:{text}"),
            })
            .collect()
    }

    #[test]
    fn tags_text_and_comments() {
        assert_eq!(
            shown("<TD align=right>5</TD><!-- a > b --><br/><?xml x?>!"),
            ["<TD|align=right>", "16:5", "</TD>", "<br|/>", "50:!"]
        );
    }

    #[test]
    fn soup() {
        // A stray "<" is text; a forgotten ">" ends at the next tag; an open quote hides nothing.
        assert_eq!(shown("5 < 6 <b"), ["0:5 ", "2:< 6 ", "<b|>"]);
        assert_eq!(shown("</p <td>1"), ["</p>", "<td|>", "8:1"]);
        assert_eq!(shown("<p class=\"x>7<b>8"), ["<p|class=\"x>", "12:7", "<b|>", "16:8"]);
        assert_eq!(shown("<!-- open <b>x"), ["13:x"]);
        assert_eq!(shown("<"), ["0:<"]);
    }

    #[test]
    fn attributes() {
        let html = "<td nowrap COLSPAN = 3 style='padding: 2px; color:red' title=\"a > b\">";
        let Some(Token::Open(tag)) = tokens(html, 0, html.len()).next() else { panic!() };
        assert_eq!((tag.attribute("colspan"), tag.attribute("title")), (Some("3"), Some("a > b")));
        assert_eq!((tag.attribute("style"), tag.attribute("width")), (Some("padding: 2px; color:red"), None));
    }
}
