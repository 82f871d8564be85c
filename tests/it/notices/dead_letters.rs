//! What cannot be delivered is seen, sent again, or given up with a reason.

use chrono::TimeDelta;
use diesel_async::SimpleAsyncConnection;
use motcua::{
    kernel::{
        actor::{Membership, Official, Role},
        ids::{AccountId, NoticeId},
    },
    notifications::{self, DeadLetterRefused, NoticeState, Settling, Verdict},
};

use super::tell;
use crate::{
    outbox::{
        dossier::Desk,
        letters::to_office,
        post_office::{Fate, PostOffice},
    },
    support::TestPortal,
};

async fn somebody_with(portal: &TestPortal, desk: &Desk, role: Role) -> Official {
    let account: AccountId = account(portal).await;
    Official {
        account,
        name: "Quản trị".parse().expect("a name"),
        memberships: vec![Membership { agency: desk.agency, role }],
        stands_in: Vec::new(),
    }
}

async fn account(portal: &TestPortal) -> AccountId {
    use diesel::{QueryableByName, sql_types::Uuid};
    use diesel_async::RunQueryDsl;
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Uuid)]
        id: uuid::Uuid,
    }
    let row: Row = diesel::sql_query("SELECT id FROM accounts LIMIT 1").get_result(&mut *portal.conn().await).await.expect("somebody");
    AccountId::from_uuid(row.id)
}

async fn refused(portal: &mut TestPortal, fates: &[Fate]) -> (PostOffice, Desk, NoticeId) {
    let office = PostOffice::open(fates).await;
    portal.platform.mail = to_office(&office);
    let desk = Desk::open(portal).await;
    tell(portal, Some(desk.dossier), "khongco@example.vn", "d00n01").await;
    portal.run_jobs().await;
    let [notice] = notifications::list(&mut *portal.conn().await, desk.dossier).await.expect("a list").try_into().expect("one");
    assert_eq!((notice.state, notice.attempts), (NoticeState::Failed, 1));
    (office, desk, notice.id)
}

#[tokio::test]
async fn an_administrator_sends_again_what_was_refused() {
    let mut portal = TestPortal::open().await;
    let (office, desk, id) = refused(&mut portal, &[Fate::NoSuchPerson]).await;
    let (admin, clerk) = (somebody_with(&portal, &desk, Role::SystemAdmin).await, somebody_with(&portal, &desk, Role::RecordsClerk).await);
    let mut conn = portal.conn().await;
    assert!(notifications::dead_letters(&mut conn, &portal.rules.agencies, &clerk, None, 10).await.expect("a list").is_empty());
    let [dead] =
        notifications::dead_letters(&mut conn, &portal.rules.agencies, &admin, None, 10).await.expect("a list").try_into().expect("one");
    assert_eq!((dead.id, dead.masked().as_str()), (id, "k•••@example.vn"));
    let now = portal.now();
    let no_reason =
        notifications::settle(&mut conn, &portal.rules.agencies, now, &admin, Settling { id, verdict: Verdict::SendAgain, reason: "  " })
            .await;
    assert!(matches!(no_reason, Err(DeadLetterRefused::NoReason)));
    let not_his =
        notifications::settle(&mut conn, &portal.rules.agencies, now, &clerk, Settling { id, verdict: Verdict::SendAgain, reason: "thử" })
            .await;
    assert!(matches!(not_his, Err(DeadLetterRefused::NotFound)));
    notifications::settle(
        &mut conn,
        &portal.rules.agencies,
        now,
        &admin,
        Settling { id, verdict: Verdict::SendAgain, reason: "Hộp thư đã mở lại" },
    )
    .await
    .expect("settled");
    drop(conn);
    portal.run_jobs().await;
    assert_eq!(office.letters().len(), 1);
    let mut conn = portal.conn().await;
    assert!(notifications::dead_letters(&mut conn, &portal.rules.agencies, &admin, None, 10).await.expect("a list").is_empty());
    let twice = notifications::settle(
        &mut conn,
        &portal.rules.agencies,
        now,
        &admin,
        Settling { id, verdict: Verdict::SendAgain, reason: "lần nữa" },
    )
    .await;
    assert!(matches!(twice, Err(DeadLetterRefused::NotFound)), "it is not dead any more");
}

