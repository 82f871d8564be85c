//! Giao việc for many: who would get what, shared out by what everybody has already, or all of it to one.

use std::collections::BTreeMap;

use super::{Foreseen, hand_of};
use crate::{
    accounts::Colleague,
    dossiers::{ActRefused, Candidate, Rules, around::assignment::candidates, at_hand::AtHand, queries::load},
    kernel::{
        actor::{Official, Role},
        clock::Now,
        dossier_code::DossierCode,
        ids::{AccountId, AgencyId},
    },
    platform::db::Conn,
    workflow::{Refusal, share_out},
};

/// What an assignment of many would do.
#[derive(Debug)]
pub struct Sharing {
    /// In the order of the codes. What is not the official's is foreseen as not found.
    pub lines: Vec<Result<Foreseen, DossierCode>>,
    /// Everybody who may act on one of them.
    pub colleagues: Vec<Candidate>,
    /// Whether the official may give to others at all.
    pub leads: bool,
}

type Desk = (AgencyId, Role);

/// Foresees it; without a name the work is shared out. Who does not lead takes for himself.
pub async fn share(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    codes: &[DossierCode],
    to: Option<AccountId>,
) -> Result<Sharing, ActRefused> {
    let (mut hands, mut desks) = (Vec::new(), BTreeMap::<Desk, Vec<Candidate>>::new());
    for code in codes {
        let Some(row) = load::of_official(conn, official, code).await? else {
            hands.push(Err(code.clone()));
            continue;
        };
        let hand = hand_of(conn, rules, now, official, row).await?;
        if let Some(desk) = desk(&hand).filter(|desk| !desks.contains_key(desk)) {
            desks.insert(desk, candidates(conn, now, desk.0, desk.1).await?);
        }
        hands.push(Ok(hand));
    }
    let leads = hands.iter().flatten().any(|hand| hand.who.leads());
    let to = if leads { to } else { Some(official.account) };
    let shares = shares(&hands, &desks, to);
    let lines = codes.iter().zip(&hands).zip(shares).map(|((code, hand), share)| match hand {
        Ok(hand) => {
            let (whom, outcome) = proposed(official, hand, share, &desks);
            Ok(Foreseen { assignee: whom, ..Foreseen::of(hand, code, outcome) })
        }
        Err(code) => Err(code.clone()),
    });
    let lines: Vec<_> = lines.collect();
    let mut colleagues: Vec<Candidate> = Vec::new();
    for one in desks.into_values().flatten() {
        if colleagues.iter().all(|known| known.colleague.account != one.colleague.account) {
            colleagues.push(one);
        }
    }
    Ok(Sharing { lines, colleagues, leads })
}

fn desk(hand: &AtHand<'_>) -> Option<Desk> {
    hand.step().map(|step| (hand.agency.id, step.role))
}

type Hands<'a> = [Result<AtHand<'a>, DossierCode>];

fn shares(hands: &Hands<'_>, desks: &BTreeMap<Desk, Vec<Candidate>>, to: Option<AccountId>) -> Vec<Option<AccountId>> {
    let able = |hand: &AtHand<'_>| desk(hand).and_then(|desk| desks.get(&desk)).map(Vec::as_slice).unwrap_or_default();
    if to.is_some() {
        return hands.iter().map(|_| to).collect();
    }
    let work: Vec<Vec<AccountId>> = hands
        .iter()
        .map(|hand| match hand {
            // What is in somebody's hands stays there when the rest is shared out.
            Ok(hand) if hand.row.assignee_id.is_none() => {
                able(hand).iter().filter(|one| one.colleague.away_until.is_none()).map(|one| one.colleague.account).collect()
            }
            _ => Vec::new(),
        })
        .collect();
    let held = desks.values().flatten().map(|one| (one.colleague.account, one.open)).collect();
    share_out(&work, &held)
}

type Proposed = (Option<AccountId>, Result<String, ActRefused>);

fn proposed(official: &Official, hand: &AtHand<'_>, share: Option<AccountId>, desks: &BTreeMap<Desk, Vec<Candidate>>) -> Proposed {
    let able = desk(hand).and_then(|desk| desks.get(&desk)).map(Vec::as_slice).unwrap_or_default();
    let whom: Option<&Colleague> = able.iter().map(|one| &one.colleague).find(|one| Some(one.account) == share);
    let outcome = match (whom, share, hand.row.assignee_id) {
        (Some(whom), ..) => hand.hand_to(official, Some(whom)).map(|_| whom.name.to_string()),
        (None, None, Some(_)) => Err(Refusal::HeldAlready.into()),
        (None, ..) => Err(Refusal::NotTheirStep.into()),
    };
    (whom.map(|whom| whom.account), outcome)
}
