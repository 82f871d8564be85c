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
    pub(super) fn sample() -> Self {
        Self {
            code: "H44.101-261123-0007".into(),
            service: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            agency: "UBND phường Việt Trì".into(),
            path: "/ho-so/H44.101-261123-0007".into(),
        }
    }
}

const MOMENT: &str = "14:32, thứ Hai, 23/11/2026";
const DAY: &str = "09:00, thứ Năm, 26/11/2026";

#[derive(Debug, Clone, Serialize)]
pub struct DossierSubmitted {
    #[serde(flatten)]
    pub about: About,
    pub submitted_at: String,
    pub answer_by: String,
}

impl Notice for DossierSubmitted {
    const KIND: &'static str = "submitted";

    fn sms(&self) -> Option<String> {
        Some(format!("Ho so {} da duoc gui!", self.about.code))
    }

    fn samples() -> Vec<Self> {
        vec![Self { about: About::sample(), submitted_at: MOMENT.into(), answer_by: DAY.into() }]
    }
}

/// `fee` is empty where nothing is to be paid.
#[derive(Debug, Clone, Serialize)]
pub struct DossierAccepted {
    #[serde(flatten)]
    pub about: About,
    pub accepted_at: String,
    pub due_at: String,
    pub fee: String,
}

impl Notice for DossierAccepted {
    const KIND: &'static str = "accepted";

    fn sms(&self) -> Option<String> {
        Some(format!("Ho so {} da duoc tiep nhan. Ngay hen tra: {}", self.about.code, self.due_at))
    }

    fn samples() -> Vec<Self> {
        vec![Self { about: About::sample(), accepted_at: MOMENT.into(), due_at: DAY.into(), fee: "16.000 ₫".into() }]
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct SupplementReceived {
    #[serde(flatten)]
    pub about: About,
    pub received_at: String,
}

impl Notice for SupplementReceived {
    const KIND: &'static str = "supplement_received";

    fn samples() -> Vec<Self> {
        vec![Self { about: About::sample(), received_at: MOMENT.into() }]
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct ProcessingResumed {
    #[serde(flatten)]
    pub about: About,
    pub due_at: String,
}

impl Notice for ProcessingResumed {
    const KIND: &'static str = "supplement_completed";

    fn samples() -> Vec<Self> {
        vec![Self { about: About::sample(), due_at: DAY.into() }]
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct DossierRefused {
    #[serde(flatten)]
    pub about: About,
    pub reason: String,
}

impl Notice for DossierRefused {
    const KIND: &'static str = "refused";

    const ALWAYS: bool = true;

    fn sms(&self) -> Option<String> {
        Some(format!("Ho so {} khong du dieu kien giai quyet. Xem ly do tren Cong dich vu cong.", self.about.code))
    }

    fn samples() -> Vec<Self> {
        vec![Self { about: About::sample(), reason: "Thủ tục này thuộc thẩm quyền của xã Hy Cương.".into() }]
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct ResultReturned {
    #[serde(flatten)]
    pub about: About,
    pub receiver: String,
    pub returned_at: String,
}

impl Notice for ResultReturned {
    const KIND: &'static str = "returned";

    fn sms(&self) -> Option<String> {
        Some(format!("Ho so {} da tra ket qua.", self.about.code))
    }

    fn samples() -> Vec<Self> {
        vec![Self { about: About::sample(), receiver: "Nguyễn Thị Hồng Ánh".into(), returned_at: MOMENT.into() }]
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct DossierWithdrawn {
    #[serde(flatten)]
    pub about: About,
    pub withdrawn_at: String,
}

impl Notice for DossierWithdrawn {
    const KIND: &'static str = "withdrawn";

    fn samples() -> Vec<Self> {
        vec![Self { about: About::sample(), withdrawn_at: MOMENT.into() }]
    }
}

/// `return_method`: `online`, `in_person` or `postal`; `place` is empty unless in person.
#[derive(Debug, Clone, Serialize)]
pub struct ResultReady {
    #[serde(flatten)]
    pub about: About,
    pub finished_at: String,
    pub return_method: String,
    pub doc_number: String,
    pub place: String,
}

impl Notice for ResultReady {
    const KIND: &'static str = "result_ready";

    const ALWAYS: bool = true;

    fn sms(&self) -> Option<String> {
        let next = if self.return_method == "in_person" { " Moi chu ho so hoac nguoi uy quyen den nhan ket qua!" } else { "" };
        Some(format!("Ho so {} da duoc xu ly xong.{next}", self.about.code))
    }

    fn samples() -> Vec<Self> {
        vec![Self {
            about: About::sample(),
            finished_at: MOMENT.into(),
            return_method: "online".into(),
            doc_number: "12/XNTTHN".into(),
            place: "Trung tâm Phục vụ hành chính công phường Việt Trì".into(),
        }]
    }
}

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

    const ALWAYS: bool = true;

    fn sms(&self) -> Option<String> {
        Some(format!("Ho so {} duoc yeu cau bo sung, cham nhat {}.", self.about.code, self.answer_until))
    }

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
