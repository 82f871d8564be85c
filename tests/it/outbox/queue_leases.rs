//! Workers that die, stall, wake and stop.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use motcua::platform::queue::{self, JobError, Pace, Registry, Worker};
use tokio::{sync::Notify, task::JoinHandle, time::timeout};
use tokio_util::sync::CancellationToken;

use super::queue::{Ring, ring, ringing, worker};
use crate::support::TestPortal;

const SOON: Duration = Duration::from_secs(20);

#[expect(clippy::disallowed_methods, reason = "workers run beside the test")]
fn beside<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
    tokio::spawn(work)
}

/// A worker whose job waits for `go` and then ends as told; `begun` says that it has the job.
fn stalling(portal: &TestPortal, end: fn() -> Result<(), JobError>) -> (Worker, Arc<Notify>, Arc<Notify>) {
    let (begun, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (tell, wait) = (Arc::clone(&begun), Arc::clone(&go));
    let registry = Registry::default().on(move |_: Ring, _| {
        let (tell, wait) = (Arc::clone(&tell), Arc::clone(&wait));
        async move {
            tell.notify_one();
            wait.notified().await;
            end()
        }
    });
    (worker(portal, registry), begun, go)
}

#[tokio::test]
async fn the_job_of_a_killed_worker_is_taken_over_when_its_lease_ends() {
    let portal = TestPortal::open().await;
    ring(&portal, 1).await;
    let (victim, begun, _go) = stalling(&portal, || Ok(()));
    let killed = beside(async move { victim.run_ready().await });
    timeout(SOON, begun.notified()).await.expect("begun");
    killed.abort();
    let (heir, rings) = ringing(&portal, |_| Ok(()));
    assert_eq!(heir.run_ready().await.expect("ran"), 0, "the lease is respected");
    portal.clock.advance(TimeDelta::seconds(121));
    assert_eq!(heir.run_ready().await.expect("ran"), 1);
    assert_eq!(rings.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_worker_that_lost_its_lease_changes_nothing() {
    let portal = TestPortal::open().await;
    ring(&portal, 1).await;
    let (slow, begun, go) = stalling(&portal, || Ok(()));
    let late = beside(async move { slow.run_ready().await });
    timeout(SOON, begun.notified()).await.expect("begun");
    portal.clock.advance(TimeDelta::seconds(121));
    let (other, _) = ringing(&portal, |_| Err(JobError::Retry("the other failed".into())));
    assert_eq!(other.run_ready().await.expect("ran"), 1);
    go.notify_one();
    timeout(SOON, late).await.expect("ended").expect("not killed").expect("ran");
    let health = queue::health(&mut *portal.conn().await, portal.now()).await.expect("health");
    assert_eq!(health.waiting, 1, "the late success must not delete what the other worker holds");
}

#[tokio::test]
async fn a_job_that_kills_every_worker_is_buried_at_last() {
    let portal = TestPortal::open().await;
    ring(&portal, 1).await;
    for _ in 0..3 {
        let (victim, begun, _go) = stalling(&portal, || Ok(()));
        let killed = beside(async move { victim.run_ready().await });
        timeout(SOON, begun.notified()).await.expect("begun");
        killed.abort();
        portal.clock.advance(TimeDelta::seconds(121));
    }
    let (last, rings) = ringing(&portal, |_| Ok(()));
    assert_eq!(last.run_ready().await.expect("ran"), 0);
    assert_eq!(rings.load(Ordering::SeqCst), 0);
    let [dead] = queue::dead(&mut *portal.conn().await, 10).await.expect("the dead").try_into().expect("one");
    assert!(dead.last_error.expect("a word").contains("vanished"));
}

#[tokio::test]
async fn a_job_that_runs_too_long_is_ended() {
    let portal = TestPortal::open().await;
    ring(&portal, 1).await;
    let registry = Registry::default().on(|_: Ring, _| std::future::pending());
    let pace = Pace { lease: Duration::from_millis(300), ..Pace::default() };
    let worker = Worker::new(portal.platform.db.clone(), portal.platform.clock.clone(), registry, pace);
    assert_eq!(timeout(SOON, worker.run_ready()).await.expect("ended").expect("ran"), 1);
    assert_eq!(queue::health(&mut *portal.conn().await, portal.now()).await.expect("health").waiting, 1);
}

#[tokio::test]
async fn a_commit_wakes_a_sleeping_worker_and_a_stop_waits_for_what_is_in_hand() {
    let portal = TestPortal::open().await;
    let (stalled, begun, go) = stalling(&portal, || Ok(()));
    let stop = CancellationToken::new();
    let running = beside(stalled.run(stop.clone()));
    tokio::time::sleep(Duration::from_millis(300)).await; // asleep now; its next look is in 5 s
    ring(&portal, 1).await;
    timeout(Duration::from_secs(4), begun.notified()).await.expect("woken by the commit");
    stop.cancel();
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!running.is_finished(), "the job in hand is not dropped");
    go.notify_one();
    timeout(SOON, running).await.expect("stopped").expect("in peace");
    assert_eq!(queue::health(&mut *portal.conn().await, portal.now()).await.expect("health").waiting, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_do_every_job_once() {
    let portal = TestPortal::open().await;
    for bell in 0..60 {
        ring(&portal, bell).await;
    }
    let rung = Arc::new(Mutex::new(Vec::new()));
    let stop = CancellationToken::new();
    let left = Arc::new((AtomicUsize::new(60), Notify::new()));
    let runs: Vec<JoinHandle<()>> = (0..2)
        .map(|_| {
            let (rung, left) = (Arc::clone(&rung), Arc::clone(&left));
            let registry = Registry::default().on(move |job: Ring, _| {
                let (rung, left) = (Arc::clone(&rung), Arc::clone(&left));
                async move {
                    rung.lock().expect("bells").push(job.bell);
                    if left.0.fetch_sub(1, Ordering::SeqCst) == 1 {
                        left.1.notify_one();
                    }
                    Ok(())
                }
            });
            beside(worker(&portal, registry).run(stop.clone()))
        })
        .collect();
    timeout(SOON, left.1.notified()).await.expect("all rung");
    stop.cancel();
    for run in runs {
        timeout(SOON, run).await.expect("stopped").expect("in peace");
    }
    let mut rung = rung.lock().expect("bells").clone();
    rung.sort_unstable();
    assert_eq!(rung, (0..60).collect::<Vec<u32>>());
}
