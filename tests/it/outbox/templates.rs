//! The letters about a dossier: every template speaks both languages, says what its notice gives,
//! and lets nobody write HTML into it.

use motcua::{
    kernel::lang::Lang,
    notifications::{MailVoice, Notice, Written, compose},
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::support::TestPortal;

const KINDS: [&str; 10] = [
    "dossier_news",
    "submitted",
    "accepted",
    "supplement_requested",
    "supplement_received",
    "supplement_completed",
    "refused",
    "result_ready",
    "returned",
    "withdrawn",
];

fn voice() -> MailVoice {
    MailVoice {
        address: "https://dichvucong.example.vn".into(),
        portal_name: "Cổng Dịch vụ công".into(),
        portal_province: "Tỉnh Phú Thọ".into(),
        portal_hotline: "1900 0000".into(),
    }
}

/// Every field that any letter shows.
fn everything() -> Value {
    json!({
        "code": "H44.101-261123-0007", "service": "Cấp Giấy xác nhận tình trạng hôn nhân", "agency": "UBND xã Hy Cương",
        "path": "/ho-so/H44.101-261123-0007", "submitted_at": "20:14, thứ Hai, 23/11/2026", "answer_by": "17:30, thứ Tư, 25/11/2026",
        "accepted_at": "09:00, thứ Tư, 25/11/2026", "due_at": "09:00, thứ Hai, 30/11/2026", "fee": "8.000 ₫",
        "items": [{ "name": "Trích lục <b>", "what": "Chụp lại rõ bốn góc" }], "reason": "Ảnh bị mờ <script>",
        "answer_until": "thứ Ba, 01/12/2026", "received_at": "10:00, thứ Sáu, 27/11/2026", "finished_at": "15:00, thứ Hai, 30/11/2026",
        "doc_number": "15/UBND-XNTTHN", "return_method": "online", "place": "Bộ phận Một cửa xã Hy Cương", "receiver": "Lê Văn Đức",
        "what": "put-off", "amount": "8.000 ₫", "at": "14:00, thứ Hai, 30/11/2026",
        "returned_at": "16:00, thứ Hai, 30/11/2026", "withdrawn_at": "21:00, thứ Hai, 23/11/2026",
    })
}

macro_rules! letter {
    ($portal:expr, $lang:expr, $($kind:literal)|+, $chosen:expr, $fields:expr) => {
        match $chosen {
            $($kind => {
                #[derive(Serialize)]
                #[serde(transparent)]
                struct Told(Value);
                impl Notice for Told {
                    const KIND: &'static str = $kind;
                    fn samples() -> Vec<Self> { vec![] }
                }
                compose(&$portal.platform.views, &voice(), $lang, "Nguyễn Thị Hồng Ánh", &Told($fields)).unwrap_or_else(|error| panic!("{}: {error}", $kind))
            })+
            other => panic!("no letter {other}"),
        }
    };
}

fn write(portal: &TestPortal, lang: Lang, kind: &str, fields: Value) -> Written {
    letter!(
        portal,
        lang,
        "submitted"
            | "accepted"
            | "supplement_requested"
            | "supplement_received"
            | "supplement_completed"
            | "refused"
            | "result_ready"
            | "returned"
            | "withdrawn"
            | "dossier_news",
        kind,
        fields
    )
}

#[tokio::test]
async fn every_letter_is_whole_in_both_languages() {
    let portal = TestPortal::open().await;
    for kind in KINDS {
        for lang in Lang::ALL {
            let letter = write(&portal, *lang, kind, everything());
            assert!(letter.subject.contains("H44.101-261123-0007"), "{kind}: {}", letter.subject);
            for (part, words) in [("text", &letter.text), ("html", &letter.html)] {
                for word in ["Nguyễn Thị Hồng Ánh", "Cấp Giấy xác nhận", "https://dichvucong.example.vn/ho-so/", "1900 0000"]
                {
                    assert!(words.contains(word), "{kind} {lang} {part} lacks {word}:\n{words}");
                }
                assert!(!words.contains('⟦') && !words.contains("{{"), "{kind} {lang} {part}:\n{words}");
            }
            assert!(!letter.text.contains("\n\n\n"), "{kind}:\n{}", letter.text);
        }
    }
}

#[tokio::test]
async fn what_people_write_stays_words() {
    let portal = TestPortal::open().await;
    let letter = write(&portal, Lang::Vi, "supplement_requested", everything());
    assert!(!letter.html.contains("<script>") && letter.html.contains("&lt;script&gt;"), "{}", letter.html);
    assert!(letter.text.contains("Ảnh bị mờ <script>"), "{}", letter.text);
}

#[tokio::test]
async fn each_way_to_receive_the_result_has_its_words() {
    let portal = TestPortal::open().await;
    for (method, word) in [("online", "tải kết quả"), ("in_person", "mang theo giấy tờ tùy thân"), ("postal", "Bưu điện")] {
        let mut fields = everything();
        fields["return_method"] = json!(method);
        let letter = write(&portal, Lang::Vi, "result_ready", fields);
        assert!(letter.text.contains(word) && letter.html.contains(word), "{method}:\n{}", letter.text);
    }
}
