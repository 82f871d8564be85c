//! Bad files, cut connections, forged and stale forms, addresses of others: each gets its sentence and loses nothing.

use actix_web::{
    http::{StatusCode, header},
    test::TestRequest,
};
use chrono::TimeDelta;

use crate::{
    citizen::{
        road::{self, begun, fill, filled},
        walk::PDF,
    },
    support::{Answer, Browser, TestPortal, Upload},
};

const DOCUMENT: &str = "giay_to_khac";

fn file<'a>(file_name: &'a str, bytes: &'a [u8]) -> Upload<'a> {
    Upload { field: DOCUMENT, file_name, media_type: "application/pdf", bytes }
}

/// A filled draft with one good file.
async fn with_a_file(citizen: &mut Browser<'_>) -> String {
    let papers = format!("{}/tep", filled(citizen).await);
    citizen.get(&papers).await;
    let given = citizen.upload(&papers, &[("send", "1")], &[file("tot.pdf", PDF)]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.main_text());
    citizen.get(&papers).await;
    papers
}

/// The good file is there, nothing else is, and the dossier can be submitted.
async fn nothing_is_lost(citizen: &mut Browser<'_>, papers: &str, after: &str) {
    let page = citizen.get(papers).await;
    assert_eq!(page.texts(".mc-file__name").len(), 1, "after {after}: {}", page.main_text());
    assert!(page.main_text().contains("tot.pdf"), "after {after}");
    road::submitted(citizen, papers.trim_end_matches("/tep")).await;
}

#[actix_web::test]
async fn fifty_megabytes_a_renamed_program_and_an_empty_file() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let papers = with_a_file(&mut citizen).await;
    let huge = [PDF, &vec![b' '; 50 * 1024 * 1024]].concat();
    let bad: [(&str, &[u8], &str); 4] = [
        ("anh-lon.pdf", &huge, "Tệp “anh-lon.pdf” lớn hơn 20 MB"),
        ("giay.pdf.exe", b"MZ\x90\0\x03\0\0\0\x04\0", "Tệp “giay.pdf.exe” không phải ảnh JPG, PNG, WebP hoặc PDF"),
        ("doi-ten.pdf", b"MZ\x90\0\x03\0\0\0\x04\0", "Tệp “doi-ten.pdf” không phải ảnh JPG, PNG, WebP hoặc PDF"),
        ("trong.pdf", b"", "Tệp “trong.pdf” trống"),
    ];
    for (name, bytes, sentence) in bad {
        citizen.get(&papers).await;
        let whole = citizen.upload(&papers, &[("send", "1")], &[file(name, bytes)]).await;
        assert_eq!(whole.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        let told = whole.texts(".govuk-error-summary li");
        assert!(told.iter().any(|told| told.contains(sentence)), "{name}: {told:?}");
        let link = format!("#{DOCUMENT}");
        assert_eq!(whole.attributes(".govuk-error-summary a", "href"), [link.as_str()]);
        assert_eq!(whole.attributes(&link, "id").len(), 1);
        let by_script = sent_by_script(&mut citizen, &format!("{papers}/{DOCUMENT}"), name, bytes).await;
        assert_eq!(by_script.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(by_script.json()["message"].as_str().is_some_and(|said| said.contains(sentence)), "{name}: {}", by_script.text());
    }
    nothing_is_lost(&mut citizen, &papers, "bad files").await;
}

async fn sent_by_script(citizen: &mut Browser<'_>, path: &str, name: &str, bytes: &[u8]) -> Answer {
    citizen.headers.push(("x-requested-with", "fetch".into()));
    let answer = citizen.upload(path, &[], &[file(name, bytes)]).await;
    citizen.headers.pop();
    answer
}

#[actix_web::test]
async fn a_connection_cut_in_the_middle_of_a_file() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let papers = with_a_file(&mut citizen).await;
    let csrf = citizen.csrf().to_owned();
    let half = format!(
        "--cat\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--cat\r\nContent-Disposition: form-data; \
         name=\"{DOCUMENT}\"; filename=\"nua.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\nnửa tệp"
    );
    let request = TestRequest::post().uri(&papers).insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=cat"));
    let answer = citizen.send(request.set_payload(half)).await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
    let told = answer.main_text();
    assert!(told.contains("Kết nối bị ngắt khi gửi tệp “nua.pdf”. Hãy chọn lại tệp"), "{told}");
    nothing_is_lost(&mut citizen, &papers, "a cut connection").await;
}

