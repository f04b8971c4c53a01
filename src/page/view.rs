//! What the reader is looking at, as a value and as the address: `#/s6:footing/s6.l21.c1` is a check in a statement,
//! `#/s1:s1.l4.c2` an amount. Only ids stand in the address, and at its end the words of [`Lens`]; never a word of the file.

use yew::AttrValue;

use crate::report::{Check, Statement, StatementKind};
use crate::span::Span;

use super::filing::{Amount, Filing};
use super::lens::Lens;
use super::shown::behind;

/// Stands between the parts of an address; no id has one.
pub const SEPARATOR: char = ':';

/// Begins the part of an address that is a filing itself.
pub const FILING: char = '!';

/// What the middle of the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    #[default]
    Findings,
    Statement(AttrValue),
    Prose,
    Charts,
    Notes,
    /// What a comparison with another filing found.
    Compared,
    /// All of it on one sheet, to print.
    Report,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    pub place: Place,
    /// The selected cell or claim.
    pub amount: Option<AttrValue>,
    /// The selected check; when none is chosen the amount's first check is shown.
    pub check: Option<AttrValue>,
}

impl View {
    pub fn of(place: Place) -> Self {
        Self { place, ..Self::default() }
    }

    pub fn of_statement(statement: &Statement) -> Self {
        Self::of(Place::Statement(statement.id.clone().into()))
    }

    pub fn of_check(filing: &Filing, check: &Check) -> Self {
        let place = match check.reported.as_deref().and_then(|id| filing.amount(id)) {
            Some(Amount::Cell { statement, .. }) => Place::Statement(statement.id.clone().into()),
            Some(Amount::Claim(_)) => Place::Prose,
            None => check.statement.clone().map_or(Place::Findings, |id| Place::Statement(id.into())),
        };
        Self { place, amount: None, check: Some(check.id.clone().into()) }
    }

    pub fn of_amount(filing: &Filing, id: &str) -> Option<Self> {
        let place = match filing.amount(id) {
            Some(Amount::Cell { statement, .. }) => Place::Statement(statement.id.clone().into()),
            Some(Amount::Claim(_)) => Place::Prose,
            None => Place::Statement(behind(filing, id)?.0.id.clone().into()),
        };
        Some(Self { place, amount: Some(id.to_owned().into()), check: None })
    }

    /// What to show first: the first finding, or when all ties the balance sheet, the first statement where there is none, or what
    /// was not read.
    pub fn first(filing: &Filing) -> Self {
        let finding = filing.findings().next().map(|check| Self::of_check(filing, check));
        let statements = &filing.report.statements;
        let sheet = || statements.iter().find(|s| s.kind == StatementKind::BalanceSheet);
        let statement = || sheet().or_else(|| statements.first()).map(Self::of_statement);
        finding.or_else(statement).unwrap_or_else(|| Self::of(Place::Notes))
    }

    /// The check whose arithmetic is shown.
    pub fn check<'f>(&self, filing: &'f Filing) -> Option<&'f Check> {
        match (&self.check, &self.amount) {
            (Some(check), _) => filing.check(check),
            (None, Some(amount)) => filing.checks_of(amount).next(),
            (None, None) => None,
        }
    }

    /// The amount that is pointed at: the one chosen, or the one the chosen check is about.
    pub fn focus(&self, filing: &Filing) -> Option<AttrValue> {
        let reported = || self.check(filing).and_then(|check| check.reported.clone()).map(AttrValue::from);
        self.amount.clone().or_else(reported)
    }

    /// Where the source is scrolled to: that amount, or with nothing chosen the beginning of the statement.
    pub fn aim(&self, filing: &Filing) -> Span {
        let amount = self.focus(filing).and_then(|id| {
            // A computed figure stands nowhere in the source; the amount it was computed from does.
            filing.place(&id).or_else(|| filing.place(&behind(filing, &id)?.1.id))
        });
        amount.unwrap_or_else(|| match &self.place {
            Place::Statement(id) => {
                filing.statement(id).map(|statement| filing.original.span(statement.span)).unwrap_or_default()
            }
            _ => Span::default(),
        })
    }

    pub fn fragment(&self) -> String {
        // The slash says that this names a view, not an element to jump to.
        let mut fragment = String::from("/");
        fragment.push_str(match &self.place {
            Place::Findings => "findings",
            Place::Statement(id) => id.as_str(),
            Place::Prose => "prose",
            Place::Charts => "charts",
            Place::Notes => "notes",
            Place::Compared => "compared",
            Place::Report => "report",
        });
        for id in [&self.amount, &self.check].into_iter().flatten() {
            fragment.push(SEPARATOR);
            fragment.push_str(id);
        }
        fragment
    }

    /// Reads an address; `None` when it names nothing of this filing.
    pub fn parse(fragment: &str, filing: &Filing) -> Option<Self> {
        // What follows is a filing that the link brings with it.
        let (fragment, _) = fragment.split_once(FILING).unwrap_or((fragment, ""));
        let mut parts = fragment.trim_start_matches(['#', '/']).split(SEPARATOR);
        let place = match parts.next()? {
            "findings" => Place::Findings,
            "prose" => Place::Prose,
            "charts" => Place::Charts,
            "notes" => Place::Notes,
            "compared" => Place::Compared,
            "report" => Place::Report,
            id => Place::Statement(filing.statement(id)?.id.clone().into()),
        };
        let mut view = Self::of(place);
        for id in parts {
            let name = || Some(AttrValue::from(id.to_owned()));
            if Lens::default().takes(id) {
                continue;
            }
            if filing.index.check(id).is_some() {
                view.check = name();
            } else if filing.amount(id).is_some() || behind(filing, id).is_some() {
                view.amount = name();
            } else {
                return None;
            }
        }
        Some(view)
    }
}
