//! Who stands at the door.

use std::{
    future::{Ready, ready},
    ops::Deref,
};

use actix_web::{FromRequest, HttpRequest, dev::Payload};

use crate::{
    kernel::actor::{Citizen, Official},
    web::shell::{Error, Visit},
};

/// Anybody, signed in or not.
pub struct Visitor(Visit);

/// Somebody signed in, acting for himself.
pub struct CitizenIn {
    visit: Visit,
    pub citizen: Citizen,
}

/// Somebody signed in who is a member of an agency today.
pub struct OfficialIn {
    visit: Visit,
    pub official: Official,
}

impl Deref for Visitor {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.0
    }
}

impl Deref for CitizenIn {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.visit
    }
}

impl Deref for OfficialIn {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.visit
    }
}

impl FromRequest for Visitor {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(visit(request).map(Self))
    }
}

impl FromRequest for CitizenIn {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(visit(request).and_then(|visit| match visit.session() {
            Some(session) => Ok(Self { citizen: session.citizen, visit }),
            None => Err(Error::SignInFirst { back_to: back_to(request, &visit) }),
        }))
    }
}

impl FromRequest for OfficialIn {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(visit(request).and_then(|visit| match visit.session() {
            Some(session) => match session.official {
                Some(official) => Ok(Self { official, visit }),
                None if session.must_enrol => Err(Error::SecondFactorFirst),
                None => Err(Error::NotFound),
            },
            None => Err(Error::SignInFirst { back_to: back_to(request, &visit) }),
        }))
    }
}

fn visit(request: &HttpRequest) -> Result<Visit, Error> {
    Visit::of(request).ok_or_else(|| Error::internal(anyhow::anyhow!("not by the front door")))
}

/// A page is come back to; after a form the page that held it is.
fn back_to(request: &HttpRequest, visit: &Visit) -> String {
    if request.method().is_safe() { visit.path().to_owned() } else { visit.back_to() }
}
