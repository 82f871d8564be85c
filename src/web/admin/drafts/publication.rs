//! Proof and publication: what would be wrong, what is different, from when it holds and why.

use actix_web::{HttpResponse, web};
use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use super::{
    desk::differences,
    head::{self, Head, Opened, head, open, said, tab_of_finding, workshop},
    saving,
};
use crate::{
    accounts,
    catalogue::{
        self, PublicationRefused, When, editing,
        proof::{self, Finding, People},
    },
    dossiers::Rules,
    kernel::{
        clock::{Instant, vietnam},
        places::Place,
        places::admin::AdminPlace,
    },
    platform::views::{FlashKind, Page},
    web::{
        admin::services::changes::{self, PartChanges},
        extract::{Conn, FormPairs, Path, SystemAdminIn},
        shell::{Error, Visit, respond},
        words,
    },
};

#[derive(Debug, Serialize)]
pub struct PublishPage {
    head: Head,
    action: String,
    errors: Vec<FindingView>,
    warnings: Vec<FindingView>,
    before: i32,
    changes: Vec<PartChanges>,
    typed: Typed,
    /// What is wrong with the form below.
    faults: Vec<FindingView>,
}

#[derive(Debug, Serialize)]
struct FindingView {
    /// `Kết quả`: the tab in which it is mended; empty for the whole.
    tab: String,
    href: String,
    text: String,
}

#[derive(Debug, Clone, Default, Serialize)]
struct Typed {
    now: bool,
    date: String,
    time: String,
    reason: String,
    agreed: bool,
}

impl Page for PublishPage {
    const TEMPLATE: &'static str = "admin/drafts/publication.html";

    fn samples() -> Vec<Self> {
        let finding = || {
            vec![FindingView {
                tab: "Quy trình".into(), href: "/quan-tri".into(), text: "Tổng số giờ các bước là 30 giờ.".into()
            }]
        };
        let typed = Typed { date: "01/12/2026".into(), time: "00:00".into(), reason: "Nghị quyết mới".into(), ..Typed::default() };
        let page = |errors, warnings, faults| Self {
            head: head::sample(),
            action: "/quan-tri/dich-vu/khai-sinh/ban-nhap/cong-bo".into(),
            errors,
            warnings,
            before: 3,
            changes: changes::sample(),
            typed: typed.clone(),
            faults,
        };
        vec![page(Vec::new(), Vec::new(), Vec::new()), page(finding(), finding(), Vec::new()), page(Vec::new(), finding(), finding())]
    }
}

/// `GET …/cong-bo`
pub async fn show(admin: SystemAdminIn, mut conn: Conn, rules: web::Data<Rules>, slug: Path<String>) -> Result<HttpResponse, Error> {
    let opened = open(&mut conn, &rules, &slug.0).await?;
    let findings = findings(&admin, &mut conn, &rules, &opened).await?;
    let tomorrow = admin.now().today().succ_opt().unwrap_or(admin.now().today());
    let typed = Typed { date: tomorrow.format("%d/%m/%Y").to_string(), time: "00:00".into(), ..Typed::default() };
    respond::page(&admin, &page(&admin, &rules, &opened, &findings, typed, Vec::new())?)
}

/// `POST …/cong-bo`
pub async fn publish(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    slug: Path<String>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let opened = open(&mut conn, &rules, &slug.0).await?;
    let findings = findings(&admin, &mut conn, &rules, &opened).await?;
    let typed = typed(&form);
    let again = |faults: Vec<FindingView>| respond::invalid(&admin, &page(&admin, &rules, &opened, &findings, typed.clone(), faults)?);
    let faults = faults(&admin, &opened, &findings, &typed, &form);
    let when = match when(&typed) {
        Some(when) if faults.is_empty() => when,
        _ => return again(faults),
    };
    let workshop = workshop(&rules)?;
    let published =
        catalogue::publish_draft(conn.open().await?, admin.now(), admin.official(), workshop, &opened.draft, when, &typed.reason).await;
    match published {
        Ok(planned) => {
            rules.catalogue.renew(conn.open().await?).await?;
            let args = [("number", planned.number.into()), ("from", words::moment(planned.from).into())];
            admin.say(FlashKind::Success, "publish-done", &args);
            Ok(respond::see_other(&Place::Admin(AdminPlace::Service(slug.0))))
        }
        Err(PublicationRefused::Db(error)) => Err(error.into()),
        Err(refused) => again(vec![told(&admin, &refused)]),
    }
}

async fn findings(admin: &SystemAdminIn, conn: &mut Conn, rules: &Rules, opened: &Opened) -> Result<Vec<Finding>, Error> {
    let staffed = accounts::staffed(conn.open().await?, admin.now().today()).await?;
    conn.close();
    let draft = &opened.draft;
    let base = rules.catalogue.newest(&draft.slug);
    let people = People { agencies: &rules.agencies, staffed: &staffed };
    let mut findings = proof::prove(workshop(rules)?, &draft.slug, &draft.folder, base.as_deref(), &people);
    let taken = opened.definition.as_ref().ok().and_then(|definition| proof::code_taken(&rules.catalogue, definition));
    findings.splice(0..0, taken);
    Ok(findings)
}

