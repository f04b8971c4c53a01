//! What is drawn. Each component takes plain values and tells what the reader did through one callback.

mod app;
mod arithmetic;
mod caption;
mod figure;
mod findings;
mod headings;
mod keys;
mod masthead;
mod modal;
mod notes;
mod original;
mod paste;
mod prose;
mod rail;
mod reader;
mod side;
mod start;
mod statement;
mod table;
mod verdict;

pub use app::App;
