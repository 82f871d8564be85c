//! A way to go, in the visitor's words.

use serde::Serialize;

use crate::kernel::places::Place;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Link {
    pub text: String,
    pub href: String,
}

impl Link {
    pub fn to(place: &Place, text: impl Into<String>) -> Self {
        Self { text: text.into(), href: place.path() }
    }
}
