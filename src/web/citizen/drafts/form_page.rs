//! One page of a draft's form: shown, saved while it is written, saved and left.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use serde::{Deserialize, Serialize};

use super::{
    conflict,
    draft::{OpenDraft, Step, Steps},
    not_eligible,
};
use crate::{
    dossiers::{self, Reusable, ReusedFrom, Rules, SaveRefused, Saved, TypedPage},
    forms::{FormPageView, Level, Problem, ROW_ADDED, ROW_REMOVED},
    kernel::{ids::DossierId, places::Place},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Path, Query},
        shell::{Visit, respond},
        words,
    },
};

/// The hidden input that remembers where somebody came from.
const FROM_REVIEW: &str = "from_review";

/// The button "Dùng lại thông tin lần trước".
const REUSE: &str = "reuse";

#[derive(Debug, Clone, Serialize)]
pub(in crate::web::citizen) struct FormPage {
    steps: Steps,
    form: FormPageView,
    errors: Vec<ErrorLink>,
    version: String,
    here: String,
    autosave: String,
    /// `14:32`
    saved_at: String,
    /// Come here from the review: saving leads back there.
    from_review: bool,
    /// What was said before and could be taken over; empty sentence: nothing.
    reuse: String,
}

/// A line of the component `ui.error_summary`.
#[derive(Debug, Clone, Serialize)]
pub(in crate::web::citizen) struct ErrorLink {
    pub href: String,
    pub text: String,
}

impl Page for FormPage {
    const TEMPLATE: &'static str = "citizen/drafts/form_page.html";

    fn samples() -> Vec<Self> {
        let form = FormPageView { key: "nguoi-yeu-cau".into(), title: "Thông tin người yêu cầu".into(), ..FormPageView::default() };
        let clean = Self {
            steps: Steps::sample(),
            form,
            errors: Vec::new(),
            version: "3".into(),
            here: "/nop/ban-nhap/1/nguoi-yeu-cau".into(),
            autosave: "/nop/ban-nhap/1/nguoi-yeu-cau/tu-luu".into(),
            saved_at: "14:32".into(),
            from_review: true,
            reuse: "Trong hồ sơ H44.101-261123-0007 bạn đã khai: họ tên, số điện thoại.".into(),
        };
        let error = ErrorLink { href: "#requester-full_name".into(), text: "Nhập họ, chữ đệm và tên".into() };
        vec![clean.clone(), Self { errors: vec![error], ..clean }]
    }
}

/// `?loi=1`: come here to mend what the review complained of, `?loi=phan`: what the list of parts did;
/// `?sua=1`: to change something in the review.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::web::citizen) struct Mending {
    loi: Option<String>,
    sua: Option<String>,
}

#[derive(Debug, Serialize)]
struct AutosaveAnswer {
    saved_at: String,
    version: String,
    /// What the page works out from the answers, said anew.
    computed: BTreeMap<String, String>,
}

pub(in crate::web::citizen) async fn show(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    path: Path<(DossierId, String)>,
    mending: Query<Mending>,
) -> Result<HttpResponse, Error> {
    let (id, key) = path.0;
    let open = OpenDraft::load(&citizen, &mut conn, &rules, id).await?;
    let problems = open.problems_of(&key)?;
    let unread = |problem: &Problem| open.draft.answers.unread(&problem.field).is_some();
    let shown: Vec<Problem> = problems.into_iter().filter(|problem| mending.0.loi.is_some() || unread(problem)).collect();
    let from_review = mending.0.loi.as_deref() == Some("1") || mending.0.sua.is_some();
    let rules = rules.in_language(citizen.lang());
    let offered = dossiers::reusable(conn.open().await?, &rules, citizen.now(), &citizen.citizen, &open.draft, &key).await?;
    let reuse = offered.map(|found| offered_words(&citizen, &found)).unwrap_or_default();
    respond::page(&citizen, &FormPage { from_review, reuse, ..page(&open, &key, &shown)? })
}

/// "Lưu và tiếp tục" and "Lưu nháp và thoát".
pub(in crate::web::citizen) async fn save(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    path: Path<(DossierId, String)>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (id, key) = path.0;
    match store(&citizen, &mut conn, &rules, id, &key, &form).await? {
        Ok(_) if form.has("leave") => {
            citizen.say(FlashKind::Success, "draft-saved", &[]);
            let open = OpenDraft::load(&citizen, &mut conn, &rules, id).await?;
            Ok(respond::see_other(&open.home()))
        }
        Ok(_) if form.has(REUSE) => reuse(&citizen, &mut conn, &rules, id, &key, form.has(FROM_REVIEW)).await,
        // A row more, or less: the page again, at its rows.
        Ok(_) if rows_of(&form).is_some() => {
            let page = Place::Draft(id, key).path();
            Ok(respond::see_other_path(&format!("{page}#{}", rows_of(&form).unwrap_or_default())))
        }
        Ok(saved) => go_on(&citizen, &mut conn, &rules, id, &key, &saved, form.has(FROM_REVIEW)).await,
        Err(SaveRefused::Conflict { fields, at, version }) => conflict::page(&citizen, Place::Draft(id, key), &form, &fields, at, version),
        Err(refused) => Err(error(refused)),
    }
}

