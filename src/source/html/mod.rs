//! An HTML document set as lines of text, with its tables' cells where they came to stand.
//!
//! Paragraphs become lines, tables are drawn in columns, what is hidden is left out; each character knows its bytes.

mod draw;
mod entity;
mod style;
mod table;
mod token;
mod words;

use crate::{
    phrase::is_any,
    source::{Grid, Text},
    span::Span,
    vocabulary::Rule,
};
pub use draw::{Cell, draw};
use style::Style;
use table::OpenTable;
use token::{Tag, Token, tokens};
use words::Words;

/// Whether a document's words are HTML, and not text with the few SGML tags that EDGAR had before.
pub fn is_html(body: &str) -> bool {
    const TAGS: &str = "html|body|td|tr|div|font|p|br|center|pre";
    let known = |t: &Token<'_>| matches!(t, Token::Open(tag) if is_any(&tag.name.to_ascii_lowercase(), TAGS));
    tokens(body, 0, body.len().min(20_000)).filter(known).nth(1).is_some()
}

/// Adds the part `body` of a text to `out`, set as lines; gives its tables.
pub fn set(from: &Text, body: Span, out: &mut Text) -> Vec<Grid> {
    let mut page = Page {
        from,
        out,
        words: Words::default(),
        tables: Vec::new(),
        grids: Vec::new(),
        open: Vec::new(),
        hidden: None,
        raised: 0,
        verbatim: 0,
    };
    for token in tokens(&from.content, body.start, body.end) {
        page.take(token);
    }
    page.end_block();
    while !page.tables.is_empty() {
        page.end_table();
    }
    page.grids
}

/// What an element does to the lines being set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Table,
    Row,
    Cell,
    /// A new line.
    Break,
    /// A line drawn.
    Rule,
    /// Stands on lines of its own.
    Block,
    /// Its words are not shown.
    Unshown,
    /// Never closed, and prints nothing.
    Void,
    /// Runs on in its line.
    Inline,
}

fn element(name: &str) -> Element {
    match name {
        "table" => Element::Table,
        "tr" => Element::Row,
        "td" | "th" => Element::Cell,
        "br" => Element::Break,
        "hr" => Element::Rule,
        "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "li" | "dl" | "dt" | "dd" | "center"
        | "blockquote" | "pre" | "body" | "html" | "caption" | "section" => Element::Block,
        "head" | "script" | "style" | "ix:header" | "noscript" => Element::Unshown,
        "img" | "input" | "meta" | "link" | "col" => Element::Void,
        _ => Element::Inline,
    }
}

/// Elements open at one time; deeper ones keep the setting of those above them.
const DEPTH: usize = 256;

/// An element that is open and what it changes.
struct Open {
    name: String,
    centred: bool,
    raised: bool,
    verbatim: bool,
}

/// The page being set.
struct Page<'t, 'o> {
    from: &'t Text,
    out: &'o mut Text,
    /// Of the paragraph or cell being read.
    words: Words,
    /// Tables within tables, innermost last.
    tables: Vec<OpenTable>,
    grids: Vec<Grid>,
    open: Vec<Open>,
    /// The element whose words are not shown, and how many of its name are open inside it.
    hidden: Option<(String, usize)>,
    raised: usize,
    verbatim: usize,
}

