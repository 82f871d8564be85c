//! The list of jobs, and what is due regularly.

mod registered;
mod retention;
mod schedule;
