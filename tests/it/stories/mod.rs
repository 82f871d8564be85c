//! Whole stories, screen by screen, without a browser.

mod certified_copy;
