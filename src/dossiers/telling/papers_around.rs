//! What stands on an apology, a notice of stopping, a receipt of money.

use serde::Serialize;

use super::papers::{Officer, Opening};
use crate::documents::{Paper, PaperTime, Signature};

/// Mẫu số 04.
#[derive(Debug, Clone, Serialize)]
pub struct ApologySlip {
    #[serde(flatten)]
    pub opening: Opening,
    pub received_at: PaperTime,
    pub old_due: PaperTime,
    pub new_due: PaperTime,
    pub reason: String,
    pub signature: Signature,
}

impl Paper for ApologySlip {
    const KIND: &'static str = "apology_slip";
    const SYMBOL: &'static str = "XLHS";

    fn title(&self) -> String {
        "Phiếu xin lỗi và hẹn lại ngày trả kết quả".into()
    }
}

/// Thông báo dừng giải quyết hồ sơ (TT 03/2025/TT-VPCP).
#[derive(Debug, Clone, Serialize)]
pub struct StopSlip {
    #[serde(flatten)]
    pub opening: Opening,
    pub received_at: PaperTime,
    pub stopped_at: PaperTime,
    pub reason: String,
    pub signature: Signature,
}

impl Paper for StopSlip {
    const KIND: &'static str = "stop_slip";
    const SYMBOL: &'static str = "DGQ";

    fn title(&self) -> String {
        "Thông báo dừng giải quyết hồ sơ".into()
    }
}

/// Biên nhận thu phí, lệ phí. Not the receipt of the tax office, whose series the agency keeps.
#[derive(Debug, Clone, Serialize)]
pub struct PaymentReceipt {
    #[serde(flatten)]
    pub opening: Opening,
    pub payer: String,
    pub amount: String,
    /// Bằng chữ.
    pub amount_in_words: String,
    pub method: String,
    pub paid_at: PaperTime,
    pub official: Officer,
}

impl Paper for PaymentReceipt {
    const KIND: &'static str = "payment_receipt";
    const SYMBOL: &'static str = "BNTP";

    fn title(&self) -> String {
        "Biên nhận thu phí, lệ phí".into()
    }
}
