//! Yêu cầu bổ sung: asked once, naming everything; the clock stands still until the answer has been
//! looked at.

use super::{
    ActRefused, Done, EventNote, ItemAnswer, ItemTarget, Missing, Rules, Seen, SupplementFacts, SupplementItem, Workbench,
    act::{optional, required},
    applying::Brought,
    at_hand::AtHand,
    queries::supplements::{self, NewRequest},
};
use crate::{
    attachments::{self, Attachment},
    catalogue::ServiceVersion,
    forms::{Answers, Level, Problem},
    kernel::{
        actor::{Citizen, Official},
        clock::{Instant, Now},
        lang::Lang,
    },
    platform::db::{AsyncConnection, Conn},
    workflow::Action,
};

/// What an official asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupplementRequest {
    /// With a remark to each; empty where the reason says it all.
    pub items: Vec<(ItemTarget, String)>,
    pub reason: String,
    /// Calendar days to answer, 1 to 60.
    pub days: u32,
}

/// What a citizen answers: typed values of the questions asked for. Files asked for are attached
/// before, by `attach`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SupplementAnswers {
    pub typed: Vec<(String, String)>,
}

/// Asks for a supplement; form 02 goes out.
pub async fn request_supplement(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    request: &SupplementRequest,
) -> Result<Done, ActRefused> {
    let reason = complete(request)?;
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(Action::RequestSupplement)?;
        let items = named(&hand.version, &request.items)?;
        let answer_until = rules.calendar(hand.agency).last_moment(now.today(), request.days);
        let stored = serde_json::to_value(&items).map_err(|_| ActRefused::Inconsistent("items that cannot be written"))?;
        let new = NewRequest { by: official.account, reason: reason.clone(), items: stored, answer_until };
        supplements::insert(conn, now, hand.row.id, new).await?;
        let note =
            EventNote { reason: Some(reason.clone()), items: Some(items.len()), answer_until: Some(answer_until), ..EventNote::default() };
        hand.apply(conn, Action::RequestSupplement, outcome, Brought { note, items, ..Brought::default() }).await
    })
    .await
}

/// The request as its citizen would read it, checked like the real one; nothing is written.
pub fn supplement_preview(rules: &Rules, now: Now, bench: &Workbench, request: &SupplementRequest) -> Result<SupplementFacts, ActRefused> {
    let reason = complete(request)?;
    let (version, agency) = (rules.version(bench.facts.service_version)?, rules.agency(Some(bench.facts.agency))?);
    Ok(SupplementFacts {
        reason,
        items: named(&version, &request.items)?,
        requested_at: now.instant(),
        answer_until: rules.calendar(agency).last_moment(now.today(), request.days),
        answered_at: None,
        changes: Vec::new(),
        closed_at: None,
    })
}

/// Answers exactly what was asked; everything else in the dossier stays as it was.
pub async fn answer_supplement(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    seen: &Seen,
    answers: &SupplementAnswers,
) -> Result<Done, ActRefused> {
    conn.transaction(async |conn| {
        let hand = AtHand::of_owner(conn, rules, now, citizen, seen).await?;
        let outcome = hand.decide(Action::AnswerSupplement)?;
        let open = hand.open_supplement().ok_or(ActRefused::Inconsistent("a supplement that is not open"))?.clone();
        let items = open.items();
        let before = hand.answers();
        let after = read(&hand, &items, &before, &answers.typed)?;
        let files = attachments::list(conn, hand.row.id).await?;
        let changes = changes(&hand, &items, (&before, &after), &files, open.requested_at)?;
        let stored = serde_json::to_value(&changes).map_err(|_| ActRefused::Inconsistent("changes that cannot be written"))?;
        supplements::answer(conn, now, open.id, stored).await?;
        let note = EventNote { items: Some(changes.len()), ..EventNote::default() };
        let brought = Brought { note, answers: Some(after.to_json()), ..Brought::default() };
        hand.apply(conn, Action::AnswerSupplement, outcome, brought).await
    })
    .await
}

/// The official has looked at the answer: the clock goes on with the minutes that were left.
pub async fn complete_supplement(conn: &mut Conn, rules: &Rules, now: Now, official: &Official, seen: &Seen) -> Result<Done, ActRefused> {
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(Action::CompleteSupplement)?;
        hand.apply(conn, Action::CompleteSupplement, outcome, Brought::default()).await
    })
    .await
}

