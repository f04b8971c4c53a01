//! Column headings, with the words that several columns share set once above them.

use crate::page::pen::Pen;
use crate::page::shown::Shown;
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

pub fn headings(pen: &mut Pen, shown: &Shown<'_>) {
    let columns = shown.headings();
    let rows = levels(&columns);
    let count = rows.len().max(1);
    pen.open("thead", "");
    for level in 0..count {
        pen.open("tr", "");
        if level == 0 {
            pen.open("td", "corner");
            pen.set("rowspan", &count.to_string());
            pen.sign("of", &words::short(shown.statement));
            if shown.has_money() {
                pen.said("small", "unit", &shown.unit());
            }
            pen.close();
        }
        let last = level + 1 == count;
        let mut at = 0;
        for spanner in rows.get(level).into_iter().flatten() {
            let computed = shown.against(at);
            let period = || columns.get(at).and_then(words::period);
            let below = [computed.clone().or_else(period), shown.unit_of_column(at)];
            heading(pen, spanner, last.then_some(&below), computed.is_some());
            at += spanner.over;
        }
        if rows.is_empty() {
            for column in &columns {
                pen.open("th", "");
                pen.set("scope", "col");
                pen.text(&column.label);
                pen.close();
            }
        }
        pen.close();
    }
    pen.close();
}

/// A heading; of a column itself with what is said below it.
fn heading(pen: &mut Pen, spanner: &Spanner, below: Option<&[Option<String>; 2]>, computed: bool) {
    let text = &spanner.text;
    let said = || below.into_iter().flatten().flatten();
    let class = if computed { "computed" } else { "" };
    if text.is_empty() && said().next().is_none() {
        return pen.said("td", class, "");
    }
    pen.open("th", if spanner.over > 1 { "spanner" } else { class });
    pen.set("scope", if below.is_some() { "col" } else { "colgroup" });
    pen.set("colspan", &spanner.over.to_string());
    pen.said("span", "heading-text", text);
    for words in said() {
        pen.said("small", "period", words);
    }
    pen.close();
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
            currency: None,
            scale: None,
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
