//! A scale that is said below a table: "Note: all amounts are in thousands of dollars, except per share data."

use super::{kind, scale};
use crate::phrase::{after, begins, closes, cut, is_small, squeezed, trim_end, trim_start};

/// How far below a table its scale may stand.
const NEAR: usize = 1_200;

/// The scale that a note just below a table states, before the next table begins.
pub fn scale(content: &str, from: usize, next: usize) -> Option<scale::Scale> {
    let end = (from..=next.min(from + NEAR)).rev().find(|at| content.is_char_boundary(*at))?;
    let mut seen = 0;
    for paragraph in paragraphs(cut(content, from, end)) {
        seen += 1;
        let lower = paragraph.to_ascii_lowercase();
        if seen > 5 || kind::by_title(&lower).is_some() {
            return None;
        }
        if is_note(&lower)
            && let Some(scale) = scale::read([lower.as_str()].into_iter())
        {
            return Some(scale);
        }
    }
    None
}

/// The scale that the sentence just above a table ends with: "... for the years ended June 30 were as follows (in thousands):".
///
/// `rows` is where its first line begins, and `free` where what stands above it ends: its headings are between.
pub fn lead(content: &str, free: usize, rows: usize) -> Option<scale::Scale> {
    let from = (free.max(rows.saturating_sub(NEAR))..rows).find(|at| content.is_char_boundary(*at))?;
    paragraphs(cut(content, from, rows)).into_iter().rev().take(4).find_map(|paragraph| {
        let lower = paragraph.to_ascii_lowercase();
        let end = trim_end(&lower, ": .");
        let close = end.rfind(')')?;
        // "(in millions) at December 31:" says the day last.
        let tail = after(end, close + 1).trim();
        let dated = closes(&lower, ":") && tail.len() < 60 && begins(tail, "at |as of|as at|on |for |during ");
        let open = cut(end, 0, close).rfind('(').filter(|_| tail.is_empty() || dated)?;
        scale::read([cut(end, open, close + 1)].into_iter())
    })
}

/// Stretches of words that blank lines or tags part.
fn paragraphs(below: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = String::new();
    let mut tag = false;
    for c in below.chars() {
        let parts = c == '<' || c == '\n' && open.ends_with('\n');
        tag = c == '<' || tag && c != '>';
        if parts {
            let words = squeezed(&open);
            if !words.is_empty() {
                found.push(words);
            }
            open.clear();
        } else if !tag && c != '>' && !(matches!(c, ' ' | '\r' | '\t') && open.ends_with('\n')) {
            open.push(c);
        }
    }
    found.push(squeezed(&open));
    found
}

/// Words that say of all amounts above how they are printed.
fn is_note(lower: &str) -> bool {
    const OPENINGS: &str = "all amounts|amounts|all figures|figures|all dollar|dollar|expressed in|stated in|in thousands|\
        in millions|$ in |thousands of|millions of";
    let words = lower.trim_start_matches(|c: char| !is_small(c) && c != '$');
    let words = words.strip_prefix("notes").or_else(|| words.strip_prefix("note")).unwrap_or(words);
    lower.len() < 200 && begins(trim_start(words, ":-. ("), OPENINGS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(words: &str) -> Option<String> {
        scale(words, 0, words.len()).map(|s| s.money.to_string())
    }

    #[test]
    fn said_of_the_table_above() {
        let note =
            "\n\nSee accompanying notes.\n\nNote: All amounts are in\nthousands of dollars except per share data.\n";
        assert_eq!(below(note).as_deref(), Some("1000"));
        assert_eq!(below("\r\n\r\n(Amounts in millions)\r\n").as_deref(), Some("1000000"));
        assert_eq!(below("</table><p>* Dollars in thousands</p>").as_deref(), Some("1000"));
    }

    #[test]
    fn said_at_the_end_of_the_sentence_above() {
        let of = |words: &str| lead(words, 0, words.len()).map(|s| s.money.to_string());
        let words = "A page before.\n\nInventories at June 30 consisted of the following (in\nthousands):\n\n";
        assert_eq!(of(words).as_deref(), Some("1000"));
        assert_eq!(of("Costs that were capitalised (in thousands) at\nMay 31:\n\n").as_deref(), Some("1000"));
        assert_eq!(of("Sales (in thousands) rose. They were as follows:\n\n"), None);
    }

    #[test]
    fn said_of_something_else() {
        assert_eq!(below("\n\nSales rose by thousands of units in millions of homes.\n"), None);
        // The head of the next statement.
        assert_eq!(below("\n\nCONSOLIDATED BALANCE SHEETS\n\n(In thousands)\n"), None);
    }
}
