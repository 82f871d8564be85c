//! Hồ sơ của tôi.

use super::{
    assemble::{Times, deadline},
    facts::Deadline,
};
use crate::{
    catalogue::ServiceVersion,
    dossiers::{
        Rules,
        model::ListRow,
        queries::{lists, supplements},
    },
    kernel::{
        actor::Citizen,
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::DossierId,
        lang::Lang,
    },
    platform::db::{Conn, DbError, DbResult},
    workflow::{Action, Decision, ReturnMethod, Status},
};

/// Everything a citizen has here, in the order in which it matters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MyDossiers {
    /// Cần bạn làm: a supplement to answer, a draft to check, a fee to pay, a result to collect.
    pub to_do: Vec<MyDossier>,
    pub running: Vec<MyDossier>,
    pub drafts: Vec<DraftRow>,
    pub done: Vec<MyDossier>,
}

impl MyDossiers {
    pub fn is_empty(&self) -> bool {
        self.to_do.is_empty() && self.running.is_empty() && self.drafts.is_empty() && self.done.is_empty()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyDossier {
    pub code: DossierCode,
    /// What it is and for whom.
    pub title: String,
    pub agency_name: String,
    pub status: Status,
    pub decision: Option<Decision>,
    pub submitted_at: Instant,
    pub deadline: Deadline,
    /// Until when a supplement may be answered, or a draft checked.
    pub answer_until: Option<Instant>,
    /// What the citizen is waited for, if anything.
    pub to_do: Option<Action>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    pub id: DossierId,
    pub title: String,
    pub service_slug: String,
    pub agency_name: Option<String>,
    pub saved_at: Instant,
    /// After this day the draft is deleted.
    pub expires_at: Instant,
}

/// All dossiers and drafts of this citizen.
pub async fn mine(conn: &mut Conn, rules: &Rules, now: Now, citizen: &Citizen) -> DbResult<MyDossiers> {
    let rows = lists::of_citizen(conn, citizen, MOST).await?;
    let asked: Vec<DossierId> = rows.iter().filter(|row| row.status == Status::SupplementRequested).map(|row| row.id).collect();
    let waiting = if asked.is_empty() { Vec::new() } else { supplements::waiting(conn, &asked).await? };
    let mut mine = MyDossiers::default();
    for row in rows {
        if row.status == Status::Draft {
            mine.drafts.push(draft_row(rules, row)?);
            continue;
        }
        let answer_until = waiting.iter().find(|(id, _)| *id == row.id).map(|(_, until)| *until);
        let dossier = my_dossier(rules, now, row, answer_until)?;
        match dossier.status {
            Status::Finished | Status::PaymentRequested => mine.to_do.push(dossier),
            _ if dossier.to_do.is_some() => mine.to_do.push(dossier),
            status if status.is_final() => mine.done.push(dossier),
            _ => mine.running.push(dossier),
        }
    }
    Ok(mine)
}

/// So many dossiers of one person are shown; nobody has come near it.
const MOST: i64 = 200;

fn my_dossier(rules: &Rules, now: Now, row: ListRow, answer_until: Option<Instant>) -> DbResult<MyDossier> {
    let (version, agency) = (rules.version(row.service_version_id)?, rules.agency(row.agency_id)?);
    let to_do = match (row.status, row.return_method) {
        (Status::SupplementRequested, _) if answer_until.is_some() => Some(Action::AnswerSupplement),
        (Status::Processing, _) if row.waits_for_citizen => Some(Action::ConfirmDraft),
        (Status::Finished, Some(ReturnMethod::Online)) => Some(Action::CollectOnline),
        _ => None,
    };
    let times = Times { status: row.status, due_at: row.due_at, step_due_at: row.step_due_at, finished_at: row.finished_at };
    Ok(MyDossier {
        title: title(rules, &version, &row.subject),
        agency_name: agency.short_authority(),
        status: row.status,
        decision: row.decision,
        submitted_at: row.submitted_at.ok_or(DbError::NotFound)?,
        deadline: deadline(rules, agency, now, &times),
        answer_until: answer_until.or(row.step_due_at.filter(|_| to_do == Some(Action::ConfirmDraft))),
        to_do,
        code: row.code.ok_or(DbError::NotFound)?,
    })
}

/// People with three dossiers of one service know them by whom they are for. The line exists in
/// Vietnamese, and says little while what it names is not answered.
fn title(rules: &Rules, version: &ServiceVersion, subject: &str) -> String {
    let telling = rules.lang == Lang::Vi && !subject.is_empty() && !subject.contains('…');
    if telling { subject.to_owned() } else { version.definition.name.get(rules.lang).to_owned() }
}

fn draft_row(rules: &Rules, row: ListRow) -> DbResult<DraftRow> {
    let version = rules.version(row.service_version_id)?;
    Ok(DraftRow {
        id: row.id,
        title: title(rules, &version, &row.subject),
        service_slug: version.slug().to_owned(),
        agency_name: row.agency_id.and_then(|id| rules.agencies.get(id)).map(crate::agencies::Agency::short_authority),
        saved_at: row.updated_at,
        expires_at: row.draft_expires_at.unwrap_or(row.updated_at),
    })
}
