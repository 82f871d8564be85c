//! A draft: what has been answered and given so far. Only its owner sees it.

use crate::{
    attachments::{self, Attachment},
    catalogue::RequiredDocument,
    dossiers::{LockVersion, Rules, queries::drafts},
    forms::Answers,
    kernel::{
        actor::Citizen,
        clock::{Instant, Now},
        ids::{AgencyId, DossierId, ServiceVersionId},
        money::Money,
    },
    platform::db::{Conn, DbResult},
};

#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub id: DossierId,
    pub version: LockVersion,
    pub service_version: ServiceVersionId,
    pub service_slug: String,
    pub service_name: String,
    /// Everything answered so far, also what was not understood.
    pub answers: Answers,
    /// The pages that were saved at least once; what was filled in beforehand is nobody's work yet.
    pub saved_pages: Vec<String>,
    pub agency: Option<AgencyId>,
    pub agency_name: Option<String>,
    /// The documents that the answers so far make necessary or possible, with the files given.
    pub documents: Vec<DocumentToGive>,
    pub fee: Money,
    /// Of a draft that an official fills in at the counter: for whom.
    pub at_counter: Option<String>,
    pub saved_at: Instant,
    /// After this day the draft is deleted.
    pub expires_at: Instant,
}

/// A document of the service as it applies to this draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentToGive {
    pub key: String,
    pub name: String,
    pub hint: String,
    pub required: bool,
    pub files: Vec<Attachment>,
}

/// A draft of this citizen. Two statements.
pub async fn draft(conn: &mut Conn, rules: &Rules, now: Now, citizen: &Citizen, id: DossierId) -> DbResult<Option<Draft>> {
    let Some(row) = drafts::find(conn, citizen, id).await? else { return Ok(None) };
    let version = rules.version(row.service_version_id)?;
    let agency = row.agency_id.and_then(|agency| rules.agencies.get(agency));
    let answers = Answers::from_json(row.answers.clone());
    let files = attachments::list(conn, id).await?;
    let document = |document: RequiredDocument| DocumentToGive {
        files: files.iter().filter(|file| file.document_key == document.key).cloned().collect(),
        name: document.name.get(rules.lang).to_owned(),
        hint: document.hint.as_ref().map(|hint| hint.get(rules.lang).to_owned()).unwrap_or_default(),
        required: document.required,
        key: document.key,
    };
    let called = version.required_documents(&answers, now.today()).into_iter().filter(|document| document.upload);
    Ok(Some(Draft {
        id,
        version: LockVersion(row.lock_version),
        service_version: version.id,
        service_slug: version.slug().to_owned(),
        service_name: version.definition.name.get(rules.lang).to_owned(),
        agency: row.agency_id,
        agency_name: agency.map(crate::agencies::Agency::short_authority),
        documents: called.map(document).collect(),
        fee: version.fee(&answers, now.today()),
        at_counter: row.taken_in_by.map(|_| row.applicant_name.clone()),
        saved_pages: row.page_versions.as_object().map(|pages| pages.keys().cloned().collect()).unwrap_or_default(),
        answers,
        saved_at: row.updated_at,
        expires_at: row.draft_expires_at.unwrap_or(row.updated_at),
    }))
}
