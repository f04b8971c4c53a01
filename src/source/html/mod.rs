//! An HTML document set as lines of text, with its tables' cells where they came to stand.
//!
//! Paragraphs become lines, tables are drawn in columns, what is hidden is left out; each character knows its bytes.

mod cells;
mod entity;
mod facts;
mod style;
mod table;
mod token;
mod words;

use crate::{
    phrase::{has, is_any},
    source::{Grid, Header, Text, draw},
    span::Span,
    vocabulary::Rule,
};
use facts::Facts;
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

/// Adds the part `body` of a text to `out`, set as lines; gives its tables, and what it says of itself in tags.
pub fn set(from: &Text, body: Span, out: &mut Text) -> (Vec<Grid>, Header) {
    let mut page = Page {
        from,
        out,
        words: Words::default(),
        tables: Vec::new(),
        grids: Vec::new(),
        open: Vec::new(),
        facts: Facts::default(),
        hidden: None,
        raised: 0,
        verbatim: 0,
        pre: (0, true),
    };
    for token in tokens(&from.content, body.start, body.end) {
        page.take(token);
    }
    page.end_block();
    while !page.tables.is_empty() {
        page.end_table();
    }
    (page.grids, page.facts.header())
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
    facts: Facts,
    /// The element whose words are not shown, and how many of its name are open inside it.
    hidden: Option<(String, usize)>,
    raised: usize,
    verbatim: usize,
    /// How many tables the preformatted words stand in, and whether they are set as they are.
    pre: (usize, bool),
}

impl Page<'_, '_> {
    fn take(&mut self, token: Token<'_>) {
        match token {
            Token::Text(text, at) => {
                self.facts.text(text, at, self.from);
                if self.hidden.is_some() {
                } else if self.is_verbatim(text) {
                    words::verbatim(text, at, self.from, self.out);
                } else {
                    self.words.add(text, at, self.raised > 0, self.from);
                }
            }
            Token::Open(tag) => self.open(&tag),
            Token::Close(name) => self.close(&name.to_ascii_lowercase()),
        }
    }

    /// Whether lines and blanks stand as they are. In a cell they do from the first words on that have several lines: many makers
    /// dress each amount as preformatted.
    fn is_verbatim(&mut self, text: &str) -> bool {
        let (depth, set) = self.pre;
        if self.verbatim == 0 || depth != self.tables.len() {
            return false;
        }
        if !set && has(text.trim(), "\n") {
            self.draw_open();
            self.pre.1 = true;
        }
        self.pre.1
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name.to_ascii_lowercase();
        let element = element(&name);
        self.facts.open(&name, tag);
        let void = matches!(element, Element::Break | Element::Rule | Element::Void) || tag.is_empty();
        if let Some((hidden, depth)) = &mut self.hidden {
            *depth += usize::from(*hidden == name && !void);
            return;
        }
        let style = style::read(tag);
        if style.hidden || element == Element::Unshown {
            // A hidden cell takes no column, closed at once or not.
            self.hidden = (!void).then_some((name, 0));
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
        if verbatim {
            self.pre = (self.tables.len(), self.tables.is_empty());
        }
        self.raised += usize::from(raised);
        self.verbatim += usize::from(verbatim);
        self.open.push(Open { name, centred, raised, verbatim });
    }

    fn close(&mut self, name: &str) {
        self.facts.close(name);
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

    /// A new line.
    fn end_line(&mut self) {
        if !self.tables.is_empty() {
            return self.words.end_line();
        }
        if self.verbatim > 0 {
            self.out.pad('\n', 1);
        }
        self.flush(false);
    }

    fn begin_block(&mut self, style: Style) {
        self.end_block();
        self.words.indent += style.indent;
    }

    /// Ends a paragraph; inside a cell, a line of it.
    fn end_block(&mut self) {
        if self.tables.last().is_some_and(OpenTable::in_cell) {
            self.words.end_line();
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
        let length = draw::width(&words.text.content);
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
}
