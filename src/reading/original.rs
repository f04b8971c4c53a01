//! The text as it was filed, cut into lines, with every amount that can be pointed at.

use crate::gather::Gather;
use std::ops::Range;

use super::carry::carried;
use crate::order;
use crate::report::Report;
use crate::source::{self, Piece, Text};
use crate::span::Span;

/// An amount in the text, and the id of its cell or claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    pub span: Span,
    pub id: String,
}

#[derive(Debug, Default, PartialEq)]
pub struct Original {
    pub(super) text: Text,
    pub(super) lines: Vec<Span>,
    /// In the order they are printed; none overlaps another.
    pub(super) amounts: Vec<Printed>,
}

carried! {
    Printed { span id }
    Piece { text file }
}

impl Original {
    pub fn of(text: Text, report: &Report) -> Self {
        let all = Span::new(0, text.content.len());
        let lines = source::lines(&text.content, all).iter().map(crate::source::Line::span).gather();
        let cells = report.statements.iter().flat_map(|s| &s.lines).flat_map(|l| &l.cells).map(|c| (c.span, &c.id));
        let claims = report.claims.iter().map(|c| (c.span, &c.id));
        let amounts: Vec<Printed> =
            cells.chain(claims).map(|(span, id)| Printed { span: text.from_file(span), id: id.clone() }).gather();
        let mut amounts = order::by_key(amounts, |amount| amount.span.start as u64);
        let mut end = 0;
        amounts.retain(|amount| {
            let free = amount.span.start >= end && !amount.span.is_empty();
            end = if free { amount.span.end } else { end };
            free
        });
        Self { text, lines, amounts }
    }

    /// Turns a span of the file into a span of the text shown.
    pub fn span(&self, of_file: Span) -> Span {
        self.text.from_file(of_file)
    }

    pub fn cut(&self, span: Span) -> &str {
        self.text.cut(span)
    }

    /// All of the text.
    pub fn whole(&self) -> &str {
        &self.text.content
    }

    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The lines of a range of line numbers, counted from nothing.
    pub fn lines(&self, range: Range<usize>) -> &[Span] {
        self.lines.get(range.start..range.end.min(self.lines.len())).unwrap_or_default()
    }

    /// The line (counted from nothing) a position of the text stands in.
    pub fn line_at(&self, position: usize) -> usize {
        self.lines.partition_point(|line| line.start <= position).saturating_sub(1)
    }

    /// The amounts that touch a span.
    pub fn amounts(&self, span: Span) -> &[Printed] {
        let first = self.amounts.partition_point(|amount| amount.span.end <= span.start);
        let last = self.amounts.partition_point(|amount| amount.span.start < span.end);
        self.amounts.get(first..last).unwrap_or_default()
    }
}
