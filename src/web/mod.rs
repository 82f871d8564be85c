//! Screens: no SQL, no rules.

pub mod words;
