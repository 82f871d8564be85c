//! Whose calendar a page is about: everybody's, or that of one agency.

use crate::{
    dossiers::Rules,
    kernel::{
        ids::AgencyId,
        places::{Place, admin::AdminPlace},
    },
    web::{
        admin::organisation::scope,
        extract::AdminIn,
        shell::{Error, Visit},
    },
};

/// `None`: of the whole province.
pub struct Whose {
    pub agency: Option<(AgencyId, String)>,
    pub name: String,
}

impl Whose {
    /// By the code in an address; without one everybody's, or the first that a unit administrator has.
    pub fn of(admin: &AdminIn, rules: &Rules, code: &str) -> Result<Self, Error> {
        if code.is_empty() && admin.is_system() {
            return Ok(Self::everybody(admin));
        }
        let agency = match code {
            "" => rules.agencies.iter().find(|agency| scope::reaches(&rules.agencies, &admin.reach, agency.id)).ok_or(Error::NotFound)?,
            code => scope::agency(admin, &rules.agencies, code)?,
        };
        Ok(Self { agency: Some((agency.id, agency.code.clone())), name: agency.name.clone() })
    }

    pub fn everybody(visit: &Visit) -> Self {
        Self { agency: None, name: visit.text("calendar-everybody", &[]) }
    }

    pub fn id(&self) -> Option<AgencyId> {
        self.agency.as_ref().map(|(id, _)| *id)
    }

    pub fn code(&self) -> &str {
        self.agency.as_ref().map_or("", |(_, code)| code)
    }

    /// A page about this calendar.
    pub fn at(&self, place: AdminPlace, year: i32) -> String {
        Place::Admin(place).asking(&[("nam", &year.to_string()), ("co-quan", self.code())])
    }
}
