//! A draft: begun, addressed to an agency, answered page by page, thrown away.

use chrono::TimeDelta;
use serde_json::{Map, Value};

use super::{
    LockVersion, Rules,
    model::Row,
    queries::{
        drafts::{self, NewDraft, SavedPage},
        load,
    },
};
use crate::{
    accounts,
    agencies::Agency,
    catalogue::{HandlingLevel, OnlineLevel, ServiceDefinition, ServiceVersion},
    forms::{Answers, Form, FormPage, Kind, KnownPerson, PageReading},
    kernel::{
        actor::Citizen,
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::{AgencyId, DossierId},
    },
    platform::db::{AsyncConnection, Conn, DbError, DbResult},
};

/// A draft waits so many days for its citizen, counted from the last change.
const KEPT_DAYS: i64 = 30;

#[derive(Debug, thiserror::Error)]
pub enum StartRefused {
    #[error("no such service, or not in force")]
    NoSuchService,
    #[error("not offered online")]
    NotOnline,
    /// It takes no dossiers; what citizens are told.
    #[error("stopped: {0}")]
    Stopped(String),
    #[error(transparent)]
    Db(#[from] DbError),
}

#[derive(Debug, thiserror::Error)]
pub enum AgencyRefused {
    #[error("no such draft")]
    NotFound,
    #[error("this agency does not handle the service")]
    NotCompetent,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What was stored, and what the form says to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    pub version: LockVersion,
    pub saved_at: Instant,
    /// All answers as they are now, and what is wrong on this page.
    pub reading: PageReading,
}

/// One page of a draft as a browser posted it.
#[derive(Debug, Clone, Copy)]
pub struct TypedPage<'a> {
    pub dossier: DossierId,
    pub page: &'a str,
    pub pairs: &'a [(String, String)],
    pub seen: LockVersion,
}

/// A question answered differently in another tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldConflict {
    pub key: String,
    pub label: String,
    /// Readable values.
    pub mine: String,
    pub theirs: String,
}

