//! The papers of what happens around the work: apology, notice of stopping, receipt of money.

use super::{papers_around as papers, voice::Voice};
use crate::{
    documents::{PaperTime, Signature},
    dossiers::PaymentMethod,
    kernel::actor::Actor,
};

impl Voice<'_, '_> {
    pub(super) fn apology_slip(&self) -> papers::ApologySlip {
        let now = self.hand.now.instant();
        papers::ApologySlip {
            opening: self.opening(),
            received_at: PaperTime(self.hand.row.accepted_at.unwrap_or(now)),
            old_due: PaperTime(self.after.note.due_before.unwrap_or(now)),
            new_due: PaperTime(self.after.state.due_at.unwrap_or(now)),
            reason: self.reason(),
            signature: self.signature(),
        }
    }

    pub(super) fn stop_slip(&self) -> papers::StopSlip {
        papers::StopSlip {
            opening: self.opening(),
            received_at: PaperTime(self.hand.row.accepted_at.unwrap_or(self.hand.now.instant())),
            stopped_at: PaperTime(self.hand.now.instant()),
            reason: self.reason(),
            signature: self.signature(),
        }
    }

    pub(super) fn payment_receipt(&self) -> papers::PaymentReceipt {
        let payment = self.brought.payment.as_ref();
        let method = match payment.and_then(|payment| payment.method) {
            Some(PaymentMethod::Transfer) => "Chuyển khoản",
            Some(PaymentMethod::Online) => "Thanh toán trực tuyến",
            _ => "Tiền mặt",
        };
        papers::PaymentReceipt {
            opening: self.opening(),
            payer: payment.map(|payment| payment.payer.clone()).unwrap_or_default(),
            amount: payment.map(|payment| payment.amount.to_string()).unwrap_or_default(),
            amount_in_words: payment.map(|payment| payment.amount.in_words()).unwrap_or_default(),
            method: method.into(),
            paid_at: PaperTime(self.hand.now.instant()),
            official: self.officer(),
        }
    }

    /// The leader who decided signs.
    fn signature(&self) -> Signature {
        let name = match &self.hand.actor {
            Actor::Official(official) => official.name.to_string(),
            _ => String::new(),
        };
        Signature { authority: format!("TM. {}", self.hand.agency.authority()), title: String::new(), name }
    }
}
