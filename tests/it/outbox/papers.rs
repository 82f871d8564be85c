//! Papers: drawn from their data, all letters of Vietnamese, archivable, the same again.

use motcua::{
    documents::{self, Paper, Press},
    kernel::ids::PaperId,
    platform::{files::FileKey, pdf::PdfError},
};
use serde::Serialize;
use serde_json::{Value, json};

use super::dossier::Desk;
use crate::support::TestPortal;

/// Every vowel with every mark, both cases of đ, precomposed and combining, and what typst reads as code.
const LETTERS: &str = "à á ả ã ạ ằ ắ ẳ ẵ ặ ầ ấ ẩ ẫ ậ è é ẻ ẽ ẹ ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ồ ố ổ ỗ ộ ờ ớ ở ỡ ợ ù ú ủ ũ ụ ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ Đ đ Ơ Ư Ễ Ậ ê\u{301} #panic(\"x\") *_`$@<>[]\\ – — “ ” ’ … ₫ % &";

fn time() -> Value {
    json!({ "year": 2026, "month": 2, "day": 5, "hour": 8, "minute": 5 })
}

fn party() -> Value {
    json!({ "name": "Nguyễn Thị Hồng Ánh", "personal_id": "025185001234", "address": LETTERS, "phone": "0912 345 678", "email": "an@example.vn" })
}

/// Everything that any of the templates reads.
fn everything(words: &str) -> Value {
    let mut all = json!({
        "head": { "above": "UBND xã Hy Cương", "unit": "Trung tâm Phục vụ hành chính công xã Hy Cương", "place": "Hy Cương" },
        "code": "H44.101-260205-0007", "service": words, "channel": "Trực tuyến", "applicant": party(), "owner": party(),
        "documents": [{ "name": words, "originals": 1, "certified": 0, "copies": 2, "electronic": 1, "files": [words, "ảnh.jpg"] }],
        "sets": 1, "limit": "03 ngày làm việc", "fee": "8.000 ₫", "return_method": words, "hotline": "1900 0000",
        "submitted_at": time(), "received_at": time(), "due_at": time(), "answer_by": time(), "answer_until": time(), "issued_on": time(),
        "returned_at": time(), "old_due": time(), "new_due": time(), "stopped_at": time(), "paid_at": time(), "payer": words, "amount": "8.000 ₫", "official": { "name": "Trần Văn Bình", "phone": "" }, "items": [{ "name": words, "what": words }],
        "reason": words, "method": words, "opening": [words], "statement": words, "fields": [{ "label": "Họ tên", "value": words }],
        "closing": [words], "signature": { "authority": "TM. Ủy ban nhân dân", "title": "Chủ tịch", "name": "Phạm Quốc Hưng" },
        "recipients": ["Như trên;", "Lưu: VT."], "result": { "name": words, "number": "15/UBND", "date": time() },
        "receiver": { "name": "An", "personal_id": "", "phone": "", "note": words },
    });
    all["amount_in_words"] = json!(words);
    all["handovers"] = json!([{ "from": words, "by": "Lê Thị Tiếp", "to": words, "at": time(), "standing": "Đúng hạn", "note": words }]);
    all
}

const TEMPLATES: [&str; 10] = [
    "submission_receipt.typ",
    "reception_slip.typ",
    "supplement_slip.typ",
    "refusal_slip.typ",
    "apology_slip.typ",
    "stop_slip.typ",
    "payment_receipt.typ",
    "result.typ",
    "return_slip.typ",
    "control_sheet.typ",
];

async fn draw(portal: &TestPortal, template: &'static str, paper: Value) -> Result<Vec<u8>, PdfError> {
    let sheet = json!({ "title": format!("Tiêu đề {LETTERS}"), "doc_number": "07/TNHS", "check_code": "K7MX 2QRT 9PWA", "issued": time(),
        "verify_address": "https://example.vn/xac-minh/K7MX2QRT9PWA", "paper": paper });
    let qr = motcua::platform::pdf::qr_svg("https://example.vn/xac-minh/K7MX2QRT9PWA").expect("a code");
    portal.platform.pdf.render(template, &sheet, vec![("qr.svg", qr.into_bytes())]).await
}

