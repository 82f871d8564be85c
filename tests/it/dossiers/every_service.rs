//! Every service on offer, twice: through every step to the returned result, and a second time through
//! what goes differently: a supplement, a refusal, a wish to have it back, an overdue result with its apology.

use std::sync::Arc;

use chrono::TimeDelta;
use motcua::{
    calendar::{Standing, Tone},
    catalogue::ServiceVersion,
    dossiers::{self, ActRefused, EventKind, Extension, ItemTarget, Missing, SupplementAnswers, SupplementRequest},
    kernel::actor::Role,
    platform::db::Conn,
    workflow::{Action, Channel, Refusal, Status},
};

use super::{
    people::pdf,
    roads::{Road, passing, working_day},
};
use crate::support::TestPortal;

/// All of them handed in on one day: what an example says is true of that day.
async fn all_submitted<'a>(portal: &'a TestPortal, conn: &mut Conn) -> Vec<(Arc<ServiceVersion>, Road<'a>)> {
    let mut roads = Vec::new();
    for version in portal.rules.catalogue.all_in_force(portal.now().instant()) {
        let Some(example) = passing(version.slug()) else { continue };
        let road = Road::submitted(portal, conn, &version, &example).await;
        roads.push((version, road));
    }
    roads
}

#[actix_web::test]
async fn through_every_step_to_the_returned_result() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    for (version, road) in all_submitted(&portal, &mut conn).await {
        let passed = road.until(&mut conn, Status::Returned).await;
        // Accepted, forwarded from step to step, issued, returned; optional steps are passed over.
        let steps = version.definition.workflow.steps.iter().filter(|step| !step.optional && step.is_for(Channel::Online));
        assert_eq!(passed, steps.count() + 1, "{}", version.slug());
        let bench = road.bench(&mut conn, Role::ReceptionOfficer).await;
        let kinds: Vec<&str> = bench.papers.iter().map(|paper| paper.kind.as_str()).collect();
        let expected = ["submission_receipt", "reception_slip", "result", "return_slip", "control_sheet"];
        assert_eq!(kinds, expected, "{}", version.slug());
        assert_eq!(bench.events.first().and_then(|event| event.note.receiver_id.as_deref()), Some("025190000001"));
    }
    assert!(dossiers::verify_chains(&mut conn).await.expect("readable").broken.is_empty());
}

#[actix_web::test]
async fn and_once_more_the_other_way() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let roads = all_submitted(&portal, &mut conn).await;
    // The overdue ones last: they let months pass.
    for way in 0..4 {
        for (_, (version, road)) in roads.iter().enumerate().filter(|(nth, _)| nth % 4 == way) {
            match way {
                0 => supplemented(road, &mut conn, version).await,
                1 => refused(road, &mut conn).await,
                2 => withdrawn(road, &mut conn).await,
                _ => overdue(road, &mut conn).await,
            }
        }
    }
    portal.run_jobs().await;
    assert!(dossiers::verify_chains(&mut conn).await.expect("readable").broken.is_empty());
}

/// Asked for once while it is examined, with the clock standing; then to the end.
async fn supplemented(road: &Road<'_>, conn: &mut Conn, version: &ServiceVersion) {
    let (portal, rules) = (road.portal, road.rules);
    loop {
        let turn = road.turn(conn).await;
        let bench = road.bench(conn, turn).await;
        if bench.facts.accepted_at.is_some() && bench.may.contains(&Action::RequestSupplement) {
            break;
        }
        road.step(conn).await.expect("onward");
    }
    let bench = road.bench(conn, Role::ReceptionOfficer).await;
    let (before, document) =
        (bench.facts.deadline.due_at, version.definition.documents.iter().find(|d| bench.documents.iter().any(|b| b.key == d.key)));
    let target = match document {
        Some(document) => ItemTarget::Document(document.key.clone()),
        None => ItemTarget::Field(bench.answers[0].rows[0].key.clone()),
    };
    let request = SupplementRequest { items: vec![(target.clone(), String::new())], reason: "Bản chụp bị mờ.".into(), days: 5 };
    let (who, seen) = (road.only(road.turn(conn).await), road.seen(conn).await);
    dossiers::request_supplement(conn, rules, portal.now(), &who, &seen, &request).await.expect("asked");
    assert_eq!(road.bench(conn, Role::ReceptionOfficer).await.facts.deadline.standing, Some(Standing::Paused));
    // Longer than any week-end: a clock that stands over days off alone moves nothing.
    portal.wait(TimeDelta::days(4));
    let typed = match target {
        ItemTarget::Document(key) => {
            dossiers::attach(conn, rules, portal.now(), &road.owner, road.id, &pdf(portal, &key).await).await.expect("attached");
            Vec::new()
        }
        ItemTarget::Field(key) => passing(version.slug()).expect("an example").posted().into_iter().filter(|(k, _)| *k == key).collect(),
    };
    let seen = road.seen(conn).await;
    dossiers::answer_supplement(conn, rules, portal.now(), &road.owner, &seen, &SupplementAnswers { typed }).await.expect("answered");
    road.step(conn).await.expect("taken in");
    let bench = road.bench(conn, Role::ReceptionOfficer).await;
    assert!(bench.facts.deadline.due_at > before, "{}: the pause moves the return date", version.slug());
    let seen = road.seen(conn).await;
    let again = dossiers::request_supplement(conn, rules, portal.now(), &who, &seen, &request).await;
    assert!(matches!(again, Err(ActRefused::Refused(Refusal::SupplementAskedAlready))), "{}: {again:?}", version.slug());
    road.until(conn, Status::Returned).await;
}

