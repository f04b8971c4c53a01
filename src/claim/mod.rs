//! Claims: the figures in headlines and sentences, and what each is said to be.
//!
//! A sentence is cut into clauses; each figure takes its subject ("net income"), basis (GAAP or not) and period from its
//! own clause, or from the clause before where its own is silent. What cannot be told is left open: a claim with no subject
//! is never held against a table.

mod exclusion;
mod figure;
mod paragraph;
mod subject;
mod when;

use rust_decimal::Decimal;

pub use subject::Subject;

use crate::{
    exact,
    gather::Gather,
    phrase::{is_any, squeezed},
    source::Text,
    span::Span,
    statement::{Period, Statement},
    table::{Scanned, Table},
    vocabulary::{Basis, ClaimKind},
};
use figure::Said;
use paragraph::{Paragraph, Word};
use when::{Calendar, When};

/// A figure in a sentence or a headline.
#[derive(Clone, Debug)]
pub struct Claim {
    pub text: String,
    pub span: Span,
    /// After its scale word: "$207.0 million" is 207,000,000. A loss is negative.
    pub value: Decimal,
    /// As printed: 207.0.
    pub printed: Decimal,
    pub ulp: Decimal,
    pub kind: ClaimKind,
    pub headline: bool,
    pub subject: Option<Subject>,
    pub basis: Basis,
    pub period: Option<Period>,
    /// By how much the subject rose or fell since a year before, not what it came to.
    pub change: bool,
    /// Why the claim accuses nobody. Where its subject and period can be supposed all the same, it may still tie.
    pub open: Option<&'static str>,
    /// For a percentage: the claims it compares, later first.
    pub compares: Option<(usize, usize)>,
    /// For a percentage beside one amount: the claim that it is the change of, since a year before.
    pub change_of: Option<usize>,
    /// The stems of what its sentence says is left out.
    pub excludes: Vec<u32>,
}

impl Claim {
    /// What one printed unit is worth; negative for a loss printed without a sign.
    pub fn printed_unit(&self) -> Decimal {
        if self.printed.is_zero() { Decimal::ONE } else { exact::div(self.value, self.printed).unwrap_or(Decimal::ONE) }
    }
}

