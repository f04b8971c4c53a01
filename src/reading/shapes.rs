//! What the page is told of a report and its charts: every field, by name.

use super::carry::{carried, carried_words};
use crate::{
    chart::{Absent, Chart, Group, Kind, Mark, MarkKind, Plot, View},
    compare::{Beside, Elsewhere},
    report::{
        Basis, Cell, Check, Claim, ClaimKind, ClaimPeriod, Column, Diagnostic, Document, Entity, Line, Outcome,
        Release, Report, Role, Rule, Severity, Statement, StatementKind, Suspect, Term, Unit, Unparsed,
    },
};

carried! {
    Report { schema file bytes strict entity release documents statements claims checks unparsed diagnostics }
    Entity { name ticker exchange cik }
    Release { date period_end title }
    Document { kind description span }
    Statement { id kind basis title span currency scale audited columns lines }
    Column { id label headings instant start end months currency scale }
    Line { id caption path depth role unit concept rule_above rule_below centred aside span cells }
    Cell { id column text symbol printed value ulp nil span }
    Claim { id text span value ulp kind period tied_to }
    ClaimPeriod { instant start end months }
    Check {
        id rule outcome severity title detail statement column reported computed difference tolerance terms reason suspects
        repeats
    }
    Term { cell weight }
    Suspect { cell suggested why equations_fixed score }
    Unparsed { span why }
    Diagnostic { id severity message span }
    Chart { kind basis statement source units decimals views }
    View { group label period until plot }
    Plot { title outcome groups table }
    Group { caption change marks }
    Mark { cell caption kind amount from to gap note share }
    Absent { kind statement source reason }
    Beside { file name period_end amounts }
    Elsewhere { id caption text value }
}

carried_words! {
    StatementKind: BalanceSheet IncomeStatement CashFlow Reconciliation Equity Schedule Other;
    Basis: Gaap NonGaap;
    Role: Heading Item Subtotal Total;
    Unit: Money PerShare Shares Percent Count;
    Rule: None Single Double;
    ClaimKind: Amount Percent PerShare Direction;
    Outcome: Exact Rounding Broken Unchecked;
    Severity: Error Warning Info;
    Kind: Income Comparison Shares Balance Bridge Cash;
    MarkKind: Start Change Rounding Gap Subtotal End Whole Latest Earlier;
}
