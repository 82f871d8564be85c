//! The register: who may read it, what stands in it, how it is taken along.

use actix_web::http::StatusCode;

use super::many;
use crate::support::TestPortal;

const AUTUMN: &str = "tu=2026-10-01&den=2026-11-30";

fn lines(text: &str) -> Vec<String> {
    text.trim_start_matches('\u{feff}').split("\r\n").filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[actix_web::test]
async fn the_page_the_text_and_the_spreadsheet_hold_the_same_dossiers_of_ones_own_agency() {
    let portal = TestPortal::open().await;
    many::generate(&portal, 20_000).await;
    let mut desk = portal.official("motcua", "viettri").await;
    let page = desk.get(&format!("/can-bo/so-theo-doi?{AUTUMN}&in=1")).await;
    page.assert_statements(3);
    let codes = page.texts(".mc-register tbody td:nth-child(2)");
    let own = portal.rules.agencies.by_place_code("07900").expect("Việt Trì").code.clone();
    assert!(!codes.is_empty() && codes.iter().all(|code| code.starts_with(&format!("{own}-"))), "{codes:?}");
    let text = desk.get(&format!("/can-bo/so-theo-doi/csv?{AUTUMN}")).await;
    assert_eq!(text.header("content-type"), Some("text/csv; charset=utf-8"));
    let text = lines(&text.text());
    assert!(text[0].starts_with("TT,Mã hồ sơ,"), "{}", text[0]);
    assert_eq!(text.len() - 1, codes.len());
    for (number, (line, code)) in text[1..].iter().zip(&codes).enumerate() {
        assert!(line.starts_with(&format!("{},{code},", number + 1)), "{line}");
    }
    let book = desk.get(&format!("/can-bo/so-theo-doi/xlsx?{AUTUMN}")).await;
    assert_eq!(book.status, StatusCode::OK);
    assert!(book.body.starts_with(b"PK"), "a spreadsheet is a packed folder");
    assert!(book.header("content-disposition").is_some_and(|name| name.contains("so-theo-doi-20261001-20261130.xlsx")));
    let looks: Vec<String> = many::audited(&portal, "open_register").await.into_iter().map(|(format, _)| format).collect();
    assert_eq!(looks, ["page", "csv", "xlsx"]);
}

#[actix_web::test]
async fn leafing_through_the_register_numbers_every_dossier_once() {
    let portal = TestPortal::open().await;
    many::generate(&portal, 20_000).await;
    let mut desk = portal.official("motcua", "viettri").await;
    let mut page = desk.get("/can-bo/so-theo-doi?tu=2024-01-01&den=2026-11-30").await;
    let mut numbers = page.texts(".mc-register tbody td:nth-child(1)");
    while let Some(next) = page.attributes("a[rel=next]", "href").first().cloned() {
        page = desk.get(&next).await;
        numbers.extend(page.texts(".mc-register tbody td:nth-child(1)"));
    }
    let expected: Vec<String> = (1..=numbers.len()).map(|n| n.to_string()).collect();
    assert!(numbers.len() > 100, "{}", numbers.len());
    assert_eq!(numbers, expected);
}

#[actix_web::test]
async fn the_register_of_a_strange_agency_is_empty() {
    let portal = TestPortal::open().await;
    many::generate(&portal, 10_000).await;
    let mut desk = portal.official("motcua", "viettri").await;
    let other = portal.rules.agencies.by_place_code("07900").expect("Việt Trì").id;
    let stranger = portal.rules.agencies.communes().find(|agency| agency.id != other).expect("another").id;
    let page = desk.get(&format!("/can-bo/so-theo-doi?tu=2020-01-01&den=2026-11-30&don-vi={stranger}")).await;
    assert!(page.texts(".mc-register").is_empty(), "{}", page.main_text());
    let text = desk.get(&format!("/can-bo/so-theo-doi/csv?tu=2020-01-01&den=2026-11-30&don-vi={stranger}")).await;
    assert_eq!(lines(&text.text()).len(), 1, "only the heading");
}