fn typed(form: &FormPairs) -> Typed {
    Typed {
        now: form.text("when") == "now",
        date: form.text("date").to_owned(),
        time: form.text("time").to_owned(),
        reason: form.text("reason").trim().to_owned(),
        agreed: form.text("agreed") == "yes",
    }
}

fn when(typed: &Typed) -> Option<When> {
    if typed.now {
        return Some(When::Now);
    }
    let day = NaiveDate::parse_from_str(&typed.date, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(&typed.date, "%d/%m/%Y")).ok()?;
    let time = NaiveTime::parse_from_str(&typed.time, "%H:%M").ok()?;
    let at: Instant = day.and_time(time).and_local_timezone(vietnam()).single()?.to_utc();
    Some(When::At(at))
}

/// What keeps the form from being done, besides what the publication itself refuses.
fn faults(admin: &SystemAdminIn, opened: &Opened, findings: &[Finding], typed: &Typed, form: &FormPairs) -> Vec<FindingView> {
    let fault = |key: &str, href: &str| FindingView { tab: String::new(), href: href.to_owned(), text: admin.text(key, &[]) };
    let mut faults = Vec::new();
    if !saving::is_newest(opened, form) {
        faults.push(FindingView { tab: String::new(), href: String::new(), text: saving::meanwhile(admin, opened) });
    }
    if findings.iter().any(|finding| finding.blocks) {
        faults.push(fault("publish-errors-first", "#errors"));
    }
    if when(typed).is_none() {
        faults.push(fault("publish-no-day", "#date"));
    }
    if typed.reason.is_empty() {
        faults.push(fault("admin-reason-missing", "#reason"));
    }
    if !typed.agreed && findings.iter().any(|finding| !finding.blocks) {
        faults.push(fault("publish-agree", "#agreed"));
    }
    faults
}

fn told(visit: &Visit, refused: &PublicationRefused) -> FindingView {
    let text = match refused {
        PublicationRefused::NoReason => visit.text("admin-reason-missing", &[]),
        PublicationRefused::Past(now) => visit.text("publish-past", &[("now", words::moment(*now).into())]),
        PublicationRefused::Planned { number, from } => {
            visit.text("publish-planned", &[("number", (*number).into()), ("from", words::moment(*from).into())])
        }
        PublicationRefused::Meanwhile => visit.text("publish-meanwhile", &[]),
        PublicationRefused::Unchanged => visit.text("proof-unchanged", &[]),
        PublicationRefused::Unsound(_) => visit.text("publish-errors-first", &[]),
        PublicationRefused::Db(error) => error.to_string(),
    };
    FindingView { tab: String::new(), href: String::new(), text }
}

fn page(
    visit: &Visit,
    rules: &Rules,
    opened: &Opened,
    findings: &[Finding],
    typed: Typed,
    faults: Vec<FindingView>,
) -> Result<PublishPage, Error> {
    let (before, changes) = differences(visit, rules, opened)?;
    let slug = &opened.draft.slug;
    let of =
        |blocks: bool| findings.iter().filter(|finding| finding.blocks == blocks).map(|finding| view(visit, opened, finding)).collect();
    Ok(PublishPage {
        head: head(visit, opened, "desk"),
        action: Place::Admin(AdminPlace::DraftPublish(slug.clone())).path(),
        errors: of(true),
        warnings: of(false),
        before,
        changes,
        typed,
        faults,
    })
}

fn view(visit: &Visit, opened: &Opened, finding: &Finding) -> FindingView {
    let word = tab_of_finding(finding);
    FindingView {
        tab: if word.is_empty() { String::new() } else { visit.text(&format!("part-{word}"), &[]) },
        href: place(opened, finding),
        text: said(visit, finding),
    }
}

/// Where it is mended: the very box, else the item, else the list, else the file.
fn place(opened: &Opened, finding: &Finding) -> String {
    let (slug, part) = (opened.draft.slug.clone(), finding.part.clone());
    let path = |place: AdminPlace| Place::Admin(place).path();
    if let Some(file) = &finding.file {
        return path(AdminPlace::DraftFile(slug, file.clone()));
    }
    let item = match part.as_str() {
        "" => return path(AdminPlace::Draft(slug)),
        "information" => Some("0".to_owned()),
        _ => editing::item_about(&opened.draft.folder, &part, &finding.about),
    };
    let setting = finding.args.iter().find(|(name, _)| *name == "setting").map(|(_, setting)| format!("#{setting}"));
    match item {
        Some(item) => format!("{}{}", path(AdminPlace::Item(slug, part, item)), setting.unwrap_or_default()),
        None => path(AdminPlace::Part(slug, part)),
    }
}
