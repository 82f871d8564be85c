//! Rows of this room.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::{
    kernel::{
        actor::Role,
        clock::Instant,
        ids::{AccountId, AgencyId, MembershipId},
        lang::Lang,
        person::{Email, PersonName, PersonalId, Phone},
    },
    platform::db::schema::{accounts, memberships},
};

#[derive(Insertable)]
#[diesel(table_name = accounts)]
pub(super) struct NewAccount {
    pub id: AccountId,
    pub email: Email,
    pub email_confirmed_at: Option<Instant>,
    pub full_name: PersonName,
    pub phone: Option<Phone>,
    pub personal_id: Option<PersonalId>,
    pub birth_date: Option<NaiveDate>,
    pub password_hash: String,
    pub lang: Lang,
    pub demo: bool,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Insertable)]
#[diesel(table_name = memberships)]
pub(super) struct NewMembership {
    pub id: MembershipId,
    pub account_id: AccountId,
    pub agency_id: AgencyId,
    pub role: Role,
    pub title: String,
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    pub created_at: Instant,
}

/// What a sign-in needs of an account.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = accounts, check_for_backend(diesel::pg::Pg))]
pub(super) struct Credentials {
    pub id: AccountId,
    pub full_name: PersonName,
    pub password_hash: String,
    pub email_confirmed_at: Option<Instant>,
}

/// Whom a letter goes to.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = accounts, check_for_backend(diesel::pg::Pg))]
pub(super) struct Addressee {
    pub email: Email,
    pub full_name: PersonName,
    pub lang: Lang,
    pub email_confirmed_at: Option<Instant>,
}

/// What somebody has told about himself, to spare typing it again in a form. Checked against nothing but the number, if it says so.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = accounts, check_for_backend(diesel::pg::Pg))]
pub struct Profile {
    #[diesel(column_name = full_name)]
    pub name: PersonName,
    pub email: Email,
    pub lang: Lang,
    pub phone: Option<Phone>,
    pub personal_id: Option<PersonalId>,
    /// Since when somebody else vouches for that number: then it stays.
    pub personal_id_verified_at: Option<Instant>,
    pub birth_date: Option<NaiveDate>,
    pub address: String,
    pub place_code: Option<String>,
    /// Wants letters about his dossiers.
    pub told_by_email: bool,
    /// Wants text messages about them.
    pub told_by_sms: bool,
}