#[tokio::test]
async fn every_template_draws_every_letter_archivably() {
    let portal = TestPortal::open().await;
    for template in TEMPLATES {
        let pdf = draw(&portal, template, everything(LETTERS)).await.unwrap_or_else(|error| panic!("{template}: {error}"));
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.starts_with("%PDF-1.7"), "{template}");
        for mark in ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>"] {
            assert!(text.contains(mark), "{template} lacks {mark}");
        }
    }
}

#[tokio::test]
async fn long_words_go_on_on_the_next_page() {
    let portal = TestPortal::open().await;
    for template in TEMPLATES {
        let mut paper = everything(&"Nội dung rất dài. ".repeat(120));
        paper["documents"] = Value::Array(vec![paper["documents"][0].clone(); 12]);
        draw(&portal, template, paper).await.unwrap_or_else(|error| panic!("{template}: {error}"));
    }
}

#[tokio::test]
async fn a_letter_that_no_font_has_is_an_error_and_not_a_box() {
    let portal = TestPortal::open().await;
    let drawn = draw(&portal, "refusal_slip.typ", everything("漢字")).await;
    assert!(matches!(drawn, Err(PdfError::Drawing(_))), "{drawn:?}");
    let lost = portal.platform.pdf.render("../etc/passwd", &json!({}), vec![]).await;
    assert!(matches!(lost, Err(PdfError::UnknownTemplate(_))));
}

#[derive(Serialize)]
struct Slip(Value);

impl Paper for Slip {
    const KIND: &'static str = "refusal_slip";
    const SYMBOL: &'static str = "TCHS";
    fn title(&self) -> String {
        "Phiếu từ chối tiếp nhận, giải quyết hồ sơ".into()
    }
}

fn press(portal: &TestPortal) -> Press {
    Press { files: portal.platform.files.clone(), pdf: portal.platform.pdf.clone(), address: "https://example.vn".into() }
}

/// A paper whose data a template can draw, issued for a dossier of its own.
pub async fn issued(portal: &TestPortal, desk: &Desk) -> PaperId {
    let slip = Slip(everything("vì một lý do"));
    documents::issue(&mut *portal.conn().await, portal.now(), desk.dossier, desk.agency, &slip).await.expect("issued").id
}

#[tokio::test]
async fn a_paper_is_drawn_once_and_again_if_it_is_lost() {
    let portal = TestPortal::open().await;
    let id = issued(&portal, &Desk::open(&portal).await).await;
    let (press, mut conn) = (press(&portal), portal.conn().await);
    let first = documents::pdf(&press, &mut conn, id).await.expect("drawn");
    portal.statements.take();
    assert_eq!(documents::pdf(&press, &mut conn, id).await.expect("kept"), first);
    assert_eq!(portal.statements.take().len(), 1, "kept, not drawn");
    let key: FileKey = format!("papers/{id}.pdf").parse().expect("a key");
    press.files.remove(&key).await.expect("lost");
    assert_eq!(documents::pdf(&press, &mut conn, id).await.expect("drawn again"), first, "to the byte");
}

#[tokio::test]
async fn a_paper_that_the_agency_signed_is_never_drawn() {
    let portal = TestPortal::open().await;
    let desk = Desk::open(&portal).await;
    let (press, mut conn) = (press(&portal), portal.conn().await);
    let key = FileKey::new();
    press.files.put_at(&key, b"%PDF signed".to_vec()).await.expect("stored");
    let paper = documents::issue_signed(&mut conn, portal.now(), desk.dossier, desk.agency, &Slip(json!({})), &key).await.expect("issued");
    assert_eq!(documents::pdf(&press, &mut conn, paper.id).await.expect("kept"), b"%PDF signed");
    press.files.remove(&key).await.expect("lost");
    assert!(documents::pdf(&press, &mut conn, paper.id).await.is_err());
}
