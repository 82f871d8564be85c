//! Lines of the audit are written with the act, sealed later, and cannot be altered unseen.

use diesel_async::SimpleAsyncConnection;
use motcua::{audit, kernel::actor::Actor, platform::db::Conn};
use serde_json::json;

use crate::support::TestPortal;

async fn three_lines(portal: &TestPortal, conn: &mut Conn) {
    for subject in ["một", "hai", "ba"] {
        audit::record(conn, portal.now(), &Actor::System, "test", "thing", subject, json!({"n": 1})).await.expect("a line");
    }
}

#[actix_web::test]
async fn lines_are_sealed_in_order_and_hold() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    three_lines(&portal, &mut conn).await;
    let before = audit::verify(&mut conn).await.expect("a verdict");
    assert_eq!((before.waiting >= 3, &before.broken), (true, &None));
    audit::seal(&mut conn).await.expect("sealed");
    assert_eq!(audit::seal(&mut conn).await.expect("nothing left"), 0);
    let after = audit::verify(&mut conn).await.expect("a verdict");
    assert_eq!((after.sound, after.waiting, after.broken), (before.sound + before.waiting, 0, None));
}

#[actix_web::test]
async fn the_database_refuses_to_alter_or_remove_a_line() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    three_lines(&portal, &mut conn).await;
    audit::seal(&mut conn).await.expect("sealed");
    for crime in ["UPDATE audit SET subject = 'bốn' WHERE subject = 'hai'", "DELETE FROM audit", "TRUNCATE audit"] {
        let refused = conn.batch_execute(crime).await.expect_err(crime);
        assert!(refused.to_string().contains("append-only"), "{crime}: {refused}");
    }
}

#[actix_web::test]
async fn what_is_done_behind_the_portals_back_is_found() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    three_lines(&portal, &mut conn).await;
    audit::seal(&mut conn).await.expect("sealed");
    let crime = "ALTER TABLE audit DISABLE TRIGGER USER; UPDATE audit SET subject = 'bốn' WHERE subject = 'hai'";
    conn.batch_execute(crime).await.expect("the owner of the database can");
    let altered = audit::verify(&mut conn).await.expect("a verdict").broken.expect("found");
    assert!(altered.to_string().contains("altered"), "{altered}");
    conn.batch_execute("DELETE FROM audit WHERE subject = 'bốn'").await.expect("the owner of the database can");
    let missing = audit::verify(&mut conn).await.expect("a verdict").broken.expect("found");
    assert!(missing.to_string().contains("missing"), "{missing}");
}
