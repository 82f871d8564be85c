//! A dossier on its way, as the tests of the citizen walk it.

use crate::support::Browser;

pub const SERVICE: &str = "ban-sao-trich-luc";

/// Every page of the form, in order, with the fewest answers that are enough.
pub const PAGES: &[(&str, &[(&str, &str)])] = &[
    ("nguoi-yeu-cau", &[("requester.full_name", "Nguyễn Văn Mẫu"), ("requester.phone", "0912 000 001"), ("requester.relation", "1")]),
    ("giay-to", &[("requester.personal_id", "025190000001"), ("requester.id_type", "9")]),
    ("noi-cu-tru", &[("requester.residence_scope", "1"), ("requester.residence_address", "Tổ 1")]),
    ("nguoi-duoc-dang-ky", &[("record.full_name", "Nguyễn Văn Mẫu")]),
    (
        "noi-cu-tru-nguoi-duoc-dang-ky",
        &[
            ("record.residence_kind", "3"),
            ("record.residence_scope", "2"),
            ("record.residence_country", "VN"),
            ("record.residence_address", "Tổ 1"),
        ],
    ),
    ("viec-ho-tich", &[("record.event", "1"), ("record.agency", "UBND xã Kim Đức"), ("copies", "2")]),
    ("nhan-ket-qua", &[("return_method", "in_person"), ("declaration", "yes")]),
];

/// Begins a draft and chooses Việt Trì; the path of the draft without the last part.
pub async fn begun(citizen: &mut Browser<'_>) -> String {
    citizen.get(&format!("/nop/{SERVICE}")).await;
    let made = citizen.post_form(&format!("/nop/{SERVICE}"), &[]).await;
    let place = made.location().unwrap_or_else(|| panic!("{}", made.main_text())).to_owned();
    // A long form begins with the list of its parts.
    let draft = place.trim_end_matches("/noi-nop").trim_end_matches("/cac-phan").to_owned();
    let place = format!("{draft}/noi-nop");
    let page = citizen.get(&format!("{place}?tim=viet%20tri")).await;
    let agency = page.input("agency").unwrap_or_else(|| panic!("no commune: {}", page.main_text()));
    citizen.post_form(&place, &[("agency", &agency)]).await;
    draft
}

/// Posts one page with the version that its form holds.
pub async fn fill(citizen: &mut Browser<'_>, draft: &str, page: &str, answers: &[(&str, &str)]) -> crate::support::Answer {
    let path = format!("{draft}/{page}");
    let version = citizen.get(&path).await.input("version").unwrap_or_default();
    citizen.post_form(&path, &[&[("version", version.as_str())], answers].concat()).await
}

/// A draft with every answer it needs.
pub async fn filled(citizen: &mut Browser<'_>) -> String {
    let draft = begun(citizen).await;
    for (page, answers) in PAGES {
        let answer = fill(citizen, &draft, page, answers).await;
        assert!(answer.location().is_some(), "{page}: {:?}", answer.texts(".govuk-error-summary li"));
    }
    draft
}

/// Submits a filled draft; the path of its receipt.
pub async fn submitted(citizen: &mut Browser<'_>, draft: &str) -> String {
    let path = format!("{draft}/kiem-tra");
    let key = citizen.get(&path).await.input("submission_key").expect("a key");
    let answer = citizen.post_form(&path, &[("submission_key", &key)]).await;
    answer.location().unwrap_or_else(|| panic!("{:?}", answer.texts(".govuk-error-summary li"))).to_owned()
}

/// The code of the dossier whose receipt is at this path.
pub fn code_of(receipt: &str) -> String {
    receipt.trim_start_matches("/ho-so/").trim_end_matches("/da-nop").to_owned()
}
