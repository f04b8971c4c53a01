//! Says what a file is when it is no filing, and what to do instead.

use super::text::is_utf_16;
use crate::phrase::{begins, closes, cut, has, has_any};

/// A file that cannot be read as text, and the sentence for the person who dropped it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAFiling {
    /// What it looks like, short ("PDF").
    pub what: &'static str,
    /// What it is and what to do.
    pub advice: &'static str,
}

const fn kind(what: &'static str, advice: &'static str) -> NotAFiling {
    NotAFiling { what, advice }
}

/// Tells from the first bytes that a file is empty, binary or of a known other kind; `None` means: read it as text.
pub fn not_a_filing(bytes: &[u8]) -> Option<NotAFiling> {
    const IMAGE: &str = "This is a picture. tieout reads text: open the filing on EDGAR and save its .txt or .htm document, or copy its text and paste it.";
    let head = &bytes[..bytes.len().min(4096)];
    let trimmed = head.trim_ascii_start();
    if bytes.trim_ascii().is_empty() {
        return Some(kind("empty file", "The file is empty. Choose the filing's .txt or .htm document."));
    }
    if trimmed.starts_with(b"%PDF") {
        return Some(kind(
            "PDF",
            "This is a PDF. tieout reads the text or HTML document of a filing: on EDGAR choose the .txt or .htm file, or copy the PDF's text and paste it.",
        ));
    }
    if head.starts_with(b"PK\x03\x04") {
        let inside = |name: &[u8]| bytes[..bytes.len().min(65_536)].windows(name.len()).any(|w| w == name);
        if inside(b"word/") {
            return Some(kind(
                "Word document",
                "This is a Word document. Save it as plain text or as HTML, and drop that.",
            ));
        }
        if inside(b"xl/") {
            return Some(kind(
                "Excel workbook",
                "This is an Excel workbook. tieout reads the filing itself: drop its .txt or .htm document. To check a sheet of your own, save it as tab-separated text, and drop that.",
            ));
        }
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"\x1F\x8B") || head.starts_with(b"7z\xBC\xAF") {
        return Some(kind(
            "compressed archive",
            "This is a compressed archive. Unpack it and drop the filing's .txt or .htm document.",
        ));
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0") {
        return Some(kind(
            "old Office document",
            "This is an old Office document. Save it as plain text and drop that.",
        ));
    }
    if head.starts_with(b"\x89PNG")
        || head.starts_with(b"\xFF\xD8\xFF")
        || head.starts_with(b"GIF8")
        || head.starts_with(b"II*\0")
        || head.starts_with(b"RIFF")
    {
        return Some(kind("picture", IMAGE));
    }
    if trimmed.starts_with(b"{\\rtf") {
        return Some(kind("RTF document", "This is an RTF document. Save it as plain text, and drop that."));
    }
    let utf_16 = [b"\xFF\xFE", b"\xFE\xFF"].iter().any(|mark| head.starts_with(*mark))
        || is_utf_16(head, 0)
        || is_utf_16(head, 1);
    let control = head.iter().filter(|b| matches!(b, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F)).count();
    if !utf_16 && (head.contains(&0) || control * 20 > head.len()) {
        return Some(kind(
            "binary file",
            "This file is not text. tieout reads the text or HTML document of a filing: on EDGAR choose the .txt or .htm file.",
        ));
    }
    None
}

