//! Whole stories, screen by screen, without a browser.

mod around;
mod certified_copy;
pub mod desk;
mod every_service;
mod founded;
mod marital_status;
mod papers;
