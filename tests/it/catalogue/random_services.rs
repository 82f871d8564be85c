//! Services at random: whatever passes the proofs never leaves a dossier stuck, however it walks.

use chrono::{DateTime, TimeDelta};
use motcua::{
    kernel::{actor::Role, clock::Now},
    workflow::{
        Action, Channel, ClockEffect, DossierState, OpenSupplement, Outcome, ReturnMethod, Status, Step, StepClock, StepKey, StepKind, Who,
        Wish, Workflow, WorkingTime, allowed, decide,
    },
};

use crate::support::Dice;

fn now() -> Now {
    Now(DateTime::from_timestamp(1_795_000_000, 0).expect("a time"))
}

/// Steps as somebody might put them together: mostly in a good order, sometimes in none.
fn workflow(dice: &mut Dice) -> Workflow {
    let inner = dice.roll(5);
    let mut kinds = vec![StepKind::Receive];
    kinds.extend((0..inner).map(|_| dice.of(&[StepKind::Work, StepKind::Work, StepKind::Confirm, StepKind::Sign])));
    kinds.extend([StepKind::Issue, StepKind::Return]);
    if dice.often(2) {
        let (a, b) = (dice.roll(kinds.len()), dice.roll(kinds.len()));
        kinds.swap(a, b);
    }
    let steps = kinds.into_iter().enumerate().map(|(place, kind)| step(dice, place, kind)).collect();
    Workflow { steps, consultations: Vec::new() }
}

fn step(dice: &mut Dice, place: usize, kind: StepKind) -> Step {
    let usual = kind.usual_actions();
    let fewer = dice.often(3).then(|| usual.iter().copied().filter(|_| dice.often(8)).collect());
    Step {
        key: StepKey::new(format!("step_{place}")),
        kind,
        name: "Bước".into(),
        public_name: "Bước".into(),
        public_name_en: None,
        role: if dice.often(1) { dice.of(Role::ALL) } else { dice.of(&[Role::ReceptionOfficer, Role::CaseOfficer, Role::UnitLeader]) },
        hours: WorkingTime::minutes(60),
        optional: kind == StepKind::Work && dice.often(2),
        clock: if dice.often(1) { StepClock::Stands } else { StepClock::Runs },
        allows: fewer,
    }
}

fn everybody() -> Vec<Who> {
    [Who::Owner, Who::Asked, Who::Portal].into_iter().chain(Role::ALL.iter().map(|role| Who::Official(vec![*role]))).collect()
}

fn after(state: &DossierState, action: Action, outcome: Outcome) -> DossierState {
    let mut next = DossierState { status: outcome.status, step: outcome.step, decision: outcome.decision, ..state.clone() };
    match action {
        Action::RequestSupplement if state.accepted => next.supplements_during_processing += 1,
        Action::RequestSupplement => next.supplements_before_acceptance += 1,
        _ => {}
    }
    next.open_supplement = match action {
        Action::RequestSupplement => Some(OpenSupplement { answer_until: now().plus(TimeDelta::days(5)), answered: false }),
        Action::AnswerSupplement => state.open_supplement.map(|open| OpenSupplement { answered: true, ..open }),
        _ if outcome.status == Status::SupplementRequested => state.open_supplement,
        _ => None,
    };
    next.extended |= action == Action::Extend;
    next.paid |= action == Action::TakePayment;
    next.withdrawal_asked = action == Action::AskWithdrawal || (state.withdrawal_asked && action != Action::DeclineWithdrawal);
    next.recall_to = state.step.clone().filter(|_| matches!(action, Action::Forward | Action::Approve) && !outcome.waits_for_citizen);
    next.draft_until = Some(now().instant()).filter(|_| next.status == Status::Processing && outcome.waits_for_citizen);
    next.accepted |= outcome.clock == ClockEffect::Start;
    next
}

/// Walks until the end or until the feet are tired; where nobody can do anything, that is told.
fn walk(workflow: &Workflow, people: &[Who], dice: &mut Dice) -> Result<bool, String> {
    let (method, channel) =
        if dice.often(5) { (ReturnMethod::Online, Channel::Online) } else { (ReturnMethod::InPerson, Channel::InPerson) };
    let mut state = DossierState { return_method: Some(method), channel, paid: dice.often(7), ..DossierState::draft() };
    for _ in 0..150 {
        if state.status.is_final() {
            return Ok(true);
        }
        let may: Vec<(&Who, Action)> =
            people.iter().flat_map(|who| allowed(workflow, &state, who, now()).into_iter().map(move |action| (who, action))).collect();
        if may.is_empty() {
            return Err(format!("nobody can do anything at {state:?}"));
        }
        let (who, action) = may[dice.roll(may.len())];
        let optional = workflow.steps.iter().filter(|step| step.optional).map(|step| step.key.to_string()).collect::<Vec<_>>();
        let to = optional.first().cloned().filter(|_| action == Action::Forward && dice.often(3));
        if let Ok(outcome) = decide(workflow, &state, who, Wish { action, to }, now()) {
            state = after(&state, action, outcome);
        }
    }
    Ok(false)
}

#[test]
fn no_service_that_passes_leaves_a_dossier_stuck() {
    let (mut dice, people) = (Dice(2026), everybody());
    let (mut passed, mut refused, mut ended) = (0, 0, 0);
    while passed < 1_000 {
        let workflow = workflow(&mut dice);
        if !workflow.check(None).is_empty() {
            refused += 1;
            continue;
        }
        passed += 1;
        match walk(&workflow, &people, &mut dice) {
            Ok(true) => ended += 1,
            Ok(false) => {}
            Err(stuck) => panic!("{stuck}\n{workflow:#?}"),
        }
    }
    assert!(refused > 200, "the proofs refused only {refused}");
    assert!(ended > 500, "only {ended} of 1,000 walks came to an end");
}