#[tokio::test]
async fn a_unit_administrator_looks_after_the_letters_of_his_unit() {
    let mut portal = TestPortal::open().await;
    let (_office, desk, id) = refused(&mut portal, &[Fate::NoSuchPerson]).await;
    let agencies = &portal.rules.agencies;
    let ward = agencies.by_place_code("07900").expect("Việt Trì").id;
    let mut conn = portal.conn().await;
    let there = format!("UPDATE dossiers SET agency_id = '{ward}' WHERE id = '{}'", desk.dossier);
    conn.batch_execute(&there).await.expect("a dossier of the ward");
    let own = somebody_with(&portal, &Desk { agency: ward, ..desk }, Role::UnitAdmin).await;
    let post = |agency| Official { memberships: vec![Membership { agency, role: Role::UnitAdmin }], ..own.clone() };
    let elsewhere = agencies.communes().find(|commune| commune.id != ward).expect("another commune").id;
    let above = post(agencies.province().expect("a province").id);
    let (stranger, now) = (post(elsewhere), portal.now());
    assert!(notifications::dead_letters(&mut conn, agencies, &stranger, None, 10).await.expect("a list").is_empty());
    for admin in [&own, &above] {
        assert_eq!(notifications::dead_letters(&mut conn, agencies, admin, None, 10).await.expect("a list").len(), 1);
    }
    let settling = Settling { id, verdict: Verdict::GiveUp, reason: "Đã báo bằng điện thoại" };
    let not_his = notifications::settle(&mut conn, agencies, now, &stranger, settling).await;
    assert!(matches!(not_his, Err(DeadLetterRefused::NotFound)));
    notifications::settle(&mut conn, agencies, now, &own, settling).await.expect("settled");
}

#[tokio::test]
async fn what_is_given_up_is_never_sent() {
    let mut portal = TestPortal::open().await;
    let (office, desk, id) = refused(&mut portal, &[Fate::TooMuch]).await;
    let admin = somebody_with(&portal, &desk, Role::SystemAdmin).await;
    let mut conn = portal.conn().await;
    notifications::settle(
        &mut conn,
        &portal.rules.agencies,
        portal.now(),
        &admin,
        Settling { id, verdict: Verdict::GiveUp, reason: "Đã báo bằng điện thoại" },
    )
    .await
    .expect("settled");
    let [told] = notifications::list(&mut conn, desk.dossier).await.expect("a list").try_into().expect("one");
    assert_eq!(told.state, NoticeState::GivenUp);
    drop(conn);
    portal.wait(TimeDelta::days(1));
    portal.run_jobs().await;
    assert!(office.letters().is_empty());
}

#[tokio::test]
async fn what_lost_its_job_gets_one_again() {
    let office = PostOffice::open(&[]).await;
    let mut portal = TestPortal::open().await;
    portal.platform.mail = to_office(&office);
    tell(&portal, None, "anh@example.vn", "d00n01").await;
    tell(&portal, None, "anh@example.vn", "d00n02").await;
    let mut conn = portal.conn().await;
    conn.batch_execute("DELETE FROM jobs WHERE id = (SELECT max(id::text)::uuid FROM jobs)").await.expect("lost");
    assert_eq!(notifications::replay_stuck(&mut conn, portal.now()).await.expect("looked"), 0, "too young");
    portal.wait(TimeDelta::hours(2));
    assert_eq!(notifications::replay_stuck(&mut conn, portal.now()).await.expect("looked"), 1, "the other has its job still");
    drop(conn);
    portal.run_jobs().await;
    assert_eq!(office.letters().len(), 2);
}
