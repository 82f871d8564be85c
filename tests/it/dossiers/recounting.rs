//! A day off is added: who would move is shown, then they move, with an event and a letter each.

use std::sync::Arc;

use chrono::TimeDelta;
use motcua::{
    calendar::Calendars,
    dossiers::{self, EventKind, ItemTarget, Rules, SupplementRequest},
    platform::config::ConfigFolder,
};

use super::people::{citizen, official, seen, submitted};
use crate::support::{TestPortal, at, test_config};

/// The calendars of the project with one more day off.
fn with_day_off(folder: &ConfigFolder, rules: &Rules, day: &str) -> Rules {
    let year = folder.read("calendar/2026.toml").expect("the year");
    let more = format!("{year}\n[[off]]\ndate = \"{day}\"\nname = \"Nghỉ bão\"\nen = \"Storm\"\n");
    let hours = folder.read("calendar/office_hours.toml").expect("the hours");
    let next = folder.read("calendar/2027.toml").expect("the next year");
    let files = [("2026.toml", more), ("2027.toml", next), ("office_hours.toml", hours)];
    Rules { calendars: Arc::new(Calendars::read(files).expect("sound calendars")), ..rules.clone() }
}

#[actix_web::test]
async fn an_added_day_off_moves_whoever_it_meets_and_tells_them() {
    let portal = TestPortal::open().await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let conn = &mut *conn;
    let owner = citizen(conn, "nguyen.van.mau@example.vn").await;
    let (desk, examiner) = (official(conn, "motcua.viettri").await, official(conn, "hotich.viettri").await);
    let mut codes = Vec::new();
    for _ in 0..3 {
        let code = submitted(&portal, conn, &owner, "02-").await;
        codes.push(code);
    }
    // The first runs, the second waits for its citizen, the third has not been accepted.
    for code in &codes[..2] {
        let at_desk = seen(conn, &rules, &portal, &desk, code).await;
        let done = dossiers::accept(conn, &rules, portal.now(), &desk, &at_desk).await.expect("accepted");
        assert_eq!(done.due_at, Some(at(2026, 11, 27, 9, 0)));
        let at_desk = seen(conn, &rules, &portal, &desk, code).await;
        dossiers::forward(conn, &rules, portal.now(), &desk, &at_desk, "").await.expect("forwarded");
    }
    let request =
        SupplementRequest { items: vec![(ItemTarget::Field("divorce.no".into()), String::new())], reason: "Ghi rõ số.".into(), days: 5 };
    let at_examiner = seen(conn, &rules, &portal, &examiner, &codes[1]).await;
    dossiers::request_supplement(conn, &rules, portal.now(), &examiner, &at_examiner, &request).await.expect("asked");
    portal.run_jobs().await;
    portal.wait(TimeDelta::hours(2));

    assert_eq!(dossiers::would_move(conn, &rules, portal.now()).await.expect("counted"), [], "nothing has changed");
    let folder = &test_config().folder;
    let stormy = with_day_off(folder, &rules, "2026-11-26");
    let shown = dossiers::would_move(conn, &stormy, portal.now()).await.expect("counted");
    let first = shown.iter().find(|moved| moved.code == codes[0]).expect("the first would move");
    assert_eq!((first.before, first.after, first.paused), (Some(at(2026, 11, 27, 9, 0)), Some(at(2026, 11, 30, 9, 0)), false));
    assert!(shown.iter().any(|moved| moved.code == codes[1] && moved.paused) && shown.len() == 2, "{shown:?}");
    let bench = dossiers::workbench(conn, &stormy, portal.now(), &desk, &codes[0]).await.expect("readable").expect("visible");
    assert_eq!(bench.facts.deadline.due_at, first.before, "showing moves nothing");

    let letters = portal.mailbox.letters().len();
    assert_eq!(dossiers::recount(conn, &stormy, portal.now()).await.expect("moved"), shown);
    assert_eq!(dossiers::recount(conn, &stormy, portal.now()).await.expect("moved"), [], "once");
    let page = dossiers::dossier_for_owner(conn, &stormy, portal.now(), &owner, &codes[0]).await.expect("readable").expect("his");
    assert_eq!(page.facts.deadline.due_at, Some(at(2026, 11, 30, 9, 0)));
    let event = page.events.first().expect("an event");
    assert_eq!((event.kind, event.due_after), (EventKind::Recounted, Some(at(2026, 11, 30, 9, 0))));
    portal.run_jobs().await;
    let told = portal.mailbox.letters();
    assert_eq!(told.len(), letters + 1, "only whom a date was promised");
    assert!(told.last().is_some_and(|letter| letter.text.contains("30/11/2026")), "{:?}", told.last().map(|letter| &letter.text));
    assert!(dossiers::verify_chains(conn).await.expect("readable").broken.is_empty());
}
