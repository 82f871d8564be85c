//! Lấy ý kiến: another agency is asked, answers, or lets its time pass.

use crate::{
    agencies::{Agency, AgencyKind},
    dossiers::{
        ActRefused, Done, EventNote, Missing, Opinion, Rules, Seen,
        act::{optional, required},
        applying::Brought,
        at_hand::AtHand,
        queries::around::{self, Answered, NewConsultation},
    },
    kernel::{
        actor::{Actor, Official},
        clock::Now,
        ids::{AgencyId, ConsultationId},
    },
    platform::db::{AsyncConnection, Conn},
    workflow::{Action, Asked, Consultation, DossierState, Who, Wish},
};

/// What is asked, and whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The key of the consultation in the service's file.
    pub about: String,
    pub agency: Option<AgencyId>,
    pub text: String,
}

/// Whether an agency can be asked: it is open, and of the kind that the service says.
pub fn may_be_asked(agency: &Agency, asked: Asked) -> bool {
    let of_kind = match asked {
        Asked::Commune => agency.kind.is_communal(),
        Asked::Department => agency.kind == AgencyKind::Department,
        Asked::Any => true,
    };
    of_kind && agency.closed_at.is_none()
}

/// Asks another agency; the dossier stays where it is.
pub async fn consult(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    question: &Question,
) -> Result<Done, ActRefused> {
    let text = required(&question.text).map_err(|refused| match refused {
        // Whatever is missing is said at once.
        ActRefused::Incomplete(missing) if missing == [Missing::Reason] => {
            let agency = question.agency.is_none().then_some(Missing::AskedAgency);
            ActRefused::Incomplete(agency.into_iter().chain([Missing::Question]).collect())
        }
        other => other,
    })?;
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(Wish { action: Action::Consult, to: Some(question.about.clone()) })?;
        let kind = hand.version.definition.workflow.consultation(&question.about);
        let kind = kind.ok_or(ActRefused::Inconsistent("a consultation that the service does not know"))?.clone();
        let asked = whom(&hand, &kind, question.agency)?;
        let answer_until = rules.calendar(asked).due_at(now.instant(), kind.limit);
        let new = NewConsultation { kind: &kind, agency: asked.id, by: official.account, question: text.clone(), answer_until };
        around::ask(conn, now, hand.row.id, new).await?;
        super::lapsing::plan_consultation(conn, now, hand.row.id, answer_until).await?;
        let note = EventNote {
            comment: Some(text.clone()),
            asked: Some(asked.short_authority()),
            answer_until: Some(answer_until),
            ..EventNote::default()
        };
        hand.apply(conn, Action::Consult, outcome, Brought { note, ..Brought::default() }).await
    })
    .await
}

fn whom<'a>(hand: &AtHand<'a>, kind: &Consultation, agency: Option<AgencyId>) -> Result<&'a Agency, ActRefused> {
    let asked = agency.and_then(|id| hand.rules.agencies.get(id));
    let asked = asked.filter(|asked| may_be_asked(asked, kind.to) && asked.id != hand.agency.id);
    asked.ok_or_else(|| ActRefused::Incomplete(vec![Missing::AskedAgency]))
}

/// What the asked agency says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpinionGiven {
    pub opinion: Option<Opinion>,
    pub text: String,
}

/// Answers for an agency that was asked. The dossier of the other agency goes on there.
pub async fn answer_consultation(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    id: ConsultationId,
    given: &OpinionGiven,
) -> Result<(), ActRefused> {
    let text = optional(&given.text)?;
    let missing: Vec<Missing> = [(text.is_none(), Missing::Answer), (given.opinion.is_none(), Missing::Opinion)]
        .into_iter()
        .filter_map(|(m, w)| m.then_some(w))
        .collect();
    let (Some(text), Some(opinion)) = (text, given.opinion) else { return Err(ActRefused::Incomplete(missing)) };
    conn.transaction(async |conn| {
        let (dossier, asked) = around::find_asked(conn, &official.agencies(), id).await?.ok_or(ActRefused::NotFound)?;
        let mut hand = AtHand::of_portal(conn, rules, now, dossier).await?;
        hand.actor = Actor::Official(official.clone());
        hand.who = Who::Asked;
        hand.acts_for = Some(asked);
        // Another may have answered between the look and the lock.
        let is_open = hand.folder.open_consultations().iter().any(|open| open.id == id);
        let consultations = if is_open { hand.folder.consultations_for_decision(Some(id)) } else { Vec::new() };
        hand.state = DossierState { consultations, ..hand.state };
        let outcome = hand.decide(Action::AnswerConsultation)?;
        around::answer(conn, now, id, Answered { by: official.account, name: official.name.as_str(), opinion, answer: &text }).await?;
        let agency = rules.agency(Some(asked))?;
        let note = EventNote {
            comment: Some(text.clone()),
            asked: Some(agency.short_authority()),
            opinion: Some(opinion),
            ..EventNote::default()
        };
        hand.apply(conn, Action::AnswerConsultation, outcome, Brought { note, ..Brought::default() }).await.map(drop)
    })
    .await
}
