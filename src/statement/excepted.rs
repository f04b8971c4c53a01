//! What the scale of a page is said not to hold for: "(in millions, except guests and per share amounts)".

use super::{Line, count};
use crate::{
    gather::PushAll,
    phrase::{after, begins, has_any, is_any, trim, trim_end},
};

/// The things named after "except", without case and as one of them is called.
pub fn read<'w>(words: impl Iterator<Item = &'w str>) -> Vec<String> {
    let mut found = Vec::new();
    for phrase in words {
        let lower = phrase.to_ascii_lowercase();
        let Some(at) = (0..lower.len()).find(|at| begins(after(&lower, *at), "except")) else { continue };
        let clause = after(&lower, at).split([')', ';', ':']).next().unwrap_or_default();
        let mut item = String::new();
        for word in clause.split(' ').skip(1).chain([","]) {
            let core = trim(word, ",&.");
            if !is_any(core, "and|or|for||number|of|numbers|data|amounts|amount|information|figures|statistics|where") {
                item.push_str(if item.is_empty() { "" } else { " " });
                item.push_str(core);
            }
            if is_any(core, "and|or|") || word.ends_with(',') {
                found.push_all(taken(&item));
                item.clear();
            }
        }
    }
    found
}

/// Shares have rules of their own; "as noted" names nothing, and a word of money names too much.
fn taken(item: &str) -> Option<String> {
    const LOOSE: &str = "share|unit|noted|indicated|stated|otherwise|percent|per |dividend|par value|%";
    let item = trim_end(item, "s");
    (item.len() > 2 && !is_any(item, "price|rate") && !has_any(item, LOOSE) && !has_any(item, count::MONEY))
        .then(|| item.to_owned())
}

/// Whether a line is of what is excepted: its caption has all the words.
pub fn names(excepted: &[String], line: &Line) -> bool {
    let lower = line.caption.to_ascii_lowercase();
    let has = |wanted: &str| {
        let mut words = lower.split(|c: char| !c.is_ascii_alphanumeric());
        words.any(|word| trim_end(word, "s") == trim_end(wanted, "s"))
    };
    excepted.iter().any(|item| item.split(' ').all(has))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_is_excepted() {
        let of = |words: &'static str| read([words].into_iter()).join("|");
        assert_eq!(of("(in millions, except ADR, RevPAR and per share amounts)"), "adr|revpar");
        assert_eq!(
            of("(Dollars in thousands, except number of employees, ratios and per share data)"),
            "employee|ratio"
        );
        assert_eq!(of("(in thousands, except share and per share data and as noted)"), "");
    }
}
