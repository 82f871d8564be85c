//! What happens around the work, through the screens: the citizen checks the draft, another agency is
//! asked, money is taken, a handover is taken back, the clerk's file is wrong, nobody comes for the result.

use actix_web::http::StatusCode;
use chrono::TimeDelta;

use super::desk::{bench, offers, press, send};
use crate::{
    citizen::{
        road,
        walk::{PDF, PNG, Walk},
    },
    support::{Answer, Browser, TestPortal, Upload},
};

const MARITAL: &str = "xac-nhan-tinh-trang-hon-nhan";

/// Submitted by the citizen of the demonstration, accepted and forwarded to whoever examines.
async fn examined(portal: &TestPortal, citizen: &mut Browser<'_>, slug: &str, commune: &str) -> String {
    let (draft, _) = Walk::of(portal, slug, "01-").filled(citizen).await;
    let receipt = road::submitted(citizen, &draft).await;
    let code = road::code_of(&receipt);
    let mut desk = portal.official("motcua", commune).await;
    press(&mut desk, &code, "tiep-nhan").await;
    press(&mut desk, &code, "chuyen-buoc").await;
    code
}

/// Posts a form of a page of the citizen with the version that the page carries.
async fn answer(citizen: &mut Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Answer {
    let version = citizen.get(path).await.input("version").expect("a version");
    citizen.post_form(path, &[&[("version", version.as_str())], fields].concat()).await
}

fn says(page: &Answer, words: &[&str]) {
    for word in words {
        assert!(page.main_text().contains(word), "{word} in {}", page.main_text());
    }
}

#[actix_web::test]
async fn the_citizen_checks_the_draft_and_silence_is_agreement() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let code = examined(&portal, &mut citizen, "khai-sinh", "hoabinh").await;
    let mut examiner = portal.official("hotich", "hoabinh").await;
    says(&examiner.get(&bench(&code)).await, &["Gửi bản dự thảo để công dân kiểm tra"]);
    press(&mut examiner, &code, "chuyen-buoc").await;
    says(&examiner.get(&bench(&code)).await, &["Công dân đang kiểm tra bản dự thảo"]);
    let (dossier, check) = (format!("/ho-so/{code}"), format!("/ho-so/{code}/du-thao"));
    says(&citizen.get("/ho-so").await, &["Cần bạn làm", "Cần bạn kiểm tra", "Kiểm tra"]);
    says(&citizen.get(&dossier).await, &["Kiểm tra bản dự thảo trước"]);
    says(&citizen.get(&check).await, &["Hà Minh Khôi", "Đúng, tôi đồng ý"]);

    let empty = answer(&mut citizen, &check, &[("answer", "correct"), ("wrong", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&empty, &["Viết chỗ nào chưa đúng và phải sửa thế nào"]);
    let wrong = answer(&mut citizen, &check, &[("answer", "correct"), ("wrong", "Tên đệm là Minh Anh.")]).await;
    assert_eq!(wrong.location(), Some(dossier.as_str()), "{}", wrong.main_text());
    says(&examiner.get(&bench(&code)).await, &["Công dân đề nghị sửa bản dự thảo", "Tên đệm là Minh Anh."]);

    press(&mut examiner, &code, "chuyen-buoc").await;
    portal.run_jobs().await;
    says(&examiner.get(&bench(&code)).await, &["Công dân đang kiểm tra bản dự thảo"]);
    portal.wait(TimeDelta::days(3));
    portal.run_jobs().await;
    let mut examiner = portal.official("hotich", "hoabinh").await;
    says(
        &examiner.get(&bench(&code)).await,
        &["Hết thời gian kiểm tra bản dự thảo, hồ sơ tự chuyển bước", "Ghi sổ, lấy số định danh cá nhân"],
    );
    citizen.sign_in("nguyen.van.mau@example.vn", "cong-mot-cua-2026").await;
    assert_eq!(citizen.get(&check).await.location(), Some(dossier.as_str()), "nothing to check any more");
}

#[actix_web::test]
async fn the_citizen_agrees_to_the_draft() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let code = examined(&portal, &mut citizen, "khai-sinh", "hoabinh").await;
    let mut examiner = portal.official("hotich", "hoabinh").await;
    press(&mut examiner, &code, "chuyen-buoc").await;
    let agreed = answer(&mut citizen, &format!("/ho-so/{code}/du-thao"), &[("answer", "agree")]).await;
    assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.main_text());
    says(&examiner.get(&bench(&code)).await, &["Công dân đồng ý bản dự thảo", "Ghi sổ, lấy số định danh cá nhân"]);
}

