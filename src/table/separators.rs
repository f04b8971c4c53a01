//! Numbers whose separators are not the English ones are doubted, never read the wrong way round.

use super::{
    Printed,
    figure::{EUROPEAN, is_european},
    scan::{Scanned, Shape},
};
use crate::gather::Gather;
use crate::phrase::{has, has_any, trim};

/// Doubts every separator of a table where some are set the European way and none the English way.
pub fn doubt(body: &mut [Scanned<'_>]) {
    let (mut european, mut english) = (0_usize, 0_usize);
    for line in body.iter() {
        for text in line.figures().iter().map(|f| line.text_of(f)) {
            european += usize::from(is_european(trim(text, "()-$%€£¥")));
            english += usize::from(is_english(text));
        }
    }
    if european == 0 || english > 0 {
        return;
    }
    for line in body {
        let doubtful: Vec<bool> =
            line.figures().iter().map(|f| f.is_amount() && has_any(line.text_of(f), ".|,")).gather();
        if let Shape::Row(figures) = &mut line.shape {
            for (figure, _) in figures.iter_mut().zip(doubtful).filter(|(_, doubtful)| *doubtful) {
                figure.printed = Printed::Unread { why: EUROPEAN };
            }
        }
    }
}

/// "1,234.5", "1,234,567": thousands parted by commas, and nothing else it could be.
fn is_english(text: &str) -> bool {
    text.split_once(',').is_some_and(|(_, rest)| has_any(rest, ",|.") && !has(text, ".,"))
}
