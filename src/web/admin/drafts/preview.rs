//! The form of a draft as a citizen will meet it: the same pages, checks and consequences. Answers go
//! along in the page itself and are kept nowhere, so a rehearsal is never counted.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::head::{Opened, open, said, workshop};
use crate::{
    catalogue::{ServiceDefinition, ServiceVersion, proof::Finding},
    dossiers::Rules,
    forms::{Answers, Field, FormPageView, Level, Problem, Section, Text},
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, Path, Query, SystemAdminIn},
        shell::{self, Error, respond},
    },
};

/// Questions never begin so.
const ANSWERS: &str = "~answers";

#[derive(Debug, Serialize)]
pub struct PreviewPage {
    back: String,
    name: String,
    current: usize,
    total: usize,
    /// `None` at the end.
    form: Option<FormPageView>,
    errors: Vec<ErrorView>,
    here: String,
    /// Inside another page, without the frame of the portal.
    framed: bool,
    /// Shows, or no longer shows, what is asked only under a condition.
    switch: String,
    /// All of it is shown.
    all: bool,
    answers: String,
    /// What follows from the answers, at the end.
    facts: Vec<FactView>,
}

#[derive(Debug, Serialize)]
struct ErrorView {
    href: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct FactView {
    label: String,
    value: String,
}

impl Page for PreviewPage {
    const TEMPLATE: &'static str = "admin/drafts/preview.html";

    fn samples() -> Vec<Self> {
        let page = |form: Option<FormPageView>, errors, facts| Self {
            back: "/quan-tri/dich-vu/khai-sinh/ban-nhap".into(),
            name: "Đăng ký khai sinh".into(),
            current: 1,
            total: 5,
            form,
            errors,
            here: "/quan-tri/dich-vu/khai-sinh/ban-nhap/xem-thu/nguoi-yeu-cau".into(),
            framed: false,
            switch: "/quan-tri/dich-vu/khai-sinh/ban-nhap/xem-thu/nguoi-yeu-cau?nhanh=tat-ca".into(),
            all: false,
            answers: "{}".into(),
            facts,
        };
        let form = || Some(FormPageView { key: "nguoi-yeu-cau".into(), title: "Người yêu cầu".into(), ..FormPageView::default() });
        let error = ErrorView { href: "#requester-full_name".into(), text: "Nhập họ, chữ đệm và tên".into() };
        let fact = FactView { label: "Lệ phí".into(), value: "8.000 ₫".into() };
        let framed = Self { framed: true, all: true, ..page(form(), Vec::new(), Vec::new()) };
        vec![page(form(), Vec::new(), Vec::new()), framed, page(form(), vec![error], Vec::new()), page(None, Vec::new(), vec![fact])]
    }
}

/// How the form is looked at: `?khung=co&nhanh=tat-ca`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Looking {
    #[serde(rename = "khung")]
    frame: String,
    #[serde(rename = "nhanh")]
    branches: String,
}

impl Looking {
    fn new(framed: bool, all: bool) -> Self {
        Self { frame: if framed { "co" } else { "" }.into(), branches: if all { "tat-ca" } else { "" }.into() }
    }

    fn framed(&self) -> bool {
        self.frame == "co"
    }

    fn all(&self) -> bool {
        self.branches == "tat-ca"
    }

    fn path(&self, slug: &str, key: &str) -> String {
        let words = [self.framed().then_some("khung=co"), self.all().then_some("nhanh=tat-ca")];
        let words: Vec<&str> = words.into_iter().flatten().collect();
        let path = Place::Admin(AdminPlace::Preview(slug.to_owned(), key.to_owned())).path();
        if words.is_empty() { path } else { format!("{path}?{}", words.join("&")) }
    }
}

/// Where a page of the draft's form is shown inside the page that edits it.
pub fn framed(opened: &Opened, key: &str, all: bool) -> String {
    Looking::new(true, all).path(&opened.draft.slug, key)
}

/// One step of a rehearsal.
struct Step<'a> {
    admin: &'a SystemAdminIn,
    version: &'a ServiceVersion,
    slug: &'a str,
    looking: &'a Looking,
}

/// `GET …/xem-thu/{page}`
pub async fn show(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    path: Path<(String, String)>,
    Query(looking): Query<Looking>,
) -> Result<HttpResponse, Error> {
    let (slug, key) = path.0;
    let version = version(&admin, &mut conn, &rules, &slug, &looking).await?;
    let step = Step { admin: &admin, version: &version, slug: &slug, looking: &looking };
    step.answer(&step.page(&key, &Answers::default(), &[])?)
}

/// `POST …/xem-thu/{page}`
pub async fn go_on(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    path: Path<(String, String)>,
    Query(looking): Query<Looking>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (slug, key) = path.0;
    let version = version(&admin, &mut conn, &rules, &slug, &looking).await?;
    let step = Step { admin: &admin, version: &version, slug: &slug, looking: &looking };
    let before = Answers::from_json(serde_json::from_str(form.text(ANSWERS)).unwrap_or_default());
    version.definition.form.page(&key).ok_or(Error::NotFound)?;
    let today = admin.now().today();
    let posted: Vec<(String, String)> = form.pairs().iter().filter(|(name, _)| name != ANSWERS).cloned().collect();
    let reading = version.form.read(&key, &posted, &before, today, admin.lang());
    let rows = form.has(crate::forms::ROW_ADDED) || form.has(crate::forms::ROW_REMOVED);
    if rows || !reading.is_complete() {
        let problems: &[Problem] = if rows { &[] } else { &reading.problems };
        return step.answer(&step.page(&key, &reading.answers, problems)?);
    }
    let pages = version.form.pages(&reading.answers, today);
    let next = pages.iter().skip_while(|page| page.key != key).nth(1).map(|page| page.key.clone());
    match next {
        Some(next) => step.answer(&step.page(&next, &reading.answers, &[])?),
        None => step.answer(&step.end(&key, &reading.answers)),
    }
}