/// Says what a text is in which no statement was found.
pub fn without_statements(text: &str) -> NotAFiling {
    let head = cut(text, 0, text.char_indices().nth(6000).map_or(text.len(), |(at, _)| at));
    if has_any(head, "Undeclared Automated Tool|Request Rate Threshold") {
        return kind(
            "page of EDGAR",
            "This is EDGAR's page that turns down automated requests, saved in the place of a filing. Open the filing in a browser and save its .txt or .htm document.",
        );
    }
    if has(head, "SEC Accession No") && has(head, "Document Format Files") {
        return kind(
            "list of documents",
            "This is EDGAR's list of a filing's documents, not one of them. Open the 10-K, the 10-Q or the exhibit 13 or 99 it names, or the complete submission text file, and save that.",
        );
    }
    if is_separated(text) {
        return kind(
            "comma-separated values",
            "This looks like a table of comma-separated values. tieout reads the filing itself: drop its .txt or .htm document. To check a sheet of your own, open it in a spreadsheet, save it as tab-separated text with its title, scale and dates above the columns, and drop that.",
        );
    }
    let (mut lines, mut code, mut words) = (0, 0, 0);
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()).take(2000) {
        lines += 1;
        code +=
            usize::from(closes(line, ";{}") || begins(line, "//|#include|import |def |fn |return|/*|*/|</|<?|\"|[|]"));
        words += usize::from(line.len() > 40 && line.bytes().filter(u8::is_ascii_digit).count() * 10 < line.len());
    }
    if code * 3 > lines {
        return kind(
            "program or data",
            "This looks like a program's source or data for machines (JSON, XML), not a filing. tieout reads what a person reads: drop the filing's .txt or .htm document.",
        );
    }
    if words * 2 >= lines && words > 0 {
        return kind(
            "prose",
            "This is prose without a table of figures. tieout checks financial statements: drop the document of the filing that holds them (the 10-K, the 10-Q, or the exhibit 13 or 99).",
        );
    }
    kind(
        "text without statements",
        "No financial statement was found in this text. tieout reads earnings releases, 10-Qs and 10-Ks from EDGAR: drop the .txt or .htm document that holds the tables.",
    )
}

/// Nearly every line has the same number of commas, with no blank after any.
fn is_separated(text: &str) -> bool {
    // Those within quotes part no fields.
    let commas = |line: &str| {
        let (mut count, mut quoted, mut last) = (0, false, b' ');
        for byte in line.bytes() {
            quoted ^= byte == b'"';
            count += usize::from(byte == b',' && !quoted);
            if last == b',' && byte == b' ' && !quoted {
                return 0;
            }
            last = byte;
        }
        count
    };
    let lines = || text.lines().filter(|l| !l.trim().is_empty()).take(200);
    let first = lines().nth(1).map_or(0, commas);
    first > 0
        && lines().filter(|l| commas(l) == first).count() * 5 >= lines().count() * 4
        && lines().all(|l| !begins(l.trim_start(), "{|["))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_it_is() {
        let what = |bytes: &[u8]| not_a_filing(bytes).map(|n| n.what);
        assert_eq!(what(b" \r\n"), Some("empty file"));
        assert_eq!(what(b"%PDF-1.4 ..."), Some("PDF"));
        assert_eq!(what(b"PK\x03\x04...."), Some("compressed archive"));
        assert_eq!(what(b"PK\x03\x04....word/document.xml"), Some("Word document"));
        assert_eq!(what(b"{\\rtf1\\ansi"), Some("RTF document"));
        assert_eq!(what(b"\x89PNG\r\n\x1a\n"), Some("picture"));
        assert_eq!(what(&[7, 0, 1, 200, 3]), Some("binary file"));
        assert_eq!(what(b"\n<HTML><HEAD><TITLE>8-K</TITLE>"), None);
        assert_eq!(what(b"<SEC-DOCUMENT>0000891020-96-001130.txt : 19960927"), None);
        assert_eq!(what(b"Total assets 100"), None);
    }

    #[test]
    fn names_a_text_without_statements() {
        let what = |text: &str| without_statements(text).what;
        assert_eq!(what("fn main() {\n    run();\n}\n"), "program or data");
        assert_eq!(what("The quarter was a good one for the mill and its people.\nWe thank them.\n"), "prose");
        assert_eq!(what("a 1\nb 2\n"), "text without statements");
        assert_eq!(what("Date,Open,Close\n2001-01-01,10,20\n2001-01-02,11,22\n"), "comma-separated values");
        assert_eq!(what("MILL CO,,\n,1999,1998\nSales,\"3,050\",\"2,870\"\n"), "comma-separated values");
        assert_eq!(what("{\"a\":[1,2,3],\"total\":6000}\n"), "program or data");
        assert_eq!(what("Your Request Originates from an Undeclared Automated Tool\n"), "page of EDGAR");
        assert_eq!(what("Form 8-K\nSEC Accession No. 0009999999-01\nDocument Format Files\n"), "list of documents");
    }
}