#[actix_web::test]
async fn a_wrong_token_on_a_page_and_on_files() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let papers = with_a_file(&mut citizen).await;
    let page = format!("{}/viec-ho-tich", papers.trim_end_matches("/tep"));
    let version = citizen.get(&page).await.input("version").expect("a version");
    let typed = [("csrf", "khong-phai"), ("version", version.as_str()), ("record.agency", "UBND xã Tản Viên"), ("copies", "3")];
    let refused = citizen.post_raw(&page, &typed).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.main_text().contains("Trang này đã mở quá lâu"), "{}", refused.main_text());
    let again = sent_again(&mut citizen, &refused).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "one press saves it: {}", again.main_text());
    assert_eq!(citizen.get(&page).await.input("record.agency").as_deref(), Some("UBND xã Tản Viên"));

    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nkhong-phai\r\n--x\r\nContent-Disposition: form-data; name=\"{DOCUMENT}\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--x--\r\n"
    );
    let request = TestRequest::post().uri(&papers).insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=x"));
    let files = citizen.send(request.set_payload(body)).await;
    assert_eq!(files.status, StatusCode::FORBIDDEN);
    assert!(files.main_text().contains("hãy chọn lại tệp"), "{}", files.main_text());
    nothing_is_lost(&mut citizen, &papers, "a wrong token").await;
}

/// Presses the button of a page that kept what was typed.
async fn sent_again(citizen: &mut Browser<'_>, kept: &Answer) -> Answer {
    let names = kept.attributes("main form input[type=hidden]", "name");
    let values = kept.attributes("main form input[type=hidden]", "value");
    let pairs: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
    let action = kept.attributes("main form", "action").remove(0);
    citizen.post_raw(&action, &pairs).await
}

#[actix_web::test]
async fn the_dossier_of_somebody_else() {
    let portal = TestPortal::open().await;
    let mut owner = portal.citizen().await;
    let draft = filled(&mut owner).await;
    let code = road::code_of(&road::submitted(&mut owner, &draft).await);
    let mut other = portal.other_citizen().await;
    let absent = "H44.101-261123-9999";
    for tail in ["", "/da-nop", "/rut", "/ket-qua", "/bo-sung"] {
        let (theirs, nobodys) = (other.get(&format!("/ho-so/{code}{tail}")).await, other.get(&format!("/ho-so/{absent}{tail}")).await);
        assert_eq!((theirs.status, nobodys.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND), "{tail}");
        assert_eq!(without_id(&theirs), without_id(&nobodys), "{tail}: it does not exist for others");
        assert!(theirs.main_text().contains("Không tìm thấy trang này"), "{}", theirs.main_text());
    }
    let taken_back = other.post_form(&format!("/ho-so/{code}/rut"), &[("version", "1"), ("reason", "")]).await;
    assert_eq!(taken_back.status, StatusCode::NOT_FOUND);
    let malformed = other.get("/ho-so/H44.1%27--1").await;
    assert_eq!(malformed.status, StatusCode::NOT_FOUND);
    assert!(owner.get(&format!("/ho-so/{code}")).await.main_text().contains("đang chờ tiếp nhận"));
}

/// The sentence of a page of error, without what differs each time.
fn without_id(answer: &Answer) -> String {
    answer.main_text().split("Mã lỗi").next().unwrap_or_default().to_owned()
}

#[actix_web::test]
async fn an_expired_session_returns_to_the_page_with_the_draft() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await;
    let path = format!("{draft}/nguoi-yeu-cau");
    fill(&mut citizen, &draft, "nguoi-yeu-cau", &[("requester.full_name", "Nguyễn Thị Mẫu"), ("leave", "1")]).await;
    let version = citizen.get(&path).await.input("version").expect("a version");
    portal.wait(TimeDelta::days(20));
    let late = citizen.post_form(&path, &[("version", &version), ("requester.phone", "0912 345 678")]).await;
    assert_eq!(late.status, StatusCode::UNAUTHORIZED);
    assert!(late.main_text().contains("Phiên đăng nhập đã hết"), "{}", late.main_text());
    let to_sign_in = citizen.get(&path).await;
    assert_eq!(to_sign_in.location(), Some(format!("/dang-nhap?tiep={path}").as_str()));
    citizen.follow(&to_sign_in).await;
    let fields = [("email", "nguyen.van.mau@example.vn"), ("password", "cong-mot-cua-2026"), ("tiep", path.as_str())];
    let inside = citizen.post_form("/dang-nhap", &fields).await;
    assert_eq!(inside.location(), Some(path.as_str()));
    assert_eq!(citizen.follow(&inside).await.input("requester.full_name").as_deref(), Some("Nguyễn Thị Mẫu"));
    let mut saved = sent_again(&mut citizen, &late).await;
    if saved.status == StatusCode::FORBIDDEN {
        saved = sent_again(&mut citizen, &saved).await;
    }
    assert!(matches!(saved.status, StatusCode::SEE_OTHER | StatusCode::UNPROCESSABLE_ENTITY), "{}", saved.main_text());
    let page = citizen.get(&path).await;
    assert_eq!(page.input("requester.phone").as_deref(), Some("0912 345 678"), "typed after the session had ended, saved after signing in");
    assert_eq!(page.input("requester.full_name").as_deref(), Some("Nguyễn Thị Mẫu"));
}
