//! What is drawn: plain functions of the state, and the one component that holds it and hears what the reader does.

mod app;
mod arithmetic;
mod bring;
mod caption;
mod compared;
mod dialog;
mod figure;
mod findings;
mod headings;
mod hear;
mod listed;
mod masthead;
mod notes;
mod offer;
mod original;
mod pictures;
mod prose;
mod rail;
mod reader;
mod sheet;
mod side;
mod start;
mod statement;
mod switch;
mod table;
mod verdict;

pub use app::App;
