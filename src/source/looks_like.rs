//! Says what a file is when it is no filing, and what to do instead.

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
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"\x1F\x8B") || head.starts_with(b"7z\xBC\xAF") {
        return Some(kind(
            "ZIP archive or Office document",
            "This is a compressed archive or an Office document. Unpack it, or save the document as text, and drop that.",
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
    {
        return Some(kind("picture", IMAGE));
    }
    let utf_16 = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    let control = head.iter().filter(|b| matches!(b, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F)).count();
    if !utf_16 && (head.contains(&0) || control * 20 > head.len()) {
        return Some(kind("binary file", "This file is not text. Choose the filing's .txt or .htm document."));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_it_is() {
        let what = |bytes: &[u8]| not_a_filing(bytes).map(|n| n.what);
        assert_eq!(what(b" \r\n"), Some("empty file"));
        assert_eq!(what(b"%PDF-1.4 ..."), Some("PDF"));
        assert_eq!(what(b"PK\x03\x04...."), Some("ZIP archive or Office document"));
        assert_eq!(what(b"\x89PNG\r\n\x1a\n"), Some("picture"));
        assert_eq!(what(&[7, 0, 1, 200, 3]), Some("binary file"));
        assert_eq!(what(b"\n<HTML><HEAD><TITLE>8-K</TITLE>"), None);
        assert_eq!(what(b"<SEC-DOCUMENT>0000891020-96-001130.txt : 19960927"), None);
        assert_eq!(what(b"Total assets 100"), None);
    }
}
