//! Tiếp nhận tại quầy: one stands at the desk or has written; the same pages, accepted at once, a
//! receipt to take home; followed without an account, brought into one later.

use actix_web::http::StatusCode;
use diesel::{ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use motcua::platform::db::schema::papers;

use crate::{
    citizen::road,
    stories::desk,
    support::{Browser, TestPortal},
};

const PAGE: &str = "/can-bo/tiep-nhan";

/// Begun for somebody; the path of the draft.
async fn begun(counter: &mut Browser<'_>, channel: &str) -> String {
    counter.get(PAGE).await;
    let fields = [
        ("service", road::SERVICE),
        ("channel", channel),
        ("name", "Lò Văn Đến"),
        ("personal_id", "025 190 004 321"),
        ("phone", ""),
        ("email", ""),
    ];
    let made = counter.post_form(PAGE, &fields).await;
    made.location().unwrap_or_else(|| panic!("{}", made.main_text())).to_owned()
}

async fn filled(counter: &mut Browser<'_>, channel: &str) -> String {
    let draft = begun(counter, channel).await;
    for (page, answers) in road::PAGES {
        let own: Vec<(&str, &str)> = answers
            .iter()
            .map(|(name, value)| match *name {
                "requester.full_name" => (*name, "Lò Văn Đến"),
                "requester.personal_id" => (*name, "025190004321"),
                "requester.phone" => (*name, "0912 000 777"),
                _ => (*name, *value),
            })
            .collect();
        let answer = road::fill(counter, &draft, page, &own).await;
        assert!(answer.location().is_some(), "{page}: {:?}", answer.texts(".govuk-error-summary li"));
    }
    draft
}

/// Pressed on the review; where it leads.
async fn taken_in(counter: &mut Browser<'_>, draft: &str) -> String {
    let review = counter.get(&format!("{draft}/kiem-tra")).await;
    let action = review.attributes("main form", "action").into_iter().find(|to| to.starts_with(PAGE)).expect("the counter's button");
    let key = review.input("submission_key").expect("a key");
    let done = counter.post_form(&action, &[("submission_key", &key)]).await;
    done.location().unwrap_or_else(|| panic!("{}", done.main_text())).to_owned()
}

fn code_of(done: &str) -> String {
    done.trim_start_matches("/can-bo/ho-so/").trim_end_matches("/da-tiep-nhan").to_owned()
}

#[actix_web::test]
async fn it_is_accepted_at_once_and_the_receipt_is_printed() {
    let portal = TestPortal::open().await;
    let mut counter = portal.official("motcua", "viettri").await;
    let draft = filled(&mut counter, "postal").await;
    let page = counter.get(&format!("{draft}/nguoi-yeu-cau")).await;
    assert!(page.main_text().contains("cho Lò Văn Đến"), "{}", page.main_text());
    assert!(!page.main_text().contains("Dùng lại thông tin"), "nothing of the official's own is offered");
    let done = taken_in(&mut counter, &draft).await;
    let code = code_of(&done);
    let page = counter.get(&done).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.main_text());
    assert!(page.main_text().contains(&code) && page.main_text().contains("In Giấy tiếp nhận"), "{}", page.main_text());
    let receipt = page.attributes("main a", "href").into_iter().find(|href| href.starts_with("/van-ban/")).expect("the receipt");
    portal.run_jobs().await;
    assert_eq!(counter.get(&receipt).await.status, StatusCode::OK);
    let bench = counter.get(&desk::bench(&code)).await;
    for word in ["Lò Văn Đến", "Bưu chính", "Nộp và được tiếp nhận tại bộ phận Một cửa", "Lê Thị Tiếp"] {
        assert!(bench.main_text().contains(word), "{word}: {}", bench.main_text());
    }
    desk::press(&mut counter, &code, "chuyen-buoc").await;
    let register = counter.get("/can-bo/so-theo-doi").await.main_text();
    assert!(register.contains("Lò Văn Đến") && register.contains("Lê Thị Tiếp"), "{register}");
    // Pressed again from a page left open, it is the same dossier.
    let id = draft.trim_start_matches("/nop/ban-nhap/");
    let again = counter.post_form(&format!("{PAGE}/{id}"), &[]).await;
    assert_eq!(again.location(), Some(done.as_str()));
}

