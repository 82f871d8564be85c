//! Texts in Vietnamese and English, from the Fluent files of `locales/<language>/`, one file per
//! audience and feature.
//!
//! A key is defined once in a language; Vietnamese has every key, English falls back to it.
//! Knows nothing of pages or of the trade: it gives back a sentence for a key.

mod texts;

pub use texts::{Texts, TextsError};

/// A value put into a sentence: text or number, by `.into()`.
pub type TextValue<'a> = fluent_templates::fluent_bundle::FluentValue<'a>;
