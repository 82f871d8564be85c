//! The desk: what an official finds, sees and may do.

mod batch;
mod budgets;
mod inbox;
mod many;
mod plans;
mod register;