#[actix_web::test]
async fn without_an_account_it_is_followed_and_with_the_receipt_brought_into_one() {
    let portal = TestPortal::open().await;
    let mut counter = portal.official("motcua", "viettri").await;
    let draft = filled(&mut counter, "in_person").await;
    let code = code_of(&taken_in(&mut counter, &draft).await);
    let mut anybody = portal.anonymous();
    let found = anybody.post_form("/tra-cuu", &[("code", &code), ("last_four", "4321")]).await;
    assert_eq!(found.status, StatusCode::OK, "{}", found.main_text());
    let mut citizen = portal.citizen().await;
    assert_eq!(citizen.get(&format!("/ho-so/{code}")).await.status, StatusCode::NOT_FOUND);
    let mut conn = portal.conn().await;
    let check: String =
        papers::table.filter(papers::kind.eq("reception_slip")).select(papers::check_code).first(&mut conn).await.expect("the receipt");
    for (check, digits) in [("ABCDEFGHJKLM", "4321"), (check.as_str(), "1111")] {
        let wrong = citizen.post_form("/nhan-ho-so", &[("code", &code), ("check_code", check), ("last_four", digits)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.main_text().contains("Không tìm thấy hồ sơ khớp"), "{}", wrong.main_text());
    }
    let fields = [("code", code.as_str()), ("check_code", &check), ("last_four", "4321")];
    let claimed = citizen.post_form("/nhan-ho-so", &fields).await;
    assert_eq!(claimed.location(), Some(format!("/ho-so/{code}").as_str()), "{}", claimed.main_text());
    assert_eq!(citizen.get(&format!("/ho-so/{code}")).await.status, StatusCode::OK);
    let mut other = portal.official("hotich", "viettri").await;
    other.get("/nhan-ho-so").await;
    let late = other.post_form("/nhan-ho-so", &fields).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "it is somebody's already");
}

#[actix_web::test]
async fn only_who_holds_the_draft_sees_it_and_only_a_counter_takes_it_in() {
    let portal = TestPortal::open().await;
    let mut counter = portal.official("motcua", "viettri").await;
    let draft = begun(&mut counter, "in_person").await;
    assert!(counter.get(PAGE).await.main_text().contains("Lò Văn Đến"), "it can be gone on with");
    assert!(!counter.get("/ho-so").await.main_text().contains("Lò Văn Đến"), "it is none of the official's own");
    for (post, commune) in [("motcua", "vinhyen"), ("hotich", "viettri")] {
        let mut other = portal.official(post, commune).await;
        assert_eq!(other.get(&format!("{draft}/kiem-tra")).await.status, StatusCode::NOT_FOUND);
        let id = draft.trim_start_matches("/nop/ban-nhap/");
        assert_eq!(other.post_form(&format!("{PAGE}/{id}"), &[]).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(portal.official("hotich", "viettri").await.get(PAGE).await.status, StatusCode::NOT_FOUND);
    // What is missing is said by the review; the way of citizens does not take it.
    let id = draft.trim_start_matches("/nop/ban-nhap/").to_owned();
    let early = counter.post_form(&format!("{PAGE}/{id}"), &[]).await;
    assert_eq!(early.location(), Some(format!("{draft}/kiem-tra").as_str()));
    let review = counter.get(&format!("{draft}/kiem-tra")).await;
    assert!(!review.texts(".govuk-error-summary li").is_empty());
    let key = review.input("submission_key").expect("a key");
    let by_citizen = counter.post_form(&format!("{draft}/kiem-tra"), &[("submission_key", &key)]).await;
    assert_eq!(by_citizen.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn who_comes_must_be_found_again_and_what_was_typed_is_kept() {
    let portal = TestPortal::open().await;
    let mut counter = portal.official("motcua", "viettri").await;
    counter.get(PAGE).await;
    let bare = counter.post_form(PAGE, &[("service", ""), ("channel", "online"), ("name", "Lò Văn Đến"), ("phone", "")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = bare.texts(".govuk-error-summary li").join("; ");
    assert!(said.contains("Chọn thủ tục") && said.contains("4 số cuối"), "{said}");
    assert_eq!(bare.attributes("#name", "value"), ["Lò Văn Đến"]);
    let online = [("service", road::SERVICE), ("channel", "online"), ("name", "Lò Văn Đến"), ("phone", "0912 000 777")];
    assert_eq!(counter.post_form(PAGE, &online).await.status, StatusCode::UNPROCESSABLE_ENTITY, "online is no way to a counter");
}
