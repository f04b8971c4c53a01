//! The little of an element's style that says something about a table: indentation, rules, alignment, what is hidden.

use super::token::Tag;
use crate::{
    phrase::{cut, has, has_any},
    vocabulary::Rule,
};

/// What a style says; the rest of it is looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    pub hidden: bool,
    /// Centred or not, where it says.
    pub centred: Option<bool>,
    /// Set above or below the line, as footnote marks are.
    pub raised: bool,
    pub breaks_page: bool,
    /// From the left, in points; a hanging first line is taken off.
    pub indent: i32,
    pub above: Rule,
    pub below: Rule,
}

/// Reads a tag's style and the attributes that older files use in its place.
pub fn read(tag: &Tag<'_>) -> Style {
    let mut style = Style { raised: tag.name.eq_ignore_ascii_case("sup"), ..Style::default() };
    if let Some(align) = tag.attribute("align") {
        style.centred = Some(align.eq_ignore_ascii_case("center"));
    }
    let Some(text) = tag.attribute("style") else { return style };
    for declaration in text.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
        let value = value.as_str();
        match name.as_str() {
            "display" => style.hidden |= value == "none",
            "text-align" => style.centred = Some(value.starts_with("center")),
            "vertical-align" => style.raised |= value.starts_with("super"),
            "top" => style.raised |= value.starts_with('-'),
            "page-break-before" | "page-break-after" => style.breaks_page |= value.starts_with("always"),
            "padding-left" | "margin-left" | "text-indent" => style.indent += points(value),
            "padding" | "margin" => style.indent += points(left_of(value)),
            "border-top" => style.above = rule(value),
            "border-bottom" => style.below = rule(value),
            _ => {}
        }
    }
    style
}

/// The left one of `top right bottom left`, `top sides bottom`, `top sides`, `all`.
fn left_of(value: &str) -> &str {
    let mut parts = value.split_ascii_whitespace();
    let first = parts.next().unwrap_or_default();
    let second = parts.next();
    parts.nth(1).or(second).unwrap_or(first)
}

/// A length in whole points, near enough to compare indentations. A percentage of an unknown width is none.
fn points(value: &str) -> i32 {
    let digits = value.trim_start_matches('-');
    let mut tenths: i32 = 0;
    let mut places: Option<u32> = None;
    let mut end = 0;
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' if places.is_none_or(|p| p == 0) => {
                tenths = tenths.saturating_mul(10).saturating_add(i32::from(byte - b'0')).min(10_000);
                places = places.map(|p| p + 1);
            }
            b'0'..=b'9' => {}
            b'.' if places.is_none() => places = Some(0),
            _ => break,
        }
        end += 1;
    }
    if places.is_none_or(|p| p == 0) {
        tenths *= 10;
    }
    // Hundredths of a point in each tenth of the unit.
    let factor = match cut(digits, end, digits.len()).trim() {
        "px" => 8,
        "em" | "rem" => 100,
        "in" => 720,
        "cm" => 283,
        "%" => 0,
        _ => 10,
    };
    let whole = (tenths.saturating_mul(factor) + 50) / 100;
    if value.starts_with('-') { -whole } else { whole }
}

/// `1pt solid #000`, `3px double black`, `none`, `0`.
fn rule(value: &str) -> Rule {
    let drawn = !has_any(value, "none|hidden") && value.bytes().any(|b| matches!(b, b'1'..=b'9'));
    // A white or transparent border is not seen.
    if !drawn || has_any(value, "#fff|white|transparent") {
        Rule::None
    } else if has(value, "double") {
        Rule::Double
    } else {
        Rule::Single
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::{Token, tokens};
    use super::*;

    fn of(html: &str) -> Style {
        let Some(Token::Open(tag)) = tokens(html, 0, html.len()).next() else { panic!() };
        read(&tag)
    }

    #[test]
    fn indentation() {
        assert_eq!(of("<td style='padding:2px 1pt 2px 12.25pt;text-align:left'>").indent, 12);
        assert_eq!(of("<td style='padding-left:18pt;text-indent:-9pt'>").indent, 9);
        assert_eq!(of("<p style='margin-left:1.00em; text-indent:-1.00em'>").indent, 0);
        assert_eq!(of("<td style='padding:0 1pt'>").indent, 1);
        assert_eq!((points("0.5in"), points("-9.75pt"), points("24px"), points("5%"), points("")), (36, -10, 19, 0, 0));
    }

    #[test]
    fn rules() {
        let style = of("<td style='border-bottom:3pt double #000000;border-top:1pt solid #000'>");
        assert_eq!((style.above, style.below), (Rule::Single, Rule::Double));
        assert_eq!(of("<td style='border-bottom:none'>").below, Rule::None);
        assert_eq!(of("<td style='border-bottom:solid 1.5pt #ffffff'>").below, Rule::None);
    }

    #[test]
    fn marks_and_hidden_parts() {
        assert!(of("<span style='position:relative;top:-3.5pt;vertical-align:baseline'>").raised && of("<SUP>").raised);
        assert!(of("<div style='display:none'>").hidden);
        assert_eq!(
            (of("<p align=CENTER>").centred, of("<p style='text-align:left'>").centred),
            (Some(true), Some(false))
        );
    }
}
