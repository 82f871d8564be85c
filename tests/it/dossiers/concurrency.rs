//! Twice at once: one effect.

use futures_util::future::join_all;
use motcua::dossiers::{self, ActRefused, EventKind, SubmissionKey};

use super::people::{citizen, filled_draft, official, seen, submitted};
use crate::support::TestPortal;

#[actix_web::test]
async fn a_double_click_submits_once_and_costs_eleven_statements() {
    let portal = TestPortal::open().await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let owner = citizen(&mut conn, "nguyen.van.mau@example.vn").await;
    let id = filled_draft(&portal, &mut conn, &owner, "01-").await;
    let key = SubmissionKey::new();
    let click = || async {
        let mut conn = portal.conn().await;
        dossiers::submit(&mut conn, &rules, portal.now(), &owner, id, key).await.expect("submitted")
    };
    let both = join_all([click(), click(), click()]).await;
    assert!(both.iter().all(|submitted| submitted.code == both[0].code));
    assert_eq!(both.iter().filter(|submitted| !submitted.repeated).count(), 1);
    portal.run_jobs().await;
    assert_eq!(portal.mailbox.letters().len(), 1);

    let second = filled_draft(&portal, &mut conn, &owner, "01-").await;
    portal.statements.take();
    dossiers::submit(&mut conn, &rules, portal.now(), &owner, second, SubmissionKey::new()).await.expect("submitted");
    let statements = portal.statements.take();
    assert!(statements.len() <= 11, "{statements:#?}");
}

#[actix_web::test]
async fn two_officials_at_once_have_one_effect() {
    let portal = TestPortal::open().await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let owner = citizen(&mut conn, "nguyen.van.mau@example.vn").await;
    let desk = official(&mut conn, "motcua.viettri").await;
    let code = submitted(&portal, &mut conn, &owner, "01-").await;
    let now_seen = seen(&mut conn, &rules, &portal, &desk, &code).await;
    let act = || async {
        let mut conn = portal.conn().await;
        dossiers::accept(&mut conn, &rules, portal.now(), &desk, &now_seen).await
    };
    let all = join_all([act(), act(), act()]).await;
    assert_eq!(all.iter().filter(|done| done.is_ok()).count(), 1);
    assert_eq!(all.iter().filter(|done| matches!(done, Err(ActRefused::Meanwhile(_)))).count(), 2);
}

/// Two hundred dossiers, two people at each in the same moment who want opposite things: one of them
/// acts, the other reads who was faster; and the papers of all of them are numbered without a gap.
#[actix_web::test]
async fn two_hundred_times_two_at_once() {
    let portal = TestPortal::open_with(|config| config.database.pool_size = 16).await;
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let owner = citizen(&mut conn, "nguyen.van.mau@example.vn").await;
    let (desk, other) = (official(&mut conn, "motcua.viettri").await, official(&mut conn, "motcua.viettri").await);
    let mut waiting = Vec::new();
    for _ in 0..200 {
        let code = submitted(&portal, &mut conn, &owner, "01-").await;
        waiting.push(seen(&mut conn, &rules, &portal, &desk, &code).await);
    }
    let pairs = waiting.iter().enumerate().map(|(nth, seen)| {
        let (portal, rules, desk, other) = (&portal, &rules, &desk, &other);
        let yes = async move {
            let mut conn = portal.conn().await;
            dossiers::accept(&mut conn, rules, portal.now(), desk, seen).await
        };
        let no = async move {
            let mut conn = portal.conn().await;
            dossiers::refuse(&mut conn, rules, portal.now(), other, seen, "Không thuộc thẩm quyền").await
        };
        async move {
            if nth % 2 == 0 {
                futures_util::join!(yes, no)
            } else {
                let (no, yes) = futures_util::join!(no, yes);
                (yes, no)
            }
        }
    });
    let (mut accepted, mut refused) = (0, 0);
    for (yes, no) in join_all(pairs).await {
        match (&yes, &no) {
            (Ok(_), Err(ActRefused::Meanwhile(faster))) => accepted += i32::from(faster.kind == EventKind::Accepted),
            (Err(ActRefused::Meanwhile(faster)), Ok(_)) => refused += i32::from(faster.kind == EventKind::Refused),
            both => panic!("{both:?}"),
        }
    }
    assert_eq!(accepted + refused, 200);
    let chains = dossiers::verify_chains(&mut conn).await.expect("readable");
    assert_eq!((chains.events, chains.broken.len()), (400, 0), "submitted, and one act each");
    let mut numbers: Vec<String> = Vec::new();
    for seen in &waiting {
        let bench = dossiers::workbench(&mut conn, &rules, portal.now(), &desk, &seen.code).await.expect("readable").expect("visible");
        numbers.extend(bench.papers.into_iter().filter(|paper| paper.kind != "submission_receipt").map(|paper| paper.doc_number));
    }
    let expected = |count: i32, symbol: &str| (1..=count).map(move |n| format!("{n:02}/{symbol}")).collect::<Vec<_>>();
    let mut all = [expected(accepted, "TNHS"), expected(refused, "TCHS")].concat();
    numbers.sort_unstable();
    all.sort_unstable();
    assert_eq!(numbers, all);
}
