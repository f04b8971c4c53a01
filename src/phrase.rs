//! Words and lists of words, compared in one place.
//!
//! A list is one string with bars between its words: in the page a list of strings takes twice the room, and a comparison
//! with each word in turn takes code for each.

/// Whether the text is one of the list.
#[inline(never)]
pub fn is_any(text: &str, list: &str) -> bool {
    list.split('|').any(|word| word == text)
}

/// Whether the text holds one of the list.
#[inline(never)]
pub fn has_any(text: &str, list: &str) -> bool {
    list.split('|').any(|word| text.contains(word))
}

/// Whether the text begins with one of the list.
#[inline(never)]
pub fn begins(text: &str, list: &str) -> bool {
    list.split('|').any(|word| text.starts_with(word))
}

/// A letter or digit. Beyond ASCII every character below the punctuation at U+2000 is taken for a letter but the signs of
/// Latin-1: the tables that would tell exactly weigh more than the words of a filing.
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
        assert!(has_any("the total", "total|net") && !has_any("assets", "total|net"));
        assert!(begins("net loss", "total|net ") && !begins("nets", "total|net "));
    }

    #[test]
    fn letters() {
        assert!("aé7".chars().all(is_letter_or_digit) && !"-–’\u{A0}®".chars().any(is_letter_or_digit));
        assert!(is_small('ü') && is_capital('Ü') && !is_small('—'));
    }
}
