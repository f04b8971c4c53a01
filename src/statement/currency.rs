//! The currency of a statement, or of one of its columns: told in words, by a code, or by a sign.

use super::Column;
use crate::{
    gather::Gather,
    phrase::{after, begins, closes, cut, has, is_any, opens, trim},
};

/// What currencies are called, and their codes.
const NAMES: &str = "\
canadian dollar=CAD
u.s. dollar=USD
us dollar=USD
united states dollar=USD
australian dollar=AUD
new zealand dollar=NZD
hong kong dollar=HKD
singapore dollar=SGD
new taiwan dollar=TWD
euros=EUR
of euro=EUR
pounds sterling=GBP
of sterling=GBP
british pound=GBP
uk pound=GBP
of yen=JPY
in yen=JPY
(yen=JPY
japanese yen=JPY
renminbi=CNY
chinese yuan=CNY
mexican peso=MXN
argentine peso=ARS
chilean peso=CLP
colombian peso=COP
philippine peso=PHP
brazilian rea=BRL
swiss franc=CHF
french franc=FRF
belgian franc=BEF
deutsche mark=DEM
german mark=DEM
dutch guilder=NLG
italian lir=ITL
swedish kron=SEK
norwegian kron=NOK
danish kron=DKK
indian rupee=INR
korean won=KRW
israeli shekel=ILS
south african rand=ZAR
russian ruble=RUB";

/// Codes that stand for themselves, and older or shorter ones that do not.
const CODES: &str = "USD|EUR|GBP|JPY|CNY|CAD|AUD|NZD|HKD|SGD|TWD|CHF|SEK|NOK|DKK|MXN|BRL|INR|KRW|ILS|ZAR|FRF|DEM|NLG|ITL|BEF|\
    ARS|CLP|RUB";
const SHORT: &str = "RMB=CNY\nDM=DEM\nNIS=ILS\nCDN=CAD\nNT=TWD";

/// Signs with the letters that may stand before them.
const SIGNS: &str = "\
US$=USD
U.S.$=USD
CDN$=CAD
CAD$=CAD
CAN$=CAD
C$=CAD
AUD$=AUD
A$=AUD
HK$=HKD
NZ$=NZD
S$=SGD
NT$=TWD
R$=BRL
MX$=MXN
Ps$=MXN
Ps.=MXN
Rs.=INR
€=EUR
£=GBP
¥=JPY";

fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines().filter_map(|entry| entry.split_once('='))
}

/// The currency of a sign printed before an amount; "$" alone is of many countries.
pub fn of_sign(sign: &str) -> Option<&'static str> {
    of_code(sign).or_else(|| entries(SIGNS).find(|(s, _)| *s == sign).map(|(_, code)| code))
}

fn of_code(word: &str) -> Option<&'static str> {
    let own = CODES.split('|').find(|code| *code == word);
    own.or_else(|| entries(SHORT).find(|(short, _)| *short == word).map(|(_, code)| code))
}

/// The currency that words above amounts name first.
pub fn of(words: &str) -> Option<&'static str> {
    let lower = words.to_ascii_lowercase();
    (0..words.len()).filter(|at| words.is_char_boundary(*at)).find_map(|at| {
        let name = || entries(NAMES).find(|(name, _)| begins(after(&lower, at), name)).map(|(_, code)| code);
        let starts = at == 0 || !words.as_bytes()[at - 1].is_ascii_alphanumeric();
        starts.then(|| name().or_else(|| marked(words, at))).flatten()
    })
}

/// Words that say how amounts are printed: a title may name a currency for other reasons.
pub fn is_of_amounts(words: &str) -> bool {
    opens(words, "(") || closes(words, ")") || super::scale::said_by(words).is_some() || has(words, "in ")
}

/// The currency that several stretches of words name first.
pub fn of_any<'w>(mut words: impl Iterator<Item = &'w str>) -> Option<&'static str> {
    words.find_map(of)
}

