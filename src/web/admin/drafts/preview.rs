//! The form of a draft as a citizen will meet it: the same pages, checks and consequences. Answers go
//! along in the page itself and are kept nowhere, so a rehearsal is never counted.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::head::{open, said, workshop};
use crate::{
    catalogue::{ServiceVersion, proof::Finding},
    dossiers::Rules,
    forms::{Answers, FormPageView, Level, Problem},
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, Path, SystemAdminIn},
        shell::{Error, respond},
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
            answers: "{}".into(),
            facts,
        };
        let form = || Some(FormPageView { key: "nguoi-yeu-cau".into(), title: "Người yêu cầu".into(), ..FormPageView::default() });
        let error = ErrorView { href: "#requester-full_name".into(), text: "Nhập họ, chữ đệm và tên".into() };
        let fact = FactView { label: "Lệ phí".into(), value: "8.000 ₫".into() };
        vec![page(form(), Vec::new(), Vec::new()), page(form(), vec![error], Vec::new()), page(None, Vec::new(), vec![fact])]
    }
}

/// One step of a rehearsal.
struct Step<'a> {
    admin: &'a SystemAdminIn,
    version: &'a ServiceVersion,
    slug: &'a str,
}

/// `GET …/xem-thu/{page}`
pub async fn show(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, key) = path.0;
    let version = version(&admin, &mut conn, &rules, &slug).await?;
    let step = Step { admin: &admin, version: &version, slug: &slug };
    respond::page(&admin, &step.page(&key, &Answers::default(), &[])?)
}

/// `POST …/xem-thu/{page}`
pub async fn go_on(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    path: Path<(String, String)>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (slug, key) = path.0;
    let version = version(&admin, &mut conn, &rules, &slug).await?;
    let step = Step { admin: &admin, version: &version, slug: &slug };
    let before = Answers::from_json(serde_json::from_str(form.text(ANSWERS)).unwrap_or_default());
    version.definition.form.page(&key).ok_or(Error::NotFound)?;
    let today = admin.now().today();
    let posted: Vec<(String, String)> = form.pairs().iter().filter(|(name, _)| name != ANSWERS).cloned().collect();
    let reading = version.form.read(&key, &posted, &before, today, admin.lang());
    let rows = form.has(crate::forms::ROW_ADDED) || form.has(crate::forms::ROW_REMOVED);
    if rows || !reading.is_complete() {
        let problems: &[Problem] = if rows { &[] } else { &reading.problems };
        return respond::page(&admin, &step.page(&key, &reading.answers, problems)?);
    }
    let pages = version.form.pages(&reading.answers, today);
    let next = pages.iter().skip_while(|page| page.key != key).nth(1).map(|page| page.key.clone());
    match next {
        Some(next) => respond::page(&admin, &step.page(&next, &reading.answers, &[])?),
        None => respond::page(&admin, &step.end(&key, &reading.answers)),
    }
}

async fn version(admin: &SystemAdminIn, conn: &mut Conn, rules: &Rules, slug: &str) -> Result<ServiceVersion, Error> {
    let opened = open(conn, rules, slug).await?;
    let broken = |finding: Box<Finding>| Error::refused(said(admin, &finding), Place::Admin(AdminPlace::Draft(slug.to_owned())));
    let definition = opened.definition.map_err(broken)?;
    Ok(ServiceVersion::draft(definition, workshop(rules)?.world(), admin.now().instant()))
}

impl Step<'_> {
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
            here: Place::Admin(AdminPlace::Preview(self.slug.to_owned(), key.to_owned())).path(),
            answers: answers.to_json().to_string(),
            facts: Vec::new(),
        }
    }
}
