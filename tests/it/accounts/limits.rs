//! How often something may be tried.

use chrono::TimeDelta;
use motcua::accounts::limits::{self, Limit};

use crate::support::TestPortal;

const LIMIT: Limit = Limit { name: "test", minutes: 15, most: 3 };

#[actix_web::test]
async fn tries_run_out_and_come_back_with_the_next_window() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    for _ in 0..3 {
        limits::take(&mut conn, portal.now(), LIMIT, "an").await.expect("counted").expect("allowed");
    }
    let wait = limits::take(&mut conn, portal.now(), LIMIT, "an").await.expect("counted").expect_err("too many");
    assert!(wait.until - portal.now().instant() <= TimeDelta::minutes(15));
    limits::take(&mut conn, portal.now(), LIMIT, "bình").await.expect("counted").expect("another key is free");
    portal.wait(TimeDelta::minutes(15));
    limits::take(&mut conn, portal.now(), LIMIT, "an").await.expect("counted").expect("allowed again");
}

#[actix_web::test]
async fn what_went_well_does_not_count() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    for _ in 0..10 {
        limits::take(&mut conn, portal.now(), LIMIT, "an").await.expect("counted").expect("allowed");
        limits::give_back(&mut conn, portal.now(), LIMIT, "an").await.expect("given back");
    }
}
