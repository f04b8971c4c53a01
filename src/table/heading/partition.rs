//! Which runs of columns several spanners part among them: told by titles that begin anew, else by where the spanners stand.

use std::ops::Range;

use super::{
    has_year,
    spread::{Extent, meets},
};
use crate::gather::Gather;

/// Years that begin anew show where each spanner's columns begin: two over "1996 1995 1996 1995". Every title must come twice:
/// one that comes once may stand beside all spanners. Other titles say less: words above "Shares  Amount" may go on in one of them.
pub fn repeated(titles: &[String], spanners: &[Extent], columns: &[Extent]) -> Option<Vec<Range<usize>>> {
    let twice = |t: &String| has_year(t) && titles.iter().filter(|o| *o == t).count() > 1;
    if spanners.len() < 2 || spanners.len() >= titles.len() || !titles.iter().all(twice) {
        return None;
    }
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in 0..titles.len() {
        match runs.last_mut() {
            Some(run) if !titles[run.clone()].contains(&titles[at]) => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    // Each stands between the columns before its own and those after.
    let over = |(s, r): (&Extent, &Range<usize>)| {
        let before = r.start.checked_sub(1).map_or(0, |i| columns[i].1);
        let after = columns.get(r.end).map_or(usize::MAX, |c| c.0);
        (before..=after).contains(&usize::midpoint(s.0, s.1))
    };
    // Words set right over one column's own, not the middle one's, are of that column.
    let own = |(s, r): (&Extent, &Range<usize>)| {
        r.len() > 1
            && r.clone().any(|i| i * 2 + 1 != r.start + r.end && (columns[i].0 + columns[i].1).abs_diff(s.0 + s.1) <= 1)
    };
    if spanners.iter().zip(&runs).all(own) {
        return None;
    }
    (runs.len() == spanners.len() && spanners.iter().zip(&runs).all(over)).then_some(runs)
}

/// Spanners that each stand over one of those below cover what it covers: "Nine Months Ended" over "September 30,".
pub fn stacked(spanners: &[Extent], lower: &[(Extent, Range<usize>)]) -> Option<Vec<Range<usize>>> {
    let mut found: Vec<Range<usize>> = Vec::with_capacity(spanners.len());
    for spanner in spanners {
        let mut under = lower.iter().filter(|(below, _)| meets(*spanner, *below));
        let (below, run) = under.next().filter(|_| under.next().is_none())?;
        // Where some have nothing above them, only what is centred on one alike is of it alone.
        let centred = (spanner.0 + spanner.1).abs_diff(below.0 + below.1) <= 3;
        if run.is_empty()
            || found.last().is_some_and(|last| run.start < last.end)
            || spanners.len() < lower.len() && !centred
        {
            return None;
        }
        found.push(run.clone());
    }
    (spanners.len() > 1).then_some(found)
}

/// Where they stand over the figures; where all columns are of years, over the fields that the figures are set in.
pub fn placed(spanners: &[Extent], columns: &[Extent], years: bool) -> Vec<Range<usize>> {
    let fields = if years { fields(columns) } else { columns.to_vec() };
    even(spanners, columns).or_else(|| within(spanners, columns)).or_else(|| even(spanners, &fields)).unwrap_or_else(
        || {
            let (cost, runs) = cover(spanners, columns);
            let (other, wider) = cover(spanners, &fields);
            if other.saturating_add(UNCOVERED) < cost { wider } else { runs }
        },
    )
}

/// A field begins where the one before it ends: figures are set at its right.
fn fields(columns: &[Extent]) -> Vec<Extent> {
    let pitch = columns.windows(2).map(|w| w[1].1.saturating_sub(w[0].1)).min().unwrap_or_default();
    let field = |at: usize| {
        let (start, end) = columns[at];
        let before = at.checked_sub(1).map_or(end.saturating_sub(pitch), |b| columns[b].1);
        (start.min(before.max(end.saturating_sub(pitch))), end)
    };
    (0..columns.len()).map(field).gather()
}

/// Several headings that each stand within one column, no wider than it: the columns between have headings of their own.
fn within(extents: &[Extent], columns: &[Extent]) -> Option<Vec<Range<usize>>> {
    if extents.len() < 2 || extents.len() >= columns.len() {
        return None;
    }
    let one = |e: &Extent| {
        let at = columns.iter().position(|c| c.0 <= e.0 + 1 && e.1 <= c.1 + 1)?;
        Some(at..at + 1)
    };
    extents.iter().map(one).collect()
}

/// Runs of equal length whose middles or edges all the headings keep to ("1998" over the last of each two columns).
fn even(extents: &[Extent], columns: &[Extent]) -> Option<Vec<Range<usize>>> {
    let (n, k) = (columns.len(), extents.len());
    if k < 2 || k >= n || n % k != 0 {
        return None;
    }
    let each = n / k;
    let runs: Vec<Range<usize>> = (0..k).map(|i| i * each..(i + 1) * each).gather();
    let right = extents.iter().zip(&runs).all(|(e, r)| e.1.abs_diff(columns[r.end - 1].1) <= 2);
    let left = extents.iter().zip(&runs).all(|(e, r)| e.0.abs_diff(columns[r.start].0) <= 2);
    let middle = |r: &Range<usize>| columns[r.start].0 + columns[r.end - 1].1;
    let centred = extents.iter().zip(&runs).all(|(e, r)| (e.0 + e.1).abs_diff(middle(r)) <= 6);
    (left || right || centred).then_some(runs)
}

/// A column that no heading covers costs this much, in half columns of the page.
const UNCOVERED: usize = 3;

/// Chooses for each extent a run of columns, in order and apart, so that extents sit over the middle of their columns; and says
/// how far they are from it.
fn cover(extents: &[Extent], columns: &[Extent]) -> (usize, Vec<Range<usize>>) {
    let (n, k) = (columns.len(), extents.len());
    if k == n {
        return (0, (0..n).map(|i| i..i + 1).gather());
    }
    if k > n {
        // More words than columns: each word goes to the column it stands over.
        let over = |e: &Extent| columns.iter().position(|c| meets(*c, *e)).map_or(0..0, |i| i..i + 1);
        return (0, extents.iter().map(over).gather());
    }
    // best[i][j]: least cost of the first i extents on the first j columns, and the run of the i-th.
    let mut best = vec![vec![(usize::MAX, 0..0); n + 1]; k + 1];
    for (j, cell) in best[0].iter_mut().enumerate() {
        cell.0 = j * UNCOVERED;
    }
    for i in 1..=k {
        for j in i..=n {
            let skip = best[i][j - 1].0.saturating_add(UNCOVERED);
            let mut choice = (skip, best[i][j - 1].1.clone());
            for from in (i - 1)..j {
                let before = best[i - 1][from].0;
                let middle = columns[from].0 + columns[j - 1].1;
                let cost = before.saturating_add(middle.abs_diff(extents[i - 1].0 + extents[i - 1].1));
                if before != usize::MAX && cost < choice.0 {
                    choice = (cost, from..j);
                }
            }
            best[i][j] = choice;
        }
    }
    let mut runs = vec![0..0; k];
    let mut end = n;
    for i in (1..=k).rev() {
        let run = best[i][end].1.clone();
        end = run.start;
        runs[i - 1] = run;
    }
    (best[k][n].0, runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spanner_sits_over_the_columns_it_is_centred_on() {
        let four = [(58, 68), (72, 82), (86, 96), (100, 110)];
        // "Three months ended" over the first two; the other spanner's first line is missing.
        assert_eq!(cover(&[(61, 79)], &four).1, vec![0..2]);
        assert_eq!(cover(&[(64, 76), (86, 109)], &four).1, vec![0..2, 2..4]);
        assert_eq!(cover(&[(70, 98)], &four).1, vec![0..4]);
        assert_eq!(cover(&[(58, 68), (73, 80), (94, 102)], &four).1, vec![0..1, 1..2, 2..4]);
    }

    #[test]
    fn years_may_stand_at_the_right_of_their_columns() {
        let four = [(48, 58), (61, 72), (76, 86), (89, 100)];
        assert_eq!(even(&[(68, 72), (96, 100)], &four), Some(vec![0..2, 2..4]));
        assert_eq!(even(&[(58, 62), (70, 74)], &four), None);
        // "2006" and "2005" over the first and the last of three; the second is headed "Change".
        assert_eq!(within(&[(50, 54), (78, 82)], &[(48, 58), (61, 72), (76, 86)]), Some(vec![0..1, 2..3]));
    }

    #[test]
    fn titles_that_begin_anew_part_the_spanners() {
        let titles = |all: &[&str]| -> Vec<String> { all.iter().map(|t| (*t).to_owned()).collect() };
        let five = [(45, 51), (58, 64), (71, 77), (84, 90), (97, 103)];
        let spanners = [(42, 60), (68, 84), (93, 103)];
        let years = titles(&["1996", "1995", "1996", "1995", "1995"]);
        assert_eq!(repeated(&years, &spanners, &five), Some(vec![0..2, 2..4, 4..5]));
        // "Total" stands beside the spanners.
        let shares = titles(&["1996", "1995", "1996", "1995", "Total"]);
        assert_eq!(repeated(&shares, &spanners[..2], &five), None);
    }

    #[test]
    fn spanners_may_be_centred_on_fields() {
        // Years at the right of fields twelve wide.
        assert_eq!(placed(&[(43, 61), (68, 84)], &[(47, 52), (59, 64), (71, 76), (83, 88)], true), vec![0..2, 2..4]);
    }
}
