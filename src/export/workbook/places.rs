//! Where each amount of the report stands in the workbook.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use rust_xlsxwriter::{ColNum, RowNum, utility::row_col_to_cell};

use super::names;
use crate::{
    exact,
    report::{Cell, Report},
};

/// The row of a statement's first line: above it stand title, company, scale, headings and periods.
pub const FIRST: RowNum = 5;

/// An amount and its cell.
#[derive(Clone, Copy)]
pub struct Spot<'r> {
    pub sheet: usize,
    pub row: RowNum,
    pub column: ColNum,
    pub cell: &'r Cell,
}

pub struct Places<'r> {
    /// The names of the statements' sheets.
    pub names: Vec<String>,
    by_id: BTreeMap<&'r str, Spot<'r>>,
    taken: BTreeSet<(usize, ColNum, RowNum)>,
}

impl<'r> Places<'r> {
    pub fn of(report: &'r Report) -> Self {
        let mut places =
            Self { names: names::names(&report.statements), by_id: BTreeMap::new(), taken: BTreeSet::new() };
        for (sheet, statement) in report.statements.iter().enumerate() {
            let columns: BTreeMap<&str, ColNum> = statement.columns.iter().map(|c| c.id.as_str()).zip(1..).collect();
            for (line, row) in statement.lines.iter().zip(FIRST..) {
                for cell in &line.cells {
                    let Some(column) = columns.get(cell.column.as_str()).copied() else { continue };
                    places.by_id.insert(&cell.id, Spot { sheet, row, column, cell });
                    places.taken.insert((sheet, column, row));
                }
            }
        }
        places
    }

    pub fn spot(&self, id: &str) -> Option<Spot<'r>> {
        self.by_id.get(id).copied()
    }

    /// Whether nothing stands between two rows of a column.
    pub fn adjoin(&self, above: Spot, below: Spot) -> bool {
        let next = (above.sheet, above.column, above.row + 1);
        (above.sheet, above.column) == (below.sheet, below.column)
            && self.taken.range(next..).next() == Some(&(below.sheet, below.column, below.row))
    }

    /// "'Balance sheet'!B9".
    pub fn across(&self, spot: Spot) -> String {
        ["'", &self.names[spot.sheet], "'!", &spot.address()].concat()
    }
}

impl Spot<'_> {
    /// "B9".
    pub fn address(self) -> String {
        row_col_to_cell(self.row, self.column)
    }

    /// The printed number, where the cell holds one: a dash counts as nothing.
    pub fn printed(self) -> Option<Decimal> {
        printed(self.cell)
    }

    /// What one printed unit is worth; `None` where the number is nought and cannot say.
    pub fn unit(self) -> Option<Decimal> {
        let printed = self.cell.printed.filter(|p| !p.is_zero())?;
        exact::div(self.cell.value?, printed)
    }
}

/// The printed number, where a spreadsheet's cell can hold it.
pub fn printed(cell: &Cell) -> Option<Decimal> {
    let number = if cell.nil { Decimal::ZERO } else { cell.printed? };
    float(number).map(|_| number)
}

/// The number as the file must hold it, when its digits come out again as they went in.
pub fn float(number: Decimal) -> Option<f64> {
    let float: f64 = number.to_string().parse().ok()?;
    // A spreadsheet shows fifteen digits.
    let digits = number.normalize().mantissa().unsigned_abs();
    (digits < 1_000_000_000_000_000).then_some(float)
}
