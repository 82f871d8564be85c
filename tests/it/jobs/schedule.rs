//! Regular jobs: planned once by many, done when due.

use chrono::TimeDelta;
use motcua::{jobs, platform::queue};

use crate::support::TestPortal;

#[tokio::test]
async fn many_workers_plan_a_time_once() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    for _ in 0..5 {
        jobs::plan(&mut conn, portal.now()).await.expect("planned");
    }
    let planned = queue::health(&mut conn, portal.now()).await.expect("health");
    assert_eq!((planned.waiting, planned.oldest_ready), (8, None));
}

#[tokio::test]
async fn what_is_due_is_done_and_planned_again() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let worker = jobs::worker(&portal.platform, &portal.rules);
    jobs::plan(&mut conn, portal.now()).await.expect("planned");
    portal.clock.advance(TimeDelta::days(1));
    assert_eq!(worker.run_ready().await.expect("ran"), 8);
    assert!(queue::dead(&mut conn, 10).await.expect("the dead").is_empty());
    assert_eq!(queue::health(&mut conn, portal.now()).await.expect("health").waiting, 0, "none failed");
    jobs::plan(&mut conn, portal.now()).await.expect("planned");
    assert_eq!(queue::health(&mut conn, portal.now()).await.expect("health").waiting, 8);
}
