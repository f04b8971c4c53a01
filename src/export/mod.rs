//! The report in the forms other programs take.

mod csv;
#[cfg(feature = "workbook")]
mod workbook;

pub use csv::csv;
#[cfg(feature = "workbook")]
pub use workbook::workbook;
