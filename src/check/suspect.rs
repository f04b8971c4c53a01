//! Which number is wrong: the one figure whose change would make broken checks tie and break none that tied.
//!
//! Every figure of a broken check is tried with the amount that would repair it, against all checks it takes part in.
//! Suspects are ranked by the checks they repair, by how human the slip is, and by what else speaks for it ([`super::evidence`]).

use rust_decimal::Decimal;

use super::{At, Book, Check, Ref, Suspect, evidence::Evidence};
use crate::{
    exact,
    gather::{Gather, PushAll},
    order,
    vocabulary::{Outcome, Severity},
};

/// No slip turns the printed amount into the suggested one.
pub const OTHER: &str = "another amount";
/// Two digits differ that do not stand side by side: hardly a slip.
pub const TWO_DIGITS: &str = "two digits";
/// A sign lost or gained.
const SIGN: &str = "the sign";
/// A check that names a suspect lists at most this many.
const MOST: usize = 5;

/// A check that a figure takes part in, and how the check's difference moves with the figure.
#[derive(Clone, Copy)]
pub struct Use {
    pub key: u64,
    pub check: usize,
    pub slope: Decimal,
}

/// Fills in the suspects of every broken check.
pub fn find(book: &Book<'_>, checks: &mut [Check]) {
    let mut uses: Vec<Use> = Vec::new();
    for (i, check) in checks.iter().enumerate() {
        uses.push_all(parts(check).map(|(part, slope)| Use { key: part.key(), check: i, slope }));
    }
    let uses = order::by_key(uses, |u| u.key);
    let evidence = Evidence::new(book);
    let mut found: Vec<(usize, Vec<Suspect>)> = Vec::new();
    for (i, check) in checks.iter().enumerate().filter(|(_, c)| accuses(c)) {
        let suspects = if check.linear {
            let repair = |(part, slope)| {
                let change = exact::div(-check.difference?, slope)?;
                let (printed, suggested) = amounts(book, part, change)?;
                let (why, score) =
                    slip(printed, suggested).or_else(|| neighbour(book, part, suggested)).unwrap_or((OTHER, 0.1));
                let suspect = Suspect { at: part, suggested, why, equations_fixed: 0, score };
                weigh(book, checks, &uses, &evidence, suspect, change)
            };
            parts(check).filter_map(repair).gather()
        } else {
            // The rule named them.
            let told = |s: &Suspect| weigh(book, checks, &uses, &evidence, *s, change(book, s)?);
            check.suspects.iter().filter_map(told).gather()
        };
        found.push((i, suspects));
    }
    let all: Vec<Suspect> = found.iter().flat_map(|(_, s)| s.iter().copied()).gather();
    let all = order::by_key(all, |s| s.at.key());
    for (i, mut suspects) in found {
        // What repairs more, and this check with it, was perhaps found from another: a sentence says its amount more coarsely.
        for (part, slope) in parts(&checks[i]) {
            let from = all.partition_point(|s| s.at.key() < part.key());
            let of_part = all[from..].iter().take_while(|s| s.at == part);
            let own = suspects.iter().filter(|s| s.at == part).map(|s| s.equations_fixed).max().unwrap_or(0);
            let best = of_part.filter(|s| s.equations_fixed > own).max_by_key(|s| s.equations_fixed);
            let Some(best) = best.filter(|s| change(book, s).is_some_and(|c| ties(&checks[i], slope, c) == Some(true)))
            else {
                continue;
            };
            suspects.retain(|s| s.at != part);
            suspects.push(*best);
        }
        checks[i].suspects = ranked(suspects);
    }
}

/// The figures of a check, and how its difference (the reported amount less the terms) moves with each.
fn parts(check: &Check) -> impl Iterator<Item = (Ref, Decimal)> + '_ {
    let reported = check.reported.into_iter().map(|r| (r, Decimal::ONE));
    reported.chain(check.terms.iter().map(|(t, w)| (*t, -*w)))
}

/// Whether a check ties once a figure has changed.
fn ties(check: &Check, slope: Decimal, change: Decimal) -> Option<bool> {
    let after = exact::add(check.difference?, exact::mul(slope, change)?)?;
    Some(match check.reported {
        // A sentence prints its figure more coarsely than the table.
        Some(Ref::Claim(_)) => after.abs() <= check.tolerance.unwrap_or_default(),
        _ => after.is_zero(),
    })
}

