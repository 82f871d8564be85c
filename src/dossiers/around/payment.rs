//! Phí, lệ phí: asked of the citizen while the clock stands, or taken at the counter whenever it is owed.

use serde::{Deserialize, Serialize};

use crate::{
    dossiers::{
        ActRefused, Done, EventNote, Missing, PaymentMethod, Rules, Seen,
        act::optional,
        applying::Brought,
        at_hand::AtHand,
        queries::around::{self, NewPayment, Taken},
    },
    kernel::{actor::Official, clock::Now, money::Money, text::line},
    platform::db::{AsyncConnection, Conn},
    workflow::Action,
};

/// What a payment was, as papers and letters tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentNote {
    pub amount: Money,
    pub method: Option<PaymentMethod>,
    pub payer: String,
}

/// Asks the citizen to pay the fee of the service; the dossier waits.
pub async fn request_payment(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    reason: &str,
) -> Result<Done, ActRefused> {
    let reason = optional(reason)?;
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(Action::RequestPayment)?;
        let amount = Money::dong(hand.row.fee);
        let new = NewPayment { amount, reason: reason.clone().unwrap_or_default(), by: official.account };
        around::request_payment(conn, now, hand.row.id, new).await?;
        let note = EventNote { reason: reason.clone(), amount: Some(amount), ..EventNote::default() };
        hand.apply(conn, Action::RequestPayment, outcome, Brought { note, ..Brought::default() }).await
    })
    .await
}

/// Money on the counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterPayment {
    pub method: Option<PaymentMethod>,
    pub payer: String,
}

/// Takes the fee and writes the receipt; a dossier that waited for it goes on.
pub async fn take_payment(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    payment: &CounterPayment,
) -> Result<Done, ActRefused> {
    let payer: String = line(&payment.payer).chars().take(200).collect();
    let method = payment.method.filter(|method| *method != PaymentMethod::Online);
    let missing = [(method.is_none(), Missing::PaymentMethod), (payer.is_empty(), Missing::Payer)];
    let missing: Vec<Missing> = missing.into_iter().filter_map(|(is_missing, what)| is_missing.then_some(what)).collect();
    let Some(method) = method.filter(|_| missing.is_empty()) else { return Err(ActRefused::Incomplete(missing)) };
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(Action::TakePayment)?;
        let open = hand.folder.open_payment().map(|open| (open.id, open.amount));
        let amount = open.map_or(Money::dong(hand.row.fee), |(_, amount)| amount);
        let taken = Taken { amount, reason: hand.version.definition.name.vi.clone(), method, payer: payer.clone(), by: official.account };
        around::take_payment(conn, now, hand.row.id, open.map(|(id, _)| id), taken).await?;
        let note = EventNote { amount: Some(amount), ..EventNote::default() };
        let payment = Some(PaymentNote { amount, method: Some(method), payer: payer.clone() });
        hand.apply(conn, Action::TakePayment, outcome, Brought { note, payment, ..Brought::default() }).await
    })
    .await
}
