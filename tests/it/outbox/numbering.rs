//! Numbers of papers: one series for each agency, kind and year, without gap or double.

use diesel_async::AsyncConnection;
use futures_util::StreamExt;
use motcua::{
    documents::{self, IssuedPaper, Paper},
    kernel::clock::Now,
    platform::db::{Conn, DbError, DbResult},
};
use serde::Serialize;

use super::dossier::Desk;
use crate::support::{TestPortal, at};

#[derive(Serialize)]
struct Slip;

impl Paper for Slip {
    const KIND: &'static str = "refusal_slip";
    const SYMBOL: &'static str = "TCHS";
    fn title(&self) -> String {
        "Phiếu từ chối".into()
    }
}

#[derive(Serialize)]
struct Receipt;

impl Paper for Receipt {
    const KIND: &'static str = "submission_receipt";
    const SYMBOL: &'static str = "BNHS";
    fn title(&self) -> String {
        "Biên nhận".into()
    }
}

async fn issue(conn: &mut Conn, now: Now, desk: &Desk, kept: bool) -> DbResult<IssuedPaper> {
    conn.transaction::<IssuedPaper, DbError, _>(async |conn| {
        let issued = documents::issue(conn, now, desk.dossier, desk.agency, &Slip).await?;
        if kept { Ok(issued) } else { Err(DbError::RollbackTransaction) }
    })
    .await
}

#[tokio::test]
async fn many_at_once_take_numbers_without_gap_or_double() {
    let portal = TestPortal::open().await;
    let desk = Desk::open(&portal).await;
    let acts = (0..40).map(|act| {
        let (portal, desk) = (&portal, &desk);
        async move { issue(&mut *portal.conn().await, portal.now(), desk, act % 3 != 0).await.map(|paper| paper.number) }
    });
    let mut numbers: Vec<i64> = futures_util::future::join_all(acts).await.into_iter().filter_map(Result::ok).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=26).collect::<Vec<i64>>());
}

/// Five thousand that are kept, and every fifth attempt fails after it had its number.
#[tokio::test]
async fn five_thousand_numbers_without_gap_or_double() {
    let portal = TestPortal::open_with(|config| config.database.pool_size = 16).await;
    let desk = Desk::open(&portal).await;
    let acts = futures_util::stream::iter(0..6250).map(|act| {
        let (portal, desk) = (&portal, &desk);
        async move { issue(&mut *portal.conn().await, portal.now(), desk, act % 5 != 0).await.map(|paper| paper.number) }
    });
    let mut numbers: Vec<i64> = acts.buffer_unordered(32).filter_map(async |number| number.ok()).collect().await;
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=5000).collect::<Vec<i64>>());
}

#[tokio::test]
async fn every_agency_kind_and_year_has_its_own_series() {
    let portal = TestPortal::open().await;
    let (here, there) = (Desk::open(&portal).await, Desk::open(&portal).await);
    let mut conn = portal.conn().await;
    let first = issue(&mut conn, portal.now(), &here, true).await.expect("issued");
    assert_eq!((first.number, first.doc_number.as_str()), (1, "01/TCHS"));
    assert_eq!(issue(&mut conn, portal.now(), &here, true).await.expect("issued").doc_number, "02/TCHS");
    assert_eq!(issue(&mut conn, portal.now(), &there, true).await.expect("issued").number, 1);
    let receipt = documents::issue(&mut conn, portal.now(), here.dossier, here.agency, &Receipt).await.expect("issued");
    assert_eq!(receipt.doc_number, "01/BNHS");
    // In Việt Nam the new year begins seven hours before it does in UTC.
    let new_year = Now(at(2027, 1, 1, 0, 30));
    assert_eq!(issue(&mut conn, new_year, &here, true).await.expect("issued").number, 1);
}

#[tokio::test]
async fn anybody_with_the_code_can_verify_a_paper() {
    let portal = TestPortal::open().await;
    let desk = Desk::open(&portal).await;
    let mut conn = portal.conn().await;
    let paper = issue(&mut conn, portal.now(), &desk, true).await.expect("issued");
    let typed = motcua::platform::crypto::grouped(&paper.check_code).to_lowercase();
    let found = documents::verify(&mut conn, &typed).await.expect("asked").expect("true");
    assert_eq!((found.id, found.doc_number.as_str(), found.agency_name.as_str()), (paper.id, "01/TCHS", "Cơ quan thử"));
    for wrong in ["", "AAAABBBBCCCC", "' OR 1=1 --"] {
        assert!(documents::verify(&mut conn, wrong).await.expect("asked").is_none(), "{wrong}");
    }
}
