//! One act on many dossiers: first what will and what will not happen, then the same, one by one, with a report.

mod preview;
mod report;
mod sharing;

use actix_web::{HttpResponse, web};

pub use self::{preview::BatchPage, report::BatchReportPage, sharing::SharingPage};
use crate::{
    dossiers::{self, ActRefused, BatchAct, BatchItem, Rules, Seen},
    kernel::{dossier_code::DossierCode, places::Place},
    platform::views::FlashKind,
    web::{
        extract::{Conn, FormPairs, OfficialIn, Query},
        shell::{Error, Visit, respond},
        words,
    },
    workflow::Refusal,
};

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/can-bo/hang-loat", web::get().to(show)).route("/can-bo/hang-loat", web::post().to(create));
}

/// The most that are taken together: a page of the list, twice.
const MOST: usize = 100;

/// `GET /can-bo/hang-loat?viec=forward&ma=…&ma=…`
pub async fn show(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    query: Query<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let asked = |name: &'static str| query.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str());
    let mut codes: Vec<DossierCode> = asked("ma").filter_map(|code| code.parse().ok()).take(MOST).collect();
    codes.dedup();
    let Some(act) = asked("viec").find_map(|word| word.parse::<BatchAct>().ok()).filter(|_| !codes.is_empty()) else {
        official.say(FlashKind::Info, "batch-nothing", &[]);
        return Ok(respond::see_other(&Place::Inbox));
    };
    if act == BatchAct::Assign {
        let to = asked("giao").find_map(|account| account.parse().ok());
        let sharing = dossiers::share(conn.open().await?, &rules, official.now(), &official.official, &codes, to).await;
        conn.close();
        return respond::page(&official, &sharing::page(&official, &sharing.map_err(Error::internal)?, (&codes, to)));
    }
    let foreseen = dossiers::foresee(conn.open().await?, &rules, official.now(), &official.official, act, &codes).await;
    conn.close();
    let foreseen = foreseen.map_err(Error::internal)?;
    respond::page(&official, &preview::page(&official, act, &foreseen))
}

/// `POST /can-bo/hang-loat`
pub async fn create(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, form: FormPairs) -> Result<HttpResponse, Error> {
    let act: BatchAct = form.parse("viec").ok_or(Error::Invalid("no such act"))?;
    let items: Vec<BatchItem> = form.all("item").filter_map(item).take(MOST).collect();
    let (now, note) = (official.now(), form.text("note"));
    let report = dossiers::batch(conn.open().await?, &rules, now, &official.official, act, (items, note)).await;
    conn.close();
    respond::page(&official, &report::page(&official, act, &report))
}

/// `H44.101-261123-0001:3`: the dossier and the state of it that was seen; behind another colon into
/// whose hands it was foreseen to come.
fn item(raw: &str) -> Option<BatchItem> {
    let mut parts = raw.split(':');
    let (code, version) = (parts.next()?, parts.next()?);
    let assignee = parts.next().and_then(|account| account.parse().ok());
    Some(BatchItem { seen: Seen { code: code.parse().ok()?, version: version.parse().ok()? }, assignee })
}

/// The key of an act's name.
pub(super) fn act_key(act: BatchAct) -> &'static str {
    match act {
        BatchAct::Forward => "batch-forward",
        BatchAct::Approve => "batch-approve",
        BatchAct::Assign => "batch-assign",
        BatchAct::Print => "batch-print",
    }
}

/// Why one of them cannot be done, in words.
fn reason(visit: &Visit, refused: &ActRefused) -> String {
    match refused {
        ActRefused::NotFound => visit.text("batch-not-found", &[]),
        ActRefused::Refused(Refusal::WrongStatus { status, .. }) => {
            visit.text("batch-wrong-status", &[("status", visit.text(status.text_key(None), &[]).into())])
        }
        ActRefused::Refused(refusal) => visit.text(refusal.text_key(), &[]),
        ActRefused::Meanwhile(what) => {
            visit.text("batch-meanwhile", &[("name", what.by_name.clone().into()), ("at", words::moment(what.at).into())])
        }
        ActRefused::Incomplete(missing) => missing.iter().map(|one| visit.text(one.text_key(), &[])).collect::<Vec<_>>().join(" "),
        ActRefused::Answers(_) | ActRefused::Inconsistent(_) | ActRefused::Db(_) => {
            tracing::error!(error = %refused, "an item of a batch failed");
            visit.text("batch-failed", &[])
        }
    }
}
