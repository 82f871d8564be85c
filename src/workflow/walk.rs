//! A random walk over the engine: never an illegal change, never stuck before the end.

use proptest::prelude::*;

use super::{
    Action, Asked, Channel, ClockEffect, ClockRuns, Consultation, DossierState, OpenConsultation, OpenSupplement, Outcome, ReturnMethod,
    Silence, Status, Step, StepClock, StepKey, StepKind, Who, Workflow, WorkingTime, allowed, decide,
};
use crate::kernel::{actor::Role, clock::Now};

fn now() -> Now {
    Now(chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a time"))
}

fn step(key: &str, kind: StepKind, role: Role) -> Step {
    Step {
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
    }
}

fn civil_status() -> Workflow {
    Workflow {
        consultations: Vec::new(),
        steps: vec![
            step("receive", StepKind::Receive, Role::ReceptionOfficer),
            step("examine", StepKind::Work, Role::CivilStatusOfficer),
            step("register", StepKind::Work, Role::CivilStatusOfficer),
            step("sign", StepKind::Sign, Role::UnitLeader),
            step("issue", StepKind::Issue, Role::RecordsClerk),
            step("return", StepKind::Return, Role::ReceptionOfficer),
        ],
    }
}

/// Everything that a service can say: a draft for the citizen, an optional step, a consultation, both
/// of them with a clock that stands.
fn with_everything() -> Workflow {
    let mut workflow = civil_status();
    workflow.steps.insert(2, Step { clock: StepClock::Stands, ..step("confirm", StepKind::Confirm, Role::CivilStatusOfficer) });
    let verify = Step { optional: true, clock: StepClock::Stands, ..step("verify", StepKind::Work, Role::CivilStatusOfficer) };
    workflow.steps.insert(2, verify);
    workflow.consultations.push(Consultation {
        key: "elsewhere".into(),
        name: "Hỏi xã khác".into(),
        at: vec![StepKey::new("examine")],
        to: Asked::Commune,
        limit: crate::calendar::Limit::WorkingDays(3),
        silence: Silence::Consent,
        clock: StepClock::Stands,
    });
    workflow
}

fn apply(workflow: &Workflow, state: &DossierState, action: Action, outcome: Outcome) -> DossierState {
    let mut next = DossierState { status: outcome.status, step: outcome.step, decision: outcome.decision, ..state.clone() };
    match action {
        Action::RequestSupplement => {
            if state.accepted {
                next.supplements_during_processing += 1
            } else {
                next.supplements_before_acceptance += 1
            }
            next.open_supplement = Some(OpenSupplement { answer_until: now().plus(chrono::TimeDelta::days(5)), answered: false });
        }
        Action::AnswerSupplement => next.open_supplement = state.open_supplement.map(|open| OpenSupplement { answered: true, ..open }),
        _ if outcome.status != Status::SupplementRequested => next.open_supplement = None,
        _ => {}
    }
    match action {
        Action::Consult => {
            let asked = &workflow.consultations[0];
            next.consultations.push(OpenConsultation { answer_until: now().instant(), silence: asked.silence, clock: asked.clock });
        }
        Action::AnswerConsultation | Action::LapseConsultation => {
            next.consultations.remove(0);
        }
        _ => {}
    }
    if !next.status.is_open() || next.status == Status::Finished {
        next.consultations.clear();
    }
    next.extended |= action == Action::Extend;
    next.paid |= action == Action::TakePayment;
    next.withdrawal_asked = action == Action::AskWithdrawal || (state.withdrawal_asked && action != Action::DeclineWithdrawal);
    next.recall_to = state.step.clone().filter(|_| matches!(action, Action::Forward | Action::Approve) && !outcome.waits_for_citizen);
    next.draft_until = Some(now().instant()).filter(|_| next.status == Status::Processing && outcome.waits_for_citizen);
    next.accepted |= outcome.clock == ClockEffect::Start;
    next
}

fn everybody() -> Vec<Who> {
    [Who::Owner, Who::Asked, Who::Portal].into_iter().chain(Role::ALL.iter().map(|role| Who::Official(vec![*role]))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// 400 walks of 250 wishes: 100,000 in all.
    #[test]
    fn no_walk_leaves_the_law(
        choices in proptest::collection::vec((0usize..14, 0usize..Action::ALL.len(), any::<bool>()), 250),
        online in any::<bool>(),
    ) {
        let (workflow, people) = (with_everything(), everybody());
        let (method, channel) = if online { (ReturnMethod::Online, Channel::Online) } else { (ReturnMethod::InPerson, Channel::InPerson) };
        let begin = || DossierState { return_method: Some(method), channel, paid: false, ..DossierState::draft() };
        let (mut state, mut running) = (begin(), ClockRuns::NotYet);
        for (who, action, aside) in choices {
            let (who, action) = (&people[who], Action::ALL[action]);
            let to = Some("verify".to_owned()).filter(|_| aside && action == Action::Forward);
            if let Ok(outcome) = decide(&workflow, &state, who, super::Wish { action, to }, now()) {
                let may = outcome.status == state.status || state.status.may_become(outcome.status);
                prop_assert!(may, "{} → {} by {action}", state.status, outcome.status);
                running = ticked(running, outcome.clock).map_err(TestCaseError::fail)?;
                // A dossier that ends before its acceptance had no clock to stop.
                if running == ClockRuns::NotYet && outcome.status.is_final() {
                    running = ClockRuns::Over;
                }
                let (waits, next) = (outcome.waits_for_citizen, apply(&workflow, &state, action, outcome));
                prop_assert_eq!(waits, next.waits_for_citizen(&workflow), "after {}", action);
                state = next;
                prop_assert_eq!(state.step.is_some(), state.status.is_open());
                prop_assert_eq!(running, state.clock(&workflow), "after {}", action);
            }
            let someone = people.iter().any(|who| !allowed(&workflow, &state, who, now()).is_empty());
            prop_assert_eq!(someone, !state.status.is_final(), "stuck at {:?}", state);
            if state.status.is_final() {
                (state, running) = (begin(), ClockRuns::NotYet);
            }
        }
    }
}

/// The clock after an effect, or what is wrong with the effect.
fn ticked(before: ClockRuns, effect: ClockEffect) -> Result<ClockRuns, String> {
    match (before, effect) {
        (before, ClockEffect::None) => Ok(before),
        (ClockRuns::NotYet, ClockEffect::Start) | (ClockRuns::Paused, ClockEffect::Resume) | (ClockRuns::Runs, ClockEffect::Extend) => {
            Ok(ClockRuns::Runs)
        }
        (ClockRuns::Runs, ClockEffect::Pause) => Ok(ClockRuns::Paused),
        (ClockRuns::Runs | ClockRuns::Paused, ClockEffect::Stop) => Ok(ClockRuns::Over),
        (before, effect) => Err(format!("{effect:?} of a clock that is {before:?}")),
    }
}

#[test]
fn the_plain_road_ends_with_the_result() {
    let (workflow, mut state) = (civil_status(), DossierState { return_method: Some(ReturnMethod::Online), ..DossierState::draft() });
    let road = [
        (Who::Owner, Action::Submit, Status::Registered),
        (Who::Official(vec![Role::ReceptionOfficer]), Action::Accept, Status::Accepted),
        (Who::Official(vec![Role::ReceptionOfficer]), Action::Forward, Status::Processing),
        (Who::Official(vec![Role::CivilStatusOfficer]), Action::Forward, Status::Processing),
        (Who::Official(vec![Role::CivilStatusOfficer]), Action::Forward, Status::Processing),
        (Who::Official(vec![Role::UnitLeader]), Action::Approve, Status::Processing),
        (Who::Official(vec![Role::RecordsClerk]), Action::IssueResult, Status::Finished),
        (Who::Owner, Action::CollectOnline, Status::Returned),
    ];
    for (who, action, status) in road {
        let outcome = decide(&workflow, &state, &who, action, now()).expect("the road is open");
        state = apply(&workflow, &state, action, outcome);
        assert_eq!(state.status, status, "{action}");
    }
}

#[test]
fn a_good_workflow_has_no_problems_and_a_bad_one_all_of_them() {
    assert_eq!(civil_status().check(Some(360)), []);
    let mut bad = civil_status();
    bad.steps.swap(0, 3);
    assert!(bad.check(Some(480)).len() >= 2);
}
