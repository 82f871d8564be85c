//! One act on many dossiers: each in a transaction of its own, so that one that cannot be done hinders no other.
//!
//! What will happen is foreseen by the same decision that later does it.

mod sharing;

pub use sharing::{Sharing, share};

use crate::dossiers::{
    ActRefused, Done, LockVersion, Rules, Seen, approve, assign,
    at_hand::AtHand,
    forward,
    model::Row,
    queries::load,
    reading::{PaperFacts, papers},
};
use crate::{
    documents,
    kernel::{
        actor::{Actor, Official},
        clock::Now,
        dossier_code::DossierCode,
        ids::AccountId,
    },
    platform::db::Conn,
    workflow::{Action, Who},
};

crate::text_enum!(
    /// Refusing is not among them: that is decided one by one.
    BatchAct {
        Forward = "forward",
        Approve = "approve",
        Assign = "assign",
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
    /// The step to which it would go, or the colleague; or why not.
    pub outcome: Result<String, ActRefused>,
    /// Into whose hands it would come.
    pub assignee: Option<AccountId>,
}

/// One of the dossiers, as it was seen when it was foreseen what would happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchItem {
    pub seen: Seen,
    pub assignee: Option<AccountId>,
}

impl Foreseen {
    fn of(hand: &AtHand<'_>, code: &DossierCode, outcome: Result<String, ActRefused>) -> Self {
        Self {
            code: code.clone(),
            applicant_name: hand.row.applicant_name.clone(),
            service_name: hand.version.definition.name.vi.clone(),
            step_name: hand.step().map(|step| step.name.clone()).unwrap_or_default(),
            version: LockVersion(hand.row.lock_version),
            papers: Vec::new(),
            outcome,
            assignee: None,
        }
    }
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
            Some(row) => Ok(foreseen(conn, rules, now, official, act, (code, row)).await?),
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
    (code, row): (&DossierCode, Row),
) -> Result<Foreseen, ActRefused> {
    let papers = if act == BatchAct::Print { papers(documents::list(conn, row.id).await?) } else { Vec::new() };
    let hand = hand_of(conn, rules, now, official, row).await?;
    let workflow = &hand.version.definition.workflow;
    let outcome = match action(act) {
        None => Ok(String::new()),
        Some(action) => hand.decide(action).map(|outcome| {
            let step = outcome.step.as_ref().and_then(|key| workflow.step(key));
            step.map(|step| step.name.clone()).unwrap_or_default()
        }),
    };
    Ok(Foreseen { papers, ..Foreseen::of(&hand, code, outcome) })
}

/// The dossier in front of the official, not locked: only to foresee.
async fn hand_of<'a>(conn: &mut Conn, rules: &'a Rules, now: Now, official: &Official, row: Row) -> Result<AtHand<'a>, ActRefused> {
    let roles = row.agency_id.map(|agency| official.roles_at(agency).collect()).unwrap_or_default();
    AtHand::of(conn, rules, now, Actor::Official(official.clone()), Who::Official(roles), row).await
}

const fn action(act: BatchAct) -> Option<Action> {
    match act {
        BatchAct::Forward => Some(Action::Forward),
        BatchAct::Approve => Some(Action::Approve),
        BatchAct::Assign | BatchAct::Print => None,
    }
}

/// Does it, one after the other; the comment goes with each.
pub async fn batch(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    act: BatchAct,
    (items, comment): (Vec<BatchItem>, &str),
) -> Vec<(DossierCode, Result<Done, ActRefused>)> {
    let mut report = Vec::new();
    for BatchItem { seen, assignee } in items {
        let done = match act {
            BatchAct::Assign => assign(conn, rules, now, official, &seen, assignee).await,
            BatchAct::Forward => forward(conn, rules, now, official, &seen, comment).await,
            BatchAct::Approve => approve(conn, rules, now, official, &seen, comment).await,
            BatchAct::Print => continue,
        };
        report.push((seen.code, done));
    }
    report
}
