//! One integration binary: it links once.

mod catalogue;
mod forms;
mod gallery;
mod house;
mod platform;
mod support;
