//! The words of a line read as figures: signs, digits and marks that stand together or apart are put together.

use rust_decimal::Decimal;

use super::{
    figure::{
        BROKEN, Figure, MISPRINTED, Parts, Printed, fraction, is_european, is_lettered, is_mark, number, parts, symbol,
        with_fraction,
    },
    glue::pieces,
    scan::Word,
};
use crate::{
    exact,
    gather::Gather,
    phrase::{self, closes, is_any, trim_end, trim_start},
    source::Line,
    span::Span,
};

pub enum Token {
    Word(Word),
    Figure(Figure),
}

impl Token {
    pub fn end(&self) -> usize {
        match self {
            Self::Word(word) => word.end,
            Self::Figure(figure) => figure.end,
        }
    }
}

/// What a line says, from left to right. A currency sign at its end, whose amount must stand elsewhere, is left out.
pub fn tokens(words: &[Word], line: Line<'_>) -> Vec<Token> {
    let words: Vec<Word> = words.iter().flat_map(|w| pieces(w, line.cut(w.span))).gather();
    let mut reader = Reader { line, tokens: Vec::new(), lead: None };
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).filter(|n| n.start <= word.end + 3);
        reader.take(word, next);
    }
    if reader.tokens.is_empty() || reader.lead.as_ref().is_some_and(|(part, _)| part.symbol.is_none()) {
        reader.flush();
    }
    reader.tokens
}

struct Reader<'t> {
    line: Line<'t>,
    tokens: Vec<Token>,
    /// A currency sign or parenthesis whose digits come later on the line.
    lead: Option<(Parts<'t>, Word)>,
}

