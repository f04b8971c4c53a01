//! From bytes to text: what the file looks like, its characters, its documents, its lines.
//!
//! Every later stage counts positions in [`Filing::text`]; [`Text::to_file`] turns them back into bytes of the file.

mod draw;
mod grid;
mod html;
mod line;
mod looks_like;
mod quoted;
mod submission;
mod tabs;
mod text;

pub use grid::{Grid, GridCell, GridRow};
pub use line::{Line, lines};
pub use looks_like::{NotAFiling, not_a_filing, without_statements};
pub use submission::{Document, Header};
pub(crate) use text::Piece;
pub use text::Text;

use crate::span::Span;

/// A file as text: plain text as it stands, HTML and fields parted by tabs set as lines.
#[derive(Clone, Debug, Default)]
pub struct Filing {
    pub text: Text,
    pub header: Header,
    /// In order; at least one. Their spans are of the text.
    pub documents: Vec<Document>,
    /// The tables whose cells the document parts itself, by HTML or by tabs, in order.
    pub grids: Vec<Grid>,
}

/// Reads a file's bytes as text.
pub fn read(bytes: &[u8]) -> Filing {
    let mut text = Text::decode(bytes);
    if let Some(plain) = quoted::unquoted(&text) {
        text = plain;
    }
    let header = submission::header(&text.content);
    let documents = submission::documents(&text.content);
    let is_html = |d: &Document| d.is_read && html::is_html(text.cut(d.body));
    let has_tabs = |d: &Document| d.is_read && text.cut(d.body).bytes().any(|b| b == b'\t');
    if !documents.iter().any(|d| is_html(d) || has_tabs(d)) {
        return Filing { text, header, documents, grids: Vec::new() };
    }
    let mut filing = Filing { header, ..Filing::default() };
    let mut at = 0;
    for mut document in documents {
        let out = &mut filing.text;
        out.push_from(&text, Span::new(at, document.body.start));
        let start = out.content.len() - (document.body.start - document.span.start);
        let body = out.content.len();
        if is_html(&document) {
            let (mut grids, said) = html::set(&text, document.body, out);
            filing.grids.append(&mut grids);
            if document.kind.is_empty() {
                document.kind = said.form.clone().unwrap_or_default();
            }
            if filing.header.company.is_none() && said.company.is_some() {
                filing.header = said;
            }
        } else if has_tabs(&document) {
            filing.grids.append(&mut tabs::set(&text, document.body, out));
        } else {
            out.push_from(&text, document.body);
        }
        let body = Span::new(body, out.content.len());
        out.push_from(&text, Span::new(document.body.end, document.span.end));
        at = document.span.end;
        let span = Span::new(start, out.content.len());
        filing.documents.push(Document { span, body, ..document });
    }
    filing.text.push_from(&text, Span::new(at, text.content.len()));
    filing
}
