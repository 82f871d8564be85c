//! Jobs: with the act or not at all, tried again, dead and alive.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use chrono::TimeDelta;
use motcua::platform::{
    db::{AsyncConnection, DbError},
    queue::{self, Job, JobError, Pace, Registry, Worker},
};
use serde::{Deserialize, Serialize};

use crate::support::TestPortal;

#[derive(Serialize, Deserialize)]
pub struct Ring {
    pub bell: u32,
}

impl Job for Ring {
    const KIND: &'static str = "test_ring";
    const MAX_ATTEMPTS: i32 = 3;
}

/// Counts the runs; each ends as `end` says.
pub fn ringing(portal: &TestPortal, end: fn(usize) -> Result<(), JobError>) -> (Worker, Arc<AtomicUsize>) {
    let rings = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&rings);
    let registry = Registry::default().on(move |_: Ring, _| {
        let run = counted.fetch_add(1, Ordering::SeqCst) + 1;
        async move { end(run) }
    });
    (worker(portal, registry), rings)
}

pub fn worker(portal: &TestPortal, registry: Registry) -> Worker {
    Worker::new(portal.platform.db.clone(), portal.platform.clock.clone(), registry, Pace::default())
}

pub async fn ring(portal: &TestPortal, bell: u32) {
    queue::enqueue(&mut *portal.conn().await, portal.now(), &Ring { bell }).await.expect("enqueued");
}

#[tokio::test]
async fn a_job_exists_exactly_if_the_act_was_committed() {
    let portal = TestPortal::open().await;
    let (worker, rings) = ringing(&portal, |_| Ok(()));
    let now = portal.now();
    let mut conn = portal.conn().await;
    let undone = conn
        .transaction::<(), DbError, _>(async |conn| {
            queue::enqueue(conn, now, &Ring { bell: 1 }).await?;
            Err(DbError::RollbackTransaction)
        })
        .await;
    assert!(undone.is_err());
    assert_eq!(worker.run_ready().await.expect("ran"), 0);
    conn.transaction::<(), DbError, _>(async |conn| queue::enqueue(conn, now, &Ring { bell: 1 }).await.map(drop)).await.expect("committed");
    assert_eq!(worker.run_ready().await.expect("ran"), 1);
    assert_eq!(worker.run_ready().await.expect("ran"), 0, "a done job is gone");
    assert_eq!(rings.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_failed_job_comes_back_after_a_pause() {
    let portal = TestPortal::open().await;
    let (worker, rings) = ringing(&portal, |run| if run == 1 { Err(JobError::Retry("not now".into())) } else { Ok(()) });
    ring(&portal, 1).await;
    worker.run_ready().await.expect("ran");
    assert_eq!(worker.run_ready().await.expect("ran"), 0, "not before the pause is over");
    portal.clock.advance(TimeDelta::seconds(19));
    assert_eq!(worker.run_ready().await.expect("ran"), 1);
    assert_eq!(rings.load(Ordering::SeqCst), 2);
    assert_eq!(queue::health(&mut *portal.conn().await, portal.now()).await.expect("health").waiting, 0);
}

#[tokio::test]
async fn after_the_last_attempt_a_job_is_dead_and_can_be_revived() {
    let portal = TestPortal::open().await;
    let (worker, rings) = ringing(&portal, |run| if run <= 3 { Err(JobError::Retry(format!("fault {run}"))) } else { Ok(()) });
    ring(&portal, 1).await;
    for _ in 0..5 {
        worker.run_ready().await.expect("ran");
        portal.clock.advance(TimeDelta::hours(8));
    }
    assert_eq!(rings.load(Ordering::SeqCst), 3);
    let mut conn = portal.conn().await;
    let [dead] = queue::dead(&mut conn, 10).await.expect("the dead").try_into().expect("one");
    assert_eq!((dead.kind.as_str(), dead.last_error.as_deref(), dead.attempts), (Ring::KIND, Some("fault 3"), 3));
    assert!(queue::revive(&mut conn, portal.now(), dead.id).await.expect("revived"));
    assert_eq!(worker.run_ready().await.expect("ran"), 1);
    assert!(queue::dead(&mut conn, 10).await.expect("the dead").is_empty());
}

#[tokio::test]
async fn giving_up_and_unreadable_payloads_are_dead_at_once() {
    #[derive(Serialize, Deserialize)]
    struct OldRing {
        melody: String,
    }
    impl Job for OldRing {
        const KIND: &'static str = Ring::KIND;
    }
    let portal = TestPortal::open().await;
    let (worker, _) = ringing(&portal, |_| Err(JobError::GiveUp("there is no bell".into())));
    ring(&portal, 1).await;
    queue::enqueue(&mut *portal.conn().await, portal.now(), &OldRing { melody: "x".into() }).await.expect("enqueued");
    worker.run_ready().await.expect("ran");
    let dead = queue::dead(&mut *portal.conn().await, 10).await.expect("the dead");
    let errors: Vec<&str> = dead.iter().filter_map(|job| job.last_error.as_deref()).collect();
    assert_eq!(errors.len(), 2);
    assert!(errors.contains(&"there is no bell") && errors.iter().any(|error| error.starts_with("unreadable payload")), "{errors:?}");
}

#[tokio::test]
async fn a_panic_is_a_failed_attempt() {
    let portal = TestPortal::open().await;
    let (worker, rings) = ringing(&portal, |run| if run == 1 { panic!("the clapper fell off") } else { Ok(()) });
    ring(&portal, 1).await;
    worker.run_ready().await.expect("the worker lives");
    portal.clock.advance(TimeDelta::minutes(1));
    assert_eq!(worker.run_ready().await.expect("ran"), 1);
    assert_eq!(rings.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn one_key_is_one_living_job() {
    let portal = TestPortal::open().await;
    let (worker, rings) = ringing(&portal, |_| Ok(()));
    let now = portal.now();
    let mut conn = portal.conn().await;
    let later = now.plus(TimeDelta::minutes(10));
    assert!(queue::enqueue_once(&mut conn, now, later, "noon", &Ring { bell: 1 }).await.expect("new").is_some());
    assert!(queue::enqueue_once(&mut conn, now, later, "noon", &Ring { bell: 1 }).await.expect("known").is_none());
    assert_eq!(worker.run_ready().await.expect("ran"), 0, "its time has not come");
    portal.clock.advance(TimeDelta::minutes(10));
    assert_eq!(worker.run_ready().await.expect("ran"), 1);
    assert!(queue::enqueue_once(&mut conn, now, later, "noon", &Ring { bell: 1 }).await.expect("new again").is_some());
    assert_eq!(rings.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn kinds_that_nobody_here_knows_are_left_to_others() {
    let portal = TestPortal::open().await;
    ring(&portal, 1).await;
    assert_eq!(worker(&portal, Registry::default()).run_ready().await.expect("ran"), 0);
    let (knowing, _) = ringing(&portal, |_| Ok(()));
    assert_eq!(knowing.run_ready().await.expect("ran"), 1);
}