/// While it is examined, by whoever may; form 03 and the reason go out, the papers are handed back.
async fn refused(road: &Road<'_>, conn: &mut Conn) {
    loop {
        road.step(conn).await.expect("onward");
        let turn = road.turn(conn).await;
        let bench = road.bench(conn, turn).await;
        if bench.facts.status == Status::Processing && bench.may.contains(&Action::Refuse) {
            break;
        }
    }
    let (who, seen) = (road.only(road.turn(conn).await), road.seen(conn).await);
    let bare = dossiers::refuse(conn, road.rules, road.portal.now(), &who, &seen, "  ").await;
    assert!(matches!(bare, Err(ActRefused::Incomplete(missing)) if missing == [Missing::Reason]));
    dossiers::refuse(conn, road.rules, road.portal.now(), &who, &seen, "Không đủ điều kiện theo quy định.").await.expect("refused");
    let page = dossiers::dossier_for_owner(conn, road.rules, road.portal.now(), &road.owner, &road.code).await;
    let page = page.expect("readable").expect("his");
    assert_eq!(page.refused_because.as_deref(), Some("Không đủ điều kiện theo quy định."));
    assert!(page.papers.iter().any(|paper| paper.kind == "refusal_slip"));
    road.until(conn, Status::Returned).await;
}

/// After acceptance the office has to agree; first it does not.
async fn withdrawn(road: &Road<'_>, conn: &mut Conn) {
    let (rules, portal) = (road.rules, road.portal);
    road.step(conn).await.expect("accepted");
    let seen = road.seen(conn).await;
    let free = dossiers::withdraw(conn, rules, portal.now(), &road.owner, &seen, "").await;
    assert!(matches!(free, Err(ActRefused::Refused(Refusal::WithdrawalAfterAcceptance))));
    let silent = dossiers::ask_withdrawal(conn, rules, portal.now(), &road.owner, &seen, " ").await;
    assert!(matches!(silent, Err(ActRefused::Incomplete(missing)) if missing == [Missing::Reason]));
    for agreed in [false, true] {
        let seen = road.seen(conn).await;
        dossiers::ask_withdrawal(conn, rules, portal.now(), &road.owner, &seen, "Tôi nộp nhầm.").await.expect("asked");
        let (desk, seen) = (road.only(Role::ReceptionOfficer), road.seen(conn).await);
        let bench = road.bench(conn, Role::ReceptionOfficer).await;
        assert!(bench.withdrawal_asked && bench.may.contains(&Action::AgreeWithdrawal));
        if agreed {
            dossiers::agree_withdrawal(conn, rules, portal.now(), &desk, &seen, "").await.expect("agreed");
        } else {
            dossiers::decline_withdrawal(conn, rules, portal.now(), &desk, &seen, "Hồ sơ đã trình ký.").await.expect("declined");
            road.step(conn).await.expect("work goes on");
        }
    }
    let bench = road.bench(conn, Role::ReceptionOfficer).await;
    assert_eq!((bench.facts.status, bench.may.len()), (Status::Withdrawn, 0));
}

/// Late for weeks: one apology of a leader sets a new date, a second is refused; then it is on time again.
async fn overdue(road: &Road<'_>, conn: &mut Conn) {
    let (rules, portal) = (road.rules, road.portal);
    road.step(conn).await.expect("accepted");
    road.step(conn).await.expect("forwarded");
    portal.wait(TimeDelta::days(90));
    let late = road.bench(conn, Role::ReceptionOfficer).await;
    assert_eq!(late.facts.deadline.standing.map(Standing::tone), Some(Tone::Late), "{}", road.code);
    let promise = |days| Extension { new_day: Some(working_day(road, days)), reason: "Chờ kết quả xác minh.".into() };
    let (leader, desk) = (road.only(Role::UnitLeader), road.only(Role::ReceptionOfficer));
    let seen = road.seen(conn).await;
    let by_desk = dossiers::extend(conn, rules, portal.now(), &desk, &seen, &promise(10)).await;
    assert!(matches!(by_desk, Err(ActRefused::Refused(Refusal::ForLeaders(Action::Extend)))));
    let done = dossiers::extend(conn, rules, portal.now(), &leader, &seen, &promise(10)).await.expect("put off");
    assert!(done.due_at > Some(portal.now().instant()));
    let seen = road.seen(conn).await;
    let twice = dossiers::extend(conn, rules, portal.now(), &leader, &seen, &promise(20)).await;
    assert!(matches!(twice, Err(ActRefused::Refused(Refusal::ExtendedAlready))));
    let page = dossiers::dossier_for_owner(conn, rules, portal.now(), &road.owner, &road.code).await.expect("readable").expect("his");
    assert!(page.papers.iter().any(|paper| paper.kind == "apology_slip"));
    assert!(page.events.iter().any(|event| event.kind == EventKind::Extended && event.reason.as_deref() == Some("Chờ kết quả xác minh.")));
    road.until(conn, Status::Finished).await;
    let finished = road.bench(conn, Role::ReceptionOfficer).await.facts.deadline.standing;
    assert_ne!(finished.map(Standing::tone), Some(Tone::Late), "within the promised date");
    road.until(conn, Status::Returned).await;
}
