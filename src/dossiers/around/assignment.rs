//! Giao việc: a dossier comes into somebody's hands at its step, or back among what waits there. What
//! everybody has already is said beforehand.

use std::collections::BTreeMap;

use crate::{
    accounts::{self, Colleague},
    dossiers::{ActRefused, Done, EventNote, Missing, Rules, Seen, applying::Brought, at_hand::AtHand, inbox},
    kernel::{
        actor::{Official, Role},
        clock::Now,
        ids::{AccountId, AgencyId},
    },
    platform::db::{AsyncConnection, Conn, DbResult},
    workflow::{Action, Handing, Outcome, may_hand},
};

/// In whose hands a dossier is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub account: AccountId,
    pub name: String,
}

/// A colleague who may act at a step, with what he has in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub colleague: Colleague,
    pub open: i64,
    pub late: i64,
}

/// Lays a dossier into the hands of a colleague, of oneself, or of nobody.
pub async fn assign(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    to: Option<AccountId>,
) -> Result<Done, ActRefused> {
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let colleague = match to {
            Some(account) => Some(colleague(conn, now, &hand, account).await?),
            None => None,
        };
        let outcome = hand.hand_to(official, colleague.as_ref())?;
        let note = EventNote { assignee: colleague.map(|colleague| colleague.name.to_string()), ..EventNote::default() };
        hand.apply(conn, Action::Assign, outcome, Brought { note, hands: Some(to), ..Brought::default() }).await
    })
    .await
}

/// Somebody who works in the agency of the dossier today.
async fn colleague(conn: &mut Conn, now: Now, hand: &AtHand<'_>, account: AccountId) -> Result<Colleague, ActRefused> {
    let all = accounts::colleagues(conn, now, hand.agency.id).await?;
    all.into_iter().find(|one| one.account == account).ok_or_else(|| ActRefused::Incomplete(vec![Missing::Assignee]))
}

impl AtHand<'_> {
    pub(in crate::dossiers) fn hand_to(&self, official: &Official, to: Option<&Colleague>) -> Result<Outcome, ActRefused> {
        let handing = Handing {
            who: &self.who,
            me: official.account,
            holder: self.row.assignee_id,
            to: to.map(|one| (one.account, one.roles.as_slice())),
        };
        Ok(may_hand(&self.version.definition.workflow, &self.state, &handing, self.now)?)
    }
}

/// Who may act at a step of this role, the least busy first. Two statements.
pub async fn candidates(conn: &mut Conn, now: Now, agency: AgencyId, role: Role) -> DbResult<Vec<Candidate>> {
    let able: Vec<Colleague> = accounts::colleagues(conn, now, agency).await?.into_iter().filter(|one| one.serves(role)).collect();
    let accounts: Vec<AccountId> = able.iter().map(|one| one.account).collect();
    let held: BTreeMap<AccountId, (i64, i64)> =
        inbox::held(conn, now, &accounts).await?.into_iter().map(|held| (held.account, (held.open, held.late))).collect();
    let mut candidates: Vec<Candidate> = able
        .into_iter()
        .map(|colleague| {
            let (open, late) = held.get(&colleague.account).copied().unwrap_or_default();
            Candidate { colleague, open, late }
        })
        .collect();
    candidates.sort_by_key(|one| one.open);
    Ok(candidates)
}
