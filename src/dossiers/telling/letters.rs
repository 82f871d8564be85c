//! The letter that tells the citizen of an act.

use super::{
    notices::{self, About},
    notices_around::DossierNews,
    voice::Voice,
};
use crate::{
    accounts,
    kernel::{clock::Instant, ids::PaperId, lang::Lang, places::Place},
    notifications::{self, Notice, Recipient, day_in_words, moment_in_words},
    platform::db::{Conn, DbResult},
    workflow::{ReturnMethod, Told},
};

impl Voice<'_, '_> {
    /// Whoever handed it in, at the confirmed address of the account; for a dossier of the counter
    /// the address that the applicant gave, if any.
    pub async fn recipient(&self, conn: &mut Conn) -> DbResult<Option<Recipient>> {
        let row = &self.hand.row;
        let Some(account) = row.submitter_id else {
            let name = row.applicant_name.clone();
            return Ok(row.applicant_email.clone().map(|email| Recipient {
                account: None,
                email,
                by_email: true,
                phone: None,
                name,
                lang: Lang::DEFAULT,
            }));
        };
        let profile = accounts::profile(conn, account).await?;
        Ok(profile.map(|profile| Recipient {
            account: Some(account),
            email: profile.email,
            by_email: profile.told_by_email,
            phone: profile.phone.filter(|_| profile.told_by_sms),
            name: profile.name.to_string(),
            lang: profile.lang,
        }))
    }

    pub async fn tell(&self, conn: &mut Conn, told: Told, to: &Recipient, paper: Option<PaperId>) -> DbResult<()> {
        let (lang, now) = (to.lang, self.hand.now.instant());
        let moment = |at: Instant| moment_in_words(lang, at);
        let due_at = self.after.state.due_at.map(moment).unwrap_or_default();
        let about = self.about(lang, Place::Dossier(self.after.code.clone()));
        let note = &self.after.note;
        match told {
            Told::Submitted => {
                let answer_by = moment(self.hand.rules.answer_by(self.hand.agency, now));
                self.send(conn, to, paper, &notices::DossierSubmitted { about, submitted_at: moment(now), answer_by }).await
            }
            Told::Accepted => {
                let fee = self.fee_in_letter();
                self.send(conn, to, paper, &notices::DossierAccepted { about, accepted_at: moment(now), due_at, fee }).await
            }
            Told::SupplementRequested => {
                let about = self.about(lang, Place::Supplement(self.after.code.clone()));
                let answer_until = note.answer_until.map(|at| day_in_words(lang, at)).unwrap_or_default();
                let asked = notices::SupplementAsked { about, items: self.asked(), reason: self.reason(), answer_until };
                self.send(conn, to, paper, &asked).await
            }
            Told::SupplementReceived => self.send(conn, to, paper, &notices::SupplementReceived { about, received_at: moment(now) }).await,
            Told::ProcessingResumed => self.send(conn, to, paper, &notices::ProcessingResumed { about, due_at }).await,
            Told::Refused => self.send(conn, to, paper, &notices::DossierRefused { about, reason: self.reason() }).await,
            Told::ResultReady => self.send(conn, to, None, &self.result_ready(about, moment(now))).await,
            Told::Returned => {
                let receiver = note.receiver.clone().unwrap_or_default();
                self.send(conn, to, paper, &notices::ResultReturned { about, receiver, returned_at: moment(now) }).await
            }
            Told::Withdrawn => self.send(conn, to, paper, &notices::DossierWithdrawn { about, withdrawn_at: moment(now) }).await,
            _ => self.tell_around(conn, told, to, paper).await,
        }
    }

    /// What happens around the work: a draft to check, money, a new date, a stop, a wish declined.
    async fn tell_around(&self, conn: &mut Conn, told: Told, to: &Recipient, paper: Option<PaperId>) -> DbResult<()> {
        let (lang, state) = (to.lang, &self.after.state);
        let moment = |at: Option<Instant>| at.map(|at| moment_in_words(lang, at)).unwrap_or_default();
        let what = match told {
            Told::DraftToConfirm => "draft",
            Told::PaymentRequested => "payment",
            Told::Paid => "paid",
            Told::PutOff => "put-off",
            Told::Stopped => "stopped",
            Told::Recounted => "recounted",
            _ => "declined",
        };
        let at = if told == Told::DraftToConfirm { state.step_due_at } else { Some(self.hand.now.instant()) };
        let news = DossierNews {
            about: self.about(lang, Place::Dossier(self.after.code.clone())),
            what,
            amount: self.after.note.amount.map(|amount| amount.to_string()).unwrap_or_default(),
            at: moment(at),
            due_at: moment(state.due_at),
            reason: self.reason(),
        };
        self.send(conn, to, paper, &news).await
    }

    async fn send<N: Notice>(&self, conn: &mut Conn, to: &Recipient, paper: Option<PaperId>, notice: &N) -> DbResult<()> {
        notifications::enqueue(conn, self.hand.now, to, Some(self.hand.row.id), paper, notice).await
    }

    fn result_ready(&self, about: About, finished_at: String) -> notices::ResultReady {
        let method = self.return_method();
        let agency = self.hand.agency;
        let place = match method {
            ReturnMethod::InPerson if agency.address.is_empty() => agency.counter(),
            ReturnMethod::InPerson => format!("{}, {}", agency.counter(), agency.address),
            _ => String::new(),
        };
        let doc_number = self.after.note.result.as_ref().map(|result| result.number.clone()).unwrap_or_default();
        notices::ResultReady { about, finished_at, return_method: method.to_string(), doc_number, place }
    }

    /// Whoever has no account follows a dossier by its code, and brings it into an account before answering.
    fn about(&self, lang: Lang, place: Place) -> About {
        let place = match place {
            place if self.hand.row.submitter_id.is_some() => place,
            Place::Supplement(_) => Place::Claim,
            _ => Place::Track,
        };
        About {
            code: self.after.code.to_string(),
            service: self.hand.version.definition.name.get(lang).to_owned(),
            agency: self.hand.agency.short_authority(),
            path: place.path(),
        }
    }

    /// Empty where nothing is to be paid.
    fn fee_in_letter(&self) -> String {
        if self.fee().is_zero() { String::new() } else { self.fee().to_string() }
    }
}
