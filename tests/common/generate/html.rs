//! An invented filing as HTML tables.

use super::{
    heads,
    layout::{Dollars, Layout, Rules},
    model::{Filing, Rank, Row, Statement},
    print,
};

pub fn html(filing: &Filing, layout: &Layout) -> String {
    let mut out = String::from("<html><body>\n");
    if layout.prose {
        out.push_str(&format!("<p>{} today announced its results.</p>\n", escaped(&filing.company)));
    }
    for statement in &filing.statements {
        paragraph(&mut out, &filing.company);
        paragraph(&mut out, &statement.title);
        if let Some(words) = print::scale(filing, statement, layout) {
            paragraph(&mut out, &words);
        }
        if layout.unaudited {
            paragraph(&mut out, "(unaudited)");
        }
        table(&mut out, filing, layout, statement);
    }
    out.push_str("</body></html>\n");
    if layout.return_and_feed { out.replace('\n', "\r\n") } else { out }
}

fn paragraph(out: &mut String, words: &str) {
    out.push_str(&format!("<p align=\"center\"><b>{}</b></p>\n", escaped(words)));
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('\'', "&#8217;")
}

/// Cells of the maker for one column of figures, the one that parts it from the column before included.
fn cells(layout: &Layout) -> usize {
    if layout.split { 4 } else { 2 }
}

fn table(out: &mut String, filing: &Filing, layout: &Layout, statement: &Statement) {
    let each = cells(layout);
    out.push_str("<table cellspacing=\"0\" cellpadding=\"0\" width=\"100%\">\n");
    for level in heads::levels(filing, statement, layout) {
        out.push_str("<tr><td></td>");
        let mut next = 0;
        for head in level {
            for _ in next..head.first {
                out.push_str(&format!("<td></td><td colspan=\"{}\"></td>", each - 1));
            }
            let wide = (head.last - head.first + 1) * each - 1;
            let line = if layout.rules == Rules::None { "" } else { " style=\"border-bottom:1px solid\"" };
            out.push_str(&format!("<td></td><td colspan=\"{wide}\" align=\"center\"{line}>{}</td>", head.words));
            next = head.last + 1;
        }
        out.push_str("</tr>\n");
    }
    for row in 0..statement.rows.len() {
        match &statement.rows[row] {
            Row::Blank => out.push_str(&format!("<tr><td colspan=\"{}\">&nbsp;</td></tr>\n", 1 + each)),
            Row::Heading { caption, depth, .. } => {
                out.push_str(&format!("<tr>{}</tr>\n", named(layout, caption, *depth)));
            }
            Row::Line { caption, depth, rank, .. } => {
                out.push_str(&format!("<tr>{}", named(layout, caption, *depth)));
                for column in 0..statement.columns.len() {
                    figure(out, filing, layout, statement, (row, column), *rank);
                }
                out.push_str("</tr>\n");
            }
        }
    }
    out.push_str("</table>\n");
}

fn named(layout: &Layout, caption: &str, depth: usize) -> String {
    let before = depth * layout.indent;
    if layout.minus {
        return format!("<td>{}{}</td>", "&nbsp;".repeat(before), escaped(caption));
    }
    format!("<td><p style=\"margin-left:{}px\">{}</p></td>", before * 5, escaped(caption))
}

fn figure(
    out: &mut String,
    filing: &Filing,
    layout: &Layout,
    statement: &Statement,
    (row, column): (usize, usize),
    rank: Rank,
) {
    let printed = print::cell(filing, layout, statement, row, column);
    let dollar = if printed.dollar && layout.dollars != Dollars::None { "$" } else { "" };
    let line = match (rank, layout.rules) {
        (Rank::Item, _) | (_, Rules::None) => "",
        (Rank::Grand, Rules::Double) => " style=\"border-top:1px solid;border-bottom:3px double\"",
        _ => " style=\"border-top:1px solid\"",
    };
    let body = if printed.body == "--" { "&#8212;" } else { &printed.body };
    if layout.split {
        out.push_str(&format!(
            "<td>&nbsp;</td><td{line}>{dollar}</td><td align=\"right\"{line}>{body}</td><td>{}</td>",
            printed.close
        ));
    } else {
        out.push_str(&format!("<td>&nbsp;</td><td align=\"right\"{line}>{dollar}{body}{}</td>", printed.close));
    }
}
