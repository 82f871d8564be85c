//! Days, in three boxes, days of which only the year or the month is known, and hours.

mod bounds;
mod boxes;
mod date;
mod partial_date;
mod time;
pub(super) mod words;

pub use date::Date;
pub use partial_date::PartialDate;
pub use time::Time;
