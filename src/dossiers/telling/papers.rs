//! The official papers of a dossier. The fields are read by `templates/papers`.

use serde::Serialize;

use super::notices::AskedItem;
use crate::documents::{Letterhead, Paper, PaperTime, Party, Signature};

/// What every paper begins with.
#[derive(Debug, Clone, Serialize)]
pub struct Opening {
    pub head: Letterhead,
    pub code: String,
    pub service: String,
    pub applicant: Party,
    pub hotline: String,
}

/// Who acted, and how the agency is reached.
#[derive(Debug, Clone, Serialize)]
pub struct Officer {
    pub name: String,
    pub phone: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct SentDocument {
    pub name: String,
    pub files: Vec<String>,
}

/// Biên nhận nộp hồ sơ trực tuyến.
#[derive(Debug, Clone, Serialize)]
pub struct SubmissionReceipt {
    #[serde(flatten)]
    pub opening: Opening,
    /// Chủ hồ sơ, where he is not who applies; else empty.
    pub owner_name: String,
    pub submitted_at: PaperTime,
    pub answer_by: PaperTime,
    pub documents: Vec<SentDocument>,
    pub fee: String,
    pub return_method: String,
}

impl Paper for SubmissionReceipt {
    const KIND: &'static str = "submission_receipt";
    const SYMBOL: &'static str = "BNHS";

    fn title(&self) -> String {
        "Biên nhận nộp hồ sơ trực tuyến".into()
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct CountedDocument {
    pub name: String,
    pub originals: usize,
    pub certified: usize,
    pub copies: usize,
    pub electronic: usize,
}

/// Mẫu số 01.
#[derive(Debug, Clone, Serialize)]
pub struct ReceptionSlip {
    #[serde(flatten)]
    pub opening: Opening,
    pub channel: String,
    pub owner: Option<Party>,
    pub documents: Vec<CountedDocument>,
    pub sets: u8,
    pub limit: String,
    pub fee: String,
    pub return_method: String,
    pub received_at: PaperTime,
    pub due_at: PaperTime,
    pub official: Officer,
}

impl Paper for ReceptionSlip {
    const KIND: &'static str = "reception_slip";
    const SYMBOL: &'static str = "TNHS";

    fn title(&self) -> String {
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả".into()
    }
}

/// Mẫu số 02.
#[derive(Debug, Clone, Serialize)]
pub struct SupplementSlip {
    #[serde(flatten)]
    pub opening: Opening,
    pub items: Vec<AskedItem>,
    pub reason: String,
    pub answer_until: PaperTime,
    pub official: Officer,
}

impl Paper for SupplementSlip {
    const KIND: &'static str = "supplement_slip";
    const SYMBOL: &'static str = "BSHS";

    fn title(&self) -> String {
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ".into()
    }
}

/// Mẫu số 03.
#[derive(Debug, Clone, Serialize)]
pub struct RefusalSlip {
    #[serde(flatten)]
    pub opening: Opening,
    pub submitted_at: PaperTime,
    pub reason: String,
    pub official: Officer,
}

impl Paper for RefusalSlip {
    const KIND: &'static str = "refusal_slip";
    const SYMBOL: &'static str = "TCHS";

    fn title(&self) -> String {
        "Phiếu từ chối tiếp nhận, giải quyết hồ sơ".into()
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct HandedResult {
    pub name: String,
    pub number: String,
    pub date: Option<PaperTime>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ReceiverOnPaper {
    pub name: String,
    pub personal_id: String,
    pub phone: String,
    pub note: String,
}

/// Giấy biên nhận trả kết quả.
#[derive(Debug, Clone, Serialize)]
pub struct ReturnSlip {
    #[serde(flatten)]
    pub opening: Opening,
    pub result: HandedResult,
    pub returned_at: PaperTime,
    pub method: String,
    pub official: Officer,
    pub receiver: ReceiverOnPaper,
}

impl Paper for ReturnSlip {
    const KIND: &'static str = "return_slip";
    const SYMBOL: &'static str = "TKQ";

    fn title(&self) -> String {
        "Giấy biên nhận trả kết quả".into()
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct NamedField {
    pub label: String,
    pub value: String,
}

/// The result itself, drawn from named fields.
#[derive(Debug, Clone, Serialize)]
pub struct ResultPaper {
    pub head: Letterhead,
    pub code: String,
    pub issued_on: PaperTime,
    pub opening: Vec<String>,
    pub statement: String,
    pub fields: Vec<NamedField>,
    pub closing: Vec<String>,
    pub signature: Signature,
    pub recipients: Vec<String>,
    /// Entered by the clerk; not printed from here.
    #[serde(skip)]
    pub number: String,
    #[serde(skip)]
    pub name: String,
}

impl Paper for ResultPaper {
    const KIND: &'static str = "result";
    const SYMBOL: &'static str = "KQ";

    fn title(&self) -> String {
        self.name.clone()
    }

    fn doc_number(&self, _number: i64) -> String {
        self.number.clone()
    }
}
