//! Sessions end, are swept away, and know the memberships in force.

use chrono::TimeDelta;
use motcua::{
    accounts::{self, Attempt, SignedIn, StaffRule, limits::Network},
    kernel::actor::Role,
};

use crate::support::TestPortal;

async fn sign_in(portal: &TestPortal, email: &str) -> SignedIn {
    let network = Network::of([127, 0, 0, 1].into());
    let attempt = Attempt { email, password: "cong-mot-cua-2026", network: &network, device: "test", back_to: None };
    let platform = &portal.platform;
    accounts::sign_in(&platform.db, portal.now(), &platform.config.accounts, attempt).await.expect("signed in")
}

#[actix_web::test]
async fn a_session_is_one_statement_and_knows_the_roles() {
    let portal = TestPortal::open().await;
    let signed_in = sign_in(&portal, "motcua.viettri@example.vn").await;
    let mut conn = portal.conn().await;
    portal.statements.take();
    let session = accounts::session(&mut conn, &signed_in.token.hash(), portal.now(), StaffRule::of(&portal.platform.config))
        .await
        .expect("looked up")
        .expect("alive");
    assert_eq!(portal.statements.take().len(), 1);
    let viet_tri = portal.rules.agencies.by_place_code("07900").expect("a ward").id;
    assert!(session.official.expect("an official").has(viet_tri, Role::ReceptionOfficer));
    let citizen = sign_in(&portal, "nguyen.van.mau@example.vn").await;
    let session = accounts::session(&mut conn, &citizen.token.hash(), portal.now(), StaffRule::of(&portal.platform.config))
        .await
        .expect("looked up")
        .expect("alive");
    assert_eq!(session.official, None);
}

#[actix_web::test]
async fn a_session_ends_by_itself_and_is_swept_away() {
    let portal = TestPortal::open().await;
    let signed_in = sign_in(&portal, "nguyen.van.mau@example.vn").await;
    let mut conn = portal.conn().await;
    portal.wait(signed_in.expires_at - portal.now().instant() + TimeDelta::seconds(1));
    let gone = accounts::session(&mut conn, &signed_in.token.hash(), portal.now(), StaffRule::of(&portal.platform.config))
        .await
        .expect("looked up");
    assert_eq!(gone, None);
    assert!(accounts::sweep(&mut conn, portal.now()).await.expect("swept") >= 1);
}

#[actix_web::test]
async fn the_demonstrations_people_have_a_profile() {
    let portal = TestPortal::open().await;
    let signed_in = sign_in(&portal, "nguyen.van.mau@example.vn").await;
    let mut conn = portal.conn().await;
    let profile = accounts::profile(&mut conn, signed_in.account).await.expect("read").expect("there");
    assert_eq!(profile.name.as_str(), "Nguyễn Văn Mẫu");
    assert!(profile.phone.is_some() && profile.personal_id.is_some() && profile.birth_date.is_some());
}

#[actix_web::test]
async fn a_session_that_is_used_goes_on_and_still_ends_after_a_week() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    for _ in 0..16 {
        portal.wait(TimeDelta::hours(10));
        let page = citizen.get("/ho-so").await;
        assert_eq!(page.status.as_u16(), 200, "used every ten hours");
        assert!(page.header("set-cookie").is_some_and(|cookie| cookie.starts_with("motcua=")), "the browser keeps its cookie as long");
    }
    portal.wait(TimeDelta::minutes(30));
    let soon = citizen.get("/ho-so").await;
    assert!(soon.header("set-cookie").is_none(), "not moved at every page");
    for _ in 0..2 {
        portal.wait(TimeDelta::hours(10));
        citizen.get("/ho-so").await;
    }
    assert_eq!(citizen.get("/ho-so").await.location(), Some("/dang-nhap?tiep=/ho-so"), "a week has passed since signing in");
}
