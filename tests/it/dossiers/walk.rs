//! Anybody does anything to dossiers of every service, as chance wills: the database agrees with the engine
//! at every act. The engine alone takes a hundred thousand such acts in `workflow`; here they are fewer,
//! because each is a transaction. The long walk, taken when asked for (`--ignored`), has as many.

use chrono::TimeDelta;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use motcua::{
    calendar::ClockKind,
    dossiers::{self, ActRefused, Workbench},
    kernel::actor::Role,
    platform::db::{
        Conn,
        schema::{dossier_clock, dossier_events, dossiers as table},
    },
    workflow::{Action, Status},
};

use super::{
    acts::{by_official, by_others, by_owner},
    roads::{Road, passing},
};
use crate::support::{Dice, TestPortal};

/// What one can see of a dossier from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stand {
    status: Status,
    step: Option<String>,
    version: i32,
    accepted: bool,
    events: i64,
    clock: Vec<ClockKind>,
}

async fn stand(conn: &mut Conn, road: &Road<'_>) -> Stand {
    let of_row = (table::status, table::step_key, table::lock_version, table::accepted_at.is_not_null());
    let (status, step, version, accepted) = table::table.find(road.id).select(of_row).first(conn).await.expect("a row");
    let events = dossier_events::table.filter(dossier_events::dossier_id.eq(road.id)).count().get_result(conn).await.expect("counted");
    let lines = dossier_clock::table.filter(dossier_clock::dossier_id.eq(road.id)).order(dossier_clock::seq);
    let clock = lines.select(dossier_clock::kind).load(conn).await.expect("a ledger");
    Stand { status, step, version, accepted, events, clock }
}

/// No interval is lost: what begins has begun once, what goes on had stood, what is over stays over.
fn is_whole(stand: &Stand) -> bool {
    use ClockKind::{Extended, Paused, Recounted, Resumed, Started, Stopped};
    let follows = |(before, after): (&ClockKind, &ClockKind)| match before {
        Started | Resumed => matches!(after, Paused | Extended | Recounted | Stopped),
        Extended | Recounted => matches!(after, Paused | Extended | Recounted | Stopped),
        Paused => matches!(after, Resumed | Recounted | Stopped),
        Stopped => false,
    };
    let lines = stand.clock.as_slice();
    let chain = lines.iter().zip(lines.iter().skip(1)).all(follows);
    let begins = lines.first() == stand.accepted.then_some(&Started);
    let extended = lines.iter().filter(|kind| **kind == Extended).count() <= 1;
    let over = lines.last() == Some(&Stopped);
    let ended = matches!(stand.status, Status::Finished | Status::Returned | Status::NotAccepted | Status::Withdrawn);
    chain && begins && extended && over == (ended && stand.accepted)
}

/// One act of chance: mostly one that somebody may do now, often one that nobody thought of.
async fn one(road: &Road<'_>, conn: &mut Conn, dice: &mut Dice) {
    let before = stand(conn, road).await;
    let role = if dice.often(6) { turn(road, conn).await } else { None };
    let role = role.unwrap_or_else(|| dice.of(Role::ALL));
    let who = road.only(role);
    let bench = road.bench(conn, Role::ReceptionOfficer).await;
    let may = dossiers::workbench(conn, road.rules, road.portal.now(), &who, &road.code).await.expect("readable");
    let may: Vec<Action> = may.map(|bench| bench.may).unwrap_or_default();
    let anything: Vec<Action> = Action::ALL.iter().copied().filter(|act| !matches!(act, Action::Submit | Action::TakeIn)).collect();
    let action = if dice.often(5) && !may.is_empty() { dice.of(&may) } else { dice.of(&anything) };
    let done = if action.is_of_citizen() {
        let typed = passing(&bench.facts.service_slug).expect("an example").posted();
        by_owner(road, conn, &bench, &typed, action).await
    } else if matches!(action, Action::AnswerConsultation | Action::LapseDraft | Action::LapseConsultation) {
        by_others(road, conn, &bench, action).await
    } else {
        let done = by_official(road, conn, &who, &bench, action).await;
        // Whether a colleague may get it is asked of the colleague, too.
        let agrees = done.is_ok() == may.contains(&action) || (action == Action::Assign && done.is_err());
        assert!(agrees, "{}: {action} by {role}: {done:?}, offered {may:?}", road.code);
        done
    };
    let after = stand(conn, road).await;
    let place = format!("{}: {action} by {role} of {before:?} → {after:?}: {done:?}", road.code);
    match done {
        Ok(()) if after == before => assert!(!anything.is_empty() && is_idle(action), "nothing came of it: {place}"),
        Ok(()) => {
            assert!(after.status == before.status || before.status.may_become(after.status), "{place}");
            assert!(after.version > before.version && after.events > before.events, "{place}");
            assert!(after.clock.starts_with(&before.clock), "{place}");
        }
        Err(ActRefused::Inconsistent(_) | ActRefused::Db(_)) => panic!("{place}"),
        Err(_) => assert_eq!(after, before, "{place}"),
    }
    assert!(is_whole(&after) && after.step.is_some() == after.status.is_open(), "{place}");
}

/// Time may have nothing to do, nobody may have been asked; and what cannot be collected is not.
const fn is_idle(action: Action) -> bool {
    matches!(action, Action::LapseDraft | Action::LapseConsultation | Action::AnswerConsultation | Action::CollectOnline)
}

async fn turn(road: &Road<'_>, conn: &mut Conn) -> Option<Role> {
    let bench: Workbench = road.bench(conn, Role::ReceptionOfficer).await;
    bench.facts.step.map(|step| step.role)
}

#[actix_web::test]
async fn whatever_anybody_does_the_database_agrees_with_the_engine() {
    walk(700).await;
}

#[actix_web::test]
#[ignore = "hours"]
async fn and_it_agrees_for_a_hundred_thousand_acts() {
    walk(100_000).await;
}

async fn walk(acts: usize) {
    let portal = TestPortal::open().await;
    let (mut conn, mut dice) = (portal.conn().await, Dice(20_261_123));
    let versions = portal.rules.catalogue.all_in_force(portal.now().instant());
    let mut roads = Vec::new();
    // Each example is true of this day, so that all are handed in before time passes.
    for nth in 0..versions.len().max(acts / 20) {
        let version = &versions[nth % versions.len()];
        let Some(example) = passing(version.slug()) else { continue };
        roads.push(Road::submitted(&portal, &mut conn, version, &example).await);
    }
    for _ in 0..acts {
        let road = &roads[dice.roll(roads.len())];
        one(road, &mut conn, &mut dice).await;
        if dice.often(3) {
            portal.wait(TimeDelta::minutes(40));
        }
    }
    assert!(dossiers::verify_chains(&mut conn).await.expect("readable").broken.is_empty(), "a history is broken");
    let moved = dossiers::would_move(&mut conn, &portal.rules, portal.now()).await.expect("counted");
    assert_eq!(moved, [], "the ledger counted anew says the same return dates");
}