/// Gives each column the currency its own headings name, where they name more than one.
pub fn of_columns(columns: &mut [Column]) {
    let told: Vec<Option<&'static str>> = columns.iter().map(|c| of(&c.label())).gather();
    let mut named = told.iter().flatten();
    let first = named.next();
    if named.any(|currency| Some(currency) != first) {
        for (column, own) in columns.iter_mut().zip(told) {
            column.currency = own;
        }
    }
}

/// A sign or a code at an offset. A code is taken where the words around it are those of a heading of amounts: three capitals may
/// be a company's name.
fn marked(words: &str, at: usize) -> Option<&'static str> {
    let rest = after(words, at);
    if let Some((_, code)) = entries(SIGNS).find(|(sign, _)| begins(rest, sign)) {
        return Some(code);
    }
    let letters = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let code = of_code(cut(rest, 0, letters))?;
    let (before, next) = (cut(words, 0, at).trim_end(), after(rest, letters));
    let last = before.rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
    let led = opens(cut(words, at.saturating_sub(1), at), "(") || is_any(trim(&last, "("), "in|of|thousands|millions");
    let follows = begins(next, "'0|’0|)| '0| ’0| in | 000") || is_scale(next.trim_start());
    (led && (next.is_empty() || !next.starts_with(char::is_alphabetic)) || follows || words.trim() == code)
        .then_some(code)
}

fn is_scale(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default().to_ascii_lowercase();
    factor(trim(&first, "(),.;")).is_some()
}

/// What a word of scale after a currency stands for.
pub fn factor(word: &str) -> Option<u32> {
    if is_any(word, "thousand|thousands|k") {
        Some(1_000)
    } else if is_any(word, "million|millions|mn|mln|mio|m") {
        Some(1_000_000)
    } else {
        is_any(word, "billion|billions|bn").then_some(1_000_000_000)
    }
}

/// The scale that is said after a currency: "EUR million", "US$m", "£ millions". The word stands after no number: "$1.2
/// million" is an amount.
pub fn scale(words: &str) -> Option<u32> {
    let mut before = "";
    for word in words.split_whitespace() {
        let core = trim(word, "(),.;:[]");
        let lower = core.to_ascii_lowercase();
        let named = of_code(before).is_some() || before.chars().next_back().is_some_and(is_sign);
        if named && let Some(scale) = factor(&lower) {
            return Some(scale);
        }
        if let Some((at, sign)) = core.char_indices().rev().find(|(_, c)| is_sign(*c))
            && let Some(scale) = factor(after(&lower, at + sign.len_utf8()))
        {
            return Some(scale);
        }
        before = core;
    }
    None
}

fn is_sign(c: char) -> bool {
    matches!(c, '$' | '£' | '€' | '¥')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn told_in_words() {
        assert_eq!(of("(Thousands of Mexican pesos)"), Some("MXN"));
        assert_eq!(of("(Expressed in thousands of U.S. dollars, not Canadian dollars)"), Some("USD"));
        assert_eq!((of("Millions of yen"), of("(in thousands)")), (Some("JPY"), None));
    }

    #[test]
    fn told_by_codes_and_signs() {
        assert_eq!(
            (of("(CHF in millions)"), of("(EUR million)"), of("GBP'000")),
            (Some("CHF"), Some("EUR"), Some("GBP"))
        );
        assert_eq!((of("£’000"), of("£m"), of("HK$'000"), of("$000")), (Some("GBP"), Some("GBP"), Some("HKD"), None));
        assert_eq!((of("DM MANAGEMENT COMPANY"), of("CAD SYSTEMS INC"), of("(in RMB)")), (None, None, Some("CNY")));
    }

    #[test]
    fn scales_after_currencies() {
        assert_eq!(
            (scale("(EUR million)"), scale("US$m"), scale("£ thousands")),
            (Some(1_000_000), Some(1_000_000), Some(1_000))
        );
        assert_eq!(
            (scale("restricted cash of $1.2 million"), scale("one million"), scale("$ 000")),
            (None, None, None)
        );
    }
}
