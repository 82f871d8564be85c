//! Rút hồ sơ: before acceptance it is done at once and asked once more, because it cannot be undone;
//! after it the office is asked, with a reason.

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::{dossier::load, refusals};
use crate::{
    dossiers::{self, ActRefused, OwnerDossier, Rules, Seen},
    kernel::{dossier_code::DossierCode, places::Place},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Path},
        shell::{Visit, respond},
    },
    workflow::Action,
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct WithdrawalPage {
    code: String,
    title: String,
    dossier: String,
    version: String,
    /// The office has to agree.
    asks: bool,
    agency: String,
    reason: String,
    reason_error: String,
}

impl Page for WithdrawalPage {
    const TEMPLATE: &'static str = "citizen/withdrawal.html";

    fn samples() -> Vec<Self> {
        let page = |asks, error: &str| Self {
            code: "H44.101-261123-0007".into(),
            title: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            dossier: "/ho-so/H44.101-261123-0007".into(),
            version: "3".into(),
            asks,
            agency: "UBND phường Việt Trì".into(),
            reason: String::new(),
            reason_error: error.into(),
        };
        vec![page(false, ""), page(true, ""), page(true, "Nhập lý do")]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn, rules: Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let dossier = load(&citizen, &mut conn, &rules, &code.0).await?;
    match way(&dossier) {
        Some(action) => respond::page(&citizen, &page(&dossier, action, "", String::new())),
        None => Ok(respond::see_other(&Place::Dossier(code.0))),
    }
}

pub(super) async fn withdraw(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let version = form.parse("version").ok_or(Error::Invalid("no version"))?;
    let (seen, reason, asks) = (Seen { code: code.0, version }, form.text("reason"), form.has("asks"));
    let (now, open) = (citizen.now(), conn.open().await?);
    let done = match asks {
        true => dossiers::ask_withdrawal(open, &rules, now, &citizen.citizen, &seen, reason).await,
        false => dossiers::withdraw(open, &rules, now, &citizen.citizen, &seen, reason).await,
    };
    match done {
        Ok(_) => {
            let said = if asks { "withdrawal-asked" } else { "withdrawal-done" };
            citizen.say(FlashKind::Success, said, &[("code", seen.code.to_string().into())]);
            Ok(respond::see_other(&Place::Dossier(seen.code)))
        }
        Err(ActRefused::Incomplete(missing)) => {
            let error = missing.first().map(|missing| citizen.text(missing.text_key(), &[])).unwrap_or_default();
            let dossier = load(&citizen, &mut conn, &rules, &seen.code).await?;
            let action = if asks { Action::AskWithdrawal } else { Action::Withdraw };
            respond::invalid(&citizen, &page(&dossier, action, reason, error))
        }
        Err(refused) => Err(refusals::act(&citizen, &seen.code, refused)),
    }
}

/// How this dossier can be withdrawn now, if at all.
fn way(dossier: &OwnerDossier) -> Option<Action> {
    dossier.may.iter().copied().find(|action| matches!(action, Action::Withdraw | Action::AskWithdrawal))
}

/// The link to this page, if there is a way.
pub(super) fn link(visit: &Visit, dossier: &OwnerDossier) -> Option<super::links::Link> {
    let key = if way(dossier)? == Action::Withdraw { "dossier-withdraw" } else { "dossier-ask-withdrawal" };
    Some(super::links::Link::to(&Place::Withdraw(dossier.facts.code.clone()), visit.text(key, &[])))
}

fn page(dossier: &OwnerDossier, action: Action, reason: &str, reason_error: String) -> WithdrawalPage {
    WithdrawalPage {
        code: dossier.facts.code.to_string(),
        title: dossier.facts.service_name.clone(),
        dossier: Place::Dossier(dossier.facts.code.clone()).path(),
        version: dossier.facts.version.to_string(),
        asks: action == Action::AskWithdrawal,
        agency: dossier.facts.agency_name.clone(),
        reason: reason.to_owned(),
        reason_error,
    }
}