#[actix_web::test]
async fn another_agency_is_asked_and_sees_only_the_question() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let code = examined(&portal, &mut citizen, MARITAL, "viettri").await;
    let mut examiner = portal.official("hotich", "viettri").await;
    let page = examiner.get(&format!("{}/xin-y-kien", bench(&code))).await;
    let vinh_yen = portal.rules.agencies.by_place_code("08707").expect("Vĩnh Yên");
    let version = page.input("version").expect("a version");
    let question = "Bà Ánh đã đăng ký kết hôn tại phường từ 2015 đến 2020 chưa?";
    let half = [("version", version.as_str()), ("about", "consult_commune"), ("agency", ""), ("question", question)];
    let told = examiner.post_form(&format!("{}/xin-y-kien", bench(&code)), &half).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(told.text().contains("Chọn cơ quan được hỏi ý kiến") && told.text().contains(question), "typed words stay");
    let agency = vinh_yen.id.to_string();
    send(&mut examiner, &code, "xin-y-kien", &[("about", "consult_commune"), ("agency", &agency), ("question", question)]).await;
    let version = examiner.get(&format!("{}/tra-lai", bench(&code))).await.input("version").expect("a version");
    let hasty = examiner.post_form(&format!("{}/chuyen-buoc", bench(&code)), &[("version", &version), ("note", "")]).await;
    assert_eq!(hasty.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&hasty, &["Cơ quan được hỏi ý kiến chưa trả lời"]);

    let mut asked = portal.official("hotich", "vinhyen").await;
    let list = asked.get("/can-bo/y-kien").await;
    says(&list, &["Hỏi xã, phường nơi cư trú trước đây", "UBND phường Việt Trì xin ý kiến"]);
    let path = list.attributes("main section a", "href").remove(0);
    let page = asked.get(&path).await;
    says(&page, &[question]);
    assert!(!page.text().contains("0912"), "nothing of the dossier");
    assert_eq!(asked.get(&bench(&code)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(portal.official("hotich", "hoabinh").await.get(&path).await.status, StatusCode::NOT_FOUND);
    let empty = asked.post_form(&path, &[("answer", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&empty, &["Chọn ý kiến của cơ quan", "Nhập nội dung trả lời"]);
    let sent = asked.post_form(&path, &[("opinion", "informs"), ("answer", "Chưa đăng ký kết hôn.")]).await;
    assert_eq!(sent.location(), Some("/can-bo/y-kien"), "{}", sent.main_text());
    says(&examiner.get(&bench(&code)).await, &["Cung cấp thông tin", "Chưa đăng ký kết hôn."]);
    let twice = asked.post_form(&path, &[("opinion", "agrees"), ("answer", "Đồng ý.")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", twice.main_text());
    press(&mut examiner, &code, "chuyen-buoc").await;
}

#[actix_web::test]
async fn a_handover_is_taken_back_until_somebody_opens_it() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let code = examined(&portal, &mut citizen, MARITAL, "viettri").await;
    let mut desk = portal.official("motcua", "viettri").await;
    press(&mut desk, &code, "thu-hoi").await;
    says(&desk.get(&bench(&code)).await, &["Thu hồi về bước trước"]);
    press(&mut desk, &code, "chuyen-buoc").await;
    assert!(offers(&mut desk, &code, "thu-hoi").await);
    portal.official("hotich", "viettri").await.get(&bench(&code)).await;
    assert!(!offers(&mut desk, &code, "thu-hoi").await, "it has been opened");
    let version = desk.get(&format!("{}/tra-lai", bench(&code))).await.input("version").expect("a version");
    let late = desk.post_form(&format!("{}/thu-hoi", bench(&code)), &[("version", &version)]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", late.main_text());
    says(&late, &["Không thu hồi được nữa"]);
}

#[actix_web::test]
async fn what_the_clerk_typed_stays_when_the_file_is_wrong() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let code = road::code_of(&road::submitted(&mut citizen, &draft).await);
    let mut desk = portal.official("motcua", "viettri").await;
    press(&mut desk, &code, "tiep-nhan").await;
    press(&mut desk, &code, "chuyen-buoc").await;
    press(&mut portal.official("hotich", "viettri").await, &code, "chuyen-buoc").await;
    press(&mut portal.official("chutich", "viettri").await, &code, "ky-duyet").await;
    let mut clerk = portal.official("vanthu", "viettri").await;
    let form = format!("{}/ban-hanh", bench(&code));
    let version = clerk.get(&form).await.input("version").expect("a version");
    let fields = [
        ("version", version.as_str()),
        ("number", "31/TL-BS"),
        ("issued_on-day", "23"),
        ("issued_on-month", "11"),
        ("issued_on-year", "2026"),
        ("signer", "Hoàng Văn Ký"),
        ("summary", "Bản sao trích lục"),
    ];
    let huge = [PDF, &vec![b' '; 21 * 1024 * 1024]].concat();
    let file = |bytes, media_type, file_name| Upload { field: "file", file_name, media_type, bytes };
    let wrong = [
        (file(huge.as_slice(), "application/pdf", "to.pdf"), "Tệp lớn hơn 20 MB"),
        (file(PNG, "image/png", "anh.png"), "“anh.png” không phải tệp PDF"),
        (file(b"", "application/pdf", "rong.pdf"), "Tệp rỗng"),
    ];
    for (upload, said) in wrong {
        let page = clerk.upload(&form, &fields, &[upload]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}: {}", page.main_text());
        says(&page, &[said]);
        for (name, typed) in &fields[1..] {
            assert_eq!(page.input(name).as_deref(), Some(*typed), "{said}: {name}");
        }
    }
    let done = clerk.upload(&form, &fields, &[file(PDF, "application/pdf", "trich-luc.pdf")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.main_text());
    not_collected(&portal, &code).await;
}

/// For weeks nobody comes: it goes on waiting to be returned, and is not late; then a relative comes.
async fn not_collected(portal: &TestPortal, code: &str) {
    portal.wait(TimeDelta::days(60));
    let mut desk = portal.official("motcua", "viettri").await;
    assert!(desk.get("/can-bo?hang=to_return").await.main_text().contains(code));
    assert!(!desk.get("/can-bo?hang=late").await.main_text().contains(code), "the office was in time");
    let path = format!("{}/tra-ket-qua", bench(code));
    let version = desk.get(&path).await.input("version").expect("a version");
    let wrong = [("version", version.as_str()), ("receiver", "Trần Thị Thử, vợ"), ("id_paper", "không nhớ")];
    let told = desk.post_form(&path, &wrong).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&told, &["Nhập số giấy tờ của người nhận"]);
    assert_eq!(told.input("receiver").as_deref(), Some("Trần Thị Thử, vợ"));
    send(&mut desk, code, "tra-ket-qua", &[("receiver", "Trần Thị Thử, vợ"), ("id_paper", "025 195 000 002")]).await;
    says(&desk.get(&bench(code)).await, &["Đã trả kết quả", "Trần Thị Thử, vợ", "025195000002"]);
}

#[actix_web::test]
async fn after_acceptance_a_withdrawal_is_asked_for_with_a_reason() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let code = examined(&portal, &mut citizen, MARITAL, "viettri").await;
    let path = format!("/ho-so/{code}/rut");
    says(&citizen.get(&format!("/ho-so/{code}")).await, &["Xin rút hồ sơ"]);
    let bare = answer(&mut citizen, &path, &[("asks", "1"), ("reason", "")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&bare, &["Nhập lý do", "UBND phường Việt Trì phải xem xét"]);
    answer(&mut citizen, &path, &[("asks", "1"), ("reason", "Tôi hoãn cưới.")]).await;
    says(&citizen.get(&format!("/ho-so/{code}")).await, &["Bạn đã xin rút hồ sơ"]);
    let mut desk = portal.official("motcua", "viettri").await;
    says(&desk.get(&bench(&code)).await, &["Công dân xin rút hồ sơ", "Tôi hoãn cưới.", "Đồng ý cho rút"]);
    says(&desk.get(&format!("{}/khong-dong-y-rut", bench(&code))).await, &["Tôi hoãn cưới."]);
    send(&mut desk, &code, "dong-y-rut", &[("reason", "Mời nhận lại giấy tờ tại quầy 2.")]).await;
    portal.run_jobs().await;
    let letter = portal.mailbox.letters_to("nguyen.van.mau@example.vn").pop().expect("a letter");
    assert!(letter.text.contains(&code), "{}", letter.text);
    says(&citizen.get(&format!("/ho-so/{code}")).await, &["Đã rút"]);
}
