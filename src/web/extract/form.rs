//! A posted form, already checked against forgery at the door.

use std::{
    future::{Ready, ready},
    str::FromStr,
};

use actix_web::{FromRequest, HttpRequest, dev::Payload};

use crate::web::shell::{Error, Pairs, Visit};

/// Names and values in the order of the page, without the token.
pub struct FormPairs(Pairs);

impl FormPairs {
    /// All pairs, as forms of services read them.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// The first value of a name; empty if there is none.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Whether the form had this name at all: a pressed button, a ticked box.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// All values of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The first value of a name as a word of the trade; `None` if absent or not one.
    pub fn parse<T: FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).parse().ok()
    }
}

impl FromRequest for FormPairs {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match Visit::of(request) {
            Some(visit) if visit.form_is_genuine() => Ok(Self(visit.form())),
            _ => Err(Error::FormExpired),
        })
    }
}
