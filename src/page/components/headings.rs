//! Column headings, with the words that several columns share set once above them.

use yew::prelude::*;

use crate::page::words;
use crate::report::Column;

/// A heading and how many columns it stands over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanner {
    pub text: String,
    pub over: usize,
}

/// The rows of headings from the top down. A heading is shared only where all above it is shared too.
pub fn levels(columns: &[Column]) -> Vec<Vec<Spanner>> {
    let depth = columns.iter().map(|column| column.headings.len()).max().unwrap_or_default();
    let word = |column: &Column, level: usize| {
        // Shorter stacks stand at the bottom, next to their amounts.
        let at = (level + column.headings.len()).checked_sub(depth);
        at.and_then(|at| column.headings.get(at)).cloned().unwrap_or_default()
    };
    let mut rows: Vec<Vec<Spanner>> = Vec::with_capacity(depth);
    for level in 0..depth {
        let mut row: Vec<Spanner> = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            let left = at.checked_sub(1).and_then(|left| columns.get(left));
            let shared = level + 1 < depth
                && left.is_some_and(|left| (0..=level).all(|l| word(left, l) == word(column, l)))
                && !word(column, level).is_empty();
            match row.last_mut().filter(|_| shared) {
                Some(spanner) => spanner.over += 1,
                None => row.push(Spanner { text: word(column, level), over: 1 }),
            }
        }
        rows.push(row);
    }
    rows
}

pub fn headings(columns: &[Column]) -> Html {
    let rows = levels(columns);
    let count = rows.len().max(1);
    let top = html! { <td class="corner" rowspan={count.to_string()}></td> };
    if rows.is_empty() {
        let blank = columns.iter().map(|column| html! { <th scope="col">{ &column.label }</th> });
        return html! { <thead><tr>{ top }{ for blank }</tr></thead> };
    }
    let row = |(level, spanners): (usize, Vec<Spanner>)| {
        let last = level + 1 == count;
        let mut at = 0;
        let cells: Html = spanners
            .into_iter()
            .map(|spanner| {
                let period = columns.get(at).filter(|_| last).and_then(words::period);
                at += spanner.over;
                heading(&spanner, last, period)
            })
            .collect();
        html! { <tr>if level == 0 { { top.clone() } }{ cells }</tr> }
    };
    html! { <thead>{ for rows.into_iter().enumerate().map(row) }</thead> }
}

fn heading(spanner: &Spanner, last: bool, period: Option<String>) -> Html {
    let text = &spanner.text;
    if text.is_empty() && period.is_none() {
        return html! { <td></td> };
    }
    let scope = if last { "col" } else { "colgroup" };
    html! {
        <th {scope} colspan={spanner.over.to_string()} class={(spanner.over > 1).then_some("spanner")}>
            <span class="heading-text">{ text }</span>
            if let Some(period) = period { <small class="period">{ period }</small> }
        </th>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(headings: &[&str]) -> Column {
        Column {
            id: String::new(),
            label: headings.join(" "),
            headings: headings.iter().map(|&heading| heading.to_owned()).collect(),
            instant: None,
            start: None,
            end: None,
            months: None,
        }
    }

    fn drawn(columns: &[Column]) -> Vec<String> {
        let row =
            |row: Vec<Spanner>| row.iter().map(|s| format!("{}:{}", s.text, s.over)).collect::<Vec<_>>().join(" | ");
        levels(columns).into_iter().map(row).collect()
    }

    #[test]
    fn shared_words_span_and_years_do_not() {
        let (quarter, year) = ("Three months ended", "Year ended");
        let columns = [column(&[quarter, "2003"]), column(&[quarter, "2002"]), column(&[year, "2003"])];
        assert_eq!(drawn(&columns), ["Three months ended:2 | Year ended:1", "2003:1 | 2002:1 | 2003:1"]);
    }

    #[test]
    fn a_shorter_stack_stands_at_the_bottom() {
        let columns = [column(&["December 31,", "2003"]), column(&["Change"])];
        assert_eq!(drawn(&columns), ["December 31,:1 | :1", "2003:1 | Change:1"]);
    }
}
