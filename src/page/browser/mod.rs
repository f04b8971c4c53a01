//! The only calls to the browser. Everything else on the page is a function of values.

mod address;
mod core;
mod device;
mod element;
mod event;
mod file;
mod menu;

pub use address::{address, fragment, marked, write_fragment};
pub use core::{
    Told, again, bring, grade, inside, json, leave, marks_inside, opened, read, share, single, stop, whole, workbook,
};
pub use device::{answer_copy, copy, forget, keep, kept, print, save, save_drawn, selects, tall, widen};
pub use element::{
    closest_ref, focus, named, reveal, reveal_current, root, scroll_source, scrolled, set_scheme, show_dialog, to_top,
    value_of,
};
pub use event::{across, dropped, is_plain, key, leaves, listen, once_seen, pasted, shift, soon, typing};
pub use file::chosen;
pub use menu::{choose, enter, left, walk};
