//! A table as its maker wrote it: rows of cells that say which columns they take up.

use std::ops::Range;

use crate::{span::Span, vocabulary::Rule};

/// A table of an HTML document, laid out in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// From its first to its last line in the text.
    pub span: Span,
    pub rows: Vec<GridRow>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridRow {
    /// Its stretch of the text; empty for a row that prints nothing.
    pub span: Span,
    /// From left to right. A `$` or `)` that stood in a cell of its own is part of its amount's cell.
    pub cells: Vec<GridCell>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    pub columns: Range<usize>,
    /// Its words in the text; empty where it prints nothing, and is kept for its rules.
    pub span: Span,
    /// From the left edge of its column, in points.
    pub indent: usize,
    pub centred: bool,
    /// Stands on several lines, as its maker broke them.
    pub broken: bool,
    pub above: Rule,
    pub below: Rule,
}
