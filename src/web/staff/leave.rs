//! Đi vắng: who looks after one's work, from when until when; and whose work one looks after.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{
    days::{day, in_box},
    side::{self, SideGroup, side_of},
};
use crate::{
    accounts::{self, Delegation, LONGEST_LEAVE_DAYS, Leave, LeaveFault, LeaveRefused},
    dossiers::Rules,
    kernel::{
        actor::Role,
        desk_places::{DeskPlace, DeskThing},
        ids::{AccountId, AgencyId, DelegationId},
        places::Place,
    },
    platform::views::{FlashKind, Page},
    web::{
        answer::{Answer, Fault},
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
        words,
    },
};

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/can-bo/di-vang", web::get().to(show))
        .route("/can-bo/di-vang", web::post().to(create))
        .route("/can-bo/di-vang/{id}/thu-hoi", web::post().to(revoke));
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct LeavePage {
    side: Vec<SideGroup>,
    action: String,
    lines: Vec<Line>,
    /// Empty if there is nobody to whom anything could be handed over.
    colleagues: Vec<Choice>,
    whom: Answer,
    from: Answer,
    until: Answer,
    reason: String,
    errors: Vec<Fault>,
    longest: i64,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    text: String,
    days: String,
    reason: String,
    now: bool,
    /// Where it is taken back; empty for who may not.
    revoke: String,
}

#[derive(Debug, Clone, Serialize)]
struct Choice {
    value: String,
    text: String,
}

impl Page for LeavePage {
    const TEMPLATE: &'static str = "staff/leave.html";

    fn samples() -> Vec<Self> {
        let line = |now: bool, revoke: &str| Line {
            text: "Vũ Văn Tịch xử lý thay Phạm Văn Hộ".into(),
            days: "23/11/2026 – 27/11/2026".into(),
            reason: "Nghỉ phép".into(),
            now,
            revoke: revoke.into(),
        };
        let plain = Self {
            side: side::sample(),
            action: "/can-bo/di-vang".into(),
            lines: vec![line(true, "/can-bo/di-vang/1/thu-hoi"), line(false, "")],
            colleagues: vec![Choice { value: "1:2".into(), text: "Vũ Văn Tịch – Công chức tư pháp – hộ tịch".into() }],
            longest: LONGEST_LEAVE_DAYS,
            ..Self::default()
        };
        let text = "Chọn đồng nghiệp xử lý thay";
        let errors = vec![Fault { href: "#whom".into(), text: text.into() }];
        let wrong = Self { errors, whom: Answer::wrong("", text), lines: Vec::new(), ..plain.clone() };
        vec![plain.clone(), wrong, Self { colleagues: Vec::new(), lines: Vec::new(), ..plain }]
    }
}

/// `GET /can-bo/di-vang`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>) -> Result<HttpResponse, Error> {
    let page = page(&official, &mut conn, &rules).await?;
    respond::page(&official, &page)
}

/// `POST /can-bo/di-vang`
pub async fn create(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, form: FormPairs) -> Result<HttpResponse, Error> {
    let leave = Leave {
        whom: whom(form.text("whom")),
        from: day(form.text("from")),
        until: day(form.text("until")),
        reason: form.text("reason").to_owned(),
    };
    match accounts::delegate(conn.open().await?, official.now(), &official.official, &leave).await {
        Ok(()) => {
            let (from, until) = (leave.from.map(words::day).unwrap_or_default(), leave.until.map(words::day).unwrap_or_default());
            official.say(FlashKind::Success, "leave-done", &[("from", from.into()), ("until", until.into())]);
            Ok(respond::see_other(&Place::Desk(DeskPlace::Leave)))
        }
        Err(LeaveRefused::Faults(faults)) => {
            let page = page(&official, &mut conn, &rules).await?;
            respond::invalid(&official, &page.with(&official, &form, &faults))
        }
        Err(LeaveRefused::Db(error)) => Err(error.into()),
    }
}

/// `POST /can-bo/di-vang/{id}/thu-hoi`
pub async fn revoke(official: OfficialIn, mut conn: Conn, id: Path<DelegationId>, _genuine: FormPairs) -> Result<HttpResponse, Error> {
    if !accounts::revoke_delegation(conn.open().await?, official.now(), &official.official, id.0).await? {
        return Err(Error::NotFound);
    }
    official.say(FlashKind::Success, "leave-revoked", &[]);
    Ok(respond::see_other(&Place::Desk(DeskPlace::Leave)))
}

/// Agency and colleague, as the box sends them.
fn whom(raw: &str) -> Option<(AgencyId, AccountId)> {
    let (agency, account) = raw.split_once(':')?;
    Some((agency.parse().ok()?, account.parse().ok()?))
}

async fn page(official: &OfficialIn, conn: &mut Conn, rules: &Rules) -> Result<LeavePage, Error> {
    let (now, me) = (official.now(), &official.official);
    let mut choices = Vec::new();
    for agency in me.agencies().into_iter().filter(|agency| me.own_roles_at(*agency).any(Role::may_be_stood_in)) {
        let name = rules.agencies.get(agency).map(|agency| agency.short_authority()).unwrap_or_default();
        let all = accounts::colleagues(conn.open().await?, now, agency).await?;
        choices.extend(
            all.into_iter()
                .filter(|one| one.account != me.account)
                .map(|one| Choice { value: format!("{agency}:{}", one.account), text: format!("{} – {}, {name}", one.name, one.title) }),
        );
    }
    if !choices.is_empty() {
        choices.insert(0, Choice { value: String::new(), text: official.text("leave-choose", &[]) });
    }
    let open = accounts::delegations_for(conn.open().await?, now, me).await?;
    Ok(LeavePage {
        side: side_of(official, &Place::Desk(DeskPlace::Leave)),
        action: Place::Desk(DeskPlace::Leave).path(),
        lines: open.iter().map(|one| line(official, one)).collect(),
        colleagues: choices,
        from: Answer::of(&in_box(Some(now.today()))),
        longest: LONGEST_LEAVE_DAYS,
        ..LeavePage::default()
    })
}

fn line(official: &OfficialIn, one: &Delegation) -> Line {
    let names = [("name", one.to_name.to_string().into()), ("absent", one.from_name.to_string().into())];
    let (from, until) = (words::day(one.starts_on), words::day(one.ends_on));
    let may = accounts::may_revoke(&official.official, one.agency, one.from);
    Line {
        text: official.text("leave-line", &names),
        days: official.text("leave-days", &[("from", from.into()), ("until", until.into())]),
        reason: one.reason.clone(),
        now: one.starts_on <= official.now().today(),
        revoke: if may { DeskThing::RevokeLeave(one.id).path() } else { String::new() },
    }
}

impl LeavePage {
    /// As it was typed, with what is wrong.
    fn with(mut self, visit: &Visit, form: &FormPairs, faults: &[LeaveFault]) -> Self {
        self.whom = Answer::typed(form, "whom");
        self.from = Answer::typed(form, "from");
        self.until = Answer::typed(form, "until");
        self.reason = Answer::typed(form, "reason").value;
        for fault in faults {
            let text = visit.text(fault.text_key(), &[("days", LONGEST_LEAVE_DAYS.into())]);
            let (name, answer) = match fault {
                LeaveFault::Colleague | LeaveFault::NoPost => ("whom", &mut self.whom),
                LeaveFault::Begin | LeaveFault::Overlap => ("from", &mut self.from),
                LeaveFault::End | LeaveFault::TooLong => ("until", &mut self.until),
            };
            answer.error.clone_from(&text);
            self.errors.push(Fault { href: format!("#{name}"), text });
        }
        self
    }
}
