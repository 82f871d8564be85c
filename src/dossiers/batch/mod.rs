//! One act on many dossiers: each in a transaction of its own, so that one that cannot be done hinders no other.
//!
//! What will happen is foreseen by the same decision that later does it.

use crate::dossiers::{
    ActRefused, Done, LockVersion, Rules, Seen, approve,
    at_hand::AtHand,
    forward,
    queries::load,
    reading::{PaperFacts, papers},
};
use crate::{
    documents,
    kernel::{
        actor::{Actor, Official},
        clock::Now,
        dossier_code::DossierCode,
    },
    platform::db::{Conn, DbError},
    workflow::{Action, Who},
};

crate::text_enum!(
    /// Refusing is not among them: that is decided one by one.
    BatchAct {
        Forward = "forward",
        Approve = "approve",
        Print = "print",
    }
);

/// What would happen to one of the dossiers.
#[derive(Debug)]
pub struct Foreseen {
    pub code: DossierCode,
    pub applicant_name: String,
    pub service_name: String,
    pub step_name: String,
    pub version: LockVersion,
    /// Printed instead of acted on.
    pub papers: Vec<PaperFacts>,
    /// The step to which it would go, or why not.
    pub outcome: Result<String, ActRefused>,
}

/// In the order of the codes. What is not the official's is foreseen as not found.
pub async fn foresee(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    act: BatchAct,
    codes: &[DossierCode],
) -> Result<Vec<Result<Foreseen, DossierCode>>, ActRefused> {
    let mut all = Vec::new();
    for code in codes {
        all.push(match load::of_official(conn, official, code).await? {
            Some(row) => Ok(foreseen(conn, rules, now, official, act, row).await?),
            None => Err(code.clone()),
        });
    }
    Ok(all)
}

async fn foreseen(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    act: BatchAct,
    row: crate::dossiers::model::Row,
) -> Result<Foreseen, ActRefused> {
    let roles = row.agency_id.map(|agency| official.roles_at(agency).collect()).unwrap_or_default();
    let papers = if act == BatchAct::Print { papers(documents::list(conn, row.id).await?) } else { Vec::new() };
    let hand = AtHand::of(conn, rules, now, Actor::Official(official.clone()), Who::Official(roles), row).await?;
    let workflow = &hand.version.definition.workflow;
    let outcome = match action(act) {
        None => Ok(String::new()),
        Some(action) => hand.decide(action).map(|outcome| {
            let step = outcome.step.as_ref().and_then(|key| workflow.step(key));
            step.map(|step| step.name.clone()).unwrap_or_default()
        }),
    };
    Ok(Foreseen {
        code: hand.row.code.clone().ok_or(DbError::NotFound)?,
        applicant_name: hand.row.applicant_name.clone(),
        service_name: hand.version.definition.name.vi.clone(),
        step_name: hand.step().map(|step| step.name.clone()).unwrap_or_default(),
        version: LockVersion(hand.row.lock_version),
        papers,
        outcome,
    })
}

const fn action(act: BatchAct) -> Option<Action> {
    match act {
        BatchAct::Forward => Some(Action::Forward),
        BatchAct::Approve => Some(Action::Approve),
        BatchAct::Print => None,
    }
}

/// Does it, one after the other; the comment goes with each.
pub async fn batch(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    act: BatchAct,
    (items, comment): (Vec<Seen>, &str),
) -> Vec<(DossierCode, Result<Done, ActRefused>)> {
    let mut report = Vec::new();
    for seen in items {
        let done = match act {
            BatchAct::Forward => forward(conn, rules, now, official, &seen, comment).await,
            BatchAct::Approve => approve(conn, rules, now, official, &seen, comment).await,
            BatchAct::Print => continue,
        };
        report.push((seen.code, done));
    }
    report
}
