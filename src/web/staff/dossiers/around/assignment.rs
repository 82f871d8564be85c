//! Giao việc: in whose hands a dossier is, and who may get it with what he has already.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::{
    dossiers::{self, Candidate, Missing, Rules, Workbench},
    kernel::{dossier_code::DossierCode, ids::AccountId, places::Place},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
        staff::dossiers::{
            frame::Frame,
            refused::{load, missing, seen, sentence, summary},
            steps::finish,
        },
        words,
    },
    workflow::Action,
};

/// In the form, the official himself.
const ME: &str = "toi";
/// In the form, nobody: back among what waits for the step.
const NOBODY: &str = "chung";

/// On the workbench.
#[derive(Debug, Serialize)]
pub struct HandsView {
    text: String,
    action: String,
    /// What one press does: take it, lay it down; empty if neither.
    press: String,
    to: &'static str,
    /// Where one names a colleague; empty for who does not lead.
    give: String,
}

impl HandsView {
    pub fn sample() -> Self {
        Self {
            text: "Chưa giao cho ai".into(),
            action: "/can-bo/ho-so/H44.101-261123-0001/giao-viec".into(),
            press: "Tôi nhận việc này".into(),
            to: ME,
            give: "/can-bo/ho-so/H44.101-261123-0001/giao-viec".into(),
        }
    }
}

/// Nothing where there is nothing to say and nothing to do.
pub fn hands(visit: &Visit, bench: &Workbench) -> Option<HandsView> {
    let hands = &bench.hands;
    if hands.holder.is_none() && !hands.may_take && !hands.may_give {
        return None;
    }
    let text = match &hands.holder {
        Some(_) if hands.mine => visit.text("hands-mine", &[]),
        Some(holder) => visit.text("hands-of", &[("name", holder.name.as_str().into())]),
        None => visit.text("hands-free", &[]),
    };
    let (press, to) = match (hands.may_take, hands.may_free) {
        (true, _) if hands.holder.is_none() => ("hands-take", ME),
        (_, true) if hands.mine => ("hands-lay-down", NOBODY),
        (_, true) => ("hands-take-back", NOBODY),
        _ => ("", ""),
    };
    let place = Place::WorkbenchAct(bench.facts.code.clone(), Action::Assign.slug()).path();
    Some(HandsView {
        text,
        press: if press.is_empty() { String::new() } else { visit.text(press, &[]) },
        to,
        give: if hands.may_give { place.clone() } else { String::new() },
        action: place,
    })
}

#[derive(Debug, Serialize)]
pub struct AssignmentPage {
    #[serde(flatten)]
    frame: Frame,
    holder: String,
    choices: Vec<Choice>,
    to: String,
    to_error: String,
}

#[derive(Debug, Clone, Serialize)]
struct Choice {
    value: String,
    text: String,
    hint: String,
}

impl Page for AssignmentPage {
    const TEMPLATE: &'static str = "staff/dossiers/around/assignment.html";

    fn samples() -> Vec<Self> {
        let choice = Choice { value: "1".into(), text: "Phạm Văn Hộ".into(), hint: "Đang giữ 3 hồ sơ".into() };
        let page = |error: &str| Self {
            frame: Frame::sample(Action::Assign, "#to", error),
            holder: "Chưa giao cho ai".into(),
            choices: vec![choice.clone()],
            to: "1".into(),
            to_error: error.into(),
        };
        vec![page(""), page("Chọn cán bộ được giao")]
    }
}

/// `GET …/giao-viec`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let bench = load(&official, &mut conn, &rules, &code.0).await?;
    let able = able(&official, &mut conn, &bench).await?;
    conn.close();
    respond::page(&official, &page(&official, &bench, &able, &[]))
}

/// `POST …/giao-viec`
pub async fn create(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let seen = seen(code.0.clone(), &form);
    let to: Option<Option<AccountId>> = match form.text("to") {
        ME => Some(Some(official.official.account)),
        NOBODY => Some(None),
        account => account.parse().ok().map(Some),
    };
    let done = match to {
        Some(to) => dossiers::assign(conn.open().await?, &rules, official.now(), &official.official, &seen, to).await,
        None => Err(dossiers::ActRefused::Incomplete(vec![Missing::Assignee])),
    };
    match done {
        Ok(done) => finish(&official, &code.0, Ok(done), if to == Some(None) { "act-freed" } else { "act-assigned" }),
        Err(refused) => {
            let missing = missing(&official, &code.0, refused)?;
            let bench = load(&official, &mut conn, &rules, &code.0).await?;
            let able = able(&official, &mut conn, &bench).await?;
            respond::invalid(&official, &page(&official, &bench, &able, &missing))
        }
    }
}

async fn able(official: &OfficialIn, conn: &mut Conn, bench: &Workbench) -> Result<Vec<Candidate>, Error> {
    match &bench.facts.step {
        Some(step) => Ok(dossiers::candidates(conn.open().await?, official.now(), bench.facts.agency, step.role).await?),
        None => Ok(Vec::new()),
    }
}

/// “Đang giữ 12 hồ sơ, 2 quá hạn.”
pub fn workload(visit: &Visit, candidate: &Candidate) -> String {
    let counts = [("open", candidate.open.into()), ("late", candidate.late.into())];
    let load = visit.text(if candidate.late > 0 { "assign-load-late" } else { "assign-load" }, &counts);
    match candidate.colleague.away_until {
        Some(day) => format!("{load}. {}", visit.text("assign-away", &[("day", words::day(day).into())])),
        None => load,
    }
}

fn page(visit: &Visit, bench: &Workbench, able: &[Candidate], missing: &[Missing]) -> AssignmentPage {
    let to_error = sentence(visit, missing, &[Missing::Assignee]);
    let mut choices: Vec<Choice> = able
        .iter()
        .map(|one| Choice {
            value: one.colleague.account.to_string(),
            text: format!("{} – {}", one.colleague.name, one.colleague.title),
            hint: workload(visit, one),
        })
        .collect();
    let holder = bench.hands.holder.as_ref();
    if holder.is_some() {
        choices.push(Choice { value: NOBODY.into(), text: visit.text("assign-nobody", &[]), hint: visit.text("assign-nobody-hint", &[]) });
    }
    let least = able.iter().find(|one| one.colleague.away_until.is_none()).map(|one| one.colleague.account.to_string());
    let errors = summary(&[("#to", &to_error)]);
    AssignmentPage {
        frame: Frame::of(visit, bench, Action::Assign, errors),
        holder: match holder {
            Some(holder) => visit.text("hands-of", &[("name", holder.name.as_str().into())]),
            None => visit.text("hands-free", &[]),
        },
        to: holder.map(|holder| holder.account.to_string()).or(least).unwrap_or_default(),
        choices,
        to_error,
    }
}
