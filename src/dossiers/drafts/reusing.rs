//! Dùng lại thông tin lần trước: what somebody said about himself before is offered where a page of a
//! draft asks it again. It is asked for, its source is told, and nothing typed is ever replaced.

use serde_json::Value;

use crate::{
    accounts,
    catalogue::ServiceVersion,
    dossiers::{
        Rules, SaveRefused,
        draft::{known, stored_page},
        model::Row,
        queries::drafts,
        reading::Draft,
    },
    forms::{Answers, FormPage},
    kernel::{
        actor::Citizen,
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::DossierId,
    },
    platform::db::{AsyncConnection, Conn, DbResult},
};

/// Where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReusedFrom {
    Account,
    Dossier { code: DossierCode, service_name: String, submitted_at: Instant },
}

/// What one page could be filled with.
#[derive(Debug, Clone, PartialEq)]
pub struct Reusable {
    pub from: ReusedFrom,
    /// The questions, as the page words them.
    pub labels: Vec<String>,
    answers: Vec<(String, Value)>,
}

/// What may be offered on this page. No statement where the page has nothing of the kind still to ask;
/// else one for the account, and one more for the last dossier if the account knows nothing.
pub async fn reusable(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    draft: &Draft,
    page: &str,
) -> DbResult<Option<Reusable>> {
    // What the official has said of himself is no answer of the person at the desk.
    if draft.at_counter.is_some() {
        return Ok(None);
    }
    let version = rules.version(draft.service_version)?;
    match version.form.definition().page(page) {
        Some(page) => offer(conn, rules, now, citizen, (&version, page), &draft.answers).await,
        None => Ok(None),
    }
}

/// Fills what is still open on this page, and tells from where and how many questions.
pub async fn reuse(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    dossier: DossierId,
    page: &str,
) -> Result<Option<Reusable>, SaveRefused> {
    conn.transaction(async |conn| {
        let row = drafts::find(conn, citizen, dossier).await?.ok_or(SaveRefused::NotFound)?;
        if row.taken_in_by.is_some() {
            return Ok(None);
        }
        let version = rules.version(row.service_version_id).map_err(|unknown| SaveRefused::Inconsistent(unknown.0))?;
        let asked = version.form.definition().page(page).ok_or_else(|| SaveRefused::NoSuchPage(page.to_owned()))?;
        let mut answers = Answers::from_json(row.answers.clone());
        let Some(found) = offer(conn, rules, now, citizen, (&version, asked), &answers).await? else { return Ok(None) };
        for (key, value) in &found.answers {
            answers.set(key, value.clone());
        }
        let saved = stored_page(&row, &version, page, &answers, now);
        match drafts::save(conn, now, citizen, dossier, saved).await? {
            Some(_) => Ok(Some(found)),
            // Saved elsewhere at the same moment: nothing is taken over, and it is offered again.
            None => Ok(None),
        }
    })
    .await
}

async fn offer(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    (version, page): (&ServiceVersion, &FormPage),
    answers: &Answers,
) -> DbResult<Option<Reusable>> {
    let (form, prefix) = (&version.form, himself(version));
    if !form.wants(page, prefix, answers) {
        return Ok(None);
    }
    let person = accounts::profile(conn, citizen.account).await?.map(known).unwrap_or_default();
    let by_account = form.known_to(page, &person, answers, now.today());
    if !by_account.is_empty() {
        return Ok(Some(told(rules, page, ReusedFrom::Account, by_account)));
    }
    let Some(last) = drafts::last_submitted(conn, citizen).await? else { return Ok(None) };
    Ok(by_dossier(rules, now, (version, page), answers, last))
}

fn by_dossier(rules: &Rules, now: Now, (version, page): (&ServiceVersion, &FormPage), answers: &Answers, last: Row) -> Option<Reusable> {
    let past = rules.version(last.service_version_id).ok()?;
    let prefix = himself(version);
    // Under another name the questions may be about somebody else.
    if prefix.is_empty() || himself(&past) != prefix {
        return None;
    }
    let said = Answers::from_json(last.answers);
    let found = version.form.said_before(page, prefix, (&past.form, &said), answers, now.today());
    let from = ReusedFrom::Dossier {
        code: last.code?,
        service_name: past.definition.name.get(rules.lang).to_owned(),
        submitted_at: last.submitted_at?,
    };
    (!found.is_empty()).then(|| told(rules, page, from, found))
}

fn told(rules: &Rules, page: &FormPage, from: ReusedFrom, found: Vec<(&str, Value)>) -> Reusable {
    let label = |key: &str| page.fields().find(|field| field.key == key).map(|field| field.label.get(rules.lang).to_owned());
    Reusable {
        from,
        labels: found.iter().filter_map(|(key, _)| label(key)).collect(),
        answers: found.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
    }
}

/// How the questions about the person who applies begin: `requester.`
fn himself(version: &ServiceVersion) -> &str {
    let name = version.definition.applicant.name.first().map_or("", String::as_str);
    name.rfind('.').map_or("", |dot| &name[..=dot])
}
