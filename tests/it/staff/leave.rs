//! Đi vắng: on its days a colleague acts in the post of who is away, and everybody can see for whom;
//! before, after and once revoked he does not.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::{ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use motcua::platform::db::schema::{accounts, memberships};

use super::many;
use crate::{
    citizen::road,
    stories::desk,
    support::{Browser, TestPortal},
};

const PAGE: &str = "/can-bo/di-vang";

/// A dossier at the step of the civil status officers.
async fn at_civil_status(portal: &TestPortal) -> String {
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let code = road::code_of(&road::submitted(&mut citizen, &draft).await);
    let mut counter = portal.official("motcua", "viettri").await;
    desk::press(&mut counter, &code, "tiep-nhan").await;
    desk::press(&mut counter, &code, "chuyen-buoc").await;
    code
}

/// The value of the box that names this colleague.
async fn named(official: &mut Browser<'_>, name: &str) -> String {
    let page = official.get(PAGE).await;
    let at = page.texts("#whom option").iter().position(|text| text.starts_with(name)).unwrap_or_else(|| panic!("no {name}"));
    page.attributes("#whom option", "value").swap_remove(at)
}

/// The civil status officer hands her work to the clerk.
async fn hand_over(portal: &TestPortal, from: &str, until: &str) {
    let mut absent = portal.official("hotich", "viettri").await;
    let whom = named(&mut absent, "Đặng Thị Sổ").await;
    let fields = [("whom", whom.as_str()), ("from", from), ("until", until), ("reason", "Nghỉ phép")];
    let done = absent.post_form(PAGE, &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.main_text());
}

#[actix_web::test]
async fn on_its_days_the_colleague_acts_and_the_history_says_for_whom() {
    let portal = TestPortal::open().await;
    let code = at_civil_status(&portal).await;
    let mut clerk = portal.official("vanthu", "viettri").await;
    assert!(!desk::offers(&mut clerk, &code, "chuyen-buoc").await);
    hand_over(&portal, "2026-11-23", "2026-11-25").await;
    let inbox = clerk.get("/can-bo").await;
    assert!(inbox.main_text().contains("Hôm nay bạn xử lý thay Phạm Văn Hộ, đến hết 25/11/2026"), "{}", inbox.main_text());
    assert!(inbox.texts(".mc-queue__code").contains(&code), "it is at a step that she looks after");
    inbox.assert_statements(5);
    desk::press(&mut clerk, &code, "chuyen-buoc").await;
    let bench = clerk.get(&desk::bench(&code)).await;
    assert!(bench.main_text().contains("Đặng Thị Sổ, thay mặt Phạm Văn Hộ"), "{}", bench.main_text());
    let lines = many::audited(&portal, "forward").await;
    let (_, last) = lines.last().expect("a line");
    assert_eq!(last["on_behalf"]["role"], "civil_status_officer", "{last}");
    assert_eq!(lines[0].1["on_behalf"], serde_json::Value::Null, "the counter acted in its own name");
    assert_eq!(many::audited(&portal, "delegate").await.len(), 1);
}

