//! Time as the law counts it: office hours, days off, worked Saturdays, and the clock of a dossier.
//!
//! Counting is pure: a due date is a function of the start, the [`Limit`] and a [`Calendar`];
//! with pauses and extensions, of the [`Ledger`] and a [`Calendar`]. Sources: Civil Code 2015
//! Articles 147–148 (the first day is not counted, an end on a day off moves to the next working
//! day), Labour Code 2019 Articles 111–112 (days off), Decree 61/2018 (8 hours, 15:00, one extension).
//!
//! Invariants: a due time is never on a day off; time is counted in whole minutes; pausing and
//! resuming at the same minute changes nothing. What administrators change lies in sheets over the files of
//! the installation ([`KeptCalendar`], the only part that knows a database). Knows nothing of dossiers or of pages.

mod book;
mod changing;
mod clock_lines;
mod counting;
mod days;
mod due;
mod due_command;
mod explanation;
mod kept;
mod ledger;
mod limit;
mod standing;
mod year_files;

pub use book::{CalendarBook, HoursEntry, OffEntry, WorkEntry, YearEntries};
pub use changing::{CalendarChange, ChangeRefused, DayFault, DayFaultKind, NewDayOff, NewHours, read_days};
pub use clock_lines::ClockLine;
pub use days::{Calendar, Calendars, DayOff, DayOffKind};
pub use due::Due;
pub use due_command::{DueCommandError, cli_due};
pub use explanation::{DayLine, DayNote};
pub use kept::{CalendarChanged, KeptCalendar, Sheet, calendar_version, keep_sheet, last_changes};
pub use ledger::{ClockEntry, ClockKind, ClockPhase, ClockRefused, Ledger};
pub use limit::{Limit, NotALimit};
pub use standing::{Progress, Standing, Tone};
pub use year_files::CalendarError;

#[cfg(test)]
mod tests;
