//! Rút hồ sơ: asked once more, because it cannot be undone.

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::{dossier::load, refusals};
use crate::{
    dossiers::{self, Rules, Seen},
    kernel::{dossier_code::DossierCode, places::Place, text},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Path},
        shell::respond,
    },
    workflow::Action,
};

/// Longer reasons are cut: they help nobody.
const LONGEST_REASON: usize = 2000;

#[derive(Debug, Clone, Serialize)]
pub(super) struct WithdrawalPage {
    code: String,
    title: String,
    dossier: String,
    version: String,
}

impl Page for WithdrawalPage {
    const TEMPLATE: &'static str = "citizen/withdrawal.html";

    fn samples() -> Vec<Self> {
        vec![Self {
            code: "H44.101-261123-0007".into(),
            title: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            dossier: "/ho-so/H44.101-261123-0007".into(),
            version: "3".into(),
        }]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn, rules: Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let dossier = load(&citizen, &mut conn, &rules, &code.0).await?;
    if !dossier.may.contains(&Action::Withdraw) {
        return Ok(respond::see_other(&Place::Dossier(code.0)));
    }
    let page = WithdrawalPage {
        code: dossier.facts.code.to_string(),
        title: dossier.facts.service_name,
        dossier: Place::Dossier(code.0).path(),
        version: dossier.facts.version.to_string(),
    };
    respond::page(&citizen, &page)
}

pub(super) async fn withdraw(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let version = form.parse("version").ok_or(Error::Invalid("no version"))?;
    let seen = Seen { code: code.0, version };
    let reason: String = text::paragraph(form.text("reason")).chars().take(LONGEST_REASON).collect();
    match dossiers::withdraw(conn.open().await?, &rules, citizen.now(), &citizen.citizen, &seen, &reason).await {
        Ok(_) => {
            citizen.say(FlashKind::Success, "withdrawal-done", &[("code", seen.code.to_string().into())]);
            Ok(respond::see_other(&Place::Dossier(seen.code)))
        }
        Err(refused) => Err(refusals::act(&citizen, &seen.code, refused)),
    }
}
