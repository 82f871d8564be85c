//! The desk: what an official finds, sees and may do.

mod assignment;
mod batch;
mod budgets;
mod inbox;
mod intake;
mod leave;
mod many;
mod plans;
mod register;
mod supplement;
mod together;
mod views;
