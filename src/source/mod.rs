//! From bytes to text: what the file looks like, its characters, its lines.
//!
//! Every later stage counts positions in the decoded text; [`Text::to_file`] turns them back into bytes of the file.

mod line;
mod looks_like;
mod text;

pub use line::{Line, lines};
pub use looks_like::{NotAFiling, not_a_filing};
pub use text::Text;
