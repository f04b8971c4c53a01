//! The concepts of lines that count shares, or money a share.

use super::Line;
use crate::{phrase::has_any, vocabulary::Unit};

/// The concept of a line of shares or of money a share, by the words of its headings and its own.
pub fn of(line: &Line) -> Option<&'static str> {
    let words = line.full();
    let has = |list: &str| has_any(&words, list);
    // Its own words first: "Basic" may stand under "Net income per share, basic and diluted".
    let which = |words: &str| (has_any(words, "basic|primary"), has_any(words, "diluted|assuming dilution"));
    let (basic, diluted) = match which(&line.plain) {
        (false, false) => which(&words),
        own => own,
    };
    // One name where the line is both, one where it is the first, one where it is the second.
    let among = |both, first, second| match (basic, diluted) {
        (true, true) => both,
        (true, false) => Some(first),
        (false, true) => Some(second),
        (false, false) => None,
    };
    if line.unit == Unit::Shares {
        return among(
            Some("WeightedAverageNumberOfShareOutstandingBasicAndDiluted"),
            "WeightedAverageNumberOfSharesOutstandingBasic",
            "WeightedAverageNumberOfDilutedSharesOutstanding",
        );
    }
    if has("dividend") {
        return if has_any(&line.plain, "paid") {
            Some("CommonStockDividendsPerShareCashPaid")
        } else if has("preferred") || basic || diluted {
            None
        } else {
            Some("CommonStockDividendsPerShareDeclared")
        };
    }
    if has("extraordinary|cumulative|before|book value") {
        return None;
    }
    if has("discontinued") {
        return among(
            None,
            "IncomeLossFromDiscontinuedOperationsNetOfTaxPerBasicShare",
            "IncomeLossFromDiscontinuedOperationsNetOfTaxPerDilutedShare",
        );
    }
    if has("continuing") {
        return among(
            None,
            "IncomeLossFromContinuingOperationsPerBasicShare",
            "IncomeLossFromContinuingOperationsPerDilutedShare",
        );
    }
    if !has("income|earnings|loss") {
        return None;
    }
    among(Some("EarningsPerShareBasicAndDiluted"), "EarningsPerShareBasic", "EarningsPerShareDiluted")
}