impl<'t> Reader<'t> {
    fn cut(&self, span: Span) -> &'t str {
        self.line.cut(span)
    }

    fn flush(&mut self) {
        if let Some((_, word)) = self.lead.take() {
            self.tokens.push(Token::Word(word));
        }
    }

    fn last(&mut self) -> Option<&mut Figure> {
        match self.tokens.last_mut() {
            Some(Token::Figure(figure)) if self.lead.is_none() => Some(figure),
            _ => None,
        }
    }

    fn take(&mut self, word: &Word, next: Option<&Word>) {
        let cut = self.cut(word.span);
        if is_nil(cut) {
            return self.mark(word, Printed::Nil);
        }
        if self.fraction(word, cut) || self.unit(word, cut) || self.ratio(word, cut) {
            return;
        }
        if is_range(cut) || is_date(cut) {
            self.flush();
            return self.mark(word, Printed::NotGiven);
        }
        match parts(cut) {
            // "($000)" is a scale.
            Some(part) if part.core == "000" && part.symbol.is_some() => self.other(word, cut),
            Some(part) if part.core.is_empty() => self.sign(word, part, next),
            Some(part) => self.number(word, cut, &part),
            None => self.other(word, cut),
        }
    }

    /// Signs without digits: they belong to the digits that follow or to those before.
    fn sign(&mut self, word: &Word, part: Parts<'t>, next: Option<&Word>) {
        let begins = (part.symbol.is_some() || part.open) && !part.close;
        if begins && self.may_lead(word, &part, next) {
            // A currency sign that meets another has its amount on another line.
            if self.lead.as_ref().is_none_or(|(p, _)| p.symbol.is_none()) {
                self.flush();
            }
            self.lead = Some((part, word.clone()));
            return;
        }
        // A year's percent sign, set apart, heads the column beside it.
        let heads = |f: &&mut Figure| part.percent && !part.close && f.is_year() && word.start > f.end + 1;
        if let Some(figure) = self.last().filter(|f| (part.close || part.percent) && !heads(f)) {
            close(figure, &part, word);
            return;
        }
        self.other(word, self.cut(word.span));
    }

    /// A sign leads wherever it stands; letters ("DM") only where they are set off and digits follow at once.
    fn may_lead(&self, word: &Word, part: &Parts<'_>, next: Option<&Word>) -> bool {
        let letters = part.symbol.is_some_and(is_lettered);
        let apart = self.tokens.last().is_none_or(|t| word.start >= t.end() + 2);
        !letters || apart && next.is_some_and(|n| parts(self.cut(n.span)).is_some_and(|p| !p.core.is_empty()))
    }

    fn number(&mut self, word: &Word, cut: &'t str, part: &Parts<'t>) {
        let printed = match number(part.core) {
            Some(_) if part.minus && is_year(part.core) => None,
            Some((value, places)) => Some(Printed::Number { value, places }),
            None if is_broken(part.core) => Some(Printed::Unread { why: BROKEN }),
            None if is_misprint(part.core) => Some(Printed::Unread { why: MISPRINTED }),
            None => None,
        };
        // "(Note 5)": the parenthesis is that of the words before.
        let open = part.open || self.lead.is_some();
        let inside =
            part.close && !open && matches!(self.tokens.last(), Some(Token::Word(w)) if opens(self.cut(w.span)));
        let Some(printed) = printed.filter(|_| !inside) else { return self.other(word, cut) };
        let lead = self.lead.take();
        let open = part.open || lead.as_ref().is_some_and(|(p, _)| p.open);
        let columns = |at: usize| phrase::cut(cut, 0, at).chars().count();
        let (at, start) = match &lead {
            Some((p, w)) if p.open => {
                let before = phrase::cut(self.cut(w.span), 0, p.core_at).chars().count();
                (w.span.start + p.core_at, w.start + before)
            }
            _ => (word.span.start + part.core_at, word.start + columns(part.core_at)),
        };
        let mut figure = Figure {
            span: Span::new(at, word.span.start + part.end),
            lead: lead.as_ref().map_or(word.start, |(_, w)| w.start),
            start,
            end: word.start + columns(part.end),
            edge: word.start + columns(part.digits_end),
            printed,
            symbol: part.symbol.or(lead.and_then(|(p, _)| p.symbol)),
            percent: part.percent,
            times: part.times,
            dash_after: closes(phrase::cut(cut, 0, part.end), "-"),
        };
        if let Printed::Number { value, .. } = &mut figure.printed {
            *value = signed(*value, open || part.close || part.minus);
        }
        if part.cents {
            in_hundredths(&mut figure);
        }
        self.push(figure);
    }

    /// A dash between two prices or percentages makes a range of them, which is no number.
    fn push(&mut self, figure: Figure) {
        let exact = |f: &Figure| {
            f.symbol.is_some() || f.percent || matches!(f.printed, Printed::Number { places, .. } if places > 0)
        };
        let price = |f: &Figure| exact(f) || exact(&figure);
        let from = match self.tokens.as_slice() {
            [.., Token::Figure(a), Token::Figure(dash)]
                if dash.printed == Printed::Nil
                    && dash.end == dash.start + 1
                    && dash.lead <= a.end + 1
                    && figure.lead <= dash.end + 4
                    && a.number().is_some()
                    && price(a) =>
            {
                2
            }
            [.., Token::Figure(a)]
                if a.number().is_some() && closes(self.cut(a.span), "-") && figure.lead <= a.end + 2 && price(a) =>
            {
                1
            }
            _ => 0,
        };
        let from = self.tokens.len() - from;
        match self.tokens.get_mut(from) {
            Some(Token::Figure(first)) => {
                first.span.end = figure.span.end;
                (first.end, first.edge) = (figure.end, figure.edge);
                first.printed = Printed::NotGiven;
                self.tokens.truncate(from + 1);
            }
            _ => self.tokens.push(Token::Figure(figure)),
        }
    }

    /// "3/8" after a whole number, or alone, or "47-1/2".
    fn fraction(&mut self, word: &Word, cut: &str) -> bool {
        let signs = trim_end(cut, "-)%");
        let bare = trim_start(signs, "$(");
        let Some((whole, above, below)) = fraction(bare) else { return false };
        let negative = self.lead.as_ref().is_some_and(|(p, _)| p.open) || cut.len() > signs.len() && closes(cut, ")");
        let percent = closes(cut, "%");
        if let Some(last) =
            self.last().filter(|l| whole.is_empty() && bare.len() == signs.len() && word.start == l.end + 1)
        {
            last.span.end = word.span.end;
            (last.end, last.edge, last.percent) = (word.end, word.end, percent);
            last.dash_after = closes(cut, "-");
            if let Printed::Number { value, places } = last.printed
                && let Some((value, places)) =
                    with_fraction(signed(value.abs(), negative || value.is_sign_negative()), places, above, below)
            {
                last.printed = Printed::Number { value, places };
            }
            return true;
        }
        let whole = if whole.is_empty() { "0" } else { whole };
        let Some((value, places)) = number(whole).and_then(|(v, p)| with_fraction(v, p, above, below)) else {
            return false;
        };
        let lead = self.lead.take();
        self.push(Figure {
            span: word.span,
            lead: lead.as_ref().map_or(word.start, |(_, w)| w.start),
            start: word.start,
            end: word.end,
            edge: word.end,
            printed: Printed::Number { value: signed(value, negative), places },
            symbol: symbol(cut).or(lead.and_then(|(p, _)| p.symbol)),
            percent,
            times: false,
            dash_after: closes(cut, "-"),
        });
        true
    }

    /// A word after a number that says what it counts: "25 cents", "1,890 bps", "2.1 pts", "2.97 x".
    fn unit(&mut self, word: &Word, cut: &str) -> bool {
        let (cents, hundredths) = (is_any(cut, "cents|cent|¢"), is_any(cut, "bps|bps.|bp"));
        let percent = hundredths || is_any(cut, "pts|pts.|ppt|ppts|pp|p.p.");
        if !cents && !percent && !is_any(cut, "x|X|times") {
            return false;
        }
        let near = |l: &&mut Figure| word.start == l.end + 1 && l.number().is_some();
        let fine = |l: &&mut Figure| matches!(l.printed, Printed::Number { places, .. } if places > 0);
        let Some(last) = self.last().filter(|l| near(l) && (cents || percent || fine(l))) else { return false };
        last.span.end = word.span.end;
        last.end = word.end;
        last.percent |= percent;
        last.times = !cents && !percent;
        if cents || hundredths {
            in_hundredths(last);
        }
        true
    }

    /// "1.20:1", "1.4 to 1".
    fn ratio(&mut self, word: &Word, cut: &str) -> bool {
        if !is_any(cut, "1|1.0|1.00") {
            let Some(first) = ratio(cut).filter(|_| self.lead.is_none()) else { return false };
            let Some((value, places)) = number(first) else { return false };
            self.mark(word, Printed::Number { value, places });
            let last = self.last().map(|f| {
                f.times = true;
                f.edge = f.start + first.len();
            });
            return last.is_some();
        }
        let [.., Token::Figure(of), Token::Word(to)] = self.tokens.as_slice() else { return false };
        let joined = word.start == to.end + 1 && to.start == of.end + 1 && of.number().is_some();
        if !joined || of.symbol.is_some() || of.is_year() || self.lead.is_some() || self.cut(to.span) != "to" {
            return false;
        }
        self.tokens.pop();
        if let Some(of) = self.last() {
            (of.span.end, of.end, of.times) = (word.span.end, word.end, true);
        }
        true
    }

    /// A dash or a mark in the place of a number.
    fn mark(&mut self, word: &Word, printed: Printed) {
        let lead = self.lead.take();
        let cut = self.cut(word.span);
        let sign = symbol(cut);
        let skip = sign.map_or(0, str::len);
        self.tokens.push(Token::Figure(Figure {
            span: Span::new(word.span.start + skip, word.span.end),
            lead: lead.as_ref().map_or(word.start, |(_, w)| w.start),
            start: word.start + sign.map_or(0, |s| s.chars().count()),
            end: word.end,
            edge: word.end - (cut.len() - trim_end(cut, ")%").len()),
            printed,
            symbol: sign.or(lead.and_then(|(p, _)| p.symbol)),
            percent: closes(cut, "%"),
            times: false,
            dash_after: false,
        }));
    }

    fn other(&mut self, word: &Word, cut: &str) {
        const NOT_GIVEN: &str = "N/A|n/a|NA|na|N.A.|n.a.|NM|nm|N/M|n/m|n.m.|N.M.|NMF|nmf";
        self.flush();
        // Just after an amount it is the mark of a footnote, in a column of its own it stands for an amount.
        let mark = is_mark(cut);
        let stands = mark && (cut.bytes().all(|b| b == b'*') || closes(cut, "/"));
        let near = if stands { 2 } else { 1 };
        if mark && self.last().is_some_and(|l| word.start <= l.end + near && l.printed != Printed::NotGiven) {
            return;
        }
        if stands || is_any(cut, NOT_GIVEN) {
            return self.mark(word, Printed::NotGiven);
        }
        self.tokens.push(Token::Word(word.clone()));
    }
}

