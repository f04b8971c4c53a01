//! An invented filing as its maker knows it: which figure stands in which line and period, and which lines add up to which.

/// Quarters are counted from the year 0; a fiscal year may end in any month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub end: i32,
    /// Nothing for a day.
    pub quarters: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Balance,
    Income,
    Flows,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Money,
    PerShare,
    Shares,
}

/// What stands above and below the figures of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    Item,
    Sum,
    Grand,
}

#[derive(Clone, Debug)]
pub enum Row {
    Heading { caption: String, depth: usize, centred: bool },
    Line { caption: String, depth: usize, unit: Unit, rank: Rank, cells: Vec<i64> },
    Blank,
}

/// A total and its terms, by row, with signs.
#[derive(Clone, Debug)]
pub struct Equation {
    pub total: usize,
    pub terms: Vec<(usize, i64)>,
}

#[derive(Clone, Debug)]
pub struct Statement {
    pub kind: Kind,
    pub title: String,
    pub columns: Vec<Period>,
    pub rows: Vec<Row>,
    pub equations: Vec<Equation>,
}

#[derive(Clone, Debug)]
pub struct Filing {
    pub company: String,
    pub statements: Vec<Statement>,
    /// What a printed amount is multiplied by, and how many places it is printed to.
    pub scale: i64,
    pub places: u32,
    /// Months by which the quarters end after December, March, June and September.
    pub offset: i32,
}

impl Statement {
    pub fn new(kind: Kind, title: &str, columns: Vec<Period>) -> Self {
        Self { kind, title: title.to_owned(), columns, rows: Vec::new(), equations: Vec::new() }
    }

    pub fn heading(&mut self, caption: &str, depth: usize) {
        self.rows.push(Row::Heading { caption: caption.to_owned(), depth, centred: false });
    }

    pub fn centred(&mut self, caption: &str) {
        self.rows.push(Row::Heading { caption: caption.to_owned(), depth: 0, centred: true });
    }

    pub fn blank(&mut self) {
        if !matches!(self.rows.last(), None | Some(Row::Blank)) {
            self.rows.push(Row::Blank);
        }
    }

    /// Adds a line of figures; gives its row.
    pub fn line(&mut self, caption: &str, depth: usize, figure: impl Fn(Period) -> i64) -> usize {
        self.of(Unit::Money, caption, depth, figure)
    }

    pub fn of(&mut self, unit: Unit, caption: &str, depth: usize, figure: impl Fn(Period) -> i64) -> usize {
        let cells = self.columns.iter().map(|c| figure(*c)).collect();
        self.rows.push(Row::Line { caption: caption.to_owned(), depth, unit, rank: Rank::Item, cells });
        self.rows.len() - 1
    }

    /// Adds a total of rows; gives its row.
    pub fn total(&mut self, caption: &str, depth: usize, rank: Rank, terms: Vec<(usize, i64)>) -> usize {
        let cells = vec![0; self.columns.len()];
        self.rows.push(Row::Line { caption: caption.to_owned(), depth, unit: Unit::Money, rank, cells });
        self.equations.push(Equation { total: self.rows.len() - 1, terms });
        self.add_up();
        self.rows.len() - 1
    }

    pub fn cell(&self, row: usize, column: usize) -> i64 {
        match &self.rows[row] {
            Row::Line { cells, .. } => cells[column],
            _ => 0,
        }
    }

    pub fn set(&mut self, row: usize, column: usize, value: i64) {
        if let Row::Line { cells, .. } = &mut self.rows[row] {
            cells[column] = value;
        }
    }

    /// Works all totals out.
    pub fn add_up(&mut self) {
        for equation in self.equations.clone() {
            for column in 0..self.columns.len() {
                let sum = equation.terms.iter().map(|(row, sign)| sign * self.cell(*row, column)).sum();
                self.set(equation.total, column, sum);
            }
        }
    }
}

impl Filing {
    /// Year, month from 1 and last day of the month in which a quarter ends.
    pub fn day(&self, quarter: i32) -> (i32, i32, i32) {
        let month = quarter * 3 + 2 + self.offset;
        let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        (year, month, days)
    }

    fn iso((year, month, day): (i32, i32, i32)) -> String {
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// First and last day of a period, or the day twice.
    pub fn dates(&self, period: Period) -> (String, String) {
        let end = Self::iso(self.day(period.end));
        if period.quarters == 0 {
            return (end.clone(), end);
        }
        let (year, month, _) = self.day(period.end - period.quarters);
        let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        (Self::iso((year, month, 1)), end)
    }

    pub fn places(&self, unit: Unit) -> u32 {
        if unit == Unit::PerShare { 2 } else { self.places }
    }
}
