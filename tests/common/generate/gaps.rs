//! Layouts that the core does not read rightly yet, each to be struck out when it is repaired; `TIEOUT_GAPS=1` makes them too.

use super::{
    layout::{Layout, Rules},
    model::{Filing, Statement},
};

pub fn are_made() -> bool {
    std::env::var_os("TIEOUT_GAPS").is_some()
}

pub fn spare(layout: &mut Layout, filing: &Filing) {
    if are_made() {
        return;
    }
    // "-20.4" is taken for words: it begins as a year does, and is as long.
    layout.minus &= filing.places == 0;
    // A date centred over the first column, where no figure is as wide, is lost, and the next column's is said of both.
    layout.heads_centred = false;
    // Of two headings over two columns each, one may be handed three: where rules do not say how far they reach.
    let lengths = |s: &Statement| s.columns.iter().any(|c| c.quarters != s.columns[0].quarters);
    if layout.rules == Rules::None && !layout.html && filing.statements.iter().any(lengths) {
        layout.rules = Rules::Single;
    }
    // In HTML the only column's headings are taken for the title where `$` has a cell of its own.
    layout.split &= filing.statements.iter().all(|s| s.columns.len() > 1);
}
