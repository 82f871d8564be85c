//! Screens: no SQL, no rules.
