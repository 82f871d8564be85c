//! Mẫu thông báo: an administrator changes what a letter says; later letters say it, sent ones stay as they were.

use actix_web::http::StatusCode;

use crate::{
    citizen::road,
    stories::desk,
    support::{Answer, Browser, TestPortal},
};

const PAGE: &str = "/quan-tri/mau-thong-bao/submitted";
const SUBJECT: &str = "mail-submitted-subject";
const OWNER: &str = "nguyen.van.mau@example.vn";

/// The boxes as the page shows them, with some of them written anew.
async fn write(admin: &mut Browser<'_>, new: &[(&str, &str)]) -> Answer {
    write_to(admin, PAGE, new).await
}

async fn write_to(admin: &mut Browser<'_>, page: &str, new: &[(&str, &str)]) -> Answer {
    let shown = admin.get(page).await;
    let (names, texts) = (shown.attributes("main textarea", "name"), shown.raw_texts("main textarea"));
    let mut fields: Vec<(String, String)> = names.into_iter().zip(texts).collect();
    fields.retain(|(name, _)| !new.iter().any(|(known, _)| known == name));
    fields.push(("tieng".into(), shown.input("tieng").expect("a language")));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).chain(new.iter().copied()).collect();
    let path = page.split('?').next().expect("a path");
    admin.post_form(path, &fields).await
}

async fn submitted(citizen: &mut Browser<'_>) -> String {
    let draft = road::filled(citizen).await;
    road::code_of(&road::submitted(citizen, &draft).await)
}

fn newest(portal: &TestPortal) -> String {
    portal.mailbox.letters_to(OWNER).pop().expect("a letter").subject
}

