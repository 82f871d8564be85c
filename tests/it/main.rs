//! One integration binary: it links once.

mod house;
mod platform;
mod support;
