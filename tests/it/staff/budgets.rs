//! What a page of the desk may cost, and who has no desk.

use actix_web::http::StatusCode;

use crate::{citizen::road, support::TestPortal};

#[actix_web::test]
async fn the_inbox_costs_five_statements_and_the_workbench_eight() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let receipt = road::submitted(&mut citizen, &draft).await;
    let code = road::code_of(&receipt);
    let mut desk = portal.official("motcua", "viettri").await;
    let inbox = desk.get("/can-bo?hang=new").await;
    inbox.assert_statements(5);
    assert!(inbox.main_text().contains(&code), "{}", inbox.main_text());
    let bench = desk.get(&format!("/can-bo/ho-so/{code}")).await;
    assert_eq!(bench.status, StatusCode::OK);
    bench.assert_statements(8);
}

#[actix_web::test]
async fn another_commune_finds_no_such_dossier() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let receipt = road::submitted(&mut citizen, &draft).await;
    let code = road::code_of(&receipt);
    let mut stranger = portal.official("motcua", "vinhyen").await;
    assert_eq!(stranger.get(&format!("/can-bo/ho-so/{code}")).await.status, StatusCode::NOT_FOUND);
    let forged = stranger.post_form(&format!("/can-bo/ho-so/{code}/tiep-nhan"), &[("version", "1")]).await;
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
    assert_eq!(citizen.get(&format!("/can-bo/ho-so/{code}")).await.status, StatusCode::NOT_FOUND);
}
