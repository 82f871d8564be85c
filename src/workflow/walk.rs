//! A random walk over the engine: never an illegal change, never stuck before the end.

use proptest::prelude::*;

use super::{
    Action, ClockEffect, ClockRuns, DossierState, OpenSupplement, Outcome, ReturnMethod, Status, Step, StepKey, StepKind, Who, Workflow,
    WorkingTime, allowed, decide,
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
        allows: None,
    }
}

fn civil_status() -> Workflow {
    Workflow {
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

fn apply(state: &DossierState, action: Action, outcome: Outcome) -> DossierState {
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
    next.accepted |= outcome.clock == ClockEffect::Start;
    next
}

fn everybody() -> Vec<Who> {
    std::iter::once(Who::Owner).chain(Role::ALL.iter().map(|role| Who::Official(vec![*role]))).collect()
}

proptest! {
    #[test]
    fn no_walk_leaves_the_law(choices in proptest::collection::vec((0usize..12, 0usize..13), 1..120), online in any::<bool>()) {
        let workflow = civil_status();
        let people = everybody();
        let method = if online { ReturnMethod::Online } else { ReturnMethod::InPerson };
        let mut state = DossierState { return_method: Some(method), ..DossierState::draft() };
        let mut running = ClockRuns::NotYet;
        for (who, action) in choices {
            let (who, action) = (&people[who], Action::ALL[action]);
            if let Ok(outcome) = decide(&workflow, &state, who, action, now()) {
                let may = outcome.status == state.status || state.status.may_become(outcome.status);
                prop_assert!(may, "{} → {} by {action}", state.status, outcome.status);
                running = match (running, outcome.clock) {
                    (before, ClockEffect::None) => before,
                    (ClockRuns::NotYet, ClockEffect::Start) | (ClockRuns::Paused, ClockEffect::Resume) => ClockRuns::Runs,
                    (ClockRuns::Runs, ClockEffect::Pause) => ClockRuns::Paused,
                    (ClockRuns::Runs | ClockRuns::Paused, ClockEffect::Stop) => ClockRuns::Over,
                    (before, effect) => return Err(TestCaseError::fail(format!("{effect:?} of a clock that is {before:?}"))),
                };
                state = apply(&state, action, outcome);
                prop_assert_eq!(state.step.is_some(), state.status.is_open());
                if state.accepted { prop_assert_eq!(running, state.status.clock()); }
            }
            let someone = people.iter().any(|who| !allowed(&workflow, &state, who, now()).is_empty());
            prop_assert_eq!(someone, !state.status.is_final(), "stuck at {:?}", state);
        }
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
        state = apply(&state, action, outcome);
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
