//! Tiếp nhận tại quầy: an official fills in a dossier for a person at the desk, or from the post, on
//! the pages that citizens use; then it is handed in and accepted in one act. It belongs to nobody's
//! account until its person claims it.

use crate::{
    attachments, audit,
    dossiers::{
        ActRefused, Rules, SubmissionKey, SubmitRefused,
        applying::Brought,
        at_hand::AtHand,
        draft::{expiry, handles},
        model::Row,
        queries::intake::{self as table, NewIntake},
        submission::{check, facts, next_code},
    },
    forms::KnownPerson,
    kernel::{
        actor::{Actor, Citizen, Official, Role},
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::{AgencyId, DossierId},
        person::{Email, PersonName, PersonalId, Phone},
    },
    platform::db::{AsyncConnection, Conn, DbError, DbResult},
    workflow::{Action, Channel},
};

/// Who stands at the desk, or has written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    pub service: String,
    pub agency: AgencyId,
    /// In person or by post.
    pub channel: Channel,
    pub name: PersonName,
    pub personal_id: Option<PersonalId>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
}

#[derive(Debug, thiserror::Error)]
pub enum IntakeRefused {
    #[error("no such service, or not in force")]
    NoSuchService,
    #[error("this agency does not handle the service, or the official does not receive there")]
    NotCompetent,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// A draft at the desk that is not finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenIntake {
    pub id: DossierId,
    pub applicant_name: String,
    pub service_name: String,
    pub saved_at: Instant,
}

/// Whether this official receives dossiers of the agency.
pub fn may_take_in(official: &Official, agency: AgencyId) -> bool {
    official.has(agency, Role::ReceptionOfficer)
}

/// Begins it, filled with what the person has said of himself. One statement.
pub async fn begin_intake(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    intake: Intake,
) -> Result<DossierId, IntakeRefused> {
    let version = rules.catalogue.in_force(&intake.service, now.instant()).ok_or(IntakeRefused::NoSuchService)?;
    let agency = rules.agencies.get(intake.agency).filter(|agency| handles(agency, &version.definition));
    let agency = agency.filter(|agency| may_take_in(official, agency.id)).ok_or(IntakeRefused::NotCompetent)?;
    if intake.channel == Channel::Online {
        return Err(IntakeRefused::NotCompetent);
    }
    let person = KnownPerson {
        full_name: Some(intake.name.clone()),
        email: intake.email.clone(),
        phone: intake.phone.clone(),
        personal_id: intake.personal_id.clone(),
        ..KnownPerson::default()
    };
    let new = NewIntake {
        service: version.service,
        version: version.id,
        agency: agency.id,
        channel: intake.channel,
        name: intake.name.to_string(),
        phone: intake.phone,
        email: intake.email,
        personal_id: intake.personal_id,
        answers: version.form.begin(&person, now.today()).to_json(),
        expires_at: expiry(now),
    };
    Ok(table::insert(conn, now, official.account, new).await?)
}

/// What this official has begun at the desk and not finished, the newest first. One statement.
pub async fn open_intakes(conn: &mut Conn, rules: &Rules, official: &Official) -> DbResult<Vec<OpenIntake>> {
    let rows = table::open(conn, official.account).await?;
    let open = |row: Row| -> DbResult<OpenIntake> {
        let version = rules.version(row.service_version_id)?;
        Ok(OpenIntake {
            id: row.id,
            applicant_name: row.applicant_name,
            service_name: version.definition.name.vi.clone(),
            saved_at: row.updated_at,
        })
    };
    rows.into_iter().map(open).collect()
}

/// Hands it in and accepts it: code, return date and form 01 in one transaction. Done before, by
/// whatever key, it only tells the code again.
pub async fn take_in(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    dossier: DossierId,
    key: SubmissionKey,
) -> Result<DossierCode, SubmitRefused> {
    conn.transaction(async |conn| {
        let row = table::for_update(conn, official.account, dossier).await?.ok_or(SubmitRefused::NotFound)?;
        if let Some(code) = row.code {
            return Ok(code);
        }
        let files = attachments::list(conn, dossier).await?;
        let hand = AtHand::of_intake(rules, now, official, row)?;
        let documents = check(&hand, files)?;
        let outcome = match hand.decide(Action::TakeIn) {
            // Whoever does not receive at this counter any more has no such draft.
            Err(ActRefused::Refused(_)) => return Err(SubmitRefused::NotFound),
            decided => decided?,
        };
        let code = next_code(conn, &hand).await?;
        let facts = facts(&hand, code, key);
        let brought = Brought { facts: Some(facts), documents, ..Brought::default() };
        Ok(hand.apply(conn, Action::TakeIn, outcome, brought).await?.code)
    })
    .await
}

/// Nhận về tài khoản: whoever holds the receipt, with its check code and the last four digits of the
/// number he gave at the desk, gets the dossier into his account. False if the three do not belong
/// together, or somebody has it already.
pub async fn claim(conn: &mut Conn, now: Now, citizen: &Citizen, code: &DossierCode, check_code: &str, last_four: &str) -> DbResult<bool> {
    conn.transaction(async |conn| {
        let check_code: String = check_code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).take(40).collect();
        if !table::claim(conn, citizen, code, &check_code, last_four).await? {
            return Ok(false);
        }
        let actor = Actor::Citizen(citizen.clone());
        audit::record(conn, now, &actor, "claim_dossier", "dossier", code.as_str(), serde_json::json!({})).await?;
        Ok(true)
    })
    .await
}
