//! The official papers that acts write, filled.

use super::{
    papers::{self, Officer, Opening},
    result_paper::noon,
    voice::Voice,
};
use crate::{
    documents::{self, Letterhead, Paper, PaperTime, Party},
    dossiers::ActRefused,
    kernel::{actor::Actor, ids::PaperId, lang::Lang},
    platform::db::{Conn, DbResult},
    workflow::{ReturnMethod, WrittenPaper},
};

impl Voice<'_, '_> {
    pub async fn write(&self, conn: &mut Conn, paper: WrittenPaper) -> Result<PaperId, ActRefused> {
        Ok(match paper {
            WrittenPaper::SubmissionReceipt => self.issue(conn, &self.submission_receipt()).await?,
            WrittenPaper::ReceptionSlip => self.issue(conn, &self.reception_slip()?).await?,
            WrittenPaper::SupplementSlip => self.issue(conn, &self.supplement_slip()).await?,
            WrittenPaper::RefusalSlip => self.issue(conn, &self.refusal_slip()).await?,
            WrittenPaper::ApologySlip => self.issue(conn, &self.apology_slip()).await?,
            WrittenPaper::StopSlip => self.issue(conn, &self.stop_slip()).await?,
            WrittenPaper::PaymentReceipt => self.issue(conn, &self.payment_receipt()).await?,
            WrittenPaper::ReturnSlip => self.issue(conn, &self.return_slip()).await?,
        })
    }

    pub(super) async fn issue<P: Paper>(&self, conn: &mut Conn, paper: &P) -> DbResult<PaperId> {
        let row = &self.hand.row;
        documents::issue(conn, self.hand.now, row.id, self.hand.agency.id, paper).await.map(|issued| issued.id)
    }

    pub(super) fn opening(&self) -> Opening {
        let agency = self.hand.agency;
        Opening {
            head: Letterhead { above: agency.authority(), unit: agency.counter(), place: agency.proper_name().to_owned() },
            code: self.after.code.to_string(),
            service: self.hand.version.definition.name.vi.clone(),
            applicant: self.applicant(),
            hotline: self.hand.rules.hotline.clone(),
        }
    }

    fn applicant(&self) -> Party {
        let row = &self.hand.row;
        let (name, phone, email, id) = match &self.brought.facts {
            Some(facts) => (&facts.applicant_name, &facts.applicant_phone, &facts.applicant_email, &facts.applicant_personal_id),
            None => (&row.applicant_name, &row.applicant_phone, &row.applicant_email, &row.applicant_personal_id),
        };
        Party {
            name: name.clone(),
            address: String::new(),
            phone: phone.as_ref().map(|phone| phone.national()).unwrap_or_default(),
            email: email.as_ref().map(ToString::to_string).unwrap_or_default(),
            personal_id: id.as_ref().map(|id| id.masked()).unwrap_or_default(),
        }
    }

    /// The official by name on papers that officials sign; the telephone is the agency's.
    pub(super) fn officer(&self) -> Officer {
        let name = match &self.hand.actor {
            Actor::Official(official) => official.name.to_string(),
            _ => String::new(),
        };
        Officer { name, phone: self.hand.agency.phone.clone() }
    }

    fn fee_on_paper(&self) -> String {
        if self.fee().is_zero() { "Không thu".into() } else { self.fee().to_string() }
    }

    fn return_method_on_paper(&self) -> String {
        match self.return_method() {
            ReturnMethod::InPerson => self.hand.agency.counter(),
            other => self.word(&format!("return-method-{other}")),
        }
    }

    fn submission_receipt(&self) -> papers::SubmissionReceipt {
        let now = self.hand.now.instant();
        papers::SubmissionReceipt {
            opening: self.opening(),
            owner_name: self
                .hand
                .version
                .owner(&self.hand.answers(), self.hand.now.today())
                .map(|owner| owner.name.to_string())
                .unwrap_or_default(),
            submitted_at: PaperTime(now),
            answer_by: PaperTime(self.hand.rules.answer_by(self.hand.agency, now)),
            documents: self
                .brought
                .documents
                .iter()
                .filter(|document| !document.files.is_empty())
                .map(|document| papers::SentDocument {
                    name: document.name.clone(),
                    files: document.files.iter().map(|file| file.file_name.to_string()).collect(),
                })
                .collect(),
            fee: self.fee_on_paper(),
            return_method: self.return_method_on_paper(),
        }
    }

    fn reception_slip(&self) -> Result<papers::ReceptionSlip, ActRefused> {
        let due_at = self.after.state.due_at.ok_or(ActRefused::Inconsistent("an accepted dossier without a return date"))?;
        let documents = self.brought.documents.iter().filter(|document| !document.files.is_empty());
        Ok(papers::ReceptionSlip {
            opening: self.opening(),
            channel: self.word(&format!("channel-{}", self.hand.row.channel)),
            owner: None,
            documents: documents
                .map(|document| papers::CountedDocument {
                    name: document.name.clone(),
                    originals: 0,
                    certified: 0,
                    copies: 0,
                    electronic: document.files.len(),
                })
                .collect(),
            sets: 1,
            limit: self.hand.limit().words(Lang::Vi),
            fee: self.fee_on_paper(),
            return_method: self.return_method_on_paper(),
            received_at: PaperTime(self.hand.now.instant()),
            due_at: PaperTime(due_at),
            official: self.officer(),
        })
    }

    fn supplement_slip(&self) -> papers::SupplementSlip {
        papers::SupplementSlip {
            opening: self.opening(),
            items: self.asked(),
            reason: self.reason(),
            answer_until: PaperTime(self.after.note.answer_until.unwrap_or(self.hand.now.instant())),
            official: self.officer(),
        }
    }

    fn refusal_slip(&self) -> papers::RefusalSlip {
        papers::RefusalSlip {
            opening: self.opening(),
            submitted_at: PaperTime(self.hand.row.submitted_at.unwrap_or(self.hand.now.instant())),
            reason: self.reason(),
            official: self.officer(),
        }
    }

    fn return_slip(&self) -> papers::ReturnSlip {
        let result = self.brought.result.as_ref();
        let kinds = &self.hand.version.definition.results;
        let name = kinds.first().map_or_else(|| self.hand.version.definition.name.vi.clone(), |kind| kind.name.vi.clone());
        let date = result.and_then(|result| noon(result.issued_on));
        papers::ReturnSlip {
            opening: self.opening(),
            result: papers::HandedResult {
                name,
                number: result.map(|result| result.number.clone()).unwrap_or_default(),
                date: date.map(PaperTime),
            },
            returned_at: PaperTime(self.hand.now.instant()),
            method: self.word("return-method-in_person"),
            official: self.officer(),
            receiver: papers::ReceiverOnPaper {
                name: self.after.note.receiver.clone().unwrap_or_default(),
                personal_id: self.after.note.receiver_id.as_deref().map(last_four).unwrap_or_default(),
                phone: String::new(),
                note: String::new(),
            },
        }
    }

    fn word(&self, key: &str) -> String {
        self.hand.version.form.world().texts.get(Lang::Vi, key, &[])
    }
}

/// As much of an identity number as tells two people apart.
fn last_four(number: &str) -> String {
    let shown = number.chars().count().saturating_sub(4);
    number.chars().enumerate().map(|(place, c)| if place < shown { '•' } else { c }).collect()
}