impl Page<'_, '_> {
    fn take(&mut self, token: Token<'_>) {
        match token {
            Token::Text(text, at) => {
                if self.hidden.is_some() {
                } else if self.verbatim > 0 && self.tables.is_empty() {
                    words::verbatim(text, at, self.from, self.out);
                } else {
                    self.words.add(text, at, self.raised > 0, self.from);
                }
            }
            Token::Open(tag) => self.open(&tag),
            Token::Close(name) => self.close(&name.to_ascii_lowercase()),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name.to_ascii_lowercase();
        let element = element(&name);
        let void = matches!(element, Element::Break | Element::Rule | Element::Void) || tag.is_empty();
        if let Some((hidden, depth)) = &mut self.hidden {
            *depth += usize::from(*hidden == name && !void);
            return;
        }
        let style = style::read(tag);
        if (style.hidden || element == Element::Unshown) && !void {
            self.hidden = Some((name, 0));
            return;
        }
        if style.breaks_page {
            self.break_page();
        }
        // A paragraph or item that was not closed ends where the next begins.
        let ends_last = element == Element::Block
            && is_any(&name, "p|li|dt|dd")
            && self.open.last().is_some_and(|o| o.name == name);
        match element {
            Element::Table => self.begin_table(),
            Element::Row => self.begin_row(),
            Element::Cell => self.begin_cell(tag, style),
            Element::Break => self.end_line(),
            Element::Rule => {
                self.end_block();
                self.rule(tag);
            }
            Element::Block => {
                if ends_last {
                    self.close(&name);
                }
                self.begin_block(style);
            }
            Element::Unshown | Element::Void | Element::Inline => {}
        }
        let before = self.open.last();
        let centred = style.centred.unwrap_or(name == "center" || before.is_some_and(|o| o.centred) && name != "table");
        self.words.centred |= centred && !void;
        if void || self.open.len() >= DEPTH {
            return;
        }
        let raised = style.raised && element == Element::Inline;
        let verbatim = name == "pre";
        self.raised += usize::from(raised);
        self.verbatim += usize::from(verbatim);
        self.open.push(Open { name, centred, raised, verbatim });
    }

    fn close(&mut self, name: &str) {
        if let Some((hidden, depth)) = &mut self.hidden {
            if hidden == name {
                match depth.checked_sub(1) {
                    Some(less) => *depth = less,
                    None => self.hidden = None,
                }
            }
            return;
        }
        // What was opened inside and not closed ends with it; an end of nothing changes nothing.
        if let Some(at) = self.open.iter().rposition(|o| o.name == name) {
            for open in self.open.drain(at..) {
                self.raised -= usize::from(open.raised);
                self.verbatim -= usize::from(open.verbatim);
            }
        }
        match element(name) {
            Element::Table => self.end_table(),
            Element::Row => self.end_row(),
            Element::Cell => self.end_cell(),
            Element::Block => self.end_block(),
            _ => {}
        }
    }

    /// A new line: in a table a blank, for a cell is one line.
    fn end_line(&mut self) {
        if self.verbatim > 0 && self.tables.is_empty() {
            self.out.pad('\n', 1);
        } else {
            self.words.part();
        }
        if self.tables.is_empty() {
            self.flush(false);
        }
    }

    fn begin_block(&mut self, style: Style) {
        self.end_block();
        self.words.indent += style.indent;
    }

    /// Ends a paragraph; inside a cell, a line of it.
    fn end_block(&mut self) {
        if self.tables.last().is_some_and(OpenTable::in_cell) {
            self.words.part();
        } else {
            self.flush(true);
        }
    }

    /// Writes the words read so far as a paragraph. `apart`: a blank line follows.
    fn flush(&mut self, apart: bool) {
        let words = std::mem::take(&mut self.words);
        if words.is_blank() {
            if apart {
                self.blank_line();
            }
            // An empty paragraph changes nothing but its setting, which the next one may go on with.
            self.words.centred = words.centred && !apart;
            return;
        }
        let length = words.text.content.chars().count();
        let indent = if words.centred {
            draw::WIDTH.saturating_sub(length) / 2
        } else {
            usize::try_from(words.indent / 4).unwrap_or(0).min(24)
        };
        draw::write(&words.text, indent, draw::WIDTH, self.out);
        self.out.pad('\n', 1);
        if apart && !words.centred {
            self.blank_line();
        }
    }

    /// One blank line, not two.
    fn blank_line(&mut self) {
        if !self.out.content.is_empty() && !self.out.content.ends_with("\n\n") {
            self.out.pad('\n', if self.out.content.ends_with('\n') { 1 } else { 2 });
        }
    }

    fn break_page(&mut self) {
        let broken = self.out.content.trim_end_matches('\n').ends_with('\x0C');
        if self.tables.is_empty() && !broken {
            self.end_block();
            self.blank_line();
            self.out.pad('\x0C', 1);
            self.out.pad('\n', 1);
        }
    }

    /// A line drawn: under a column where it stands in a cell.
    fn rule(&mut self, tag: &Tag<'_>) {
        let thick = tag.attribute("size").is_some_and(|s| !is_any(s, "0|1|2"));
        if let Some(table) = self.tables.last_mut() {
            table.rule(if thick { Rule::Double } else { Rule::Single });
        }
    }

    fn begin_table(&mut self) {
        // A table in a cell stands on its own, after what the table around it holds so far.
        if self.tables.last().is_some() {
            self.end_cell();
            self.draw_table(false);
        } else {
            self.flush(true);
        }
        self.tables.push(OpenTable::default());
    }

    fn end_table(&mut self) {
        if self.tables.is_empty() {
            return;
        }
        self.end_row();
        self.draw_table(true);
        self.blank_line();
        self.words = Words::default();
    }

    fn draw_table(&mut self, close: bool) {
        let rows = if close {
            self.tables.pop().map(|t| t.rows)
        } else {
            self.tables.last_mut().map(|t| std::mem::take(&mut t.rows))
        };
        let rows = rows.unwrap_or_default();
        if rows.iter().flatten().any(|c| !c.words.content.is_empty()) {
            self.blank_line();
            let grid = draw::draw(rows, self.out);
            self.grids.push(grid);
        }
    }

    fn begin_row(&mut self) {
        if self.tables.is_empty() {
            return self.end_block();
        }
        self.end_row();
        if let Some(table) = self.tables.last_mut() {
            table.begin_row();
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if let Some(table) = self.tables.last_mut() {
            table.end_row();
        }
    }

    fn begin_cell(&mut self, tag: &Tag<'_>, style: Style) {
        if self.tables.is_empty() {
            return self.words.part();
        }
        self.end_cell();
        let number = |name: &str| tag.attribute(name).and_then(|v| v.trim().parse::<usize>().ok()).unwrap_or(1);
        if let Some(table) = self.tables.last_mut() {
            table.begin_cell(number("colspan"), number("rowspan"), style);
            self.words = Words::default();
            self.words.indent = style.indent;
        }
    }

    fn end_cell(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            let words = std::mem::take(&mut self.words);
            if table.in_cell() {
                table.end_cell(words);
            } else if !words.is_blank() {
                // Words of a table that stand in no cell.
                self.words = words;
                self.flush(true);
            }
        }
    }
}
