//! Trả kết quả: at the counter, or online by the citizen's own download.

use super::{
    ActRefused, Done, EventNote, LockVersion, Missing, Rules, Seen,
    applying::Brought,
    at_hand::AtHand,
    queries::{history, load},
    result::last_result,
};
use crate::{
    kernel::{
        actor::{Citizen, Official},
        clock::Now,
        dossier_code::DossierCode,
        text::line,
    },
    platform::db::{AsyncConnection, Conn},
    workflow::{Action, ReturnMethod, Status},
};

/// Who takes the result at the counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// Name and, if not the applicant himself, in what capacity.
    pub name: String,
    /// The number of the paper that was shown; empty where nobody stood at the counter.
    pub id_paper: String,
}

/// Records that the result was handed over.
pub async fn return_result(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    receiver: &Receiver,
) -> Result<Done, ActRefused> {
    let name: String = line(&receiver.name).chars().take(200).collect();
    let id_paper = id_paper(&receiver.id_paper);
    let missing = [(name.is_empty(), Missing::Receiver), (id_paper.is_err(), Missing::ReceiverId)];
    let missing: Vec<Missing> = missing.into_iter().filter_map(|(is_missing, what)| is_missing.then_some(what)).collect();
    let (true, Ok(id_paper)) = (missing.is_empty(), id_paper) else { return Err(ActRefused::Incomplete(missing)) };
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(Action::ReturnResult)?;
        let result = last_result(&history::events(conn, hand.row.id).await?).map(|(note, _)| note);
        let note = EventNote { receiver: Some(name.clone()), receiver_id: id_paper.clone(), ..EventNote::default() };
        hand.apply(conn, Action::ReturnResult, outcome, Brought { note, result, ..Brought::default() }).await
    })
    .await
}

/// The number of an identity card or passport: letters and digits, as they stand there.
fn id_paper(raw: &str) -> Result<Option<String>, ()> {
    let number: String = raw.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-')).collect::<String>().to_uppercase();
    match (number.is_empty(), number.chars().all(|c| c.is_ascii_alphanumeric()), number.len()) {
        (true, ..) => Ok(None),
        (_, true, 6..=14) => Ok(Some(number)),
        _ => Err(()),
    }
}

/// The citizen has downloaded the result: with return online this is the handing over. Harmless
/// when repeated, and where the result is handed over otherwise.
pub async fn collect_online(conn: &mut Conn, rules: &Rules, now: Now, citizen: &Citizen, code: &DossierCode) -> Result<(), ActRefused> {
    conn.transaction(async |conn| {
        let row = load::of_owner_for_update(conn, citizen, code).await?.ok_or(ActRefused::NotFound)?;
        if row.status != Status::Finished || row.return_method != Some(ReturnMethod::Online) {
            return Ok(());
        }
        let seen = Seen { code: code.clone(), version: LockVersion(row.lock_version) };
        let hand = AtHand::of_owner(conn, rules, now, citizen, &seen).await?;
        let outcome = hand.decide(Action::CollectOnline)?;
        hand.apply(conn, Action::CollectOnline, outcome, Brought::default()).await.map(|_| ())
    })
    .await
}