fn complete(request: &SupplementRequest) -> Result<String, ActRefused> {
    let reason = required(&request.reason);
    let mut missing = match &reason {
        Err(ActRefused::Incomplete(missing)) => missing.clone(),
        _ => Vec::new(),
    };
    if request.items.is_empty() {
        missing.push(Missing::Items);
    }
    if !(1..=60).contains(&request.days) {
        missing.push(Missing::Days);
    }
    if missing.is_empty() { reason } else { Err(ActRefused::Incomplete(missing)) }
}

/// Each item by the name under which the citizen knows it; unknown ones cannot be asked for.
fn named(version: &ServiceVersion, asked: &[(ItemTarget, String)]) -> Result<Vec<SupplementItem>, ActRefused> {
    let definition = &version.definition;
    let mut items: Vec<SupplementItem> = Vec::new();
    for (target, remark) in asked {
        let label = match target {
            ItemTarget::Field(key) => version.form.definition().field(key).map(|field| field.label.vi.clone()),
            ItemTarget::Document(key) => definition.documents.iter().find(|rule| rule.key == *key).map(|rule| rule.name.vi.clone()),
        };
        let label = label.ok_or_else(|| ActRefused::Incomplete(vec![Missing::Items]))?;
        if !items.iter().any(|item| item.target == *target) {
            items.push(SupplementItem { target: target.clone(), label, remark: optional(remark)?.unwrap_or_default() });
        }
    }
    Ok(items)
}

/// Reads the questions asked for, and only those, from what was typed.
fn read(hand: &AtHand<'_>, items: &[SupplementItem], before: &Answers, typed: &[(String, String)]) -> Result<Answers, ActRefused> {
    let form = &hand.version.form;
    let asked = |key: &str| items.iter().any(|item| matches!(&item.target, ItemTarget::Field(asked) if asked == key));
    let mut after = before.clone();
    let mut problems: Vec<Problem> = Vec::new();
    for page in form.definition().pages.iter().filter(|page| page.fields().any(|field| asked(&field.key))) {
        let keys: Vec<&str> = page.fields().map(|field| field.key.as_str()).filter(|key| asked(key)).collect();
        let other = |name: &str| page.fields().any(|field| field.key == name && !asked(&field.key));
        let of_asked = |name: &str| {
            !other(name) && keys.iter().any(|key| name.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
        };
        let pairs: Vec<(String, String)> = typed.iter().filter(|(name, _)| of_asked(name)).cloned().collect();
        let reading = form.read(&page.key, &pairs, &after, hand.now.today(), hand.rules.lang);
        after = reading.answers;
        problems.extend(reading.problems.into_iter().filter(|problem| problem.level == Level::Block && asked(&problem.field)));
    }
    if problems.is_empty() { Ok(after) } else { Err(ActRefused::Answers(problems)) }
}

/// What changed, item by item. A document asked for must have a file that came after the request.
fn changes(
    hand: &AtHand<'_>,
    items: &[SupplementItem],
    (before, after): (&Answers, &Answers),
    files: &[Attachment],
    asked_at: Instant,
) -> Result<Vec<ItemAnswer>, ActRefused> {
    let show = |answers: &Answers, key: &str| hand.version.form.show(key, answers, hand.now.today(), Lang::Vi).unwrap_or_default();
    let names = |key: &str, new: bool| {
        let of_item = files.iter().filter(|file| file.document_key == key && (file.uploaded_at >= asked_at) == new);
        of_item.map(|file| file.file_name.to_string()).collect::<Vec<_>>().join(", ")
    };
    let mut changes = Vec::new();
    for item in items {
        let (was, is) = match &item.target {
            ItemTarget::Field(key) => (show(before, key), show(after, key)),
            ItemTarget::Document(key) => (names(key, false), names(key, true)),
        };
        if is.is_empty() {
            return Err(ActRefused::Incomplete(vec![Missing::SupplementItem]));
        }
        changes.push(ItemAnswer { target: item.target.clone(), label: item.label.clone(), before: was, after: is });
    }
    Ok(changes)
}
