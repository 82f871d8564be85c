//! What officials do at the workbench, by its buttons and links.

use actix_web::http::StatusCode;

use crate::support::{Answer, Browser};

pub fn bench(code: &str) -> String {
    format!("/can-bo/ho-so/{code}")
}

/// Whether the workbench of this official has such a button.
pub async fn offers(official: &mut Browser<'_>, code: &str, act: &str) -> bool {
    let page = official.get(&bench(code)).await;
    page.attributes(".mc-bench__acts button", "formaction").iter().any(|action| action.ends_with(act))
}

/// Presses a button of the workbench, having seen the dossier as it is.
pub async fn press(official: &mut Browser<'_>, code: &str, act: &str) {
    let page = official.get(&bench(code)).await;
    let buttons = page.attributes(".mc-bench__acts button", "formaction");
    assert!(buttons.iter().any(|action| action.ends_with(act)), "no button {act} among {buttons:?}");
    post(official, &page, code, act, &[("note", "")]).await;
}

/// Sends the form of an act that has a page of its own.
pub async fn send(official: &mut Browser<'_>, code: &str, act: &str, fields: &[(&str, &str)]) {
    let page = official.get(&format!("{}/{act}", bench(code))).await;
    post(official, &page, code, act, fields).await;
}

async fn post(official: &mut Browser<'_>, page: &Answer, code: &str, act: &str, fields: &[(&str, &str)]) {
    let version = page.input("version").unwrap_or_else(|| panic!("nothing to do: {}", page.main_text()));
    let done = official.post_form(&format!("{}/{act}", bench(code)), &[&[("version", version.as_str())], fields].concat()).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{act}: {}", done.main_text());
}

/// What the workbench says of the deadline.
pub async fn head(official: &mut Browser<'_>, code: &str) -> Answer {
    let page = official.get(&bench(code)).await;
    assert_eq!(page.status, StatusCode::OK);
    page
}
