//! Words that mean harm, written by officials, by an administrator and by the citizen who answers them: through a
//! whole life of a dossier, then every screen of everybody.

use super::{WORD, harmless, letters_are_words, look_everywhere, tables};
use crate::{
    citizen::{
        road,
        walk::{PDF, Walk},
    },
    hostile::nasty,
    stories::desk::{bench, press, send},
    support::{Browser, TestPortal, Upload},
};

const MARITAL: &str = "xac-nhan-tinh-trang-hon-nhan";

/// An act that takes words; what it answers is harmless, and whoever refuses the word gets honest ones.
async fn act(official: &mut Browser<'_>, code: &str, act: &str, fields: &[(&str, &str)]) {
    let page = official.get(&format!("{}/{act}", bench(code))).await;
    harmless(&page, act);
    let version = page.input("version").unwrap_or_else(|| panic!("{act}: {}", page.main_text()));
    let answer = official.post_form(&format!("{}/{act}", bench(code)), &[&[("version", version.as_str())], fields].concat()).await;
    harmless(&answer, act);
    assert!(answer.location().is_some(), "{act}: {}", answer.main_text());
}

async fn note(official: &mut Browser<'_>, code: &str) {
    let version = official.get(&bench(code)).await.input("version").unwrap_or_default();
    let fields = [("version", version.as_str()), ("note", WORD), ("text", WORD), ("name", WORD)];
    harmless(&official.post_form(&format!("{}/ghi-chu", bench(code)), &fields).await, "a note");
}

/// Everything that leaves words happens to one dossier.
async fn lived(portal: &TestPortal, citizen: &mut Browser<'_>) -> String {
    let draft = road::filled(citizen).await;
    let code = road::code_of(&road::submitted(citizen, &draft).await);
    let mut counter = portal.official("motcua", "viettri").await;
    note(&mut counter, &code).await;
    let item = Walk::of(portal, road::SERVICE, "01-").version.definition.documents[1].key.clone();
    let asked = format!("document:{item}");
    act(&mut counter, &code, "yeu-cau-bo-sung", &[("items", &asked), ("reason", WORD), ("days", "5")]).await;
    let path = format!("/ho-so/{code}/bo-sung");
    let page = citizen.get(&path).await;
    harmless(&page, "the request for a supplement");
    assert!(page.main_text().contains(WORD), "the citizen reads the reason");
    let version = page.input("version").expect("a version");
    let name = format!("{}.pdf", WORD.replace('"', ""));
    let file = Upload { field: &item, file_name: &name, media_type: "application/pdf", bytes: PDF };
    let sent = citizen.upload(&path, &[("version", &version), ("note", WORD)], &[file]).await;
    harmless(&sent, "the supplement");
    assert!(sent.location().is_some(), "{}", sent.main_text());
    press(&mut counter, &code, "tiep-nhan").await;
    press(&mut counter, &code, "chuyen-buoc").await;
    let mut examiner = portal.official("hotich", "viettri").await;
    note(&mut examiner, &code).await;
    act(&mut examiner, &code, "yeu-cau-thanh-toan", &[("reason", WORD)]).await;
    act(&mut counter, &code, "thu-phi", &[("method", "transfer"), ("payer", WORD)]).await;
    let mut chair = portal.official("chutich", "viettri").await;
    act(&mut chair, &code, "dung-xu-ly", &[("reason", WORD)]).await;
    act(&mut chair, &code, "tiep-tuc", &[("reason", WORD)]).await;
    let day = [("new_day-day", "27"), ("new_day-month", "11"), ("new_day-year", "2026"), ("reason", WORD)];
    act(&mut chair, &code, "hen-lai", &day).await;
    press(&mut examiner, &code, "chuyen-buoc").await;
    press(&mut chair, &code, "ky-duyet").await;
    issued(portal, &code).await;
    act(&mut counter, &code, "tra-ket-qua", &[("receiver", WORD), ("id_paper", "025195000002")]).await;
    code
}

async fn issued(portal: &TestPortal, code: &str) {
    let mut clerk = portal.official("vanthu", "viettri").await;
    let form = format!("{}/ban-hanh", bench(code));
    let version = clerk.get(&form).await.input("version").expect("a version");
    let with = |number: &'static str| {
        [
            ("version", version.as_str()),
            ("number", number),
            ("issued_on-day", "23"),
            ("issued_on-month", "11"),
            ("issued_on-year", "2026"),
            ("signer", WORD),
            ("summary", WORD),
        ]
    };
    let scan = |name| Upload { field: "file", file_name: name, media_type: "application/pdf", bytes: PDF };
    let done = clerk.upload(&form, &with(WORD), &[scan("<xss-probe>.pdf")]).await;
    harmless(&done, "issuing");
    if done.location().is_none() {
        let done = clerk.upload(&form, &with("31/TL-BS"), &[scan("<xss-probe>.pdf")]).await;
        harmless(&done, "issuing");
        assert!(done.location().is_some(), "{}", done.main_text());
    }
}

