//! The desk: what an official finds, sees and may do.

mod budgets;
