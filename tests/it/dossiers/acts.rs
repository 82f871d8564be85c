//! Every act by its name, with everything that a person would have typed for it.

use motcua::{
    dossiers::{
        self, ActRefused, CounterPayment, Extension, IssuedResult, ItemTarget, LapseWaiting, Opinion, OpinionGiven, PaymentMethod,
        Question, Receiver, ResultSource, Seen, SupplementAnswers, SupplementRequest, Workbench,
    },
    kernel::actor::{Membership, Official, Role},
    platform::db::Conn,
    workflow::{Action, Asked},
};

use super::{
    people::pdf,
    roads::{Road, working_day},
};

type Answer = Result<(), ActRefused>;

/// What an official does, to the dossier as he saw it.
pub async fn by_official(road: &Road<'_>, conn: &mut Conn, who: &Official, bench: &Workbench, action: Action) -> Answer {
    let (rules, now) = (road.rules, road.portal.now());
    let seen = &Seen { code: road.code.clone(), version: bench.facts.version };
    let reason = "Theo quy định.";
    match action {
        Action::Accept => dossiers::accept(conn, rules, now, who, seen).await,
        Action::CompleteSupplement => dossiers::complete_supplement(conn, rules, now, who, seen).await,
        Action::Forward => dossiers::forward(conn, rules, now, who, seen, "").await,
        Action::SendBack => dossiers::send_back(conn, rules, now, who, seen, reason).await,
        Action::Recall => dossiers::recall(conn, rules, now, who, seen).await,
        Action::Assign => dossiers::assign(conn, rules, now, who, seen, Some(who.account)).await,
        Action::Approve => dossiers::approve(conn, rules, now, who, seen, "").await,
        Action::Refuse => dossiers::refuse(conn, rules, now, who, seen, reason).await,
        Action::RequestPayment => dossiers::request_payment(conn, rules, now, who, seen, "").await,
        Action::Stop => dossiers::stop(conn, rules, now, who, seen, reason).await,
        Action::Resume => dossiers::resume(conn, rules, now, who, seen, "").await,
        Action::AgreeWithdrawal => dossiers::agree_withdrawal(conn, rules, now, who, seen, "").await,
        Action::DeclineWithdrawal => dossiers::decline_withdrawal(conn, rules, now, who, seen, reason).await,
        Action::RequestSupplement => {
            let target = ItemTarget::Field(bench.answers[0].rows[0].key.clone());
            let request = SupplementRequest { items: vec![(target, String::new())], reason: reason.into(), days: 5 };
            dossiers::request_supplement(conn, rules, now, who, seen, &request).await
        }
        Action::Consult => consult(road, conn, who, bench, seen).await,
        Action::TakePayment => {
            let payment = CounterPayment { method: Some(PaymentMethod::Cash), payer: "Nguyễn Văn Mẫu".into() };
            dossiers::take_payment(conn, rules, now, who, seen, &payment).await
        }
        Action::Extend => {
            let extension = Extension { new_day: Some(working_day(road, 200)), reason: reason.into() };
            dossiers::extend(conn, rules, now, who, seen, &extension).await
        }
        Action::IssueResult => {
            let result = IssuedResult {
                number: "12/2026".into(),
                issued_on: Some(now.today()),
                signer: "Hoàng Văn Ký".into(),
                summary: "Kết quả giải quyết".into(),
                source: Some(ResultSource::Uploaded(pdf(road.portal, "result").await)),
            };
            dossiers::issue_result(conn, rules, now, who, seen, &result).await
        }
        Action::ReturnResult => {
            let receiver = Receiver { name: "Nguyễn Văn Mẫu".into(), id_paper: "025190000001".into() };
            dossiers::return_result(conn, rules, now, who, seen, &receiver).await
        }
        other => panic!("{other} is not an act of officials"),
    }
    .map(drop)
}

async fn consult(road: &Road<'_>, conn: &mut Conn, who: &Official, bench: &Workbench, seen: &Seen) -> Result<dossiers::Done, ActRefused> {
    let asked = bench.may_ask.first();
    let about = asked.map(|asked| asked.key.clone()).unwrap_or_default();
    let may = |agency: &&motcua::agencies::Agency| {
        agency.id != road.agency && dossiers::may_be_asked(agency, asked.map_or(Asked::Any, |asked| asked.to))
    };
    let agency = road.rules.agencies.iter().find(may).map(|agency| agency.id);
    let question = Question { about, agency, text: "Đã đăng ký kết hôn chưa?".into() };
    dossiers::consult(conn, road.rules, road.portal.now(), who, seen, &question).await
}

/// What the citizen does.
pub async fn by_owner(road: &Road<'_>, conn: &mut Conn, bench: &Workbench, typed: &[(String, String)], action: Action) -> Answer {
    let (rules, now, owner) = (road.rules, road.portal.now(), &road.owner);
    let seen = &Seen { code: road.code.clone(), version: bench.facts.version };
    match action {
        Action::AnswerSupplement => {
            let answers = SupplementAnswers { typed: typed.to_vec() };
            dossiers::answer_supplement(conn, rules, now, owner, seen, &answers).await.map(drop)
        }
        Action::ConfirmDraft => dossiers::confirm_draft(conn, rules, now, owner, seen).await.map(drop),
        Action::AskCorrection => dossiers::ask_correction(conn, rules, now, owner, seen, "Sai ngày sinh.").await.map(drop),
        Action::Withdraw => dossiers::withdraw(conn, rules, now, owner, seen, "").await.map(drop),
        Action::AskWithdrawal => dossiers::ask_withdrawal(conn, rules, now, owner, seen, "Tôi nộp nhầm.").await.map(drop),
        Action::CollectOnline => dossiers::collect_online(conn, rules, now, owner, &road.code).await,
        other => panic!("{other} is not an act of citizens"),
    }
}

/// What agencies that were asked do, and time itself.
pub async fn by_others(road: &Road<'_>, conn: &mut Conn, bench: &Workbench, action: Action) -> Answer {
    let (rules, now) = (road.rules, road.portal.now());
    if action != Action::AnswerConsultation {
        dossiers::lapse(conn, rules, now, &LapseWaiting { dossier: road.id }).await.expect("time does no harm");
        return Ok(());
    }
    let Some(open) = bench.consultations.iter().find(|asked| asked.closed_at.is_none()) else { return Ok(()) };
    let somebody = road.only(Role::CivilStatusOfficer);
    let asked = Official { memberships: vec![Membership { agency: open.agency, role: Role::CivilStatusOfficer }], ..somebody };
    let given = OpinionGiven { opinion: Some(Opinion::Informs), text: "Chưa.".into() };
    dossiers::answer_consultation(conn, rules, now, &asked, open.id, &given).await
}
