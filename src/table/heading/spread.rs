//! Which columns each heading covers: by the rule drawn under it, else by where it stands.

use std::ops::Range;

use super::{MONTHS, Place, dissect, has_year, is_strokes, is_year, looks_like_period, partition, pieces, places};
use crate::{
    gather::{Gather, PushAll},
    phrase::{has_any, is_any, squeezed, trim_end},
    span::Span,
    table::{
        Column,
        scan::{Scanned, Shape, Word},
    },
};

/// Columns of the page `[start, end)`.
pub type Extent = (usize, usize);

/// Hands each heading to the columns it covers. The lowest line is read first: what stands right over a column shows how
/// wide the column is, and a spanner is measured against that.
pub fn spread(lines: &[Scanned<'_>], columns: &mut [Column]) {
    let Some(left) = columns.first().map(|c| c.start) else { return };
    let places = places(lines, left);
    let mut extents: Vec<Extent> = columns.iter().map(|c| (c.start, c.end)).gather();
    let mut below = vec![String::new(); columns.len()];
    let mut levels: Vec<Vec<(String, Range<usize>)>> = Vec::new();
    // The spanners of the line below, where there are several.
    let mut lower: Vec<(Extent, Range<usize>)> = Vec::new();
    for at in (0..lines.len()).rev().filter(|&i| matches!(places[i], Place::Heading | Place::Likely)) {
        let line = &lines[at];
        let over = fused(line, apart(line, dissect(line, left).1), &lines[at + 1..], columns.len());
        let chunks = together(over, columns.len());
        let below_it = strokes(lines.get(at + 1), left);
        let under = under(&lines[at + 1..], &chunks, left);
        let mut runs = runs(line, &chunks, &under, &extents, &below, &lower);
        // Rules on the line itself are drawn under the headings above them: its words are of the columns beside.
        let beside: Vec<Range<usize>> = drawn(line, left).iter().map(|s| beneath(*s, &extents)).gather();
        let free = |at: usize| !beside.iter().any(|r| r.contains(&at));
        for (run, chunk) in runs.iter_mut().zip(&chunks).filter(|(run, _)| !Range::clone(run).all(free)) {
            let over = beneath((chunk.start, chunk.end), &extents);
            *run = if over.clone().all(free) { over } else { 0..0 };
        }
        if let ([chunk], [run], true) =
            (chunks.as_slice(), runs.as_mut_slice(), below_it.is_empty() && beside.is_empty())
            && is_said_of_all(line.cut(chunk), run, &below)
        {
            *run = 0..columns.len();
        }
        if chunks.len() == columns.len() {
            widen(&mut extents, &chunks);
            lower.clear();
        } else {
            lower = chunks.iter().map(|c| (c.start, c.end)).zip(runs.iter().cloned()).gather();
        }
        let words = |c: &Word| squeezed(line.cut(c));
        let level: Vec<(String, Range<usize>)> = chunks.iter().map(words).zip(runs).gather();
        for (words, run) in &level {
            for text in &mut below[run.clone()] {
                text.push(' ');
                text.push_str(words);
            }
        }
        levels.push(level);
    }
    for (words, run) in levels.into_iter().rev().flatten() {
        for column in &mut columns[run] {
            column.headings.push(words.clone());
        }
    }
}

/// A month or a length alone on its line, carelessly set over some of the columns, where the others have only years or days
/// below: without it they would mean nothing.
fn is_said_of_all(words: &str, run: &Range<usize>, below: &[String]) -> bool {
    const LENGTHS: &str = "ended|month|week|quarter|change";
    let words = words.to_ascii_lowercase();
    let rest = || below.iter().enumerate().filter(|(i, _)| !run.contains(i)).map(|(_, text)| text.to_ascii_lowercase());
    let month = |text: &str| has_any(text, MONTHS);
    let lacks = |text: &str| {
        has_year(text) && (has_any(&words, "ended") && !has_any(text, LENGTHS) || month(&words) && !month(text))
    };
    !has_year(&words) && rest().count() > 0 && rest().all(|text| lacks(&text))
}

/// Takes dates apart that one blank parts: "Jun 30, Mar 31, Jun 30," heads three columns.
fn apart(line: &Scanned<'_>, chunks: Vec<Word>) -> Vec<Word> {
    let month = |word: &str| is_any(trim_end(&word.to_ascii_lowercase(), ".,"), MONTHS);
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit() || b == b',');
    let mut found = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        let text = line.cut(&chunk);
        let dates = text.split(' ').filter(|word| month(word)).count() > 1
            && text.split(' ').all(|word| month(word) || number(word));
        // "1996 1995(Restated)".
        let year = |word: &str| is_year(word.split('(').next().unwrap_or_default());
        let years = text.split(' ').count() > 1 && text.split(' ').all(year);
        let dates = dates || years;
        if !dates {
            found.push(chunk);
            continue;
        }
        let mut at = 0;
        for word in text.split(' ') {
            let piece = Word {
                span: Span::new(chunk.span.start + at, chunk.span.start + at + word.len()),
                start: chunk.start + at,
                end: chunk.start + at + word.len(),
            };
            at += word.len() + 1;
            match found.last_mut() {
                Some(last) if !month(word) && !years => {
                    last.span.end = piece.span.end;
                    last.end = piece.end;
                }
                _ => found.push(piece),
            }
        }
    }
    found
}

