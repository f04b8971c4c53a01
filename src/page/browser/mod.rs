//! The only calls to the browser. Everything else on the page is a function of values.

mod address;
mod element;
mod event;
mod file;
mod policy;

pub use address::{fragment, write_fragment};
pub use element::{
    closest_ref, focus, named, reveal, reveal_current, root, scroll_source, scrolled, set_scheme, show_dialog, to_top,
    value_of,
};
pub use event::{dropped, is_plain, key, leaves, listen, pasted, typing};
pub use file::{chosen, read, soon};
pub use policy::lock;
