//! Reading the register.

use serde_json::json;

use super::{model::Entry, queries};
use crate::{
    audit,
    dossiers::{Days, Rules, inbox::InboxCursor},
    forms::Answers,
    kernel::{
        actor::{Actor, Official},
        clock::{Instant, Now, local},
        dossier_code::DossierCode,
        ids::{AgencyId, ServiceId},
    },
    platform::db::{Conn, DbError, DbResult},
    workflow::{Channel, Decision, ReturnMethod, Status},
};

/// A place in the register: keyset paging.
pub type RegisterCursor = InboxCursor;

/// What is asked for; agencies that are not the official's own are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisterFilter {
    pub agency: Option<AgencyId>,
    /// Lĩnh vực, by its name.
    pub field: Option<String>,
    /// Received on these days.
    pub days: Days,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    pub code: DossierCode,
    pub service_name: String,
    pub agency_name: String,
    pub applicant_name: String,
    /// As he has said it; empty if the form does not ask.
    pub address: String,
    /// As it is dialled inside the country; empty if none.
    pub phone: String,
    pub email: String,
    pub accepted_at: Instant,
    /// None while the clock stands still.
    pub due_at: Option<Instant>,
    /// When the result came from those who decide.
    pub finished_at: Option<Instant>,
    pub returned_at: Option<Instant>,
    pub return_method: Option<ReturnMethod>,
    pub handed_by: String,
    pub receiver: String,
    /// The official who received the dossier.
    pub received_by: String,
    /// How it came.
    pub channel: Channel,
    pub status: Status,
    pub decision: Option<Decision>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterPart {
    pub rows: Vec<RegisterRow>,
    pub next: Option<RegisterCursor>,
}

/// Writes down that somebody opens the register, or takes a copy of it in this format. One statement.
pub async fn open_register(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    filter: &RegisterFilter,
    format: &str,
) -> DbResult<()> {
    let codes: Vec<&str> =
        agencies(official, filter).into_iter().filter_map(|id| rules.agencies.get(id)).map(|a| a.code.as_str()).collect();
    let about = json!({ "agencies": codes, "field": filter.field, "from": filter.days.from, "to": filter.days.to, "format": format });
    audit::record(conn, now, &Actor::Official(official.clone()), "open_register", "register", format, about).await
}

/// At most `most` rows after a place. One statement.
pub async fn register(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    filter: &RegisterFilter,
    (after, most): (Option<RegisterCursor>, usize),
) -> DbResult<RegisterPart> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let mut entries =
        queries::part(conn, agencies(official, filter), services(rules, now.instant(), filter), filter, (after, limit)).await?;
    let more = entries.len() > most;
    entries.truncate(most);
    let next = entries.last().filter(|_| more).and_then(|last| Some(RegisterCursor { at: last.accepted_at?, id: last.id }));
    let rows = entries.into_iter().map(|entry| row(rules, entry)).collect::<DbResult<Vec<RegisterRow>>>()?;
    Ok(RegisterPart { rows, next })
}

fn agencies(official: &Official, filter: &RegisterFilter) -> Vec<AgencyId> {
    official.agencies().into_iter().filter(|own| filter.agency.is_none_or(|asked| asked == *own)).collect()
}

/// A dossier of last year counts in the field that its service has today.
fn services(rules: &Rules, at: Instant, filter: &RegisterFilter) -> Option<Vec<ServiceId>> {
    let field = filter.field.as_ref()?;
    let mut services: Vec<ServiceId> =
        rules.catalogue.all_in_force(at).iter().filter(|v| v.definition.field == *field).map(|v| v.service).collect();
    services.sort_unstable();
    services.dedup();
    Some(services)
}

fn row(rules: &Rules, entry: Entry) -> DbResult<RegisterRow> {
    let (version, agency) = (rules.version(entry.service_version_id)?, rules.agency(entry.agency_id)?);
    let received = local(entry.submitted_at.or(entry.accepted_at).ok_or(DbError::NotFound)?).date_naive();
    let address = version.applicant_address(&Answers::from_json(entry.answers), received, rules.lang);
    Ok(RegisterRow {
        code: entry.code.ok_or(DbError::NotFound)?,
        service_name: version.definition.name.vi.clone(),
        agency_name: agency.short_authority(),
        applicant_name: entry.applicant_name,
        address,
        phone: entry.applicant_phone.map(|phone| phone.national()).unwrap_or_default(),
        email: entry.applicant_email.map(String::from).unwrap_or_default(),
        accepted_at: entry.accepted_at.ok_or(DbError::NotFound)?,
        due_at: entry.due_at,
        finished_at: entry.finished_at,
        returned_at: entry.returned_at,
        return_method: entry.return_method,
        handed_by: entry.handed_by.unwrap_or_default(),
        receiver: entry.receiver.unwrap_or_default(),
        received_by: entry.received_by.unwrap_or_default(),
        channel: entry.channel,
        status: entry.status,
        decision: entry.decision,
    })
}
