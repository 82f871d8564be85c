//! What other agencies ask of mine: the question, who asks, about which service; nothing else of the
//! dossier.

use crate::{
    dossiers::{Rules, model::AskedRow, queries::around},
    kernel::{
        actor::{Actor, Official},
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::ConsultationId,
    },
    platform::db::{Conn, DbError, DbResult},
    workflow::Silence,
};

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedOpinion {
    pub id: ConsultationId,
    pub name: String,
    pub code: DossierCode,
    pub service_name: String,
    /// Who asks, and who is asked.
    pub asking: String,
    pub asked: String,
    pub question: String,
    pub asked_at: Instant,
    pub answer_until: Instant,
    pub silence: Silence,
    /// It was answered, or its time was closed.
    pub closed_at: Option<Instant>,
}

/// The questions that wait for an answer of this official's agencies. One statement.
pub async fn asked_opinions(conn: &mut Conn, rules: &Rules, official: &Official) -> DbResult<Vec<AskedOpinion>> {
    let rows = around::asked_of(conn, &official.agencies(), None).await?;
    rows.into_iter().map(|row| opinion(rules, row)).collect()
}

/// One of them; the look is audited.
pub async fn asked_opinion(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    id: ConsultationId,
) -> DbResult<Option<AskedOpinion>> {
    let Some(row) = around::asked_of(conn, &official.agencies(), Some(id)).await?.pop() else { return Ok(None) };
    let asked = opinion(rules, row)?;
    let (actor, subject) = (Actor::Official(official.clone()), asked.code.as_str());
    crate::audit::record(conn, now, &actor, "open_consultation", "dossier", subject, serde_json::json!({})).await?;
    Ok(Some(asked))
}

fn opinion(rules: &Rules, row: AskedRow) -> DbResult<AskedOpinion> {
    let version = rules.version(row.service_version_id)?;
    Ok(AskedOpinion {
        id: row.id,
        name: row.name,
        code: row.code.ok_or(DbError::NotFound)?,
        service_name: version.definition.name.get(rules.lang).to_owned(),
        asking: rules.agency(row.asking_id)?.short_authority(),
        asked: rules.agency(Some(row.agency_id))?.short_authority(),
        question: row.question,
        asked_at: row.asked_at,
        answer_until: row.answer_until,
        silence: row.silence,
        closed_at: row.closed_at,
    })
}
