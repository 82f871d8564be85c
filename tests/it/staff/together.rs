//! Colleagues at one dossier: who has it open, and what they tell each other.

use actix_web::http::StatusCode;
use chrono::TimeDelta;

use super::many;
use crate::{citizen::road, stories::desk, support::TestPortal};

async fn submitted(portal: &TestPortal) -> String {
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    road::code_of(&road::submitted(&mut citizen, &draft).await)
}

#[actix_web::test]
async fn one_sees_who_else_has_the_dossier_open_until_he_goes_on() {
    let portal = TestPortal::open().await;
    let (code, other) = (submitted(&portal).await, submitted(&portal).await);
    let (mut one, mut two) = (portal.official("motcua", "viettri").await, portal.official("hotich", "viettri").await);
    assert!(!one.get(&desk::bench(&code)).await.main_text().contains("đang mở hồ sơ này"));
    let page = two.get(&desk::bench(&code)).await;
    assert!(page.main_text().contains("Lê Thị Tiếp đang mở hồ sơ này từ "), "{}", page.main_text());
    page.assert_statements(8);
    one.get(&desk::bench(&other)).await;
    assert!(!two.get(&desk::bench(&code)).await.main_text().contains("đang mở hồ sơ này"), "she has gone on to another");
    one.get(&desk::bench(&code)).await;
    portal.wait(TimeDelta::minutes(21));
    assert!(!two.get(&desk::bench(&code)).await.main_text().contains("đang mở hồ sơ này"), "that was long ago");
}

#[actix_web::test]
async fn notes_are_for_the_agency_alone_and_are_only_added_to() {
    let portal = TestPortal::open().await;
    let code = submitted(&portal).await;
    let address = format!("{}/ghi-chu", desk::bench(&code));
    let (mut one, mut two) = (portal.official("motcua", "viettri").await, portal.official("hotich", "viettri").await);
    one.get(&desk::bench(&code)).await;
    let done = one.post_form(&address, &[("text", "Đã gọi điện hẹn chiều nay.")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.main_text());
    let page = two.get(&desk::bench(&code)).await;
    assert!(page.texts(".mc-note").join(" ").contains("Đã gọi điện hẹn chiều nay."), "{}", page.main_text());
    two.post_form(&address, &[("text", "Đã rõ.")]).await;
    assert_eq!(one.get(&desk::bench(&code)).await.texts(".mc-note").len(), 2);
    let bare = one.post_form(&address, &[("text", "  ")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(one.get(&desk::bench(&code)).await.texts(".mc-note").len(), 2);
    let mut stranger = portal.official("motcua", "vinhyen").await;
    stranger.get("/can-bo").await;
    assert_eq!(stranger.post_form(&address, &[("text", "Chào")]).await.status, StatusCode::NOT_FOUND);
    let mut citizen = portal.citizen().await;
    assert!(!citizen.get(&format!("/ho-so/{code}")).await.main_text().contains("Đã gọi điện"), "the citizen never reads it");
    assert_eq!(citizen.post_form(&address, &[("text", "Chào")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(many::audited(&portal, "add_note").await.len(), 2);
}
