//! The only calls to the browser. Everything else on the page is a function of values.

mod address;
mod element;
mod event;
mod file;
mod policy;

pub use address::{fragment, on_address, write_fragment};
pub use element::{
    closest_ref, focus, moves, reveal, reveal_current, root, scroll_source, set_scheme, show_dialog, to_top, value_of,
};
pub use event::{on_drop, on_key, on_paste};
pub use file::{chosen, read, soon};
pub use policy::{lock, on_panic};
