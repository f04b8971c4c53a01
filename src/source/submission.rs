//! An EDGAR submission taken apart: what its header says, and the documents in it.
//!
//! `<SEC-HEADER>` (or `<IMS-HEADER>` in the 1990s) holds lines of `NAME: value`; each `<DOCUMENT>` names its type and encloses
//! its words in `<TEXT>`. A single exhibit has none of these and is one document.

use crate::{
    phrase::{after, begins, cut, is_any},
    span::Span,
};

/// What a submission's header says of itself; all empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    pub company: Option<String>,
    pub cik: Option<String>,
    pub form: Option<String>,
    /// `YYYYMMDD`, as printed.
    pub period: Option<String>,
    pub filed: Option<String>,
}

/// A document inside a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// `10-K`, `EX-99.1`; empty where the file does not say.
    pub kind: String,
    pub description: Option<String>,
    /// All of the document, its tags included.
    pub span: Span,
    /// The words between its tags.
    pub body: Span,
    /// Whether its words are looked at: not those of schedules for machines, of agreements, of graphics.
    pub is_read: bool,
}

/// Reads the lines above the first document.
pub fn header(text: &str) -> Header {
    let end = find_tag(text, "<document>", 0).unwrap_or(0);
    let mut header = Header::default();
    for line in cut(text, 0, end).lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        // The first filer named is the one who reports.
        let field = match name.trim() {
            "COMPANY CONFORMED NAME" => &mut header.company,
            "CENTRAL INDEX KEY" => &mut header.cik,
            "CONFORMED SUBMISSION TYPE" => &mut header.form,
            "CONFORMED PERIOD OF REPORT" => &mut header.period,
            "FILED AS OF DATE" => &mut header.filed,
            _ => continue,
        };
        if field.is_none() && !value.is_empty() {
            *field = Some(value.to_owned());
        }
    }
    header
}

/// The documents of a file, in order. At least one: a file without `<DOCUMENT>` tags is one document.
pub fn documents(text: &str) -> Vec<Document> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = find_tag(text, "<document>", at) {
        let next = find_tag(text, "<document>", start + 1).unwrap_or(text.len());
        let close = find_tag(cut(text, 0, next), "</document>", start);
        found.push(document(text, Span::new(start, close.map_or(next, |c| c + "</document>".len()))));
        at = next;
    }
    if found.is_empty() {
        let all = Span::new(0, text.len());
        found.push(Document { span: all, body: all, is_read: true, ..Document::default() });
    }
    found
}

fn document(text: &str, span: Span) -> Document {
    let whole = cut(text, span.start, span.end);
    let opening = find_tag(whole, "<text>", 0);
    let start = opening.map_or("<document>".len(), |at| at + "<text>".len());
    let end = find_tag(whole, "</text>", start).or_else(|| find_tag(whole, "</document>", start));
    let body = Span::new(span.start + start, span.start + end.unwrap_or(whole.len()));
    let head = cut(whole, 0, start);
    let field = |tag: &str| {
        let at = find_tag(head, tag, 0)? + tag.len();
        let value = after(head, at).split(['\n', '\r', '<']).next()?.trim();
        (!value.is_empty()).then(|| value.to_owned())
    };
    let kind = field("<type>").unwrap_or_default();
    let is_read = is_read(&kind.to_ascii_uppercase(), cut(text, body.start, body.end).trim_start());
    Document { description: field("<description>"), kind, span, body, is_read }
}

/// Exhibits 1 to 10 are agreements and charters, 27 a schedule for machines, 101 XBRL; encoded files open with `begin`.
fn is_read(kind: &str, body: &str) -> bool {
    if begins(body, "begin 6|<PDF>|<XML>|%PDF") || is_any(kind, "GRAPHIC|ZIP|EXCEL|PDF|XML|JSON|COVER") {
        return false;
    }
    let Some(exhibit) = kind.strip_prefix("EX-") else { return true };
    let number: &str = cut(exhibit, 0, exhibit.bytes().take_while(u8::is_ascii_digit).count());
    !is_any(number, "1|2|3|4|5|7|8|9|10|27|100|101")
}

/// Where a tag stands at or after an offset, whatever its case. Tags of a submission are ASCII.
fn find_tag(text: &str, tag: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(open) = bytes.get(at..)?.iter().position(|b| *b == b'<') {
        at += open;
        if bytes.get(at..at + tag.len()).is_some_and(|found| found.eq_ignore_ascii_case(tag.as_bytes())) {
            return Some(at);
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUBMISSION: &str = "<SEC-DOCUMENT>0000000000-97-000001.txt : 19970301\n<SEC-HEADER>\n\
        CONFORMED SUBMISSION TYPE:\t10-K\nCONFORMED PERIOD OF REPORT:\t19961231\nFILED AS OF DATE:\t\t19970301\n\
        FILER:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t\tPELLWORTH MILLS INC\n\
        \t\tCENTRAL INDEX KEY:\t\t\t0000999999\n</SEC-HEADER>\n\
        <DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<DESCRIPTION>ANNUAL REPORT\n<TEXT>\nTotal assets  5\n</TEXT>\n</DOCUMENT>\n\
        <DOCUMENT>\n<TYPE>EX-27\n<TEXT>\n<TOTAL-ASSETS> 5\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n";

    #[test]
    fn a_submission() {
        let header = header(SUBMISSION);
        assert_eq!(header.company.as_deref(), Some("PELLWORTH MILLS INC"));
        assert_eq!((header.cik.as_deref(), header.form.as_deref()), (Some("0000999999"), Some("10-K")));
        assert_eq!((header.period.as_deref(), header.filed.as_deref()), (Some("19961231"), Some("19970301")));
        let documents = documents(SUBMISSION);
        let seen: Vec<_> = documents.iter().map(|d| (d.kind.as_str(), d.is_read)).collect();
        assert_eq!(seen, [("10-K", true), ("EX-27", false)]);
        assert_eq!(documents[0].description.as_deref(), Some("ANNUAL REPORT"));
        assert_eq!(SUBMISSION[documents[0].body.start..documents[0].body.end].trim(), "Total assets  5");
    }

    #[test]
    fn a_single_exhibit_is_one_document() {
        let documents = documents("Total assets  5");
        assert_eq!((documents.len(), documents[0].body, documents[0].is_read), (1, Span::new(0, 15), true));
    }

    #[test]
    fn what_is_not_closed_ends_with_the_file() {
        let documents = documents("<DOCUMENT><TYPE>EX-99.1\n<TEXT>\nCash  5");
        assert_eq!((documents.len(), documents[0].kind.as_str()), (1, "EX-99.1"));
        assert_eq!(documents[0].body, Span::new(30, 38));
    }

    #[test]
    fn exhibits_that_are_read() {
        assert!(is_read("10-K405", "") && is_read("EX-13.(A)", "") && is_read("EX-99.1", "") && is_read("EX-11", ""));
        assert!(
            !is_read("EX-10.A-8", "")
                && !is_read("EX-27.1", "")
                && !is_read("EX-3.(II)", "")
                && !is_read("GRAPHIC", "")
        );
        assert!(!is_read("EX-99", "begin 644 page1.gif"));
    }
}
