//! An invented filing as fixed-width text.

use super::{
    heads,
    layout::{Dollars, Layout, Rules},
    model::{Filing, Rank, Row, Statement, Unit},
    print,
};

struct Page<'f> {
    filing: &'f Filing,
    layout: &'f Layout,
    /// Width of a column, blanks before it included.
    column: usize,
    lines: Vec<String>,
}

pub fn text(filing: &Filing, layout: &Layout) -> String {
    let mut page = Page { filing, layout, column: column_width(filing, layout), lines: Vec::new() };
    if layout.prose {
        let name = &filing.company;
        page.lines.push(format!("{name} today announced its results. Management believes that"));
        page.lines.push("orders will go on as before. The statements follow.".to_owned());
        page.lines.push(String::new());
    }
    for statement in &filing.statements {
        page.statement(statement);
    }
    page.lines.push(String::new());
    page.lines.join(if layout.return_and_feed { "\r\n" } else { "\n" })
}

/// Room for the longest amount with its signs, and for the name of a month.
fn column_width(filing: &Filing, layout: &Layout) -> usize {
    let mut widest = 0;
    for statement in &filing.statements {
        for row in 0..statement.rows.len() {
            for column in 0..statement.columns.len() {
                widest = widest.max(print::cell(filing, layout, statement, row, column).body.len());
            }
        }
    }
    16.max(widest + 6) + layout.column
}

impl Page<'_> {
    fn statement(&mut self, statement: &Statement) {
        self.head(statement, "");
        let (mut since, mut turn) = (0, false);
        for row in 0..statement.rows.len() {
            let line = matches!(statement.rows[row], Row::Line { .. });
            let due = self.layout.page.is_some_and(|after| since == after) || turn;
            turn = due && !may_turn(statement, row);
            if due && !turn {
                self.turn();
                self.head(statement, " (Continued)");
            }
            since += usize::from(line);
            self.row(statement, row);
        }
        self.lines.push(String::new());
        if self.layout.page.is_some() {
            self.turn();
        }
    }

    /// The end of a page.
    fn turn(&mut self) {
        self.lines.push(String::new());
        self.centre("- 3 -");
        self.lines.push(self.layout.mark.to_owned());
        self.lines.push(String::new());
    }

    fn width(&self, columns: usize) -> usize {
        self.layout.captions + columns * self.column
    }

    fn centre(&mut self, words: &str) {
        let width = self.layout.captions + 2 * self.column;
        self.lines.push(format!("{}{words}", " ".repeat(width.saturating_sub(words.len()) / 2)));
    }

    fn head(&mut self, statement: &Statement, more: &str) {
        self.centre(&self.filing.company.to_uppercase());
        self.centre(&format!("{}{more}", statement.title));
        if let Some(words) = print::scale(self.filing, statement, self.layout) {
            self.centre(&words);
        }
        if self.layout.unaudited {
            self.centre("(unaudited)");
        }
        self.lines.push(String::new());
        let levels = heads::levels(self.filing, statement, self.layout);
        for (i, level) in levels.iter().enumerate() {
            let mut line = String::new();
            let mut below = String::new();
            for head in level {
                let (from, to) = self.room(head.first, head.last);
                let free = (to - from).saturating_sub(head.words.len());
                let spans = head.last > head.first;
                let before = if spans || self.layout.heads_centred { free / 2 } else { free };
                pad(&mut line, from + before);
                line.push_str(&head.words);
                if spans && levels[i + 1..].first().is_some_and(|l| l.len() > level.len()) {
                    pad(&mut below, from);
                    below.push_str(&"-".repeat(to - from));
                }
            }
            self.lines.push(line);
            if !below.is_empty() && self.layout.rules != Rules::None {
                self.lines.push(below);
            }
        }
        self.rule(statement, '-');
    }

    /// Where the figures of columns stand, from and to.
    fn room(&self, first: usize, last: usize) -> (usize, usize) {
        let hanging = usize::from(self.layout.hanging);
        (self.width(first) + 3, self.width(last + 1) - hanging)
    }

    fn rule(&mut self, statement: &Statement, of: char) {
        if self.layout.rules == Rules::None {
            return;
        }
        let mut line = String::new();
        for column in 0..statement.columns.len() {
            let (from, to) = self.room(column, column);
            pad(&mut line, from);
            line.extend(std::iter::repeat_n(of, to - from));
        }
        self.lines.push(line);
    }

    fn row(&mut self, statement: &Statement, row: usize) {
        match &statement.rows[row] {
            Row::Blank => self.lines.push(String::new()),
            Row::Heading { caption, centred: true, .. } => {
                let before = self.layout.captions.saturating_sub(caption.len()) / 2;
                self.lines.push(format!("{}{caption}", " ".repeat(before)));
            }
            Row::Heading { caption, depth, .. } => {
                let lines = self.wrapped(caption, *depth);
                self.lines.extend(lines);
            }
            Row::Line { caption, depth, rank, .. } => {
                if *rank != Rank::Item {
                    self.rule(statement, '-');
                }
                self.line(statement, row, caption, *depth);
                if *rank == Rank::Grand && self.layout.rules == Rules::Double {
                    self.rule(statement, '=');
                }
            }
        }
    }

    fn line(&mut self, statement: &Statement, row: usize, caption: &str, depth: usize) {
        let mut lines = self.wrapped(caption, depth);
        let mut line = lines.pop().unwrap_or_default();
        self.lines.append(&mut lines);
        if self.layout.leaders && !line.is_empty() && line.len() + 5 < self.layout.captions {
            line.push(' ');
            let dots = self.layout.captions - line.len();
            line.push_str(&".".repeat(dots));
        }
        for column in 0..statement.columns.len() {
            let printed = print::cell(self.filing, self.layout, statement, row, column);
            let (from, to) = self.room(column, column);
            let mut body = printed.body;
            if !self.layout.hanging {
                body.push_str(printed.close);
            }
            if printed.dollar && self.layout.dollars == Dollars::Close {
                body.insert(0, '$');
            }
            if printed.dollar && self.layout.dollars == Dollars::Apart {
                pad(&mut line, from);
                line.push('$');
            }
            pad(&mut line, to - body.len());
            line.push_str(&body);
            if self.layout.hanging {
                line.push_str(printed.close);
            }
        }
        self.lines.push(line);
    }

    /// A caption, set in and wrapped where it is long.
    fn wrapped(&self, caption: &str, depth: usize) -> Vec<String> {
        let indent = depth * self.layout.indent;
        let width = self.layout.captions - 2;
        let mut lines = Vec::new();
        let mut line = " ".repeat(indent);
        for word in caption.split(' ') {
            let empty = line.trim().is_empty();
            if !empty && line.len() + 1 + word.len() > width {
                lines.push(std::mem::replace(&mut line, " ".repeat(indent + 2)));
                line.push_str(word);
                continue;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(if line.trim().is_empty() { String::new() } else { line });
        lines
    }
}

/// A page is not turned below a heading, nor for a few lines.
fn may_turn(statement: &Statement, row: usize) -> bool {
    let money = |row: &Row| matches!(row, Row::Line { unit: Unit::Money, .. });
    let left = statement.rows[row..].iter().filter(|r| money(r)).count();
    money(&statement.rows[row]) && row > 0 && money(&statement.rows[row - 1]) && left > 4
}

fn pad(line: &mut String, to: usize) {
    let now = line.len();
    line.extend(std::iter::repeat_n(' ', to.saturating_sub(now)));
}
