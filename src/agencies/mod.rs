//! The tree of agencies.