/// A parenthesis that is still open at the end of a word.
fn opens(word: &str) -> bool {
    phrase::has(word, "(") && !phrase::has(word, ")")
}

fn signed(value: Decimal, negative: bool) -> Decimal {
    if negative && !value.is_zero() { -value } else { value }
}

/// A parenthesis or percent sign that stands apart from its digits.
fn close(figure: &mut Figure, part: &Parts<'_>, word: &Word) {
    figure.span.end = word.span.end;
    figure.end = word.end;
    figure.percent |= part.percent;
    if let Printed::Number { value, .. } = &mut figure.printed
        && part.close
    {
        *value = signed(value.abs(), true);
    }
}

fn in_hundredths(figure: &mut Figure) {
    if let Printed::Number { value, places } = figure.printed
        && let Some(hundredth) = exact::unit(2).and_then(|u| exact::mul(value, u))
    {
        figure.printed = Printed::Number { value: hundredth, places: places + 2 };
    }
}

/// Dashes for nothing, with or without the signs of an amount.
fn is_nil(cut: &str) -> bool {
    let inner = phrase::after(cut, symbol(cut).map_or(0, str::len));
    is_any(trim_end(trim_start(inner, "("), ")%"), "-|--|---|----|—|–|——|-0-")
}

/// "0.31-39.79": two amounts and a dash.
fn is_range(cut: &str) -> bool {
    let amount = |text: &str| phrase::has_any(text, ".|,") && parts(text).is_some_and(|p| number(p.core).is_some());
    cut.split_once(['-', '–']).is_some_and(|(from, to)| amount(from) && amount(to))
}

/// "3/2/09".
pub fn is_date(cut: &str) -> bool {
    let mut groups = cut.split('/');
    let short = |g: Option<&str>, most: usize| {
        g.is_some_and(|g| (1..=most).contains(&g.len()) && g.bytes().all(|b| b.is_ascii_digit()))
    };
    short(groups.next(), 2) && short(groups.next(), 2) && short(groups.next(), 4) && groups.next().is_none()
}

/// What stands before ":1".
fn ratio(cut: &str) -> Option<&str> {
    cut.split_once(':').filter(|(_, one)| is_any(one, "1|1.0|1.00")).map(|(first, _)| first)
}

fn is_year(core: &str) -> bool {
    core.len() == 4 && phrase::begins(core, "19|20") && core.bytes().all(|b| b.is_ascii_digit())
}

/// "1,234,": more groups follow on the next line.
fn is_broken(core: &str) -> bool {
    core.ends_with(',') && core.split(',').count() >= 3
}

/// Digits and separators that stand for an amount, but not for one number.
fn is_misprint(core: &str) -> bool {
    let digits = core.bytes().filter(u8::is_ascii_digit).count();
    is_european(core) || digits >= 3 && !closes(core, ".,") && core.split(',').count() >= 2
}