/// Finds the claims of the text outside the tables.
pub fn find(text: &Text, lines: &[Scanned<'_>], tables: &[Table], statements: &[Statement]) -> Vec<Claim> {
    let paragraphs = paragraph::find(&text.content, lines, tables);
    let calendar = Calendar::of(&paragraphs, statements);
    let mut claims = Vec::new();
    // What has no figure claims none.
    let figures = |p: &&Paragraph<'_>| p.words.iter().any(|w| w.text.bytes().any(|b| b.is_ascii_digit()));
    for paragraph in paragraphs.iter().filter(figures) {
        let mut context = Context::default();
        for sentence in paragraph.sentences() {
            if !is_guidance(sentence) {
                read(sentence, paragraph, &calendar, &mut context, &mut claims);
            }
        }
    }
    for claim in &mut claims {
        claim.text = squeezed(text.cut(claim.span));
    }
    claims
}

/// What a clause may leave unsaid because the one before said it.
#[derive(Clone, Copy, Debug, Default)]
struct Context {
    subject: Option<Subject>,
    basis: Option<Basis>,
    period: Option<Period>,
    loss: bool,
}

/// A forecast is no claim about the tables.
fn is_guidance(sentence: &[Word<'_>]) -> bool {
    const AHEAD: &str = "expect|expects|expected|anticipate|anticipates|anticipated|outlook|guidance|forecast|\
        projected|estimates|targeted|believes|will";
    sentence.iter().any(|w| is_any(&w.lower(), AHEAD))
}

fn read(
    sentence: &[Word<'_>],
    paragraph: &Paragraph<'_>,
    calendar: &Calendar,
    context: &mut Context,
    claims: &mut Vec<Claim>,
) {
    let first = claims.len();
    // A sentence names its subject; the period may be that of the sentence before.
    *context = Context { period: context.period, ..Context::default() };
    // Of the sentence's first clause; a comparison's clause with "the same period last year" looks back from it.
    let mut main: Option<Period> = None;
    for clause in paragraph::clauses(sentence) {
        let whens = when::read(clause.words);
        let found = figure::find(clause.words);
        let period_at = |at: usize| match when_of(&whens, &found, at) {
            Some(When::YearBefore) => main.or(context.period).and_then(|p| calendar.year_before(p)),
            Some(when) => calendar.resolve(when),
            // "From $10.0 million": a year before, as a rule; only agreement shows that it is so.
            None if clause.compares => main.or(context.period).and_then(|p| calendar.year_before(p)),
            None => main.or(context.period),
        };
        let periods: Vec<Option<Period>> = found.iter().map(|(at, _)| period_at(*at)).gather();
        let said = periods.first().copied().unwrap_or_else(|| period_at(0));
        if !clause.compares && said.is_some() {
            main = said;
            // A day is that of its sentence alone: the next speaks of the quarter again.
            context.period = said.filter(|p| p.months().is_some()).or(context.period);
        }
        if found.is_empty() {
            continue;
        }
        let subjects = subject::find(clause.words);
        let respectively = clause.words.iter().any(|w| w.lower() == "respectively");
        for (n, (at, said)) in found.iter().enumerate() {
            let before = subjects.iter().rev().find(|s| s.at < *at);
            let named = if respectively { subjects.get(n) } else { before };
            if let Some(named) = named {
                context.subject = named.subject;
                context.loss = named.loss;
                context.basis = Some(named.basis.unwrap_or(Basis::Gaap));
            }
            let vague =
                clause.vague || (whens.is_empty() && clause.compares) || (respectively && subjects.len() < found.len());
            claims.push(claim(said, paragraph, context, periods[n], vague));
        }
    }
    if claims.len() > first {
        let excludes = exclusion::read(sentence);
        for claim in &mut claims[first..] {
            claim.excludes.clone_from(&excludes);
        }
    }
    pair_percentages(&mut claims[first..], first);
}

/// The period phrase that a figure belongs to: the only one; else the one after it where the clause begins with a figure ("$7.3
/// million for the quarter and $22.6 million for the year"), the one before it where it begins with a phrase.
fn when_of(whens: &[(usize, When)], found: &[(usize, Said)], at: usize) -> Option<When> {
    let (first_when, _) = whens.first()?;
    let chosen = if found.first().is_some_and(|(figure, _)| figure < first_when) {
        whens.iter().find(|(w, _)| *w > at).or(whens.last())
    } else {
        whens.iter().rev().find(|(w, _)| *w <= at).or(whens.first())
    };
    chosen.map(|(_, when)| *when)
}

fn claim(said: &Said, paragraph: &Paragraph<'_>, context: &Context, period: Option<Period>, vague: bool) -> Claim {
    let subject = match (said.kind, context.subject) {
        (ClaimKind::PerShare, Some(Subject::NetIncome | Subject::PerShare)) => Some(Subject::PerShare),
        (ClaimKind::Amount, Some(Subject::PerShare)) if said.places == 2 => Some(Subject::PerShare),
        (ClaimKind::PerShare, _) => None,
        (_, subject) => subject,
    };
    let kind = if subject == Some(Subject::PerShare) { ClaimKind::PerShare } else { said.kind };
    let loss = context.loss
        && matches!(subject, Some(Subject::NetIncome | Subject::PerShare))
        && !said.value.is_sign_negative();
    let open = if kind == ClaimKind::Percent {
        None
    } else if subject.is_none() {
        Some("the sentence does not say plainly which line it speaks of")
    } else if period.is_none() || vague {
        Some("the sentence does not say plainly which period it speaks of")
    } else {
        None
    };
    Claim {
        text: String::new(),
        span: said.span,
        value: if loss { -said.value } else { said.value },
        printed: said.printed,
        ulp: said.ulp,
        kind,
        headline: paragraph.headline,
        subject,
        basis: context.basis.unwrap_or(Basis::Gaap),
        period,
        change: said.change,
        open,
        compares: None,
        change_of: None,
        excludes: Vec::new(),
    }
}

/// A stated change is that of the two amounts of one subject in its sentence.
fn pair_percentages(claims: &mut [Claim], offset: usize) {
    for i in 0..claims.len() {
        if claims[i].kind != ClaimKind::Percent {
            continue;
        }
        // "Rose $67 million, or 6%": both say the one change.
        if let Some(said) = i.checked_sub(1).filter(|j| claims[*j].change && claims[*j].subject.is_some()) {
            claims[i].change_of = Some(offset + said);
            continue;
        }
        let amount = |j: &usize| claims[*j].kind == ClaimKind::Amount && !claims[*j].change;
        let amounts: Vec<usize> = (0..claims.len()).filter(amount).gather();
        if let [later, earlier] = amounts[..]
            && claims[later].subject.is_some()
            && claims[later].subject == claims[earlier].subject
            && claims[later].period != claims[earlier].period
        {
            claims[i].compares = Some((offset + later, offset + earlier));
            claims[i].subject = claims[later].subject;
            claims[i].period = claims[later].period;
        } else if let [only] = amounts[..]
            && claims[only].open.is_none()
        {
            claims[i].change_of = Some(offset + only);
        } else {
            claims[i].open = Some("the sentence does not give the two amounts that the percentage compares");
        }
    }
}
