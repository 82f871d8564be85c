//! Each proof with a service that fails it, and the exact words.

use std::collections::HashSet;

use motcua::{
    agencies::Agencies,
    catalogue::{
        self, Folder, Workshop,
        proof::{self, Finding, People},
    },
    kernel::lang::Lang,
};

use crate::catalogue::{files, world};

const SLUG: &str = "xac-nhan-tinh-trang-hon-nhan";

/// What the proof says, blocking or not.
fn said(blocks: bool, change: impl FnOnce(Folder) -> Folder) -> Vec<String> {
    let (all, agencies) = (files(), Agencies::new(Vec::new()));
    let world = world(&all);
    let workshop = Workshop::open(&all, &world).expect("a workshop");
    let folder = change(catalogue::folder_of(&all, SLUG));
    let people = People { agencies: &agencies, staffed: &HashSet::new() };
    let findings = proof::prove(&workshop, SLUG, &folder, None, &people);
    let words = |finding: &Finding| {
        let args: Vec<_> = finding.args.iter().map(|(name, value)| (*name, value.clone().into())).collect();
        world.texts.get(Lang::Vi, finding.key, &args).replace(['\u{2068}', '\u{2069}'], "")
    };
    findings.iter().filter(|finding| finding.blocks == blocks).map(words).collect()
}

fn errors(from: &str, to: &str) -> Vec<String> {
    said(true, |folder| edited(&folder, "service.toml", from, to))
}

fn edited(folder: &Folder, file: &str, from: &str, to: &str) -> Folder {
    let text = folder.get(file).expect("the file");
    assert!(text.contains(from), "{file} has no {from}");
    folder.with(file, text.replacen(from, to, 1))
}

#[test]
fn a_shipped_service_has_no_errors() {
    assert_eq!(said(true, |folder| folder), Vec::<String>::new());
}

#[test]
fn errors_say_what_is_wrong_and_what_to_do() {
    let cases = [
        (
            "hours = 12.0",
            "hours = 99.0",
            "Tổng số giờ các bước là 111 giờ, thời hạn của dịch vụ là 24 giờ; sửa số giờ của bước hoặc thời hạn",
        ),
        ("kind = \"receive\"", "kind = \"work\"", "Bước đầu tiên phải là bước tiếp nhận, và chỉ có một bước tiếp nhận"),
        ("kind = \"issue\"", "kind = \"work\"", "Cần đúng một bước phát hành, đứng ngay trước bước trả kết quả"),
        (
            "hours = 12.0",
            "hours = 12.0\nallows = [\"send_back\"]",
            "Bước examine: hồ sơ sẽ mắc kẹt vì không có việc nào chuyển sang bước sau; thêm “chuyen-buoc”",
        ),
        ("code = \"1.004873\"", "code = \"mã\"", "mã: không phải mã thủ tục quốc gia, ví dụ 1.004873"),
        ("is = \"kept\"", "is = \"khac\"", "previous_certificate: điều kiện không bao giờ đúng vì câu hỏi không có giá trị này"),
        ("name = [\"requester.full_name\"]", "name = [\"ten\"]", "ten: biểu mẫu không hỏi câu này"),
        ("amount = 0", "amount = 0\ncount = \"purpose\"", "Khoản thu certificate › purpose: phải nhân với một câu hỏi loại số"),
    ];
    for (from, to, words) in cases {
        let told = errors(from, to);
        assert!(told.iter().any(|sentence| sentence == words), "{to}: {told:#?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_the_only_thing_to_say() {
    let told = errors("online = \"full\"", "online = \"mot-phan\"");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("Tệp service.toml chưa đọc được"), "{told:#?}");
}

#[test]
fn doubts_ask() {
    let told =
        said(false, |folder| edited(&folder, "service.toml", "amount = 0\n", "amount = 0\nwhen = { field = \"purpose\", is = \"1\" }\n"));
    assert!(
        told.contains(&"Mọi khoản thu đều có điều kiện; khi không điều kiện nào đúng, công dân không phải trả gì".to_owned()),
        "{told:#?}"
    );
    let told = said(false, |folder| edited(&folder, "service.toml", "amount = 0\n", "amount = 8000\n"));
    assert!(told.iter().any(|sentence| sentence.starts_with("Hồ sơ mẫu examples/")), "{told:#?}");
    let told = said(false, |folder| edited(&folder, "form/nguoi-yeu-cau.toml", "title = ", "show_if = { all = [] }\ntitle = "));
    assert!(told.iter().any(|sentence| sentence.starts_with("Tên người nộp lấy từ câu có thể bị ẩn")), "{told:#?}");
}

/// The communes are named.
#[tokio::test]
async fn a_step_without_people_names_the_communes() {
    let portal = crate::support::TestPortal::open().await;
    let staffed = motcua::accounts::staffed(&mut *portal.conn().await, portal.now().today()).await.expect("posts");
    let people = People { agencies: &portal.rules.agencies, staffed: &staffed };
    let workshop = portal.rules.catalogue.workshop().expect("a workshop");
    let findings = proof::prove(workshop, SLUG, &catalogue::folder_of(&files(), SLUG), None, &people);
    let nobody = findings.iter().find(|finding| finding.key == "proof-nobody").expect("told");
    let arg = |name: &str| nobody.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone()).unwrap_or_default();
    assert_eq!(arg("count"), "145");
    assert!(arg("places").contains("Xã") && !arg("places").contains("Phường Việt Trì"), "{}", arg("places"));
}