async fn version(admin: &SystemAdminIn, conn: &mut Conn, rules: &Rules, slug: &str, looking: &Looking) -> Result<ServiceVersion, Error> {
    let opened = open(conn, rules, slug).await?;
    let broken = |finding: Box<Finding>| Error::refused(said(admin, &finding), Place::Admin(AdminPlace::Draft(slug.to_owned())));
    let definition = opened.definition.map_err(broken)?;
    let (world, at) = (workshop(rules)?.world(), admin.now().instant());
    let version = ServiceVersion::draft(definition, world, at);
    if !looking.all() {
        return Ok(version);
    }
    let condition = |words: String| admin.text("draft-shown-when", &[("words", words.into())]);
    Ok(ServiceVersion::draft(unfolded(&version, &|when| condition(version.form.say(when, admin.lang()))), world, at))
}

/// The service with everything shown that is asked only under a condition; the condition is said instead.
fn unfolded(version: &ServiceVersion, said: &dyn Fn(&crate::forms::Condition) -> String) -> ServiceDefinition {
    let mut definition = (*version.definition).clone();
    let hint = |said: String, before: Option<&Text>| {
        let rest = before.map(|text| format!(". {}", text.vi)).unwrap_or_default();
        Some(Text { vi: format!("{said}{rest}"), en: None })
    };
    let open_field = |field: &mut Field| {
        if let Some(when) = field.show_if.take() {
            field.hint = hint(said(&when), field.hint.as_ref());
            field.required = false;
        }
    };
    let open_section = |section: &mut Section| {
        if let Some(when) = section.show_if.take() {
            section.hint = hint(said(&when), section.hint.as_ref());
            section.fields.iter_mut().for_each(|field| field.required = false);
        }
        section.fields.iter_mut().for_each(open_field);
    };
    for page in &mut definition.form.pages {
        if let Some(when) = page.show_if.take() {
            page.hint = hint(said(&when), page.hint.as_ref());
        }
        page.sections.iter_mut().for_each(open_section);
    }
    definition
}

impl Step<'_> {
    fn answer(&self, page: &PreviewPage) -> Result<HttpResponse, Error> {
        let mut answer = respond::page(self.admin, page)?;
        if self.looking.framed() {
            shell::may_be_framed(answer.headers_mut());
        }
        Ok(answer)
    }

    fn page(&self, key: &str, answers: &Answers, problems: &[Problem]) -> Result<PreviewPage, Error> {
        let today = self.admin.now().today();
        let view = self.version.form.page_view(key, answers, problems, today, self.admin.lang()).ok_or(Error::NotFound)?;
        let errors = problems.iter().filter(|problem| problem.level == Level::Block);
        let errors = errors.map(|problem| ErrorView { href: format!("#{}", problem.anchor), text: problem.message.clone() }).collect();
        Ok(PreviewPage { form: Some(view), errors, ..self.blank(key, answers) })
    }

    /// What a citizen would read last, and what the portal would do with the dossier.
    fn end(&self, key: &str, answers: &Answers) -> PreviewPage {
        let (version, today, lang) = (self.version, self.admin.now().today(), self.admin.lang());
        let fact = |label: &str, value: String| FactView { label: self.admin.text(label, &[]), value };
        let documents: Vec<String> =
            version.required_documents(answers, today).into_iter().map(|document| document.name.get(lang).to_owned()).collect();
        let fees: Vec<String> =
            version.fee_lines(answers, today).into_iter().map(|line| format!("{}: {}", line.name.get(lang), line.total)).collect();
        let facts = vec![
            fact("setting-subject", version.subject(answers, today)),
            fact("part-deadlines", version.deadline(answers, today).words(lang)),
            fact("part-fees", fees.join("\n")),
            fact("part-documents", documents.join("\n")),
        ];
        let answered = version.form.summary(answers, today, lang).into_iter().flat_map(|section| section.rows);
        let answered = answered.map(|row| FactView { label: row.label, value: row.value });
        PreviewPage { facts: facts.into_iter().chain(answered).collect(), ..self.blank(key, answers) }
    }

    fn blank(&self, key: &str, answers: &Answers) -> PreviewPage {
        let pages = self.version.form.pages(answers, self.admin.now().today());
        let place = pages.iter().position(|page| page.key == key).unwrap_or_default();
        PreviewPage {
            back: Place::Admin(AdminPlace::Draft(self.slug.to_owned())).path(),
            name: self.version.definition.name.get(self.admin.lang()).to_owned(),
            current: place + 1,
            total: pages.len(),
            form: None,
            errors: Vec::new(),
            here: self.looking.path(self.slug, key),
            framed: self.looking.framed(),
            switch: Looking::new(self.looking.framed(), !self.looking.all()).path(self.slug, key),
            all: self.looking.all(),
            answers: answers.to_json().to_string(),
            facts: Vec::new(),
        }
    }
}
