//! A scale said once for all the notes: "NOTES TO CONSOLIDATED FINANCIAL STATEMENTS" over "(Tabular amounts in millions, except per
//! share amounts)". It holds for the tables below, until the notes end.

use super::scale::{self, Scale};
use crate::phrase::{after, begins, has, opens};

/// A longer line is prose.
const HEADING: usize = 120;

/// Where a scale begins to hold, and where none does any more.
pub struct Heads(Vec<(usize, Option<Scale>)>);

impl Heads {
    pub fn of(content: &str) -> Self {
        let mut heads: Vec<(usize, Option<Scale>)> = Vec::new();
        let mut at = 0;
        // So many lines that are not blank have come since the notes' name.
        let mut since = usize::MAX;
        for line in content.split('\n') {
            let words = line.trim();
            let short = words.len() <= HEADING;
            let lower = if short { words.to_ascii_lowercase() } else { String::new() };
            if begins(&lower, "notes to ") && has(&lower, "statements") {
                // The scale may follow the name on its line.
                let scale = lower.find('(').and_then(|open| scale::read([after(&lower, open)].into_iter()));
                let scale = scale.filter(|s| !s.of_shares_only);
                heads.extend(scale.map(|scale| (at, Some(scale))));
                since = if scale.is_some() { usize::MAX } else { 0 };
            } else if since < 5
                && opens(&lower, "(")
                && let Some(scale) = scale::read([lower.as_str()].into_iter()).filter(|s| !s.of_shares_only)
            {
                heads.push((at, Some(scale)));
                since = usize::MAX;
            } else if begins(
                &lower,
                "item 1|item 2|item 3|item 4|item 5|item 6|item 7|item 9|<document>|management's discussion",
            ) {
                heads.push((at, None));
            }
            since = since.saturating_add(usize::from(!words.is_empty()));
            at += line.len() + 1;
        }
        Self(heads)
    }

    /// The scale that holds at a place.
    pub fn at(&self, place: usize) -> Option<Scale> {
        let next = self.0.partition_point(|(from, _)| *from <= place);
        self.0[..next].last().and_then(|(_, scale)| *scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn said_of_all_notes() {
        let filing = "Balance sheets\n(In thousands)\n\n NOTES TO FINANCIAL STATEMENTS\n (Tabular amounts in millions)\n\nA table\n\
            Notes to Financial Statements, continued\n\nAnother\nItem 2. Management's Discussion\nA third\n";
        let heads = Heads::of(filing);
        let at = |words: &str| heads.at(filing.find(words).unwrap()).map(|s| s.money.to_string());
        assert_eq!(at("Balance"), None);
        assert_eq!((at("A table").as_deref(), at("Another").as_deref()), (Some("1000000"), Some("1000000")));
        assert_eq!(at("A third"), None);
    }

    #[test]
    fn said_beside_the_name() {
        let filing = "Notes to Consolidated Financial Statements (in thousands, except share data)\nA table\n";
        assert_eq!(Heads::of(filing).at(90).map(|s| s.money.to_string()).as_deref(), Some("1000"));
    }
}
