//! What a citizen is told of his dossier. The fields are the variables of `templates/mails`.

use serde::Serialize;

use crate::notifications::Notice;

/// What every letter names.
#[derive(Debug, Clone, Default, Serialize)]
pub struct About {
    pub code: String,
    pub service: String,
    pub agency: String,
    /// Of the page to open, without the portal's address.
    pub path: String,
}

impl About {
    fn sample() -> Self {
        Self {
            code: "H44.101-261123-0007".into(),
            service: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            agency: "UBND phường Việt Trì".into(),
            path: "/ho-so/H44.101-261123-0007".into(),
        }
    }
}

macro_rules! notice {
    ($(#[$meta:meta])* $name:ident, $kind:literal { $($field:ident => $sample:expr),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        pub struct $name {
            #[serde(flatten)]
            pub about: About,
            $(pub $field: String),+
        }

        impl Notice for $name {
            const KIND: &'static str = $kind;
            fn samples() -> Vec<Self> {
                vec![Self { about: About::sample(), $($field: $sample.into()),+ }]
            }
        }
    };
}

const MOMENT: &str = "14:32, thứ Hai, 23/11/2026";
const DAY: &str = "09:00, thứ Năm, 26/11/2026";

notice!(DossierSubmitted, "submitted" { submitted_at => MOMENT, answer_by => DAY });
notice!(DossierAccepted, "accepted" { accepted_at => MOMENT, due_at => DAY, fee => "16.000 ₫" });
notice!(SupplementReceived, "supplement_received" { received_at => MOMENT });
notice!(ProcessingResumed, "supplement_completed" { due_at => DAY });
notice!(DossierRefused, "refused" { reason => "Thủ tục này thuộc thẩm quyền của xã Hy Cương." });
notice!(ResultReturned, "returned" { receiver => "Nguyễn Thị Hồng Ánh", returned_at => MOMENT });
notice!(DossierWithdrawn, "withdrawn" { withdrawn_at => MOMENT });
notice!(
    /// `return_method`: `online`, `in_person` or `postal`; `place` is empty unless in person.
    ResultReady, "result_ready" {
        finished_at => MOMENT,
        return_method => "online",
        doc_number => "12/XNTTHN",
        place => "Trung tâm Phục vụ hành chính công phường Việt Trì",
    }
);

/// One thing to send, as the letter and form 02 name it.
#[derive(Debug, Clone, Serialize)]
pub struct AskedItem {
    pub name: String,
    pub what: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct SupplementAsked {
    #[serde(flatten)]
    pub about: About,
    pub items: Vec<AskedItem>,
    pub reason: String,
    pub answer_until: String,
}

impl Notice for SupplementAsked {
    const KIND: &'static str = "supplement_requested";

    fn samples() -> Vec<Self> {
        vec![Self {
            about: About::sample(),
            items: vec![
                AskedItem { name: "Số bản án ly hôn".into(), what: "Ghi đủ số, ngày và tòa án".into() },
                AskedItem { name: "Văn bản ủy quyền".into(), what: String::new() },
            ],
            reason: "Ảnh chụp bị mờ, không đọc được số và ngày.".into(),
            answer_until: "thứ Sáu, 27/11/2026".into(),
        }]
    }
}
