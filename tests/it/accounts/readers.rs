//! Who looked at my dossiers.

use chrono::TimeDelta;

use crate::{citizen::road, support::TestPortal};

#[actix_web::test]
async fn each_look_of_an_official_is_told_to_the_owner_and_to_nobody_else() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let code = road::code_of(&road::submitted(&mut citizen, &draft).await);
    assert!(citizen.get("/tai-khoan/ai-da-xem").await.main_text().contains("Chưa có cán bộ nào mở hồ sơ"));
    let mut desk = portal.official("motcua", "viettri").await;
    desk.get(&format!("/can-bo/ho-so/{code}")).await;
    portal.wait(TimeDelta::minutes(30));
    desk.get(&format!("/can-bo/ho-so/{code}")).await;
    portal.official("motcua", "vinhyen").await.get(&format!("/can-bo/ho-so/{code}")).await;
    let page = citizen.get("/tai-khoan/ai-da-xem").await;
    page.assert_statements(2);
    let looks = page.texts("main .mc-dossier__about");
    assert_eq!(looks.len(), 1, "one official, one day: {looks:?}");
    assert!(looks[0].contains("Xem 2 lần ngày 23/11/2026, từ 09:00 đến 09:30") && looks[0].contains(&code), "{}", looks[0]);
    assert!(looks[0].to_lowercase().contains("việt trì"), "{}", looks[0]);
    let other = portal.other_citizen().await.get("/tai-khoan/ai-da-xem").await;
    assert!(!other.text().contains(&code));
}
