//! The report in the forms other programs take.

mod csv;

pub use csv::csv;
