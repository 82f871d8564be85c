//! Administrators at the door: for everybody else their pages do not exist.

use std::{
    future::{Ready, ready},
    ops::Deref,
};

use actix_web::{FromRequest, HttpRequest, dev::Payload};

use super::OfficialIn;
use crate::{
    kernel::actor::{Official, Reach},
    web::shell::{Error, Visit},
};

/// Somebody who administers an agency, or the whole installation.
pub struct AdminIn {
    door: OfficialIn,
    pub reach: Reach,
}

/// Somebody who administers the whole installation.
pub struct SystemAdminIn(OfficialIn);

impl AdminIn {
    pub fn official(&self) -> &Official {
        &self.door.official
    }

    pub fn is_system(&self) -> bool {
        self.reach == Reach::Everything
    }
}

impl SystemAdminIn {
    pub fn official(&self) -> &Official {
        &self.0.official
    }
}

impl Deref for AdminIn {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.door
    }
}

impl Deref for SystemAdminIn {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.0
    }
}

impl FromRequest for AdminIn {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(OfficialIn::from_request(request, payload).into_inner().and_then(|door| match door.official.reach() {
            Some(reach) => Ok(Self { door, reach }),
            None => Err(Error::NotFound),
        }))
    }
}

impl FromRequest for SystemAdminIn {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(AdminIn::from_request(request, payload).into_inner().and_then(|admin| match admin.reach {
            Reach::Everything => Ok(Self(admin.door)),
            Reach::Agencies(_) => Err(Error::NotFound),
        }))
    }
}
