//! Numbered official papers.
