//! Subjects: which line a sentence speaks of, when it says so plainly.
//!
//! "Net revenues were" is plain; "international net revenues" or "revenues of the segment" is another thing, and has no
//! subject here.

use super::paragraph::Word;
use crate::{gather::Gather, order, phrase::is_any, vocabulary::Basis};

/// A line of the statements that prose speaks of by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Revenue,
    GrossProfit,
    OperatingExpenses,
    OperatingIncome,
    NetIncome,
    /// Earnings per share, diluted unless the sentence says basic.
    PerShare,
    OperatingCash,
    CapitalExpenditures,
    Depreciation,
    TotalAssets,
}

impl Subject {
    /// The us-gaap names of the lines that may hold it.
    pub const fn concepts(self) -> &'static [&'static str] {
        match self {
            Self::Revenue => &["Revenues"],
            Self::GrossProfit => &["GrossProfit"],
            Self::OperatingExpenses => &["OperatingExpenses"],
            Self::OperatingIncome => &["OperatingIncomeLoss"],
            Self::NetIncome => &["NetIncomeLoss", "ProfitLoss"],
            Self::PerShare => &["EarningsPerShareDiluted", "EarningsPerShareBasicAndDiluted", "EarningsPerShareBasic"],
            Self::OperatingCash => &["NetCashProvidedByUsedInOperatingActivities"],
            Self::CapitalExpenditures => &["PaymentsToAcquirePropertyPlantAndEquipment"],
            Self::Depreciation => &["Depreciation"],
            Self::TotalAssets => &["Assets"],
        }
    }
}

/// A subject in a clause.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// Index of its last word.
    pub at: usize,
    pub subject: Option<Subject>,
    pub basis: Option<Basis>,
    pub loss: bool,
}

const PHRASES: [(&str, Option<Subject>); 38] = [
    ("cost of revenues", None),
    ("cost of revenue", None),
    ("cost of sales", None),
    ("cost of goods sold", None),
    ("percent of sales", None),
    ("percentage of sales", None),
    ("net revenues", Some(Subject::Revenue)),
    ("net revenue", Some(Subject::Revenue)),
    ("total revenues", Some(Subject::Revenue)),
    ("total revenue", Some(Subject::Revenue)),
    ("revenues", Some(Subject::Revenue)),
    ("revenue", Some(Subject::Revenue)),
    ("net sales", Some(Subject::Revenue)),
    ("sales", Some(Subject::Revenue)),
    ("gross margin", Some(Subject::GrossProfit)),
    ("gross profit", Some(Subject::GrossProfit)),
    ("operating income", Some(Subject::OperatingIncome)),
    ("operating profit", Some(Subject::OperatingIncome)),
    ("operating loss", Some(Subject::OperatingIncome)),
    ("income from operations", Some(Subject::OperatingIncome)),
    ("operating expenses", Some(Subject::OperatingExpenses)),
    ("total operating expenses", Some(Subject::OperatingExpenses)),
    ("net income", Some(Subject::NetIncome)),
    ("net earnings", Some(Subject::NetIncome)),
    ("net loss", Some(Subject::NetIncome)),
    ("net profit", Some(Subject::NetIncome)),
    ("earnings per share", Some(Subject::PerShare)),
    ("diluted earnings per share", Some(Subject::PerShare)),
    ("income per share", Some(Subject::PerShare)),
    ("loss per share", Some(Subject::PerShare)),
    ("eps", Some(Subject::PerShare)),
    ("cash provided by operations", Some(Subject::OperatingCash)),
    ("cash provided by operating activities", Some(Subject::OperatingCash)),
    ("cash flow from operations", Some(Subject::OperatingCash)),
    ("cash from operations", Some(Subject::OperatingCash)),
    ("capital expenditures", Some(Subject::CapitalExpenditures)),
    ("depreciation", Some(Subject::Depreciation)),
    ("total assets", Some(Subject::TotalAssets)),
];

/// Words that may stand before a subject without changing what it is.
const PLAIN_BEFORE: &str = "|a|an|the|and|in|to|with|brings|brought|total|consolidated|reported|quarterly|annual|\
    record|our|its|company's|gaap|non-gaap|pro|forma|pro-forma|adjusted|net|diluted|basic|posted";

/// The subjects of a clause, in order. One that is qualified ("service revenues") is listed with no subject, so that it
/// hides the one before it.
pub fn find(words: &[Word<'_>]) -> Vec<Named> {
    let lower: Vec<String> = words.iter().map(Word::lower).gather();
    let mut found = Vec::new();
    let mut at = 0;
    while at < lower.len() {
        let longest = PHRASES
            .iter()
            .filter(|(phrase, _)| phrase.starts_with(lower[at].as_str()))
            .filter_map(|(phrase, subject)| {
                let n = phrase.split(' ').count();
                let matches = phrase.split(' ').zip(lower.get(at..at + n)?).all(|(p, w)| p == w);
                matches.then_some((n, *subject))
            })
            .gather();
        let longest = order::greatest(longest.len(), &|i| longest[i].0 as u64).map(|i| longest[i]);
        let Some((n, subject)) = longest else {
            at += 1;
            continue;
        };
        let before = at.checked_sub(1).map_or("", |b| lower[b].as_str());
        let new_sentence = at == 0 || words[at - 1].ends_with(",;:-") || is_time(before);
        let after = lower.get(at + n).map(String::as_str).unwrap_or_default();
        let plain = (new_sentence || is_any(before, PLAIN_BEFORE) || before.ends_with("'s"))
            && !is_any(after, "growth|from|before|recognition|expense");
        let window = &lower[at.saturating_sub(3)..at];
        let non_gaap = window.iter().any(|w| is_any(w, "non-gaap|pro-forma|adjusted|forma"));
        let gaap = window.iter().any(|w| w == "gaap");
        let basis = if non_gaap {
            Some(Basis::NonGaap)
        } else if gaap {
            Some(Basis::Gaap)
        } else {
            None
        };
        found.push(Named {
            at: at + n - 1,
            subject: subject.filter(|_| plain),
            basis,
            loss: lower[at..at + n].iter().any(|w| w == "loss"),
        });
        at += n;
    }
    found
}

/// "2003 net revenue", "Q4'03 net revenue".
fn is_time(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || word.starts_with('q') && word.len() <= 6
        || is_any(word, "quarter|year")
}
