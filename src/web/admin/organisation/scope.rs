//! How far the hand of an administrator reaches among agencies and roles.

use chrono::NaiveDate;

use crate::{
    agencies::{Agencies, Agency},
    kernel::{
        actor::{Reach, Role},
        ids::AgencyId,
    },
    web::{extract::AdminIn, shell::Error},
};

/// Whether an agency is one of these, or below one of them.
pub fn reaches(agencies: &Agencies, reach: &Reach, agency: AgencyId) -> bool {
    let Reach::Agencies(own) = reach else { return true };
    let above = std::iter::successors(agencies.get(agency), |one| one.parent_id.and_then(|parent| agencies.get(parent)));
    // A tree entered by hand could hold a ring; nobody's tree is deeper than this.
    above.take(12).any(|one| own.contains(&one.id))
}

/// The agency of a code, for whom it is.
pub fn agency<'a>(admin: &AdminIn, agencies: &'a Agencies, code: &str) -> Result<&'a Agency, Error> {
    agencies.by_code(code).filter(|agency| reaches(agencies, &admin.reach, agency.id)).ok_or(Error::NotFound)
}

/// Roles that this administrator may give.
pub fn roles(admin: &AdminIn) -> Vec<Role> {
    let may = |role: &&Role| admin.is_system() || !matches!(role, Role::SystemAdmin | Role::Auditor);
    Role::ALL.iter().filter(may).copied().collect()
}

/// As a browser's date box sends it, or as people write it.
pub fn day(raw: &str) -> Option<NaiveDate> {
    let raw = raw.trim();
    NaiveDate::parse_from_str(raw, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(raw, "%d/%m/%Y")).ok()
}

/// As a date box holds it.
pub fn in_box(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}