/// Takes words apart that each stand on a rule of their own, though one blank parts them: "Parent Subsidiaries Eliminations".
/// Below more headings a rule tells so much only where each column then has its own.
fn fused(line: &Scanned<'_>, chunks: Vec<Word>, below: &[Scanned<'_>], columns: usize) -> Vec<Word> {
    let ruled = |l: &Scanned<'_>| matches!(l.shape, Shape::Rule(_));
    let Some(rule) = below.iter().take(4).position(ruled) else { return chunks };
    let Shape::Rule(strokes) = &below[rule].shape else { return chunks };
    if below[..rule].iter().any(|l| l.shape != Shape::Text) {
        return chunks;
    }
    let (whole, alone) = (chunks.clone(), chunks.len() == 1);
    let mut found: Vec<Word> = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        let over = |w: &Word| strokes.iter().position(|s| meets((s.start, s.end), (w.start, w.end)));
        let mut parts: Vec<(usize, Word)> = Vec::new();
        let mut column = chunk.start;
        let mut at = chunk.span.start;
        for text in line.cut(&chunk).split(' ') {
            let word = Word { span: Span::new(at, at + text.len()), start: column, end: column + text.chars().count() };
            (at, column) = (word.span.end + 1, word.end + 1);
            match (over(&word), parts.last_mut()) {
                (Some(stroke), Some((last, part))) if stroke == *last => {
                    (part.span.end, part.end) = (word.span.end, word.end);
                }
                (Some(stroke), _) => parts.push((stroke, word)),
                (None, _) => parts.clear(),
            }
        }
        // Each on its rule: at its edges or its middle, as a heading of one column is set.
        let set = |(at, w): &(usize, Word)| {
            let s = &strokes[*at];
            let near = |a: usize, b: usize| a.abs_diff(b) <= 1;
            near(w.start, s.start) || near(w.end, s.end) || (w.start + w.end).abs_diff(s.start + s.end) <= 2
        };
        // "Year ended December 31," over several columns is one spanner.
        let lower = line.cut(&chunk).to_ascii_lowercase();
        let spans = rule > 0 && (alone || has_any(&lower, "ended|ending|month|week|year|quarter"));
        let first = parts.first().is_some_and(|(_, w)| w.start == chunk.start);
        if first && !spans && parts.len() > 1 && parts.iter().all(set) {
            found.push_all(parts.into_iter().map(|(_, word)| word));
        } else {
            found.push(chunk);
        }
    }
    if rule == 0 || found.len() == columns { found } else { whole }
}

/// Puts words together that two blanks part by accident: "NINE  MONTHS" where the other headings stand far apart.
fn together(mut chunks: Vec<Word>, columns: usize) -> Vec<Word> {
    let gaps: Vec<usize> = chunks.windows(2).map(|w| w[1].start.saturating_sub(w[0].end)).gather();
    let near = gaps.iter().filter(|g| **g <= 2).count();
    if chunks.len() == columns || near != 1 || gaps.iter().any(|g| *g > 2 && *g < 8) || gaps.len() == near {
        return chunks;
    }
    if let Some(at) = gaps.iter().position(|g| *g <= 2) {
        let second = chunks.remove(at + 1);
        chunks[at].span.end = second.span.end;
        chunks[at].end = second.end;
    }
    chunks
}

/// The rules on the line below, whether alone there or among words; a rule across the page underlines nothing.
fn strokes(below: Option<&Scanned<'_>>, left: usize) -> Vec<Extent> {
    let Some(line) = below else { return Vec::new() };
    if let Shape::Rule(strokes) = &line.shape {
        return strokes.iter().map(|s| (s.start, s.end)).filter(|s| may_underline(*s, left)).gather();
    }
    drawn(line, left)
}