/// Where the rows stand whose button was pressed: `items` and `items.2` are both at `items`.
fn rows_of(form: &FormPairs) -> Option<String> {
    let pressed = [ROW_ADDED, ROW_REMOVED].into_iter().find(|name| form.has(name))?;
    let key = form.text(pressed).trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('.');
    Some(key.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).take(60).collect())
}

/// What scripts send while somebody types.
pub(in crate::web::citizen) async fn autosave(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    path: Path<(DossierId, String)>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (id, key) = path.0;
    match store(&citizen, &mut conn, &rules, id, &key, &form).await? {
        Ok(saved) => {
            let answer = AutosaveAnswer {
                saved_at: words::time(saved.saved_at),
                version: saved.version.to_string(),
                computed: saved.reading.computed,
            };
            Ok(respond::json(StatusCode::OK, &answer))
        }
        Err(SaveRefused::Conflict { fields, .. }) => Ok(conflict::json(&fields)),
        Err(refused) => Err(error(refused)),
    }
}

/// What was typed is stored before; then what is still open is filled, and the page shown again.
async fn reuse(
    citizen: &CitizenIn,
    conn: &mut Conn,
    rules: &Rules,
    id: DossierId,
    key: &str,
    from_review: bool,
) -> Result<HttpResponse, Error> {
    let rules = rules.in_language(citizen.lang());
    let taken = dossiers::reuse(conn.open().await?, &rules, citizen.now(), &citizen.citizen, id, key).await.map_err(error)?;
    if let Some(taken) = taken {
        citizen.say(FlashKind::Success, "reuse-done", &[("count", taken.labels.len().into())]);
    }
    let page = Place::Draft(id, key.to_owned()).path();
    Ok(respond::see_other_path(&if from_review { format!("{page}?sua=1") } else { page }))
}

fn offered_words(visit: &Visit, found: &Reusable) -> String {
    let labels = found.labels.join(", ");
    match &found.from {
        ReusedFrom::Account => visit.text("reuse-from-account", &[("labels", labels.into())]),
        ReusedFrom::Dossier { code, service_name, submitted_at } => visit.text(
            "reuse-from-dossier",
            &[
                ("code", code.to_string().into()),
                ("service", service_name.clone().into()),
                ("day", words::date(*submitted_at).into()),
                ("labels", labels.into()),
            ],
        ),
    }
}

async fn store(
    citizen: &CitizenIn,
    conn: &mut Conn,
    rules: &Rules,
    dossier: DossierId,
    page: &str,
    form: &FormPairs,
) -> Result<Result<Saved, SaveRefused>, Error> {
    let seen = form.parse("version").ok_or(Error::Invalid("no version"))?;
    let rules = rules.in_language(citizen.lang());
    let typed = TypedPage { dossier, page, pairs: form.pairs(), seen };
    let conn = conn.open().await?;
    match dossiers::save_answers(conn, &rules, citizen.now(), &citizen.citizen, &typed).await {
        // Two saves at the same moment, but nobody wrote something else: once more is enough.
        Err(SaveRefused::Conflict { fields, version, .. }) if fields.is_empty() => {
            let typed = TypedPage { seen: version, ..typed };
            Ok(dossiers::save_answers(conn, &rules, citizen.now(), &citizen.citizen, &typed).await)
        }
        outcome => Ok(outcome),
    }
}

async fn go_on(
    citizen: &CitizenIn,
    conn: &mut Conn,
    rules: &Rules,
    id: DossierId,
    key: &str,
    saved: &Saved,
    from_review: bool,
) -> Result<HttpResponse, Error> {
    let open = OpenDraft::load(citizen, conn, rules, id).await?;
    if saved.reading.is_complete() {
        let step = Step::Page(key.to_owned());
        let next = if from_review { open.place(&Step::Review) } else { open.after(&step) };
        return Ok(respond::see_other(&next));
    }
    if let Some(rule) = open.service.not_eligible(&open.draft.answers, open.today) {
        return not_eligible::page(citizen, rules, &open, rule);
    }
    respond::invalid(citizen, &FormPage { from_review, ..page(&open, key, &saved.reading.problems)? })
}

fn page(open: &OpenDraft, key: &str, problems: &[Problem]) -> Result<FormPage, Error> {
    let id = open.draft.id;
    let view = open.service.form.page_view(key, &open.draft.answers, problems, open.today, open.lang);
    Ok(FormPage {
        steps: open.steps_at(&Step::Page(key.to_owned())),
        form: view.ok_or(Error::NotFound)?,
        errors: problems.iter().filter(|problem| problem.level == Level::Block).map(ErrorLink::here).collect(),
        version: open.draft.version.to_string(),
        here: Place::Draft(id, key.to_owned()).path(),
        autosave: Place::DraftAutosave(id, key.to_owned()).path(),
        saved_at: words::time(open.draft.saved_at),
        from_review: false,
        reuse: String::new(),
    })
}

impl ErrorLink {
    fn here(problem: &Problem) -> Self {
        Self { href: format!("#{}", problem.anchor), text: problem.message.clone() }
    }
}

fn error(refused: SaveRefused) -> Error {
    match refused {
        SaveRefused::NotFound | SaveRefused::NoSuchPage(_) => Error::NotFound,
        SaveRefused::Conflict { .. } => Error::Conflict,
        SaveRefused::Inconsistent(what) => Error::internal(anyhow::anyhow!("inconsistent: {what}")),
        SaveRefused::Db(error) => error.into(),
    }
}