#[actix_web::test]
async fn a_new_sentence_is_said_from_now_on_and_nowhere_before() {
    let portal = TestPortal::open().await;
    let (mut admin, mut citizen) = (portal.administrator().await, portal.citizen().await);
    let list = admin.get("/quan-tri/mau-thong-bao").await;
    assert!(list.main_text().contains("Đã nhận hồ sơ {code} của bạn Lời gốc"), "{}", list.main_text());
    let first = submitted(&mut citizen).await;
    portal.run_jobs().await;
    assert_eq!(newest(&portal), format!("Đã nhận hồ sơ {first} của bạn"));
    // Waiting while the sentence changes: it was told before.
    let waiting = submitted(&mut citizen).await;
    let kept = write(&mut admin, &[(SUBJECT, "Bưu điện đã nhận {code}, {name} ơi <b>"), ("reason", "Thử lời mới"), ("keep", "1")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{:?}", kept.texts(".govuk-error-summary li"));
    portal.run_jobs().await;
    assert_eq!(newest(&portal), format!("Đã nhận hồ sơ {waiting} của bạn"));
    let second = submitted(&mut citizen).await;
    portal.run_jobs().await;
    let said = format!("Bưu điện đã nhận {second}, Nguyễn Văn Mẫu ơi <b>");
    assert_eq!(newest(&portal), said);
    let html = portal.mailbox.letters_to(OWNER).pop().expect("a letter").html;
    assert!(html.contains("ơi &lt;b&gt;"), "words, not markup");
    let inbox = citizen.get("/tai-khoan/thong-bao").await;
    inbox.assert_statements(2);
    for told in [format!("Đã nhận hồ sơ {first} của bạn"), format!("Đã nhận hồ sơ {waiting} của bạn"), said] {
        assert!(inbox.main_text().contains(&told), "{told}: {}", inbox.main_text());
    }
    let page = admin.get(PAGE).await.main_text();
    assert!(page.contains("Thử lời mới") && page.contains("Đang dùng"), "{page}");
    assert!(admin.get("/quan-tri/mau-thong-bao").await.main_text().contains("Đã sửa"));
    let log = admin.get("/quan-tri/nhat-ky").await.main_text();
    assert!(log.contains("Đổi lời thư báo Thư báo"), "{log}");
    let bare = write(&mut admin, &[("restore", "1")]).await;
    assert!(bare.texts(".govuk-error-summary li")[0].starts_with("Nhập lý do"), "{}", bare.main_text());
    write(&mut admin, &[("restore", "1"), ("reason", "Thử xong")]).await;
    let third = submitted(&mut citizen).await;
    portal.run_jobs().await;
    assert_eq!(newest(&portal), format!("Đã nhận hồ sơ {third} của bạn"));
    assert!(!admin.get(PAGE).await.main_text().contains("Đang dùng"), "the history stays, nothing of it is in force");
}

#[actix_web::test]
async fn what_cannot_be_said_is_refused_with_words_and_stays_in_its_box() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    portal.run_jobs().await;
    let cases = [
        ("", "Nhập câu này"),
        ("Hồ sơ {ma}", "Cổng không biết {ma}. Chỉ dùng được: {agency}"),
        ("{{ 7*7 }}", "cần một dấu"),
        ("{% for a in b %}", "Cổng không biết {% for a in b %}"),
    ];
    for button in ["keep", "look", "try"] {
        for (text, said) in cases {
            let told = write(&mut admin, &[(SUBJECT, text), ("reason", "Thử"), (button, "1")]).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{button} {text}");
            assert!(
                told.texts(".govuk-error-summary li")[0].starts_with(said.split(". Chỉ").next().expect("a beginning"))
                    || told.main_text().contains(said),
                "{text}: {}",
                told.main_text()
            );
            assert_eq!(told.raw_texts(&format!("textarea[name='{SUBJECT}']")), [text]);
        }
    }
    assert_eq!(portal.run_jobs().await, 0, "nothing was sent");
    assert_eq!(admin.get("/quan-tri/mau-thong-bao/khong-co").await.status, StatusCode::NOT_FOUND);
    let mut clerk = portal.official("vanthu", "viettri").await;
    assert_eq!(clerk.get(PAGE).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_letter_is_looked_at_and_sent_to_oneself_before_it_is_in_force() {
    let portal = TestPortal::open().await;
    let (mut admin, mut citizen) = (portal.administrator().await, portal.citizen().await);
    let look = write(&mut admin, &[(SUBJECT, "Nhận rồi: {code} ({service})"), ("look", "1")]).await;
    assert!(look.main_text().contains("Nhận rồi: H44.101-261123-0007 (Cấp Giấy xác nhận"), "{}", look.main_text());
    let tried = write(&mut admin, &[(SUBJECT, "Nhận rồi: {code}"), ("try", "1")]).await;
    assert!(tried.main_text().contains("Thư thử đang được gửi đến"), "{}", tried.main_text());
    portal.run_jobs().await;
    let letters = portal.mailbox.letters_to("quantri@example.vn");
    assert_eq!(letters.iter().map(|letter| letter.subject.as_str()).collect::<Vec<_>>(), ["[Gửi thử] Nhận rồi: H44.101-261123-0007"]);
    let code = submitted(&mut citizen).await;
    portal.run_jobs().await;
    assert_eq!(newest(&portal), format!("Đã nhận hồ sơ {code} của bạn"), "not in force");
}

/// Each sentence of each letter in each language can be kept as it stands: every value it names is known.
#[actix_web::test]
async fn the_portals_own_sentences_fit_their_boxes() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    let letters = admin.get("/quan-tri/mau-thong-bao").await.attributes("main table a", "href");
    assert_eq!(letters.len(), 17);
    for letter in letters {
        for lang in ["vi", "en"] {
            let page = format!("{letter}?tieng={lang}");
            let looked = write_to(&mut admin, &page, &[("look", "1")]).await;
            assert_eq!(looked.status, StatusCode::OK, "{page}: {:?}", looked.texts(".govuk-error-summary li"));
            let boxes = looked.raw_texts("main textarea");
            assert!(boxes.len() >= 4 && !boxes.iter().any(|text| text.contains("{$") || text.contains("{ $")), "{page}: {boxes:?}");
        }
    }
    let mut desk = portal.official("motcua", "viettri").await;
    let mut citizen = portal.citizen().await;
    let subject = "mail-accepted-subject";
    let accepted = "/quan-tri/mau-thong-bao/accepted";
    write_to(&mut admin, accepted, &[(subject, "{agency} nhận {code}"), ("reason", "Thử"), ("keep", "1")]).await;
    let code = submitted(&mut citizen).await;
    desk::press(&mut desk, &code, "tiep-nhan").await;
    portal.run_jobs().await;
    assert_eq!(newest(&portal), format!("UBND phường Việt Trì nhận {code}"), "a value that its own sentence does not name");
}
