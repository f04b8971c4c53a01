//! Words and lists of words, compared in one place.
//!
//! A list is one string with bars between its words: in the page a list of strings takes twice the room, and a comparison
//! with each word in turn takes code for each.

/// Whether the text is one of the list.
#[inline(never)]
pub fn is_any(text: &str, list: &str) -> bool {
    // One pass over the list, with no call for each of its words: this is asked of every word of a filing.
    let text = text.as_bytes();
    let (mut same, mut differs) = (0, false);
    for byte in list.as_bytes() {
        if *byte == b'|' {
            if !differs && same == text.len() {
                return true;
            }
            (same, differs) = (0, false);
        } else if !differs && text.get(same) == Some(byte) {
            same += 1;
        } else {
            differs = true;
        }
    }
    !differs && same == text.len()
}

/// Whether the text holds a word. The library's search is swift in long texts, and four kilobytes of the page.
pub fn has(text: &str, word: &str) -> bool {
    holds(text.as_bytes(), word.as_bytes())
}

#[inline(never)]
fn holds(text: &[u8], word: &[u8]) -> bool {
    let Some((first, rest)) = word.split_first() else { return true };
    (0..text.len()).any(|at| text[at] == *first && text[at + 1..].starts_with(rest))
}

/// Whether the text holds one of the list.
#[inline(never)]
pub fn has_any(text: &str, list: &str) -> bool {
    words(list).any(|word| holds(text.as_bytes(), word))
}

/// Whether the text begins with one of the list.
#[inline(never)]
pub fn begins(text: &str, list: &str) -> bool {
    words(list).any(|word| text.as_bytes().starts_with(word))
}

fn words(list: &str) -> impl Iterator<Item = &[u8]> {
    list.as_bytes().split(|byte| *byte == b'|')
}

/// Whether the text begins with one of these characters.
#[inline(never)]
pub fn opens(text: &str, marks: &str) -> bool {
    text.chars().next().is_some_and(|c| is_mark(c, marks))
}

/// Whether the text ends with one of these characters.
#[inline(never)]
pub fn closes(text: &str, marks: &str) -> bool {
    text.chars().next_back().is_some_and(|c| is_mark(c, marks))
}

fn is_mark(c: char, marks: &str) -> bool {
    marks.chars().any(|mark| mark == c)
}

/// The text without these characters at its beginning.
#[inline(never)]
pub fn trim_start<'t>(text: &'t str, marks: &str) -> &'t str {
    text.trim_start_matches(|c| is_mark(c, marks))
}

/// The text without these characters at its end.
#[inline(never)]
pub fn trim_end<'t>(text: &'t str, marks: &str) -> &'t str {
    text.trim_end_matches(|c| is_mark(c, marks))
}

/// The text without these characters at both ends.
pub fn trim<'t>(text: &'t str, marks: &str) -> &'t str {
    trim_start(trim_end(text, marks), marks)
}

/// The part of a text between two offsets; nothing where there is no such part. Cutting with brackets instead brings the code
/// that explains a wrong cut, which prints characters and knows which of them can be printed.
#[inline(never)]
pub fn cut(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// What follows an offset.
pub fn after(text: &str, start: usize) -> &str {
    cut(text, start, text.len())
}

/// The text with one blank between its words.
#[inline(never)]
pub fn squeezed(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// A letter or digit. Beyond ASCII every character from U+00C0 up to the punctuation at U+2000 is taken for one, × and ÷
/// with them: the tables that would tell exactly weigh more than the words of a filing.
pub fn is_letter_or_digit(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('\u{C0}'..'\u{2000}').contains(&c)
}

/// A small letter, of Latin-1 at most.
pub fn is_small(c: char) -> bool {
    c.is_ascii_lowercase() || ('\u{DF}'..='\u{FF}').contains(&c)
}

/// A capital letter, of Latin-1 at most.
pub fn is_capital(c: char) -> bool {
    c.is_ascii_uppercase() || ('\u{C0}'..='\u{DE}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists() {
        assert!(is_any("net", "total|net") && !is_any("ne", "total|net") && !is_any("|", "total|net"));
        assert!(is_any("total", "total|net") && is_any("", "and||of") && !is_any("nett", "total|net"));
        assert!(has_any("the total", "total|net") && !has_any("assets", "total|net"));
        assert!(has("assets", "sets") && !has("asset", "sets") && has("", ""));
        assert!(begins("net loss", "total|net ") && !begins("nets", "total|net "));
    }

    #[test]
    fn marks() {
        assert_eq!((trim_end("net.,", ",."), trim_start("((net", "("), trim("-3-", "- ")), ("net", "net", "3"));
        assert!(opens("(a", "*(") && closes("a:", ";:") && !opens("", "(") && !closes("a", ":"));
    }

    #[test]
    fn letters() {
        assert!("aé7".chars().all(is_letter_or_digit) && !"-–’\u{A0}®".chars().any(is_letter_or_digit));
        assert!(is_small('ü') && is_capital('Ü') && !is_small('—'));
    }
}