#[derive(Debug, thiserror::Error)]
pub enum SaveRefused {
    #[error("no such draft")]
    NotFound,
    /// The same page was saved elsewhere since it was opened here; nothing was overwritten.
    /// `version` is the one to save with when the person has chosen.
    #[error("saved elsewhere at {at}")]
    Conflict { fields: Vec<FieldConflict>, at: Instant, version: LockVersion },
    #[error("the form has no page {0}")]
    NoSuchPage(String),
    #[error("inconsistent: {0}")]
    Inconsistent(&'static str),
    #[error(transparent)]
    Db(#[from] DbError),
}

fn may_begin(rules: &Rules, version: &ServiceVersion) -> Result<(), StartRefused> {
    match rules.catalogue.stop_of(version.slug()) {
        Some(stop) => Err(StartRefused::Stopped(stop.message.clone())),
        None if version.definition.online == OnlineLevel::InfoOnly => Err(StartRefused::NotOnline),
        None => Ok(()),
    }
}

/// Begins a dossier of a service, filled with what the account knows. Two statements.
pub async fn start_draft(conn: &mut Conn, rules: &Rules, now: Now, citizen: &Citizen, slug: &str) -> Result<DossierId, StartRefused> {
    let version = rules.catalogue.in_force(slug, now.instant()).ok_or(StartRefused::NoSuchService)?;
    may_begin(rules, &version)?;
    let person = accounts::profile(conn, citizen.account).await?.map(known).unwrap_or_default();
    let answers = version.form.begin(&person, now.today()).to_json();
    let draft = NewDraft { service: version.service, version: version.id, agency: None, answers, expires_at: expiry(now) };
    Ok(drafts::insert(conn, now, citizen, draft).await?)
}

/// Begins a dossier with the answers of a past one, in the version of its service that is in force
/// now. Files are not copied: papers grow old; what was declared is declared anew. Two statements.
pub async fn start_again(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    past: &DossierCode,
) -> Result<DossierId, StartRefused> {
    let row = load::of_owner(conn, citizen, past).await?.ok_or(StartRefused::NoSuchService)?;
    let pinned = rules.catalogue.version(row.service_version_id).ok_or(StartRefused::NoSuchService)?;
    let version = rules.catalogue.in_force(pinned.slug(), now.instant()).ok_or(StartRefused::NoSuchService)?;
    may_begin(rules, &version)?;
    let mut answers = version.form.visible(&Answers::from_json(row.answers), now.today());
    for field in version.form.definition().fields().filter(|field| matches!(field.kind, Kind::Declaration(_))) {
        answers.clear(&field.key);
    }
    let open = |agency: &&Agency| handles(agency, &version.definition);
    let agency = row.agency_id.and_then(|id| rules.agencies.get(id)).filter(open).map(|agency| agency.id);
    let draft = NewDraft { service: version.service, version: version.id, agency, answers: answers.to_json(), expires_at: expiry(now) };
    Ok(drafts::insert(conn, now, citizen, draft).await?)
}

/// Says which agency the dossier goes to. Two statements.
pub async fn choose_agency(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    dossier: DossierId,
    agency: AgencyId,
) -> Result<(), AgencyRefused> {
    let row = drafts::find(conn, citizen, dossier).await?.ok_or(AgencyRefused::NotFound)?;
    let version = rules.catalogue.version(row.service_version_id).ok_or(AgencyRefused::NotFound)?;
    let agency = rules.agencies.get(agency).filter(|agency| handles(agency, &version.definition)).ok_or(AgencyRefused::NotCompetent)?;
    if drafts::set_agency(conn, now, citizen, dossier, agency.id).await? { Ok(()) } else { Err(AgencyRefused::NotFound) }
}

/// Stores one page as it was typed, also what is not yet right. Two statements.
pub async fn save_answers(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    typed: &TypedPage<'_>,
) -> Result<Saved, SaveRefused> {
    let row = drafts::find(conn, citizen, typed.dossier).await?.ok_or(SaveRefused::NotFound)?;
    let version = rules.version(row.service_version_id).map_err(|unknown| SaveRefused::Inconsistent(unknown.0))?;
    let form = &version.form;
    let page = form.definition().page(typed.page).ok_or_else(|| SaveRefused::NoSuchPage(typed.page.to_owned()))?;
    let before = Answers::from_json(row.answers.clone());
    let reading = form.read(typed.page, typed.pairs, &before, now.today(), rules.lang);
    if page_version(&row, typed.page) > typed.seen.0 {
        let fields = differences(form, page, &before, &reading.answers, now, rules);
        if !fields.is_empty() {
            return Err(SaveRefused::Conflict { fields, at: row.updated_at, version: LockVersion(row.lock_version) });
        }
    }
    let saved = stored_page(&row, &version, typed.page, &reading.answers, now);
    match drafts::save(conn, now, citizen, typed.dossier, saved).await? {
        Some(version) => Ok(Saved { version: LockVersion(version), saved_at: now.instant(), reading }),
        // Another save came between reading and writing: the browser tries again with what it has.
        None => Err(SaveRefused::Conflict { fields: Vec::new(), at: now.instant(), version: LockVersion(row.lock_version).next() }),
    }
}

/// Throws a draft away; false if there was none. Its files are swept later.
pub async fn discard_draft(conn: &mut Conn, _now: Now, citizen: &Citizen, dossier: DossierId) -> DbResult<bool> {
    drafts::discard(conn, citizen, dossier).await
}

/// Deletes drafts past their day, some at a time; tells how many. Their files are swept with all
/// files that nothing names.
pub async fn sweep_drafts(conn: &mut Conn, now: Now) -> DbResult<usize> {
    conn.transaction(async |conn| drafts::delete_expired(conn, now, 500).await).await
}

/// Whether dossiers of this service may be sent to this agency.
pub fn handles(agency: &Agency, service: &ServiceDefinition) -> bool {
    let level = match service.handled_by {
        HandlingLevel::Commune => agency.kind.is_communal(),
        HandlingLevel::Province => !agency.kind.is_communal(),
    };
    level && agency.closed_at.is_none()
}

pub(super) fn known(profile: accounts::Profile) -> KnownPerson {
    KnownPerson {
        full_name: Some(profile.name),
        email: Some(profile.email),
        phone: profile.phone,
        personal_id: profile.personal_id,
        birth_date: profile.birth_date,
        address: Some(profile.address).filter(|address| !address.is_empty()),
    }
}

pub(super) fn expiry(now: Now) -> Instant {
    now.plus(TimeDelta::days(KEPT_DAYS))
}

/// The page with these answers, as the row takes it if nobody else wrote since it was read.
pub(super) fn stored_page(row: &Row, version: &ServiceVersion, page: &str, answers: &Answers, now: Now) -> SavedPage {
    SavedPage {
        answers: answers.to_json(),
        page_versions: with_page(row, page),
        subject: version.subject(answers, now.today()),
        expires_at: expiry(now),
        read: row.lock_version,
    }
}

/// At which version a page was last changed; 0 if never since the draft began.
fn page_version(row: &Row, page: &str) -> i32 {
    row.page_versions.get(page).and_then(Value::as_i64).and_then(|version| i32::try_from(version).ok()).unwrap_or(0)
}

fn with_page(row: &Row, page: &str) -> Value {
    let mut pages = match &row.page_versions {
        Value::Object(pages) => pages.clone(),
        _ => Map::new(),
    };
    pages.insert(page.to_owned(), Value::from(row.lock_version.saturating_add(1)));
    Value::Object(pages)
}

fn differences(form: &Form, page: &FormPage, theirs: &Answers, mine: &Answers, now: Now, rules: &Rules) -> Vec<FieldConflict> {
    let read = |answers: &Answers, key: &str| match answers.unread(key) {
        Some(typed) => typed.as_read(),
        None => form.show(key, answers, now.today(), rules.lang).unwrap_or_default(),
    };
    let pairs = page.fields().map(|field| (field, read(mine, &field.key), read(theirs, &field.key)));
    pairs
        .filter(|(_, mine, theirs)| mine != theirs)
        .map(|(field, mine, theirs)| FieldConflict { key: field.key.clone(), label: field.label.get(rules.lang).to_owned(), mine, theirs })
        .collect()
}
