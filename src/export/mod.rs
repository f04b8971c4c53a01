//! The report in the forms other programs take.

mod csv;
mod remark;
#[cfg(feature = "workbook")]
mod workbook;

pub use csv::csv;
pub use remark::{END, PART, Remark, remarks};
#[cfg(feature = "workbook")]
pub use workbook::{workbook, workbook_with};
