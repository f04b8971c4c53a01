//! The only calls to the browser. Everything else on the page is a function of values.

mod address;
mod core;
mod device;
mod element;
mod event;
mod file;
mod menu;

pub use address::{address, fragment, is_marked, marked, write_fragment};
pub use core::{
    Told, again, bring, grade, inside, json, leave, marks_inside, opened, read, share, single, stop, whole, workbook,
};
pub use device::{answer_copy, copy, deselect, forget, keep, kept, print, save, save_drawn, selects, tall, widen};
pub use element::{
    closest_ref, focus, is_lost, named, remember_scroll, reveal, reveal_current, root, scroll_back, scroll_source,
    scrolled, set_scheme, show_dialog, to_top, unscroll_source, value_of, writes,
};
pub use event::{across, dragged, dropped, is_plain, key, leaves, listen, once_seen, pasted, shift, soon, typing};
pub use file::chosen;
pub use menu::{choose, enter, left, walk};
