//! One integration binary: it links once.

mod gallery;
mod house;
mod platform;
mod support;
