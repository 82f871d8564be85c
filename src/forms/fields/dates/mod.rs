//! Days, in three boxes, and days of which only the year or the month is known.

mod boxes;
mod date;
mod partial_date;
pub(super) mod words;

pub use date::Date;
pub use partial_date::PartialDate;
