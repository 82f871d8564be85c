//! The registry of job kinds.
