//! Drafts of the counter: nobody's account holds them, the official who fills them in does.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde_json::Value;

use crate::{
    dossiers::model::Row,
    kernel::{
        actor::Citizen,
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::{AccountId, AgencyId, DossierId, ServiceId, ServiceVersionId},
        person::{Email, PersonalId, Phone},
    },
    platform::db::{
        Conn, DbResult,
        schema::{dossiers, papers},
    },
    workflow::{Channel, Status},
};

pub struct NewIntake {
    pub service: ServiceId,
    pub version: ServiceVersionId,
    pub agency: AgencyId,
    pub channel: Channel,
    pub name: String,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub personal_id: Option<PersonalId>,
    pub answers: Value,
    pub expires_at: Instant,
}

pub async fn insert(conn: &mut Conn, now: Now, official: AccountId, new: NewIntake) -> DbResult<DossierId> {
    diesel::insert_into(dossiers::table)
        .values((
            dossiers::id.eq(DossierId::new()),
            dossiers::service_id.eq(new.service),
            dossiers::service_version_id.eq(new.version),
            dossiers::agency_id.eq(new.agency),
            dossiers::status.eq(Status::Draft),
            dossiers::channel.eq(new.channel),
            dossiers::taken_in_by.eq(official),
            dossiers::applicant_name.eq(new.name),
            dossiers::applicant_phone.eq(new.phone),
            dossiers::applicant_email.eq(new.email),
            dossiers::applicant_personal_id.eq(new.personal_id),
            dossiers::answers.eq(new.answers),
            dossiers::draft_expires_at.eq(new.expires_at),
            dossiers::created_at.eq(now.instant()),
            dossiers::updated_at.eq(now.instant()),
        ))
        .returning(dossiers::id)
        .get_result(conn)
        .await
}

/// Not finished yet, the newest first.
pub async fn open(conn: &mut Conn, official: AccountId) -> DbResult<Vec<Row>> {
    dossiers::table
        .filter(dossiers::taken_in_by.is_not_null())
        .filter(dossiers::taken_in_by.assume_not_null().eq(official))
        .filter(dossiers::status.eq(Status::Draft))
        .order(dossiers::updated_at.desc())
        .limit(MOST_OPEN)
        .select(Row::as_select())
        .load(conn)
        .await
}

const MOST_OPEN: i64 = 50;

/// Whatever its status: pressed twice, it is taken in once.
pub async fn for_update(conn: &mut Conn, official: AccountId, id: DossierId) -> DbResult<Option<Row>> {
    dossiers::table
        .filter(dossiers::id.eq(id))
        .filter(dossiers::taken_in_by.is_not_distinct_from(official))
        .select(Row::as_select())
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Gives a dossier of the counter, that is nobody's, to whoever holds its receipt. False if the check
/// code is not of this dossier, the digits are not of its applicant, or somebody has it already.
pub async fn claim(conn: &mut Conn, citizen: &Citizen, code: &DossierCode, check_code: &str, last_four: &str) -> DbResult<bool> {
    let found: Option<Row> = dossiers::table
        .inner_join(papers::table)
        .filter(dossiers::code.eq(code))
        .filter(papers::check_code.eq(check_code))
        .filter(dossiers::taken_in_by.is_not_null().and(dossiers::submitter_id.is_null()))
        .select(Row::as_select())
        .first(conn)
        .await
        .optional()?;
    let Some(row) = found.filter(|row| row.ends_with(last_four)) else { return Ok(false) };
    let unclaimed = dossiers::table.filter(dossiers::id.eq(row.id)).filter(dossiers::submitter_id.is_null());
    diesel::update(unclaimed).set(dossiers::submitter_id.eq(citizen.account)).execute(conn).await.map(|rows| rows == 1)
}
