//! A dossier at hand: locked, loaded for the person who acts, compared with what he saw.

use std::sync::Arc;

use crate::dossiers::{
    ActRefused, LockVersion, Meanwhile, Rules, Seen, SubmitRefused,
    event::EventKind,
    folder::Folder,
    model::{EventRow, Row, SupplementRow},
    queries::{self, history, load},
};
use crate::{
    agencies::Agency,
    calendar::Limit,
    catalogue::ServiceVersion,
    forms::Answers,
    kernel::{
        actor::{Actor, Citizen, Official, Role, StandIn},
        clock::{Now, local},
        ids::{AccountId, AgencyId, DossierId},
    },
    platform::db::Conn,
    workflow::{Action, DossierState, Outcome, Status, Step, StepKey, Who, Wish, decide, role_fits},
};

pub(in crate::dossiers) struct AtHand<'a> {
    pub rules: &'a Rules,
    pub now: Now,
    pub actor: Actor,
    pub who: Who,
    pub row: Row,
    pub version: Arc<ServiceVersion>,
    pub agency: &'a Agency,
    /// For which agency the actor acts: that of the dossier, or one that was asked.
    pub acts_for: Option<AgencyId>,
    pub folder: Folder,
    pub last: Option<EventRow>,
    pub state: DossierState,
}

impl<'a> AtHand<'a> {
    /// For an official of its agency. Three statements.
    pub async fn of_official(conn: &mut Conn, rules: &'a Rules, now: Now, official: &Official, seen: &Seen) -> Result<Self, ActRefused> {
        let row = load::of_official_for_update(conn, official, &seen.code).await?.ok_or(ActRefused::NotFound)?;
        let roles = row.agency_id.map(|agency| official.roles_at(agency).collect()).unwrap_or_default();
        let hand = Self::of(conn, rules, now, Actor::Official(official.clone()), Who::Official(roles), row).await?;
        hand.compare(seen.version)?;
        Ok(hand)
    }

    /// For the person who handed it in. Three statements.
    pub async fn of_owner(conn: &mut Conn, rules: &'a Rules, now: Now, citizen: &Citizen, seen: &Seen) -> Result<Self, ActRefused> {
        let row = load::of_owner_for_update(conn, citizen, &seen.code).await?.ok_or(ActRefused::NotFound)?;
        let hand = Self::of(conn, rules, now, Actor::Citizen(citizen.clone()), Who::Owner, row).await?;
        hand.compare(seen.version)?;
        Ok(hand)
    }

    /// For the portal itself, when a time has run out. Three statements.
    pub async fn of_portal(conn: &mut Conn, rules: &'a Rules, now: Now, dossier: DossierId) -> Result<Self, ActRefused> {
        let row = load::by_id_for_update(conn, dossier).await?.ok_or(ActRefused::NotFound)?;
        Self::of(conn, rules, now, Actor::System, Who::Portal, row).await
    }

    /// A draft about to be submitted: nothing has happened to it yet. No statement.
    pub fn of_draft(rules: &'a Rules, now: Now, citizen: &Citizen, row: Row) -> Result<Self, SubmitRefused> {
        Self::of_new(rules, now, Actor::Citizen(citizen.clone()), Who::Owner, row)
    }

    /// A draft of the counter, about to be taken in. No statement.
    pub fn of_intake(rules: &'a Rules, now: Now, official: &Official, row: Row) -> Result<Self, SubmitRefused> {
        let roles = row.agency_id.map(|agency| official.roles_at(agency).collect()).unwrap_or_default();
        Self::of_new(rules, now, Actor::Official(official.clone()), Who::Official(roles), row)
    }

    fn of_new(rules: &'a Rules, now: Now, actor: Actor, who: Who, row: Row) -> Result<Self, SubmitRefused> {
        let version = rules.version(row.service_version_id).map_err(|unknown| SubmitRefused::Inconsistent(unknown.0))?;
        let agency = row.agency_id.and_then(|id| rules.agencies.get(id)).ok_or(SubmitRefused::NoAgency)?;
        let (folder, acts_for) = (Folder::default(), row.agency_id);
        let state = state_of(&row, &folder);
        Ok(Self { rules, now, actor, who, row, version, agency, acts_for, folder, last: None, state })
    }

    pub async fn of(conn: &mut Conn, rules: &'a Rules, now: Now, actor: Actor, who: Who, row: Row) -> Result<Self, ActRefused> {
        let folder = queries::folder::open(conn, row.id).await?;
        let last = history::last_event(conn, row.id).await?;
        let version = rules.version(row.service_version_id)?;
        let agency = rules.agency(row.agency_id)?;
        let recall_to = actor.account().and_then(|account| recall_to(&row, last.as_ref(), account));
        let state = DossierState { recall_to, ..state_of(&row, &folder) };
        Ok(Self { rules, now, actor, who, acts_for: row.agency_id, row, version, agency, folder, last, state })
    }

