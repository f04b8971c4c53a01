//! The concepts of amounts inside a caption: allowances, par values, and shares authorized, issued and outstanding.

use super::{Line, pattern::plain};
use crate::{
    phrase::{after, closes, has, has_any, is_any},
    vocabulary::Unit,
};

/// The concept of such an amount, by the line it is printed in and the words on both sides of it.
pub fn of(lines: &[Line], at: usize) -> Option<&'static str> {
    let own = lines[..at].iter().rposition(|l| !l.aside)?;
    let (line, aside) = (&lines[own], &lines[at]);
    let common = match line.concept? {
        "AccountsReceivableNetCurrent" | "ReceivablesNetCurrent" => {
            return has(&aside.plain, "allowance").then_some("AllowanceForDoubtfulAccountsReceivableCurrent");
        }
        "PropertyPlantAndEquipmentNet" => {
            return has(&aside.plain, "accumulated")
                .then_some("AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment");
        }
        "CommonStockValue" | "CommonStocksIncludingAdditionalPaidInCapital" => true,
        "PreferredStockValue" => false,
        _ => return None,
    };
    if aside.unit == Unit::PerShare {
        return Some(if common {
            "CommonStockParOrStatedValuePerShare"
        } else {
            "PreferredStockParOrStatedValuePerShare"
        });
    }
    if aside.unit != Unit::Shares {
        return None;
    }
    let first = lines[own..=at].iter().find(|l| l.aside && l.unit == Unit::Shares)?;
    let before = open(&aside.caption);
    // "Authorized, 900 shares" or "900 shares authorized": what the first is, all are.
    let leads = has_any(&open(&first.caption), WORDS) && has_any(before.rsplit(' ').next().unwrap_or_default(), WORDS);
    let words = if leads { before } else { words_after(&open(&line.caption), aside) };
    match ["authorized", "issued", "outstanding"].map(|word| said(&words, leads).any(|w| w == word)) {
        [true, false, false] if common => Some("CommonStockSharesAuthorized"),
        [false, true, false] if common => Some("CommonStockSharesIssued"),
        [false, false, true] if common => Some("CommonStockSharesOutstanding"),
        [true, false, false] => Some("PreferredStockSharesAuthorized"),
        [false, true, false] => Some("PreferredStockSharesIssued"),
        [false, false, true] => Some("PreferredStockSharesOutstanding"),
        _ => None,
    }
}

const WORDS: &str = "authorized|issued|outstanding";

/// What is said of an amount: "issued and outstanding" of "shares issued and outstanding, none reserved".
fn said(words: &str, leads: bool) -> impl Iterator<Item = &str> {
    let matters = |word: &&str| is_any(word, WORDS) || is_any(word, "and|or");
    let skipped = words.split(' ').skip_while(move |word| !leads && !is_any(word, WORDS));
    skipped.take_while(move |word| leads || matters(word))
}

/// A caption made plain with its parenthesised words in it.
fn open(caption: &str) -> String {
    plain(&caption.chars().map(|c| if c == '(' || c == ')' { ' ' } else { c }).collect::<String>())
}

/// The words between an amount's last figure and the next number of the caption.
fn words_after(caption: &str, aside: &Line) -> String {
    let Some(figure) = aside.cells.iter().flatten().next_back().map(|c| plain(&c.text)) else { return String::new() };
    let meets = |at: usize| {
        let rest = after(caption, at).strip_prefix(figure.as_str());
        rest.filter(|rest| rest.starts_with(' ') && (at == 0 || closes(caption.get(..at).unwrap_or_default(), " ")))
    };
    let rest = (0..caption.len()).find_map(meets).unwrap_or_default();
    rest.chars().take_while(|c| !c.is_ascii_digit()).collect()
}
