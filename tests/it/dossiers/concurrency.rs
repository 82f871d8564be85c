//! Twice at once: one effect.

use futures_util::future::join_all;
use motcua::dossiers::{self, ActRefused, SubmissionKey};

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
