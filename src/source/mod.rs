//! From bytes to text: what the file looks like, its characters, its documents, its lines.
//!
//! Every later stage counts positions in [`Filing::text`]; [`Text::to_file`] turns them back into bytes of the file.

mod grid;
mod html;
mod line;
mod looks_like;
mod submission;
mod text;

pub use grid::{Grid, GridCell, GridRow};
pub use line::{Line, lines};
pub use looks_like::{NotAFiling, not_a_filing, without_statements};
pub use submission::{Document, Header};
pub(crate) use text::Piece;
pub use text::Text;

use crate::span::Span;

/// A file as text: plain text as it stands, HTML set as lines.
#[derive(Clone, Debug, Default)]
pub struct Filing {
    pub text: Text,
    pub header: Header,
    /// In order; at least one. Their spans are of the text.
    pub documents: Vec<Document>,
    /// The tables of the documents that are HTML, in order.
    pub grids: Vec<Grid>,
}

/// Reads a file's bytes as text.
pub fn read(bytes: &[u8]) -> Filing {
    let text = Text::decode(bytes);
    let header = submission::header(&text.content);
    let documents = submission::documents(&text.content);
    let is_html = |d: &Document| d.is_read && html::is_html(text.cut(d.body));
    if !documents.iter().any(is_html) {
        return Filing { text, header, documents, grids: Vec::new() };
    }
    let mut filing = Filing { header, ..Filing::default() };
    let mut at = 0;
    for document in documents {
        let out = &mut filing.text;
        out.push_from(&text, Span::new(at, document.body.start));
        let start = out.content.len() - (document.body.start - document.span.start);
        let body = out.content.len();
        if is_html(&document) {
            filing.grids.append(&mut html::set(&text, document.body, out));
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
