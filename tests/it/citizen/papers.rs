//! Files: taken, refused with a sentence, taken away, opened only by who may.

use actix_web::http::StatusCode;

use super::road::filled;
use crate::support::{TestPortal, Upload};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
const DOCUMENT: &str = "giay_to_khac";

fn file<'a>(file_name: &'a str, bytes: &'a [u8]) -> Upload<'a> {
    Upload { field: DOCUMENT, file_name, media_type: "application/octet-stream", bytes }
}

#[actix_web::test]
async fn a_file_is_taken_listed_opened_and_taken_away() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let papers = format!("{}/tep", filled(&mut citizen).await);
    citizen.get(&papers).await;
    let answer = citizen.upload(&papers, &[("send", "1")], &[file("Giấy khai sinh.pdf", PDF)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.main_text());
    let page = citizen.get(&papers).await;
    assert!(page.main_text().contains("Giấy khai sinh.pdf"));
    let address = page.attributes(".mc-file__name a", "href").remove(0);
    let opened = citizen.get(&address).await;
    assert_eq!((opened.status, opened.header("content-type")), (StatusCode::OK, Some("application/pdf")));
    assert_eq!(opened.body, PDF);
    assert_eq!(portal.other_citizen().await.get(&address).await.status, StatusCode::NOT_FOUND);
    let remove = page.attributes("button[data-upload-remove]", "formaction").remove(0);
    citizen.get(&papers).await;
    citizen.upload(&remove, &[], &[]).await;
    assert!(!citizen.get(&papers).await.main_text().contains("Giấy khai sinh.pdf"));
    assert_eq!(citizen.get(&address).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_bad_file_gets_its_sentence_and_the_good_ones_stay() {
    let portal = TestPortal::open_with(|config| config.files.max_megabytes = 1).await;
    let mut citizen = portal.citizen().await;
    let papers = format!("{}/tep", filled(&mut citizen).await);
    let huge = [PDF, &vec![b' '; 1_200_000]].concat();
    for (name, bytes, sentence) in
        [("virus.pdf", b"MZ\x90\0\x03\0\0\0".as_slice(), "không phải ảnh JPG"), ("trong.pdf", b"", "trống"), ("to.pdf", &huge, "lớn hơn")]
    {
        citizen.get(&papers).await;
        let answer = citizen.upload(&papers, &[("send", "1")], &[file(name, bytes), file("tot.pdf", PDF)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.main_text().contains(sentence), "{name}: {}", answer.main_text());
        assert!(answer.main_text().contains("tot.pdf"), "{name}: the good file stays");
    }
}

#[actix_web::test]
async fn a_script_sends_one_file_and_gets_the_list() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let papers = format!("{}/tep", filled(&mut citizen).await);
    citizen.get(&papers).await;
    citizen.headers.push(("x-requested-with", "fetch".into()));
    let path = format!("{papers}/{DOCUMENT}");
    let taken = citizen.upload(&path, &[], &[file("anh.pdf", PDF)]).await;
    assert_eq!(taken.status, StatusCode::OK, "{}", taken.text());
    assert!(taken.text().contains("anh.pdf") && !taken.text().contains("<html"), "{}", taken.text());
    let refused = citizen.upload(&path, &[], &[file("virus.exe", b"MZ\x90")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.json()["message"].as_str().is_some_and(|said| said.contains("virus.exe")), "{}", refused.text());
}
