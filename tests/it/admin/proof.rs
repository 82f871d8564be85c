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
        finding.said(&|key, args| {
            let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.clone().into())).collect();
            world.texts.get(Lang::Vi, key, &args).replace(['\u{2068}', '\u{2069}'], "")
        })
    };
    let told: Vec<String> = findings.iter().filter(|finding| finding.blocks == blocks).map(words).collect();
    let english = [" the ", " is ", " not ", "expected", "field", "missing"];
    let foreign = told.iter().find(|sentence| english.iter().any(|word| sentence.contains(word)));
    assert!(foreign.is_none(), "English in what an administrator reads: {foreign:?}");
    told
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

/// What is changed in `service.toml`, and what is said then.
const WRONG: &[(&str, &str, &str)] = &[
    ("hours = 12.0", "hours = 99.0", "Tổng số giờ các bước là 111 giờ, thời hạn của dịch vụ là 24 giờ; sửa số giờ của bước hoặc thời hạn"),
    ("kind = \"receive\"", "kind = \"work\"", "Bước đầu tiên phải là bước tiếp nhận, và chỉ có một bước tiếp nhận"),
    ("kind = \"issue\"", "kind = \"work\"", "Cần đúng một bước phát hành, đứng ngay trước bước trả kết quả"),
    (
        "hours = 12.0",
        "hours = 12.0\nallows = [\"send_back\"]",
        "Bước Thẩm tra, dự thảo: hồ sơ sẽ mắc kẹt vì không có việc nào chuyển sang bước sau; thêm “Chuyển bước sau”",
    ),
    ("code = \"1.004873\"", "code = \"mã\"", "mã: không phải mã thủ tục quốc gia, ví dụ 1.004873"),
    (
        "is = \"kept\"",
        "is = \"khac\"",
        "Giấy xác nhận tình trạng hôn nhân đã cấp trước đó › “Trước đây đã được cấp giấy xác nhận tình trạng hôn nhân chưa?”: điều kiện không bao giờ đúng vì câu hỏi không có giá trị này",
    ),
    ("name = [\"requester.full_name\"]", "name = [\"ten\"]", "ten: biểu mẫu không hỏi câu này"),
    (
        "amount = 0",
        "amount = 0\ncount = \"purpose\"",
        "Khoản thu Lệ phí cấp Giấy xác nhận tình trạng hôn nhân › “Bạn dùng giấy xác nhận để làm gì?”: phải nhân với một câu hỏi loại số",
    ),
    (
        "amount = 0",
        "amount = 0\nunits = \"copies\"",
        "Khoản thu Lệ phí cấp Giấy xác nhận tình trạng hôn nhân: bậc thu và câu trả lời để tính bậc phải đi cùng nhau",
    ),
    (
        "code = \"KQ.G15.000038\"\nname = \"Giấy xác nhận tình trạng hôn nhân\"",
        "code = \"KQ.G15.000038\"\nname = \"\"",
        "Tên: chưa có nội dung (KQ.G15.000038)",
    ),
    ("closing = [", "closing = [\n  \"{khong_co}\",", "khong_co: biểu mẫu không hỏi câu này"),
    (
        "limit = \"3 working days\"\nnote",
        "limit = \"3 working days\"\nwhen = { field = \"purpose\", is = \"1\" }\nnote",
        "Thiếu thời hạn của trường hợp thông thường: thêm một thời hạn không có điều kiện",
    ),
    (
        "role = \"records_clerk\"",
        "role = \"auditor\"",
        "Bước Lấy số, đóng dấu, phát hành: vai trò Giám sát không xử lý hồ sơ; chọn vai trò khác",
    ),
    (
        "at = [\"examine\"]",
        "at = [\"sign\"]",
        "Lấy ý kiến Hỏi xã, phường nơi cư trú trước đây: “Ký duyệt” không phải bước xử lý được lấy ý kiến; chọn bước khác",
    ),
    ("kind = \"receive\"\n", "kind = \"receive\"\noptional = true\n", "Bước Tiếp nhận hồ sơ: chỉ bước xử lý mới được để tùy chọn"),
    (
        "hours = 12.0",
        "hours = 12.0\nallows = [\"forward\", \"approve\"]",
        "Bước Thẩm tra, dự thảo: việc “Ký duyệt” không làm được ở loại bước này; bỏ việc đó",
    ),
    (
        "key = \"consult_commune\"",
        "key = \"Hỏi xã\"",
        "Lấy ý kiến Hỏi xã, phường nơi cư trú trước đây: mã gồm chữ thường không dấu, số và gạch dưới, mỗi mã dùng một lần",
    ),
    (
        "key = \"register\"",
        "key = \"examine\"",
        "Bước Thẩm tra, dự thảo: mã bước gồm chữ thường không dấu, số và gạch dưới, mỗi mã dùng một lần",
    ),
];

#[test]
fn errors_say_what_is_wrong_and_what_to_do() {
    for (from, to, words) in WRONG {
        let told = errors(from, to);
        assert!(told.iter().any(|sentence| sentence == words), "{to}: {told:#?}");
    }
}

#[test]
fn errors_of_the_form_say_the_page_and_the_question() {
    let shown = "show_if = { field = \"purpose\", is = \"3\" }";
    let cases = [
        ("min = 1\nmax = 10", "min = 20\nmax = 10", "Mục đích sử dụng › “Số lượng giấy đề nghị cấp”: số ít nhất lớn hơn số nhiều nhất"),
        (
            "{ value = \"kept\",",
            "{ value = \"none\",",
            "Mục đích sử dụng › “Trước đây đã được cấp giấy xác nhận tình trạng hôn nhân chưa?” › none: một giá trị được đặt hai lần trong các lựa chọn",
        ),
        (
            shown,
            "show_if = { field = \"copies\", at_least = 3 }",
            "Mục đích sử dụng › “Mục đích khác” › “Số lượng giấy đề nghị cấp”: điều kiện nhìn vào một câu chưa được hỏi trước đó; đổi thứ tự hoặc sửa điều kiện",
        ),
        (
            shown,
            "show_if = { all = [] }",
            "Mục đích sử dụng › “Mục đích khác”: điều kiện chưa so sánh gì; chọn câu hỏi và giá trị, hoặc bỏ điều kiện",
        ),
        (
            "key = \"purpose_other\"",
            "key = \"purpose\"",
            "Mục đích sử dụng › purpose: mã phải mới và chỉ gồm chữ thường không dấu, số, gạch nối",
        ),
        ("label = { vi = \"Mục đích khác\", en = \"Which purpose\" }\n", "", "Mục đích sử dụng › purpose_other: chưa có nội dung câu hỏi"),
        (
            "field = \"copies\"\nwhen",
            "field = \"subject.sex\"\nwhen",
            "Mục đích sử dụng › “Giới tính”: quy tắc gắn với câu không có trên trang này",
        ),
        ("kind = \"textarea\"", "kind = \"textaera\"", "form/muc-dich.toml: “textaera” không phải một trong các từ được dùng ở đây"),
        ("min = 1\nmax = 10", "min = 1\nmix = 10", "form/muc-dich.toml: không có mục nào tên “mix”; bỏ mục đó"),
    ];
    for (from, to, words) in cases {
        let told = said(true, |folder| edited(&folder, "form/muc-dich.toml", from, to));
        assert!(told.iter().any(|sentence| sentence == words), "{to}: {told:#?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_the_only_thing_to_say() {
    let told = errors("online = \"full\"", "online = \"mot-phan\"");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0], "service.toml:7: “mot-phan” không phải một trong các từ được dùng ở đây");
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
