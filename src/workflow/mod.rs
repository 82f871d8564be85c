//! Statuses, steps and what may be done.
