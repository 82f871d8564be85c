//! Nơi nộp: which commune or ward receives the dossier.

use actix_web::{HttpResponse, web::Data};
use serde::{Deserialize, Serialize};

use super::draft::{OpenDraft, Step, Steps};
use crate::{
    accounts,
    agencies::{Agencies, Agency},
    dossiers::{self, AgencyRefused, Rules},
    kernel::ids::DossierId,
    platform::views::Page,
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Path, Query},
        shell::respond,
    },
};

/// More hits than that are not read on a phone.
const MOST_HITS: usize = 20;

#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::web::citizen) struct AgencyPage {
    steps: Steps,
    /// What was searched for.
    sought: String,
    hits: Vec<Choice>,
    /// The agency that seems right, and why; empty if nothing is known.
    suggested: Vec<Choice>,
    all: Vec<Choice>,
    chosen: String,
    error: String,
    search_here: String,
}

#[derive(Debug, Clone, Default, Serialize)]
struct Choice {
    value: String,
    text: String,
    hint: String,
}

impl Page for AgencyPage {
    const TEMPLATE: &'static str = "citizen/drafts/agency.html";

    fn samples() -> Vec<Self> {
        let choice = Choice { value: "1".into(), text: "UBND phường Việt Trì".into(), hint: "Gồm phường Dữu Lâu cũ".into() };
        let plain = Self {
            steps: Steps::sample(),
            suggested: vec![choice.clone()],
            all: vec![choice.clone()],
            search_here: "/nop/ban-nhap/1/noi-nop".into(),
            ..Self::default()
        };
        let found = Self { sought: "dữu lâu".into(), hits: vec![choice], chosen: "1".into(), ..plain.clone() };
        let nothing = Self { sought: "xyz".into(), error: "Chọn xã, phường nơi bạn nộp hồ sơ".into(), ..plain.clone() };
        vec![plain, found, nothing]
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::web::citizen) struct Sought {
    tim: String,
}

pub(in crate::web::citizen) async fn show(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    id: Path<DossierId>,
    sought: Query<Sought>,
) -> Result<HttpResponse, Error> {
    let open = OpenDraft::load(&citizen, &mut conn, &rules, id.0).await?;
    let page = page(&citizen, &mut conn, &rules, &open, sought.0.tim).await?;
    respond::page(&citizen, &page)
}

pub(in crate::web::citizen) async fn choose(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    id: Path<DossierId>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let open = OpenDraft::load(&citizen, &mut conn, &rules, id.0).await?;
    let chosen = form.all("agency").find_map(|word| word.parse().ok());
    let Some(agency) = chosen else { return again(&citizen, &mut conn, &rules, &open, "agency-missing").await };
    match dossiers::choose_agency(conn.open().await?, &rules, citizen.now(), &citizen.citizen, id.0, agency).await {
        Ok(()) => Ok(respond::see_other(&open.after(&Step::Agency))),
        Err(AgencyRefused::NotCompetent) => again(&citizen, &mut conn, &rules, &open, "agency-not-competent").await,
        Err(AgencyRefused::NotFound) => Err(Error::NotFound),
        Err(AgencyRefused::Db(error)) => Err(error.into()),
    }
}

async fn again(citizen: &CitizenIn, conn: &mut Conn, rules: &Rules, open: &OpenDraft, key: &str) -> Result<HttpResponse, Error> {
    let page = AgencyPage { error: citizen.text(key, &[]), ..page(citizen, conn, rules, open, String::new()).await? };
    respond::invalid(citizen, &page)
}

async fn page(citizen: &CitizenIn, conn: &mut Conn, rules: &Rules, open: &OpenDraft, sought: String) -> Result<AgencyPage, Error> {
    let agencies = &rules.agencies;
    let hits = if sought.trim().is_empty() { Vec::new() } else { agencies.search(&sought) };
    let hit = |hit: &crate::agencies::AgencyHit<'_>| {
        let former = hit.former.map(|former| citizen.text("agency-formerly", &[("name", former.to_owned().into())]));
        choice(hit.agency, former.unwrap_or_default())
    };
    Ok(AgencyPage {
        steps: open.steps_at(&Step::Agency),
        hits: hits.iter().take(MOST_HITS).map(hit).collect(),
        suggested: suggested(citizen, conn, agencies, open).await?,
        all: agencies.communes().map(|agency| choice(agency, String::new())).collect(),
        chosen: open.draft.agency.map(|agency| agency.to_string()).unwrap_or_default(),
        search_here: open.place(&Step::Agency).path(),
        sought,
        error: String::new(),
    })
}

/// What the answers say is competent; before there are answers, where the account lives.
async fn suggested(citizen: &CitizenIn, conn: &mut Conn, agencies: &Agencies, open: &OpenDraft) -> Result<Vec<Choice>, Error> {
    let competent = open.service.competent_communes(&open.draft.answers, open.today);
    let by_answers = competent.iter().filter_map(|commune| {
        let agency = agencies.by_place_code(&commune.place_code)?;
        Some(choice(agency, commune.reason.get(open.lang).to_owned()))
    });
    let mut suggested: Vec<Choice> = by_answers.collect();
    let chosen = open.draft.agency.and_then(|id| agencies.get(id)).map(|agency| choice(agency, String::new()));
    if let Some(chosen) = chosen.filter(|chosen| suggested.iter().all(|other| other.value != chosen.value)) {
        suggested.insert(0, chosen);
    }
    if !suggested.is_empty() {
        return Ok(suggested);
    }
    let profile = accounts::profile(conn.open().await?, citizen.citizen.account).await?;
    let home = profile.and_then(|profile| profile.place_code).and_then(|code| agencies.by_place_code(code.as_str()).cloned());
    Ok(home.map(|agency| choice(&agency, citizen.text("agency-your-home", &[]))).into_iter().collect())
}

fn choice(agency: &Agency, hint: String) -> Choice {
    Choice { value: agency.id.to_string(), text: agency.short_authority(), hint }
}
