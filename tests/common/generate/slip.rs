//! One slip of the pen in an invented filing.

use super::model::{Filing, Row, Unit};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    Digit,
    Swap,
    Sign,
}

/// Where a figure stands: statement, row, column.
pub type Place = (usize, usize, usize);

/// The figures of money that an equation contains: all that are in a total or are one.
pub fn places(filing: &Filing) -> Vec<Place> {
    let mut found = Vec::new();
    for (s, statement) in filing.statements.iter().enumerate() {
        let part = |row: usize| {
            statement.equations.iter().any(|e| e.total == row || e.terms.iter().any(|(term, _)| *term == row))
        };
        for (r, row) in statement.rows.iter().enumerate() {
            let Row::Line { unit: Unit::Money, cells, .. } = row else { continue };
            let columns = (0..cells.len()).filter(|c| cells[*c] != 0 && part(r));
            found.extend(columns.map(|c| (s, r, c)));
        }
    }
    found
}

/// Changes an amount; nothing where this slip changes nothing or the number of digits.
pub fn slip(amount: i64, kind: Slip, choice: usize) -> Option<i64> {
    let digits: Vec<u8> = amount.abs().to_string().into_bytes();
    let changed = match kind {
        Slip::Digit => {
            let at = choice % digits.len();
            let low = u8::from(at == 0 && digits.len() > 1);
            let now = digits[at] - b'0';
            let others: Vec<u8> = (low..10).filter(|d| *d != now && (digits.len() > 1 || *d != 0)).collect();
            let mut digits = digits;
            digits[at] = b'0' + others[choice / 16 % others.len()];
            digits
        }
        Slip::Swap => {
            let pairs: Vec<usize> = (0..digits.len().saturating_sub(1))
                .filter(|i| digits[*i] != digits[i + 1] && (*i > 0 || digits[1] != b'0'))
                .collect();
            let at = *pairs.get(choice % pairs.len().max(1))?;
            let mut digits = digits;
            digits.swap(at, at + 1);
            digits
        }
        // Only a loss has a sign to lose.
        Slip::Sign if amount >= 0 => return None,
        Slip::Sign => return Some(-amount),
    };
    let changed: i64 = String::from_utf8(changed).ok()?.parse().ok()?;
    Some(if amount < 0 { -changed } else { changed })
}
