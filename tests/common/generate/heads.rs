//! The headings of columns: which words stand over which columns, from the top down.

use super::{
    layout::Layout,
    model::{Filing, Period, Statement},
    words::MONTHS,
};

/// Words over the columns from one to another, both included.
#[derive(Clone, Debug)]
pub struct Head {
    pub first: usize,
    pub last: usize,
    pub words: String,
}

pub type Level = Vec<Head>;

/// Heads a run of columns of the same length.
struct Group {
    first: usize,
    last: usize,
    quarters: i32,
}

pub fn levels(filing: &Filing, statement: &Statement, layout: &Layout) -> Vec<Level> {
    let columns = &statement.columns;
    let mut groups: Vec<Group> = Vec::new();
    for (i, column) in columns.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if group.quarters == column.quarters => group.last = i,
            _ => groups.push(Group { first: i, last: i, quarters: column.quarters }),
        }
    }
    let stacks: Vec<Vec<Level>> = groups.iter().map(|g| of_group(filing, columns, g, layout)).collect();
    // Shorter stacks stand at the bottom.
    let height = stacks.iter().map(Vec::len).max().unwrap_or_default();
    let mut levels: Vec<Level> = vec![Vec::new(); height];
    for stack in stacks {
        let above = height - stack.len();
        for (i, level) in stack.into_iter().enumerate() {
            levels[above + i].extend(level);
        }
    }
    levels
}

fn of_group(filing: &Filing, columns: &[Period], group: &Group, layout: &Layout) -> Vec<Level> {
    let Group { first, last, quarters } = *group;
    let over = |words: &str| vec![Head { first, last, words: words.to_owned() }];
    let each = |words: &dyn Fn(Period) -> String| -> Level {
        (first..=last).map(|i| Head { first: i, last: i, words: words(columns[i]) }).collect()
    };
    let day = |p: Period| {
        let (_, month, day) = filing.day(p.end);
        format!("{} {day},", MONTHS[usize::try_from(month - 1).unwrap_or_default()])
    };
    let year = |p: Period| filing.day(p.end).0.to_string();
    let alike = (first..=last).all(|i| day(columns[i]) == day(columns[first]));
    let length = match (quarters, layout.said) {
        (0, _) => "",
        (1, 0) => "Three Months Ended",
        (1, _) => "Quarter Ended",
        (2, _) => "Six Months Ended",
        (3, _) => "Nine Months Ended",
        (_, 0) => "Year Ended",
        (_, 1) => "Twelve Months Ended",
        _ => "Fiscal Year Ended",
    };
    let mut found = Vec::new();
    let narrow = first == last && quarters > 0;
    let apart = layout.heads_apart || !alike || first == last;
    if narrow {
        // "Three Months" over "Ended".
        let short = length.trim_end_matches(" Ended");
        found.extend([over(short), over("Ended")]);
    } else if quarters > 0 && !apart && layout.spanner_on_one_line && length.len() + 18 < 16 * (last + 1 - first) {
        found.push(over(&format!("{length} {}", day(columns[first]))));
        found.push(each(&year));
        return found;
    } else if quarters > 0 {
        found.push(over(length));
    }
    if apart {
        found.push(each(&day));
    } else {
        found.push(over(&day(columns[first])));
    }
    found.push(each(&year));
    found
}
