//! How an invented filing is set: chosen once for the whole of it.

use super::tape::Tape;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dollars {
    None,
    /// `$1,234`
    Close,
    /// `$   1,234`
    Apart,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    None,
    /// Dashes under columns above totals.
    Single,
    /// And double ones below the last.
    Double,
}

#[derive(Clone, Debug)]
pub struct Layout {
    pub html: bool,
    pub dollars: Dollars,
    pub leaders: bool,
    pub rules: Rules,
    /// Blanks for a level.
    pub indent: usize,
    /// Losses printed with a minus sign, not in parentheses.
    pub minus: bool,
    /// Parentheses close outside of the column of digits.
    pub hanging: bool,
    pub nil: &'static str,
    /// Width of the captions and of a column of figures.
    pub captions: usize,
    pub column: usize,
    /// Rows after which a page ends.
    pub page: Option<usize>,
    /// A mark of EDGAR, or a form feed.
    pub mark: &'static str,
    pub return_and_feed: bool,
    pub heads_centred: bool,
    /// Each column names its day, though one heading would do for all.
    pub heads_apart: bool,
    pub spanner_on_one_line: bool,
    pub said: usize,
    pub unaudited: bool,
    pub prose: bool,
    /// In HTML, `$`, digits and the closing parenthesis each in a cell of its own.
    pub split: bool,
}

impl Layout {
    pub fn new(tape: &mut Tape<'_>) -> Self {
        Self {
            html: tape.chance(30),
            dollars: tape.one(&[Dollars::None, Dollars::Close, Dollars::Apart]),
            leaders: tape.chance(25),
            rules: tape.one(&[Rules::Double, Rules::Single, Rules::Double, Rules::None]),
            indent: tape.one(&[2, 3, 4, 0, 1, 5, 6, 8]),
            minus: tape.chance(15),
            hanging: !tape.chance(30),
            nil: tape.one(&["-", "--", "0"]),
            captions: tape.from(46, 62),
            column: tape.below(6),
            page: tape.chance(20).then(|| tape.from(6, 20)),
            mark: tape.one(&["\u{c}", "<PAGE>"]),
            return_and_feed: tape.chance(25),
            heads_centred: tape.chance(50),
            heads_apart: tape.chance(30),
            spanner_on_one_line: tape.chance(40),
            said: tape.below(3),
            unaudited: tape.chance(50),
            prose: tape.chance(50),
            split: tape.chance(60),
        }
    }
}