#[actix_web::test]
async fn before_after_and_once_revoked_there_is_no_power() {
    let portal = TestPortal::open().await;
    let code = at_civil_status(&portal).await;
    hand_over(&portal, "2026-11-25", "2026-11-26").await;
    let mut clerk = portal.official("vanthu", "viettri").await;
    assert!(!desk::offers(&mut clerk, &code, "chuyen-buoc").await, "not yet");
    portal.wait(TimeDelta::days(2));
    let mut clerk = portal.official("vanthu", "viettri").await;
    assert!(desk::offers(&mut clerk, &code, "chuyen-buoc").await, "today");
    let page = clerk.get(PAGE).await;
    assert!(page.attributes("main form", "action").iter().all(|action| !action.ends_with("/thu-hoi")), "not hers to revoke");
    let mut absent = portal.official("hotich", "viettri").await;
    let revoke = absent.get(PAGE).await.attributes("main form", "action").into_iter().find(|a| a.ends_with("/thu-hoi")).expect("a way");
    assert_eq!(clerk.post_form(&revoke, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(absent.post_form(&revoke, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(!desk::offers(&mut clerk, &code, "chuyen-buoc").await, "revoked");
    hand_over(&portal, "2026-11-25", "2026-11-25").await;
    assert!(desk::offers(&mut clerk, &code, "chuyen-buoc").await, "given anew");
    portal.wait(TimeDelta::days(1));
    let mut clerk = portal.official("vanthu", "viettri").await;
    assert!(!desk::offers(&mut clerk, &code, "chuyen-buoc").await, "over");
}

#[actix_web::test]
async fn leaving_the_agency_ends_it_on_either_side() {
    let portal = TestPortal::open().await;
    let code = at_civil_status(&portal).await;
    hand_over(&portal, "2026-11-23", "2026-11-27").await;
    let mut clerk = portal.official("vanthu", "viettri").await;
    assert!(desk::offers(&mut clerk, &code, "chuyen-buoc").await);
    for mailbox in ["hotich.viettri@example.vn", "vanthu.viettri@example.vn"] {
        let mut conn = portal.conn().await;
        let account: motcua::kernel::ids::AccountId =
            accounts::table.filter(accounts::email.eq(mailbox)).select(accounts::id).first(&mut conn).await.expect("somebody");
        let posts = memberships::table.filter(memberships::account_id.eq(account));
        let gone = diesel::update(posts).set(memberships::ends_on.eq(Some(portal.now().today().pred_opt().expect("a day"))));
        // A post begins before it ends.
        diesel::update(memberships::table.filter(memberships::account_id.eq(account)))
            .set(memberships::starts_on.eq(portal.now().today() - TimeDelta::days(9)))
            .execute(&mut conn)
            .await
            .expect("begun");
        gone.execute(&mut conn).await.expect("ended");
        let found = clerk.get(&desk::bench(&code)).await;
        let offered = found.attributes(".mc-bench__acts button", "formaction").iter().any(|action| action.ends_with("chuyen-buoc"));
        assert!(!offered, "{mailbox}");
        // Back again for the other half of the test.
        let posts = memberships::table.filter(memberships::account_id.eq(account));
        diesel::update(posts).set(memberships::ends_on.eq(None::<chrono::NaiveDate>)).execute(&mut conn).await.expect("back");
    }
}

#[actix_web::test]
async fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    let portal = TestPortal::open().await;
    let mut absent = portal.official("hotich", "viettri").await;
    absent.get(PAGE).await;
    let bare = absent.post_form(PAGE, &[("whom", ""), ("from", "2026-11-20"), ("until", "2026-11-19"), ("reason", "Nghỉ phép")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(bare.texts(".govuk-error-summary li").len(), 3, "{}", bare.main_text());
    assert_eq!(bare.attributes("#reason", "value"), ["Nghỉ phép"]);
    hand_over(&portal, "2026-11-23", "2026-11-25").await;
    let whom = named(&mut absent, "Chử Thị Hậu").await;
    let twice = absent.post_form(PAGE, &[("whom", &whom), ("from", "2026-11-25"), ("until", "2026-11-26")]).await;
    assert!(twice.main_text().contains("Bạn đã ủy quyền cho một người khác"), "{}", twice.main_text());
    // Who signs as a leader hands nothing over this way.
    let mut leader = portal.official("chutich", "viettri").await;
    assert!(leader.get(PAGE).await.texts("#whom option").is_empty());
    let forged = leader.post_form(PAGE, &[("whom", &whom), ("from", "2026-11-23"), ("until", "2026-11-23")]).await;
    assert!(forged.main_text().contains("Bạn không có vai trò nào"), "{}", forged.main_text());
    // Another commune's people are nobody's colleagues here.
    let mut stranger = portal.official("hotich", "vinhyen").await;
    stranger.get(PAGE).await;
    let foreign = stranger.post_form(PAGE, &[("whom", &whom), ("from", "2026-11-23"), ("until", "2026-11-23")]).await;
    assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY);
}