/// The best first, scored between 0 and 1.
fn ranked(mut suspects: Vec<Suspect>) -> Vec<Suspect> {
    let best = suspects.iter().map(|s| s.equations_fixed).max().unwrap_or(1).max(1);
    for suspect in &mut suspects {
        #[allow(clippy::cast_precision_loss, reason = "a handful of checks")]
        let share = suspect.equations_fixed as f64 / best as f64;
        suspect.score = (0.45 * share + 0.45 * suspect.score).clamp(0.0, 1.0);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "thousandths of a score")]
    let rank = |s: &Suspect| 1000 - (s.score * 1000.0) as u64;
    suspects = order::by_key(suspects, rank);
    suspects.truncate(MOST);
    suspects
}

/// What a suggested amount adds to the figure's value.
fn change(book: &Book<'_>, suspect: &Suspect) -> Option<Decimal> {
    let Ref::Cell(at) = suspect.at else { return None };
    let cell = book.cell(at)?;
    exact::sub(exact::mul(suspect.suggested, book.scale(at))?, cell.value?)
}

fn accuses(check: &Check) -> bool {
    let examined = check.linear || !check.suspects.is_empty();
    examined && check.severity <= Severity::Warning && matches!(check.outcome, Outcome::Broken | Outcome::Rounding)
}

/// A suspect with what its change repairs, and how likely it is; `None` when it would break a check that tied.
fn weigh(
    book: &Book<'_>,
    checks: &[Check],
    uses: &[Use],
    evidence: &Evidence,
    suspect: Suspect,
    change: Decimal,
) -> Option<Suspect> {
    let key = suspect.at.key();
    let own = &uses[uses.partition_point(|u| u.key < key)..uses.partition_point(|u| u.key <= key)];
    // What a rule names repairs that rule's check.
    let mut fixed = suspect.equations_fixed;
    let mut left = 0;
    for one in own.iter().filter(|u| checks[u.check].linear) {
        let check = &checks[one.check];
        let ties = ties(check, one.slope, change)?;
        // With which sign one statement prints another's amount was told from the amounts.
        let sign = suspect.why == SIGN && check.terms.len() == 1;
        if accuses(check) {
            fixed += usize::from(ties);
            left += usize::from(!ties);
        } else if check.outcome == Outcome::Exact && !ties && !sign && check.severity <= Severity::Warning {
            return None;
        }
    }
    let told = match suspect.at {
        Ref::Cell(at) => evidence.weigh(book, checks, own, at, change),
        Ref::Claim(_) => 0.0,
    };
    // The wrong figure is wrong wherever it takes part.
    #[allow(clippy::cast_precision_loss, reason = "a handful of checks")]
    let left = 0.3 * left as f64;
    Some(Suspect { equations_fixed: fixed, score: suspect.score + told - left, ..suspect })
}

/// The figure as printed and as it should be printed; `None` when the change cannot be printed that way.
fn amounts(book: &Book<'_>, part: Ref, change: Decimal) -> Option<(Decimal, Decimal)> {
    match part {
        Ref::Cell(at) => {
            let cell = book.cell(at).filter(|c| !c.nil)?;
            let (printed, value) = (cell.printed?, cell.value?);
            let suggested = exact::div(exact::add(value, change)?, book.scale(at))?.normalize();
            (suggested.scale() <= printed.scale()).then_some((printed, suggested))
        }
        Ref::Claim(i) => {
            let claim = &book.claims[i];
            let unit = claim.printed_unit();
            let exact = exact::div(exact::add(claim.value, change)?, unit)?;
            let places = claim.printed.scale();
            Some((
                claim.printed,
                exact.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero),
            ))
        }
    }
}

