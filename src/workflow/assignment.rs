//! Giao việc: who may lay a dossier into whose hands, and how work is shared out evenly.

use std::collections::BTreeMap;

use super::{Action, DossierState, Outcome, Refusal, Who, Workflow, decide};
use crate::kernel::{actor::Role, clock::Now, ids::AccountId};

/// A dossier that somebody wants in certain hands.
#[derive(Debug, Clone, Copy)]
pub struct Handing<'a> {
    pub who: &'a Who,
    pub me: AccountId,
    /// In whose hands it is.
    pub holder: Option<AccountId>,
    /// Into whose hands, and what he does in the agency; nobody's: back among what waits for the step.
    pub to: Option<(AccountId, &'a [Role])>,
}

/// Whoever acts at the step takes what nobody has, and lays down what he has; a leader gives and
/// takes back as he likes. Nobody gets what he could not act on.
pub fn may_hand(workflow: &Workflow, state: &DossierState, handing: &Handing<'_>, now: Now) -> Result<Outcome, Refusal> {
    let outcome = decide(workflow, state, handing.who, Action::Assign, now)?;
    let step = state.step.as_ref().and_then(|key| workflow.step(key));
    let (leads, mine) = (handing.who.leads(), handing.holder == Some(handing.me));
    match (handing.to, handing.holder) {
        (None, None) => Err(Refusal::HeldByNobody),
        (None, Some(_)) if !leads && !mine => Err(Refusal::HeldByColleague),
        (None, Some(_)) => Ok(outcome),
        (Some((account, _)), Some(holder)) if account == holder => Err(Refusal::HeldAlready),
        (Some((_, roles)), _) if !step.is_some_and(|step| roles.iter().any(|role| role.serves(step.role))) => Err(Refusal::NotTheirStep),
        (Some(_), _) if leads => Ok(outcome),
        (Some((account, _)), None) if account == handing.me => Ok(outcome),
        (Some(_), None) => Err(Refusal::ForLeaders(Action::Assign)),
        (Some(_), Some(_)) if mine => Err(Refusal::ForLeaders(Action::Assign)),
        (Some(_), Some(_)) => Err(Refusal::HeldByColleague),
    }
}

/// Theo số việc đang có: each piece of work goes to the one of those who may do it who has least,
/// what was just given to him counted in; of equals to the first.
pub fn share_out(work: &[Vec<AccountId>], held: &BTreeMap<AccountId, i64>) -> Vec<Option<AccountId>> {
    let mut held = held.clone();
    let mut shares = Vec::new();
    for able in work {
        let share = able.iter().copied().min_by_key(|account| held.get(account).copied().unwrap_or_default());
        if let Some(account) = share {
            *held.entry(account).or_default() += 1;
        }
        shares.push(share);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workflow::{Status, Step, StepClock, StepKey, StepKind, WorkingTime};

    fn workflow() -> Workflow {
        let step = |key: &str, kind, role| Step {
            key: StepKey::new(key),
            kind,
            name: key.into(),
            public_name: key.into(),
            public_name_en: None,
            role,
            hours: WorkingTime::minutes(60),
            optional: false,
            clock: StepClock::Runs,
            allows: None,
        };
        let steps = vec![
            step("receive", StepKind::Receive, Role::ReceptionOfficer),
            step("examine", StepKind::Work, Role::CivilStatusOfficer),
            step("confirm", StepKind::Confirm, Role::CivilStatusOfficer),
            step("return", StepKind::Return, Role::ReturnOfficer),
        ];
        Workflow { steps, consultations: Vec::new() }
    }

    fn at(step: &str, status: Status) -> DossierState {
        DossierState { status, accepted: true, step: Some(StepKey::new(step)), ..DossierState::draft() }
    }

    fn now() -> Now {
        Now(chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a time"))
    }

    fn told(
        state: &DossierState,
        roles: &[Role],
        (me, holder): (AccountId, Option<AccountId>),
        to: Option<(AccountId, &[Role])>,
    ) -> &'static str {
        let who = Who::Official(roles.to_vec());
        match may_hand(&workflow(), state, &Handing { who: &who, me, holder, to }, now()) {
            Ok(outcome) if outcome.status == state.status && outcome.step == state.step => "yes",
            Ok(_) => "moved",
            Err(refusal) => refusal.text_key(),
        }
    }

    #[test]
    fn who_acts_at_the_step_takes_what_is_free_and_lays_down_what_is_his() {
        let (me, colleague) = (AccountId::new(), AccountId::new());
        let roles: &[Role] = &[Role::CivilStatusOfficer];
        let state = at("examine", Status::Processing);
        let (mine, theirs) = (Some((me, roles)), Some((colleague, roles)));
        assert_eq!(told(&state, roles, (me, None), mine), "yes");
        assert_eq!(told(&state, roles, (me, Some(me)), None), "yes");
        assert_eq!(told(&state, roles, (me, Some(me)), mine), "refusal-held-already");
        assert_eq!(told(&state, roles, (me, Some(colleague)), mine), "refusal-held-by-colleague");
        assert_eq!(told(&state, roles, (me, Some(colleague)), None), "refusal-held-by-colleague");
        assert_eq!(told(&state, roles, (me, None), None), "refusal-held-by-nobody");
        for holder in [None, Some(me)] {
            assert_eq!(told(&state, roles, (me, holder), theirs), "refusal-for-leaders");
        }
        assert_eq!(told(&state, &[Role::RecordsClerk], (me, None), Some((me, &[Role::RecordsClerk]))), "refusal-not-your-step");
        assert_eq!(told(&at("confirm", Status::Processing), roles, (me, None), mine), "refusal-not-at-this-step");
    }

    #[test]
    fn a_leader_gives_and_takes_back_but_only_to_whom_it_concerns() {
        let (me, one, other) = (AccountId::new(), AccountId::new(), AccountId::new());
        let (leader, officer): (&[Role], &[Role]) = (&[Role::UnitLeader], &[Role::CivilStatusOfficer]);
        let state = at("examine", Status::Processing);
        assert_eq!(told(&state, leader, (me, Some(one)), Some((other, officer))), "yes");
        assert_eq!(told(&state, leader, (me, Some(one)), None), "yes");
        assert_eq!(told(&state, leader, (me, None), Some((me, leader))), "refusal-not-their-step");
        let desk: &[Role] = &[Role::ReceptionOfficer];
        assert_eq!(told(&at("return", Status::Finished), desk, (me, None), Some((me, desk))), "yes");
    }

    #[test]
    fn work_goes_to_who_has_least_and_what_was_given_counts() {
        let [a, b, c] = [AccountId::new(), AccountId::new(), AccountId::new()];
        let held = BTreeMap::from([(a, 2), (b, 0)]);
        let all = vec![a, b, c];
        let shares = share_out(&[all.clone(), all.clone(), all.clone(), vec![a], Vec::new()], &held);
        assert_eq!(shares, [Some(b), Some(c), Some(b), Some(a), None]);
    }
}
