//! What an invented company earned and held, quarter by quarter: every statement is drawn from the same figures, so that all of
//! them tie.

/// Figures of lines by quarter, made from a seed; those of a longer period are the sum of its quarters.
pub struct Figures {
    pub seed: u64,
    /// Digits that a usual line has.
    pub digits: u32,
    /// Percent of figures that are nothing.
    pub nil: u64,
}

/// A line of figures: what it is called, and how its figures are made.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    pub name: &'static str,
    /// Taken away, as printed in its own section: an allowance, a payment.
    pub negative: bool,
    /// Either sign.
    pub mixed: bool,
    /// Never nothing.
    pub always: bool,
    /// More or fewer digits than is usual.
    pub size: i32,
}

impl Source {
    pub const fn new(name: &'static str) -> Self {
        Self { name, negative: false, mixed: false, always: false, size: 0 }
    }

    /// What is printed: lines that are called alike are told apart by what follows a bar.
    pub fn caption(&self) -> &'static str {
        self.name.split('|').next().unwrap_or_default()
    }

    pub const fn minus(self) -> Self {
        Self { negative: true, ..self }
    }

    pub const fn either(self) -> Self {
        Self { mixed: true, ..self }
    }

    pub const fn always(self) -> Self {
        Self { always: true, ..self }
    }

    pub const fn sized(self, size: i32) -> Self {
        Self { size, ..self }
    }
}

/// The quarter in which everything began.
pub const DAWN: i32 = 1985 * 4;

impl Figures {
    fn random(&self, of: &str, quarter: i32, salt: u64) -> u64 {
        let mut hash = self.seed ^ salt.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for byte in of.bytes().chain(quarter.to_le_bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
        hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        hash ^ (hash >> 31)
    }

    /// What a line is in one quarter, or holds at its end.
    pub fn at(&self, line: Source, quarter: i32) -> i64 {
        if !line.always && self.random(line.name, quarter, 1) % 100 < self.nil {
            return 0;
        }
        // Lines of one statement differ by up to two digits, the quarters of a line by less than one.
        let less = i32::try_from(self.random(line.name, 0, 2) % 3).unwrap_or_default();
        let digits = (i32::try_from(self.digits).unwrap_or(4) + line.size - less).max(2);
        let most = 10_i64.pow(digits.unsigned_abs().min(12));
        let share = i64::try_from(self.random(line.name, quarter, 3) % 1_000_000).unwrap_or_default();
        let amount = (most / 5 + (most - most / 5) * share / 1_000_000).max(1);
        let negative = line.negative || line.mixed && self.random(line.name, quarter, 4) % 2 == 1;
        if negative { -amount } else { amount }
    }

    /// What a line comes to in the quarters that end with one.
    pub fn over(&self, line: Source, end: i32, quarters: i32) -> i64 {
        (end - quarters + 1..=end).map(|q| self.at(line, q)).sum()
    }
}