/// The human slip that turns one number into the other, if there is one, and how often people make it.
pub fn slip(printed: Decimal, suggested: Decimal) -> Option<(&'static str, f64)> {
    if printed == -suggested {
        return Some((SIGN, 0.95));
    }
    if printed.is_sign_negative() != suggested.is_sign_negative() {
        return None;
    }
    // At one scale, so that 0.4 and 0.04 are compared digit under digit.
    let places = printed.scale().max(suggested.scale());
    let digits = |d: Decimal| -> Vec<char> {
        let mut d = d.abs();
        d.rescale(places);
        d.mantissa().to_string().chars().gather()
    };
    let (a, b) = (digits(printed), digits(suggested));
    if a.len() == b.len() {
        let wrong: Vec<usize> = (0..a.len()).filter(|i| a[*i] != b[*i]).gather();
        return match wrong[..] {
            [_] => Some(("one digit", 0.8)),
            [i, j] if j == i + 1 && a[i] == b[j] && a[j] == b[i] => Some(("two digits swapped", 1.0)),
            [_, _] => Some((TWO_DIGITS, 0.3)),
            _ => None,
        };
    }
    let (short, long) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
    let one_more = long.len() == short.len() + 1
        && (0..long.len()).any(|skip| long.iter().enumerate().filter(|(i, _)| *i != skip).map(|(_, c)| c).eq(short));
    one_more.then_some(if a.len() < b.len() { ("a digit dropped", 0.6) } else { ("a digit too many", 0.6) })
}

/// The numbers that one wrong digit or two swapped ones may have stood for.
pub fn slips(printed: Decimal) -> Vec<Decimal> {
    let negative = printed.is_sign_negative();
    let digits: Vec<u8> = printed.mantissa().unsigned_abs().to_string().into_bytes();
    let mut found = Vec::new();
    let mut push = |digits: &[u8]| {
        let number = exact::number(&mut digits.iter().copied(), printed.scale());
        found.push_all(number.map(|n| if negative { -n } else { n }));
    };
    for at in 0..digits.len() {
        for digit in b'0'..=b'9' {
            let mut other = digits.clone();
            other[at] = digit;
            push(&other);
        }
        if at > 0 {
            let mut other = digits.clone();
            other.swap(at - 1, at);
            push(&other);
        }
    }
    found
}

/// The amount stands in the next column or the next line: copied from the wrong place.
fn neighbour(book: &Book<'_>, part: Ref, suggested: Decimal) -> Option<(&'static str, f64)> {
    let Ref::Cell(at) = part else { return None };
    let prints = |at: At| {
        book.statement(at).lines.get(at.line).and_then(|l| l.cells.get(at.column)?.as_ref()?.printed) == Some(suggested)
    };
    let columns = [at.column.checked_sub(1), at.column.checked_add(1)];
    let lines = [at.line.checked_sub(1), at.line.checked_add(1)];
    let beside = columns.into_iter().flatten().any(|column| prints(At { column, ..at }));
    let above = lines.into_iter().flatten().any(|line| prints(At { line, ..at }));
    if suggested.is_zero() {
        None
    } else if beside {
        Some(("the amount of the next column", 0.5))
    } else {
        above.then_some(("the amount of the next line", 0.5))
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, slip, slips};

    #[track_caller]
    fn check(printed: &str, suggested: &str, expected: Option<&str>) {
        assert_eq!(slip(printed.parse().unwrap(), suggested.parse().unwrap()).map(|s| s.0), expected);
    }

    #[test]
    fn what_people_do() {
        check("61237", "61327", Some("two digits swapped"));
        check("61237", "61837", Some("one digit"));
        check("61237", "-61237", Some("the sign"));
        check("6137", "61237", Some("a digit dropped"));
        check("661237", "61237", Some("a digit too many"));
        check("61237", "74855", None);
        check("0.15", "0.51", Some("two digits swapped"));
        // Two digits that do not stand side by side, whether or not they changed places; two that do and did not.
        check("61237", "67231", Some("two digits"));
        check("61237", "64239", Some("two digits"));
        check("61237", "64537", Some("two digits"));
        check("61237", "62537", Some("two digits"));
        check("61237", "63137", Some("two digits"));
        // One digit fewer, but other digits.
        check("6137", "74855", None);
        check("61", "61237", None);
    }

    #[test]
    fn what_a_number_may_have_stood_for() {
        let found = slips(Decimal::new(-123, 1));
        let has = |n: i64| found.contains(&Decimal::new(n, 1));
        assert!([-923, -183, -120, -213, -132].into_iter().all(has), "{found:?}");
        // No sign lost, no digits changed places that do not stand side by side, no two digits wrong.
        assert!(![123, -321, -145, -231].into_iter().any(has), "{found:?}");
    }
}