/// The rules among the words of a line.
fn drawn(line: &Scanned<'_>, left: usize) -> Vec<Extent> {
    let found: Vec<Extent> = match &line.shape {
        Shape::Rule(_) => Vec::new(),
        _ if !line.under.is_empty() => line.under.iter().map(|s| (s.start, s.end)).gather(),
        Shape::Text => pieces(line).iter().filter(|c| is_strokes(line.cut(c))).map(|c| (c.start, c.end)).gather(),
        _ => Vec::new(),
    };
    found.into_iter().filter(|s| may_underline(*s, left)).gather()
}

/// One under a spanner may begin well before the first figures.
fn may_underline(stroke: Extent, left: usize) -> bool {
    let over = stroke.0 + 8 >= left || stroke.0 + 20 >= left && stroke.1 + stroke.0 >= 2 * left;
    over && stroke.1 > stroke.0 + 1
}

/// The rules under several headings, perhaps below a second line of each: "Three Months Ended" over "June 30," over a rule.
fn under(below: &[Scanned<'_>], chunks: &[Word], left: usize) -> Vec<Extent> {
    for line in below.iter().take(3) {
        let strokes = strokes(Some(line), left);
        let more = dissect(line, left).1;
        let goes_on = more.len() == chunks.len()
            && chunks.len() > 1
            && chunks.iter().zip(&more).all(|(a, b)| meets((a.start, a.end), (b.start, b.end)));
        if !strokes.is_empty() || !goes_on {
            return strokes;
        }
    }
    Vec::new()
}

/// `below` holds what the columns are called by the lines below, `lower` the spanners of the line below.
fn runs(
    line: &Scanned<'_>,
    chunks: &[Word],
    strokes: &[Extent],
    columns: &[Extent],
    below: &[String],
    lower: &[(Extent, Range<usize>)],
) -> Vec<Range<usize>> {
    if chunks.len() == columns.len() {
        return (0..columns.len()).map(|i| i..i + 1).gather();
    }
    let own = |c: &Word| {
        let mut under = strokes.iter().filter(|s| meets(**s, (c.start, c.end)));
        let stroke = under.next().filter(|_| under.next().is_none())?;
        let alone = chunks.iter().filter(|c| meets(*stroke, (c.start, c.end))).count() == 1;
        let run = beneath(*stroke, columns);
        (alone && !run.is_empty()).then_some(run)
    };
    let underlined: Vec<Option<Range<usize>>> = chunks.iter().map(own).gather();
    if underlined.iter().any(Option::is_some) {
        let taken = |i: usize| underlined.iter().flatten().any(|r| r.contains(&i));
        let rest = |c: &Word| {
            let run = beneath((c.start, c.end), columns);
            if run.clone().any(taken) { 0..0 } else { run }
        };
        return chunks.iter().zip(&underlined).map(|(c, own)| own.clone().unwrap_or_else(|| rest(c))).gather();
    }
    let places: Vec<Extent> = chunks.iter().map(|c| (c.start, c.end)).gather();
    let told = partition::repeated(below, &places, columns).or_else(|| partition::stacked(&places, lower));
    if let Some(runs) = told {
        return runs;
    }
    // A few words that name no period head what they stand over, no more.
    let few = chunks.len() * 2 < columns.len() && !chunks.iter().any(|c| looks_like_period(line.cut(c)));
    if few {
        let found: Vec<Range<usize>> = places.iter().map(|p| beneath(*p, columns)).gather();
        if found.iter().all(|r| !r.is_empty()) && found.windows(2).all(|w| w[0].end <= w[1].start) {
            return found;
        }
    }
    partition::placed(&places, columns, below.iter().all(|t| has_year(t)))
}

pub fn meets(a: Extent, b: Extent) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// A heading over each column: the column is as wide as it, up to its neighbours.
fn widen(columns: &mut [Extent], chunks: &[Word]) {
    for (at, chunk) in chunks.iter().enumerate() {
        let before = if at == 0 { 0 } else { columns[at - 1].1.max(chunks[at - 1].end) };
        let after = columns.get(at + 1).map_or(usize::MAX, |c| c.0.min(chunks[at + 1].start));
        let (start, end) = columns[at];
        columns[at] = (start.min(chunk.start.max(before.min(start))), end.max(chunk.end.min(after.max(end))));
    }
}

/// The columns under an extent.
fn beneath(over: Extent, columns: &[Extent]) -> Range<usize> {
    let Some(first) = columns.iter().position(|c| meets(*c, over)) else { return 0..0 };
    let last = columns.iter().rposition(|c| meets(*c, over)).map_or(first, |i| i + 1);
    first..last
}
