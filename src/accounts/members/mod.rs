//! Posts: who does what in which agency, from which day to which. Given one by one or by a list, of
//! which either every line is good or nothing is done; ended with a reason, never taken away.

mod appointing;
mod reading;
mod sheet;

pub use appointing::{AppointRefused, Appointed, EndRefused, NewPost, appoint, end_post};
pub use reading::{Member, headcounts, leaves_nobody, member, members_of};
pub use sheet::{COLUMNS, LineFault, Resolve, SheetFault, read_sheet};
