//! The only calls to the browser. Everything else on the page is a function of values.

mod address;
mod core;
mod element;
mod event;
mod file;

pub use address::{fragment, write_fragment};
pub use core::{Told, read, stop, workbook};
pub use element::{
    closest_ref, focus, named, reveal, reveal_current, root, scroll_source, scrolled, set_scheme, show_dialog, to_top,
    value_of,
};
pub use event::{dropped, is_plain, key, leaves, listen, pasted, soon, typing};
pub use file::chosen;
