//! Consultations and payments; the dossiers whose clock has been started.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    dossiers::{MessageKind, Opinion, PaymentMethod, model::AskedRow},
    kernel::{
        clock::{Instant, Now},
        ids::{AccountId, AgencyId, ConsultationId, DossierId, MessageId, PaymentId},
        money::Money,
    },
    platform::db::{
        Conn, DbResult,
        schema::{consultations, dossiers, messages, payments},
    },
    workflow::Consultation,
};

pub struct NewConsultation<'a> {
    pub kind: &'a Consultation,
    pub agency: AgencyId,
    pub by: AccountId,
    pub question: String,
    pub answer_until: Instant,
}

pub async fn ask(conn: &mut Conn, now: Now, dossier: DossierId, new: NewConsultation<'_>) -> DbResult<()> {
    diesel::insert_into(consultations::table)
        .values((
            consultations::id.eq(ConsultationId::new()),
            consultations::dossier_id.eq(dossier),
            consultations::key.eq(&new.kind.key),
            consultations::name.eq(&new.kind.name),
            consultations::agency_id.eq(new.agency),
            consultations::asked_by.eq(new.by),
            consultations::question.eq(new.question),
            consultations::asked_at.eq(now.instant()),
            consultations::answer_until.eq(new.answer_until),
            consultations::silence.eq(new.kind.silence),
            consultations::clock.eq(new.kind.clock),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

pub struct Answered<'a> {
    pub by: AccountId,
    pub name: &'a str,
    pub opinion: Opinion,
    pub answer: &'a str,
}

pub async fn answer(conn: &mut Conn, now: Now, id: ConsultationId, answered: Answered<'_>) -> DbResult<()> {
    diesel::update(consultations::table.filter(consultations::id.eq(id)))
        .set((
            consultations::answered_at.eq(now.instant()),
            consultations::closed_at.eq(now.instant()),
            consultations::answered_by.eq(answered.by),
            consultations::answerer_name.eq(answered.name),
            consultations::opinion.eq(answered.opinion),
            consultations::answer.eq(answered.answer),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

pub async fn close_consultation(conn: &mut Conn, now: Now, id: ConsultationId) -> DbResult<()> {
    diesel::update(consultations::table.filter(consultations::id.eq(id)))
        .set(consultations::closed_at.eq(now.instant()))
        .execute(conn)
        .await
        .map(|_| ())
}

/// The dossier has ended: nobody is asked any more, nothing is owed any more.
pub async fn close_all(conn: &mut Conn, now: Now, dossier: DossierId) -> DbResult<()> {
    diesel::update(consultations::table.filter(consultations::dossier_id.eq(dossier)).filter(consultations::closed_at.is_null()))
        .set(consultations::closed_at.eq(now.instant()))
        .execute(conn)
        .await?;
    diesel::update(payments::table.filter(payments::dossier_id.eq(dossier)).filter(payments::closed_at.is_null()))
        .set(payments::closed_at.eq(now.instant()))
        .execute(conn)
        .await
        .map(|_| ())
}

/// The dossier, and the agency that is asked, if it is one of these.
pub async fn find_asked(conn: &mut Conn, agencies: &[AgencyId], id: ConsultationId) -> DbResult<Option<(DossierId, AgencyId)>> {
    consultations::table
        .filter(consultations::id.eq(id))
        .filter(consultations::agency_id.eq_any(agencies))
        .select((consultations::dossier_id, consultations::agency_id))
        .first(conn)
        .await
        .optional()
}

/// What other agencies ask of these, the one whose time ends first in front.
pub async fn asked_of(conn: &mut Conn, agencies: &[AgencyId], only: Option<ConsultationId>) -> DbResult<Vec<AskedRow>> {
    let mut asked = consultations::table
        .inner_join(dossiers::table)
        .filter(consultations::agency_id.eq_any(agencies.to_vec()))
        .order((consultations::answer_until, consultations::id))
        .limit(200)
        .select(AskedRow::as_select())
        .into_boxed();
    asked = match only {
        Some(id) => asked.filter(consultations::id.eq(id)),
        None => asked.filter(consultations::closed_at.is_null()),
    };
    asked.load(conn).await
}

pub struct NewPayment {
    pub amount: Money,
    pub reason: String,
    pub by: AccountId,
}

pub async fn request_payment(conn: &mut Conn, now: Now, dossier: DossierId, new: NewPayment) -> DbResult<()> {
    diesel::insert_into(payments::table)
        .values((
            payments::id.eq(PaymentId::new()),
            payments::dossier_id.eq(dossier),
            payments::amount.eq(new.amount.amount()),
            payments::reason.eq(new.reason),
            payments::requested_at.eq(now.instant()),
            payments::requested_by.eq(new.by),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

pub struct Taken {
    pub amount: Money,
    pub reason: String,
    pub method: PaymentMethod,
    pub payer: String,
    pub by: AccountId,
}

/// Settles the open request, or stands for itself if nobody had asked.
pub async fn take_payment(conn: &mut Conn, now: Now, dossier: DossierId, open: Option<PaymentId>, taken: Taken) -> DbResult<()> {
    let settled = (
        payments::method.eq(taken.method),
        payments::payer.eq(taken.payer),
        payments::taken_at.eq(now.instant()),
        payments::taken_by.eq(taken.by),
        payments::closed_at.eq(now.instant()),
    );
    match open {
        Some(id) => diesel::update(payments::table.filter(payments::id.eq(id))).set(settled).execute(conn).await.map(|_| ()),
        None => diesel::insert_into(payments::table)
            .values((
                payments::id.eq(PaymentId::new()),
                payments::dossier_id.eq(dossier),
                payments::amount.eq(taken.amount.amount()),
                payments::reason.eq(taken.reason),
                settled,
            ))
            .execute(conn)
            .await
            .map(|_| ()),
    }
}

/// Adds what somebody says about a dossier.
pub async fn add_message(
    conn: &mut Conn,
    now: Now,
    dossier: DossierId,
    kind: MessageKind,
    (author, name): (AccountId, &str),
    body: &str,
) -> DbResult<()> {
    diesel::insert_into(messages::table)
        .values((
            messages::id.eq(MessageId::new()),
            messages::dossier_id.eq(dossier),
            messages::kind.eq(kind),
            messages::author_id.eq(author),
            messages::author_name.eq(name),
            messages::body.eq(body),
            messages::at.eq(now.instant()),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}
