//! The dossier's row after an act.

use chrono::NaiveDate;
use diesel::{AsChangeset, prelude::*};
use diesel_async::RunQueryDsl;
use serde_json::Value;

use crate::{
    kernel::{
        actor::Role,
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::{AccountId, DossierId},
        person::{Email, PersonalId, Phone},
    },
    platform::db::{
        Conn, DbResult,
        schema::{dossier_counters, dossiers},
    },
    workflow::{Decision, ReturnMethod, Status},
};

/// What every act writes; none is written as NULL, because an act says the whole new state.
#[derive(Debug, Clone, AsChangeset)]
#[diesel(table_name = dossiers, treat_none_as_null = true, check_for_backend(diesel::pg::Pg))]
pub struct NewState {
    pub status: Status,
    pub step_key: Option<String>,
    pub step_role: Option<Role>,
    pub step_entered_at: Option<Instant>,
    pub step_due_at: Option<Instant>,
    pub due_at: Option<Instant>,
    pub accepted_at: Option<Instant>,
    pub finished_at: Option<Instant>,
    pub returned_at: Option<Instant>,
    pub decision: Option<Decision>,
    pub has_news: bool,
    pub waits_for_citizen: bool,
    pub assignee_id: Option<AccountId>,
    pub opened_at: Option<Instant>,
    pub withdrawal_asked_at: Option<Instant>,
    pub extended_at: Option<Instant>,
    pub paid_at: Option<Instant>,
    pub lock_version: i32,
    pub updated_at: Instant,
}

/// What submission adds to the new state: facts read from the answers, once.
#[derive(Debug, Clone, AsChangeset)]
#[diesel(table_name = dossiers, treat_none_as_null = true, check_for_backend(diesel::pg::Pg))]
pub struct SubmittedFacts {
    pub code: Option<DossierCode>,
    pub submission_key: Option<uuid::Uuid>,
    pub answers: Value,
    pub applicant_name: String,
    pub applicant_phone: Option<Phone>,
    pub applicant_email: Option<Email>,
    pub applicant_personal_id: Option<PersonalId>,
    pub subject: String,
    pub return_method: Option<ReturnMethod>,
    pub fee: i64,
    pub draft_expires_at: Option<Instant>,
    pub submitted_at: Option<Instant>,
}

/// The row is locked by the caller.
pub async fn state(conn: &mut Conn, id: DossierId, new: &NewState) -> DbResult<()> {
    diesel::update(dossiers::table.filter(dossiers::id.eq(id))).set(new).execute(conn).await.map(|_| ())
}

pub async fn submitted(conn: &mut Conn, id: DossierId, new: &NewState, facts: &SubmittedFacts) -> DbResult<()> {
    diesel::update(dossiers::table.filter(dossiers::id.eq(id))).set((new, facts)).execute(conn).await.map(|_| ())
}

/// Together with an answered supplement.
pub async fn state_and_answers(conn: &mut Conn, id: DossierId, new: &NewState, answers: &Value) -> DbResult<()> {
    diesel::update(dossiers::table.filter(dossiers::id.eq(id))).set((new, dossiers::answers.eq(answers))).execute(conn).await.map(|_| ())
}

/// An official has opened it: the news are read, and if it is his step nobody takes it back from
/// him. Changes nothing else, not even the version.
pub async fn opened(conn: &mut Conn, id: DossierId, opened_at: Option<Instant>) -> DbResult<()> {
    diesel::update(dossiers::table.filter(dossiers::id.eq(id)))
        .set((dossiers::has_news.eq(false), dossiers::opened_at.eq(opened_at)))
        .execute(conn)
        .await
        .map(|_| ())
}

/// The next serial of an agency on a local day: whoever submits at the same time waits here, and a
/// submission that fails gives its number back.
pub async fn next_serial(conn: &mut Conn, agency_code: &str, day: NaiveDate, now: Now) -> DbResult<i64> {
    diesel::insert_into(dossier_counters::table)
        .values((
            dossier_counters::agency_code.eq(agency_code),
            dossier_counters::local_date.eq(day),
            dossier_counters::last.eq(1_i64),
            dossier_counters::created_at.eq(now.instant()),
        ))
        .on_conflict((dossier_counters::agency_code, dossier_counters::local_date))
        .do_update()
        .set(dossier_counters::last.eq(dossier_counters::last + 1))
        .returning(dossier_counters::last)
        .get_result(conn)
        .await
}
