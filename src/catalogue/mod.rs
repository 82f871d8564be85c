//! Services and their versions.