    /// Somebody acted since: say who and what.
    fn compare(&self, seen: LockVersion) -> Result<(), ActRefused> {
        if self.row.lock_version == seen.0 {
            return Ok(());
        }
        let Some(last) = &self.last else { return Err(ActRefused::Inconsistent("a dossier without events")) };
        let meanwhile = Meanwhile { kind: last.kind, at: last.at, by_name: last.actor_name.clone(), by_role: last.actor_role };
        Err(ActRefused::Meanwhile(Box::new(meanwhile)))
    }

    pub fn decide(&self, wish: impl Into<Wish>) -> Result<Outcome, ActRefused> {
        Ok(decide(&self.version.definition.workflow, &self.state, &self.who, wish, self.now)?)
    }

    pub fn step(&self) -> Option<&Step> {
        self.state.step.as_ref().and_then(|key| self.version.definition.workflow.step(key))
    }

    pub fn answers(&self) -> Answers {
        Answers::from_json(self.row.answers.clone())
    }

    /// The limit of the service for these answers; law is dated by the day of receipt.
    pub fn limit(&self) -> Limit {
        let day = self.row.submitted_at.map_or(self.now.today(), |at| local(at).date_naive());
        self.version.deadline(&self.answers(), day)
    }

    /// In which of his roles the official acts: that of the step, or the first he has here; where his
    /// own are not enough, that of the absent colleague for whom he acts.
    pub fn role(&self, action: Option<Action>) -> Option<Role> {
        let Actor::Official(official) = &self.actor else { return None };
        if let Some(absent) = self.on_behalf(action) {
            return Some(absent.role);
        }
        let own: Vec<Role> = self.row.agency_id.map(|agency| official.own_roles_at(agency).collect()).unwrap_or_default();
        let of_step = self.step().map(|step| step.role).filter(|role| own.contains(role));
        of_step.or_else(|| own.first().copied())
    }

    /// Thay mặt: whose post makes this act of the official possible, if none of his own does.
    pub fn on_behalf(&self, action: Option<Action>) -> Option<&StandIn> {
        let (Actor::Official(official), Some(agency), Some(action)) = (&self.actor, self.row.agency_id, action) else { return None };
        if official.stands_in.is_empty() || !matches!(self.who, Who::Official(_)) {
            return None;
        }
        let enough = |roles: Vec<Role>| role_fits(&self.version.definition.workflow, &self.state, &Who::Official(roles), action, self.now);
        if enough(official.own_roles_at(agency).collect()) {
            return None;
        }
        official.stands_in.iter().filter(|post| post.agency == agency).find(|post| enough(vec![post.role]))
    }

    pub fn actor_name(&self) -> String {
        match &self.actor {
            Actor::Citizen(citizen) => citizen.name.to_string(),
            Actor::Official(official) => official.name.to_string(),
            Actor::System => String::new(),
        }
    }

    pub fn open_supplement(&self) -> Option<&SupplementRow> {
        self.folder.open_supplement()
    }
}

/// The state that decisions look at. Requests made before acceptance count apart from those made
/// during processing.
pub(in crate::dossiers) fn state_of(row: &Row, folder: &Folder) -> DossierState {
    let supplements = &folder.supplements;
    let during = |request: &&SupplementRow| row.accepted_at.is_some_and(|accepted| request.requested_at >= accepted);
    let count = |requests: usize| u32::try_from(requests).unwrap_or(u32::MAX);
    let during = supplements.iter().filter(during).count();
    DossierState {
        status: row.status,
        step: row.step(),
        channel: row.channel,
        accepted: row.accepted_at.is_some(),
        supplements_before_acceptance: count(supplements.len().saturating_sub(during)),
        supplements_during_processing: count(during),
        open_supplement: supplements.iter().find_map(SupplementRow::open),
        consultations: folder.consultations_for_decision(None),
        draft_until: row.step_due_at.filter(|_| row.status == Status::Processing && row.waits_for_citizen),
        recall_to: None,
        extended: row.extended_at.is_some(),
        withdrawal_asked: row.withdrawal_asked_at.is_some(),
        paid: row.fee == 0 || row.paid_at.is_some(),
        decision: row.decision,
        return_method: row.return_method,
    }
}

/// The step to which this person may take the dossier back: he made the last move, and nobody of the
/// step has opened it since. A draft that is before the citizen is not taken back.
pub(in crate::dossiers) fn recall_to(row: &Row, last: Option<&EventRow>, account: AccountId) -> Option<StepKey> {
    let moved = |event: &&EventRow| matches!(event.kind, EventKind::Forwarded | EventKind::Approved) && event.account_id == Some(account);
    let unseen = row.status == Status::Processing && row.opened_at.is_none() && !row.waits_for_citizen;
    last.filter(moved).filter(|_| unseen)?.step_key.as_deref().map(StepKey::new)
}
