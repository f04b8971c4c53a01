//! A reading cut into pieces, none so large that taking it in would hold the page up.

use super::Reading;
use super::carry::{Carried, byte, carried};
use crate::{
    compare::Beside,
    report::{Report, Tally},
};

/// About how many bytes a piece has; one thing longer than that is not cut.
const SIZE: usize = 1 << 16;

const HEAD: u8 = 0;
const TEXT: u8 = 1;

/// What is there once.
struct Head {
    report: Report,
    beside: Beside,
    of_text: Tally,
    of_all: Tally,
    /// How long each of the lists is.
    lengths: Vec<usize>,
}

carried! {
    Head { report beside of_text of_all lengths }
    Tally { exact rounding broken unchecked }
}

/// The lists of a reading, each with the number of its pieces, and how many of its things are given back at a time: a statement has
/// hundreds of amounts.
macro_rules! lists {
    ($($number:literal $($field:ident).+ $at_once:literal;)*) => {
        impl Reading {
            fn lists(&self, out: &mut dyn FnMut(Vec<u8>)) {
                $(cut($number, &self.$($field).+, out);)*
            }

            fn fill(&mut self, number: u8, from: &[u8]) -> Option<()> {
                match number {
                    $($number => fill(&mut self.$($field).+, from),)*
                    _ => None,
                }
            }

            fn lengths(&self) -> Vec<usize> {
                vec![$(self.$($field).+.len()),*]
            }

            /// Makes the room that the lists will take: to move a long one while it grows would hold the page up. `None` where there
            /// is too little.
            fn make_room(&mut self, lengths: &[usize]) -> Option<()> {
                let mut lengths = lengths.iter();
                $(self.$($field).+.try_reserve_exact(*lengths.next()?).ok()?;)*
                Some(())
            }

            /// Gives back the memory of a part of it: all at once would hold the page up. Says whether there is more.
            pub fn shed(&mut self) -> bool {
                let mut more = false;
                $(
                    let list = &mut self.$($field).+;
                    list.truncate(list.len().saturating_sub($at_once));
                    more |= !list.is_empty();
                )*
                more
            }
        }
    };
}

lists! {
    2 report.statements 40;
    3 report.claims 2000;
    4 report.checks 2000;
    5 report.unparsed 4000;
    6 report.diagnostics 4000;
    7 original.text.pieces 4000;
    8 original.lines 4000;
    9 original.amounts 4000;
    10 index.entries 4000;
    11 index.findings 4000;
    12 index.of_statements 4000;
    13 charts.drawn 40;
    14 charts.absent 1000;
    15 index.aside 4000;
    16 beside.amounts 4000;
}

impl Reading {
    /// Hands out all of it, piece by piece.
    pub fn pieces(&self, out: &mut dyn FnMut(Vec<u8>)) {
        let report = Report {
            schema: self.report.schema.clone(),
            file: self.report.file.clone(),
            bytes: self.report.bytes,
            strict: self.report.strict,
            entity: self.report.entity.clone(),
            release: self.report.release.clone(),
            documents: self.report.documents.clone(),
            ..Report::default()
        };
        let Beside { file, name, period_end, .. } = self.beside.clone();
        let beside = Beside { file, name, period_end, amounts: Vec::new() };
        let (of_text, of_all) = (self.index.of_text, self.index.of_all);
        cut(HEAD, &[Head { report, beside, of_text, of_all, lengths: self.lengths() }], out);
        let mut rest = self.original.text.content.as_str();
        while !rest.is_empty() {
            let mut end = rest.len().min(SIZE);
            while !rest.is_char_boundary(end) {
                end += 1;
            }
            let (piece, left) = rest.split_at(end);
            out([&[TEXT], piece.as_bytes()].concat());
            rest = left;
        }
        self.lists(out);
    }

    /// Takes a piece in, in the order they were handed out; `None` when it is none.
    pub fn add(&mut self, mut piece: &[u8]) -> Option<()> {
        match byte(&mut piece)? {
            HEAD => {
                let head = Head::take(&mut piece)?;
                (self.report, self.beside) = (head.report, head.beside);
                (self.index.of_text, self.index.of_all) = (head.of_text, head.of_all);
                self.original.text.content.try_reserve_exact(self.report.bytes).ok()?;
                self.make_room(&head.lengths)?;
            }
            TEXT => self.original.text.content.push_str(std::str::from_utf8(piece).ok()?),
            number => self.fill(number, piece)?,
        }
        Some(())
    }
}

fn cut<T: Carried>(number: u8, items: &[T], out: &mut dyn FnMut(Vec<u8>)) {
    let mut piece = vec![number];
    for item in items {
        item.put(&mut piece);
        if piece.len() > SIZE {
            out(std::mem::replace(&mut piece, vec![number]));
        }
    }
    if piece.len() > 1 {
        out(piece);
    }
}

fn fill<T: Carried>(items: &mut Vec<T>, mut from: &[u8]) -> Option<()> {
    while !from.is_empty() {
        items.push(T::take(&mut from)?);
    }
    Some(())
}
