//! What lies in a dossier's folder beside its row: requests for supplement, consultations, payments,
//! the clock ledger, notes and messages. Read in one statement, whatever is in it.

use serde::{Deserialize, Serialize};

use super::model::{ClockRow, SupplementRow};
use crate::{
    calendar::ClockEntry,
    kernel::{
        clock::Instant,
        ids::{AgencyId, ConsultationId, MessageId, PaymentId},
        money::Money,
    },
    workflow::{OpenConsultation, Silence, StepClock},
};

crate::text_enum!(
    /// What an agency that was asked says.
    Opinion {
        /// Đồng ý.
        Agrees = "agrees",
        /// Không đồng ý.
        Disagrees = "disagrees",
        /// Cung cấp thông tin: neither yes nor no.
        Informs = "informs",
    }
);

crate::text_enum!(
    /// How money was paid.
    PaymentMethod { Cash = "cash", Transfer = "transfer", Online = "online" }
);

crate::text_enum!(
    /// Who reads a message.
    MessageKind {
        /// Ghi chú nội bộ: never shown to the citizen.
        Note = "note",
        ToCitizen = "to_citizen",
        FromCitizen = "from_citizen",
    }
);

/// An opinion that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ConsultationFacts {
    pub id: ConsultationId,
    pub key: String,
    pub name: String,
    /// Who is asked.
    #[serde(rename = "agency_id")]
    pub agency: AgencyId,
    pub question: String,
    pub asked_at: Instant,
    pub answer_until: Instant,
    pub silence: Silence,
    pub clock: StepClock,
    pub answered_at: Option<Instant>,
    pub answerer_name: Option<String>,
    pub opinion: Option<Opinion>,
    pub answer: Option<String>,
    /// Answered, or its time was closed.
    pub closed_at: Option<Instant>,
}

impl ConsultationFacts {
    fn open(&self) -> Option<OpenConsultation> {
        let Self { answer_until, silence, clock, .. } = *self;
        self.closed_at.is_none().then_some(OpenConsultation { answer_until, silence, clock })
    }
}

/// Money that was asked for or taken.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PaymentFacts {
    pub id: PaymentId,
    pub amount: Money,
    pub reason: String,
    pub requested_at: Option<Instant>,
    pub method: Option<PaymentMethod>,
    pub payer: Option<String>,
    pub taken_at: Option<Instant>,
    pub closed_at: Option<Instant>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct MessageFacts {
    pub id: MessageId,
    pub kind: MessageKind,
    pub author_name: String,
    pub body: String,
    pub at: Instant,
}

/// A colleague who has the dossier open: it is the last one that he looked at, not long ago.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Present {
    pub name: String,
    pub since: Instant,
}

#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Folder {
    /// The newest first.
    pub supplements: Vec<SupplementRow>,
    /// In the order in which they were asked.
    pub consultations: Vec<ConsultationFacts>,
    pub payments: Vec<PaymentFacts>,
    pub clock: Vec<ClockRow>,
    pub messages: Vec<MessageFacts>,
    /// Read only for the workbench.
    #[serde(default)]
    pub present: Vec<Present>,
}

impl Folder {
    pub fn open_supplement(&self) -> Option<&SupplementRow> {
        self.supplements.iter().find(|request| request.closed_at.is_none())
    }

    /// Those that wait for an answer, the one whose time is over first in front.
    pub fn open_consultations(&self) -> Vec<&ConsultationFacts> {
        let mut open: Vec<&ConsultationFacts> = self.consultations.iter().filter(|asked| asked.closed_at.is_none()).collect();
        open.sort_by_key(|asked| asked.answer_until);
        open
    }

    pub fn consultations_for_decision(&self, first: Option<ConsultationId>) -> Vec<OpenConsultation> {
        let mut open = self.open_consultations();
        open.sort_by_key(|asked| Some(asked.id) != first);
        open.into_iter().filter_map(ConsultationFacts::open).collect()
    }

    pub fn open_payment(&self) -> Option<&PaymentFacts> {
        self.payments.iter().find(|payment| payment.closed_at.is_none())
    }

    pub fn ledger(&self) -> Vec<ClockEntry> {
        self.clock.iter().cloned().map(ClockEntry::from).collect()
    }
}
