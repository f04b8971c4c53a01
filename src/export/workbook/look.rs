//! How cells look: number formats by unit, colours by mark, rules as printed.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::marks::Mark;
use crate::report::{Cell, Line, Role, Rule, Unit};

const PAPER: [(Mark, u32); 4] = [
    (Mark::Broken, 0x00F6_C9C4),
    (Mark::Suspect, 0x00FB_DDB0),
    (Mark::Differs, 0x00FB_EBC8),
    (Mark::Rounding, 0x00FA_F6D4),
];

pub fn title() -> Format {
    Format::new().set_bold().set_font_size(14)
}

pub fn soft() -> Format {
    Format::new().set_font_color(Color::RGB(0x0059_5959))
}

pub fn heading() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Right).set_align(FormatAlign::Bottom)
}

pub fn period() -> Format {
    soft().set_text_wrap().set_align(FormatAlign::Right)
}

/// The headings of a list.
pub fn list_heading() -> Format {
    Format::new().set_bold().set_border_bottom(FormatBorder::Thin)
}

pub fn text() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

pub fn link() -> Format {
    Format::new().set_hyperlink().set_align(FormatAlign::Top)
}

pub fn marked(format: Format, mark: Option<Mark>) -> Format {
    match PAPER.iter().find(|(of, _)| Some(*of) == mark) {
        Some((_, paper)) => format.set_background_color(Color::RGB(*paper)),
        None => format,
    }
}

pub fn caption(line: &Line) -> Format {
    let depth = u8::try_from(line.depth).unwrap_or(15).min(15);
    let format =
        Format::new().set_align(FormatAlign::Left).set_indent(depth).set_text_wrap().set_align(FormatAlign::Bottom);
    if line.role == Role::Item { format } else { format.set_bold() }
}

/// An amount: its decimals as printed, negatives in parentheses, a dash for nothing, and its tick mark: part of the look, so that
/// the number stays one.
pub fn amount(line: &Line, cell: &Cell, tick: Option<&str>, mark: Option<Mark>) -> Format {
    let format = Format::new().set_num_format(number(line.unit, cell, tick)).set_align(FormatAlign::Right);
    let format = if matches!(line.role, Role::Subtotal | Role::Total) { format.set_bold() } else { format };
    let format = match line.rule_above {
        // Two rules close what stands above them; what stands below begins anew.
        Rule::None | Rule::Double => format,
        Rule::Single => format.set_border_top(FormatBorder::Thin),
    };
    let format = match line.rule_below {
        Rule::None => format,
        Rule::Single => format.set_border_bottom(FormatBorder::Thin),
        Rule::Double => format.set_border_bottom(FormatBorder::Double),
    };
    marked(format, mark)
}

fn number(unit: Unit, cell: &Cell, tick: Option<&str>) -> String {
    // Where there is none the room of a mark with two letters is left, so that digits stand under one another.
    let mark = match tick {
        Some(tick) => format!("\" {tick}\"{}", "_f".repeat(3_usize.saturating_sub(tick.chars().count()))),
        None => "_ _✓_f_f".to_owned(),
    };
    plain(unit, cell).replace(';', &[&mark, ";"].concat()) + &mark
}

/// The format without its tick mark: positive; negative; and of a dash, nothing.
fn plain(unit: Unit, cell: &Cell) -> String {
    if cell.nil {
        return decimals("", 0, "") + ";\"-\"_)";
    }
    let sign: String = cell.symbol.iter().flat_map(|s| s.chars()).filter(|c| !"\"\\".contains(*c)).collect();
    let sign = if sign.is_empty() { sign } else { ["\"", &sign, "\""].concat() };
    // The number is the printed one: a true percent format would show a hundred times as much.
    let after = if unit == Unit::Percent { "\"%\"" } else { "" };
    decimals(&sign, cell.printed.map_or(0, |p| p.scale()), after)
}

/// A format with so many decimals.
pub fn decimals(before: &str, places: u32, after: &str) -> String {
    let point = if places == 0 { "" } else { "." };
    let noughts = "0".repeat(places.min(15) as usize);
    format!("{before}#,##0{point}{noughts}{after}_);({before}#,##0{point}{noughts}{after})")
}