/// Another agency is asked and answers; the citizen wants it back; it is declined, then a second one is refused.
async fn asked_and_declined(portal: &TestPortal, citizen: &mut Browser<'_>) -> [String; 2] {
    let (draft, _) = Walk::of(portal, MARITAL, "01-").filled(citizen).await;
    let code = road::code_of(&road::submitted(citizen, &draft).await);
    let mut counter = portal.official("motcua", "viettri").await;
    press(&mut counter, &code, "tiep-nhan").await;
    press(&mut counter, &code, "chuyen-buoc").await;
    let mut examiner = portal.official("hotich", "viettri").await;
    let vinh_yen = portal.rules.agencies.by_place_code("08707").expect("Vĩnh Yên").id.to_string();
    act(&mut examiner, &code, "xin-y-kien", &[("about", "consult_commune"), ("agency", &vinh_yen), ("question", WORD)]).await;
    let mut asked = portal.official("hotich", "vinhyen").await;
    let list = asked.get("/can-bo/y-kien").await;
    let path = list.attributes("main section a", "href").into_iter().next().expect("a question");
    let page = asked.get(&path).await;
    harmless(&page, "the question");
    assert!(page.main_text().contains(WORD), "the other agency reads it");
    harmless(&asked.post_form(&path, &[("opinion", "informs"), ("answer", WORD)]).await, "the answer");
    let way = format!("/ho-so/{code}/rut");
    let version = citizen.get(&way).await.input("version").expect("a version");
    harmless(&citizen.post_form(&way, &[("version", &version), ("asks", "1"), ("reason", WORD)]).await, "asking it back");
    send(&mut counter, &code, "khong-dong-y-rut", &[("reason", WORD)]).await;
    let draft = road::filled(citizen).await;
    let refused = road::code_of(&road::submitted(citizen, &draft).await);
    act(&mut counter, &refused, "tu-choi", &[("reason", WORD)]).await;
    [code, refused]
}

/// What officials and the administrator keep under names of their own.
async fn kept(portal: &TestPortal) {
    let mut counter = portal.official("motcua", "viettri").await;
    harmless(&counter.post_form("/can-bo/bo-loc", &[("name", WORD), ("ds", "hang=late"), ("share", "yes")]).await, "a saved view");
    let page = counter.get("/can-bo/di-vang").await;
    let whom = page.attributes("#whom option", "value").into_iter().find(|value| !value.is_empty()).expect("a colleague");
    let fields = [("whom", whom.as_str()), ("from", "2026-11-24"), ("until", "2026-11-25"), ("reason", WORD)];
    harmless(&counter.post_form("/can-bo/di-vang", &fields).await, "a leave");
    let mut admin = portal.administrator().await;
    let stop = "/quan-tri/dich-vu/khai-tu/tam-dung";
    admin.get(stop).await;
    harmless(&admin.post_form(stop, &[("kind", "paused"), ("message", WORD), ("reason", WORD)]).await, "a stop");
    let agency = portal.rules.agencies.by_place_code("07900").expect("Việt Trì").code.clone();
    let post =
        [("full_name", WORD), ("email", "moi@example.vn"), ("title", WORD), ("role", "clerk"), ("from", "2026-11-23"), ("reason", WORD)];
    harmless(&admin.post_form(&format!("/quan-tri/co-quan/{agency}/them-can-bo"), &post).await, "a new official");
    let facts = [("name", WORD), ("code", WORD), ("field", WORD), ("reason", WORD), ("slug", "dich-vu-la")];
    harmless(&admin.post_form("/quan-tri/them-dich-vu", &facts).await, "a new service");
    for address in ["/dich-vu", "/dich-vu/khai-tu", "/nop/khai-tu"] {
        harmless(&portal.citizen().await.get(address).await, address);
    }
    let looked = nasty::in_address(WORD);
    let from =
        ["/quan-tri", "/quan-tri/nhat-ky", "/quan-tri/dich-vu/khai-tu", &format!("/quan-tri/nhat-ky?ai={looked}&doi_tuong={looked}")];
    look_everywhere("administrator", &mut admin, &from.map(str::to_owned), 120).await;
}

#[actix_web::test]
async fn what_officials_write_is_words_everywhere() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let code = lived(&portal, &mut citizen).await;
    let [asked, refused] = asked_and_declined(&portal, &mut citizen).await;
    kept(&portal).await;
    portal.run_jobs().await;
    let own: Vec<String> = [&code, &asked, &refused].iter().map(|code| format!("/ho-so/{code}")).collect();
    let told = look_everywhere("owner", &mut citizen, &own, 80).await;
    assert!(own.iter().all(|address| told.contains(address)), "the owner reads the words: {told:?}");
    assert!(told.iter().any(|address| address.starts_with("/van-ban/")), "they stand on a paper: {told:?}");
    for post in ["motcua", "hotich", "chutich", "vanthu"] {
        let mut official = portal.official(post, "viettri").await;
        let from: Vec<String> = [&code, &asked, &refused].iter().map(|code| bench(code)).chain(["/can-bo".into()]).collect();
        let told = look_everywhere(post, &mut official, &from, 90).await;
        assert!(told.contains(&bench(&code)), "{post} reads the words: {told:?}");
    }
    tables::hold_no_formulas(&mut portal.official("motcua", "viettri").await).await;
    assert!(letters_are_words(&portal) > 5, "letters have left");
    let letters = portal.mailbox.letters();
    assert!(letters.iter().any(|letter| letter.text.contains("=1+1 <xss-probe")), "a letter says the words");
}
