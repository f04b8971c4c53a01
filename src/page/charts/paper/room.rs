//! How much room a text takes: reckoned from the usual widths of letters, for a drawing does not know its reader's faces.

use super::ink::Face;

/// The width of a letter in hundredths of the size it is set in: of a wide face, that nothing runs over in a narrower one.
fn letter(c: char) -> usize {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 33,
        ' ' | 'f' | 'r' | 't' | '(' | ')' | '-' | '/' => 39,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 96,
        'A'..='Z' | '&' => 73,
        // Letters of other scripts fill a square.
        '\u{1100}'.. => 100,
        _ => 62,
    }
}

/// The width of a text in pixels.
pub fn width(text: &str, face: Face) -> usize {
    let mut wide = 0;
    for c in text.chars() {
        wide += letter(c);
    }
    // Bold letters are an eighth wider.
    wide * face.size * if face.bold { 9 } else { 8 } / 800 + 1
}

/// Sets a text in lines no wider than the room: broken at blanks, and within a word only where that alone is too wide.
pub fn lines(text: &str, face: Face, room: usize) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for c in text.chars() {
        line.push(c);
        if width(&line, face) > room {
            let last = line.len() - c.len_utf8();
            let end = line.rfind(' ').filter(|&blank| blank > 0).unwrap_or(last);
            let rest = line.split_off(end);
            lines.push(std::mem::replace(&mut line, rest.trim_start().to_owned()));
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::super::ink::INK;
    use super::*;

    #[test]
    fn lines_break_at_blanks_and_keep_every_letter() {
        let face = Face::of(14, INK);
        let text = "Amortization of purchased intangible assets and deferred stock compensation";
        let set = lines(text, face, 200);
        assert!(set.len() > 2 && set.iter().all(|line| width(line, face) <= 200), "{set:?}");
        assert_eq!(set.join(" "), text);
        assert_eq!(lines("Cash", face, 200), ["Cash"]);
        assert_eq!(lines("", face, 200), [""]);
        assert_eq!(lines("Donaudampfschifffahrt", face, 80).concat(), "Donaudampfschifffahrt");
    }
}
