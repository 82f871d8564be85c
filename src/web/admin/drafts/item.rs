//! One item of a draft: a box for each thing that can be set, with what is wrong beside it.

use actix_web::{HttpResponse, http::StatusCode, web};
use serde::Serialize;

use super::{
    boxes::{self, Around, BoxView, Question},
    head::{self, Head, Opened, TabView, beside, head, open, workshop},
    part::{not_here, word},
    saving::{self, Saving},
};
use crate::{
    catalogue::{
        Folder, ServiceVersion,
        editing::{self, BoxFault, EditRefused, Filled, Locus},
    },
    dossiers::Rules,
    forms::{How, Setting},
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, Path, SystemAdminIn},
        shell::{Error, respond},
        words,
    },
};

#[derive(Debug, Serialize)]
pub struct ItemPage {
    head: Head,
    title: String,
    /// What the item is called; empty where the part has no items.
    name: String,
    up: String,
    /// The other pages of this tab, where this is one.
    beside: Vec<TabView>,
    action: String,
    autosave: String,
    boxes: Vec<BoxView>,
    /// Seldom needed: folded below.
    rare: Vec<BoxView>,
    /// One of them is wrong.
    rare_open: bool,
    /// What can be answered to each question that offers its answers: for conditions.
    answers: Vec<AnswersView>,
    errors: Vec<ErrorView>,
    /// Somebody saved since this page was shown.
    meanwhile: String,
    /// Where what was typed and what was saved meanwhile differ.
    conflicts: Vec<ConflictView>,
}

#[derive(Debug, Serialize)]
struct AnswersView {
    key: String,
    label: String,
    choices: Vec<String>,
}

/// Both versions of one box, in words.
#[derive(Debug, Serialize)]
struct ConflictView {
    label: String,
    mine: String,
    theirs: String,
}

/// What a page that saves itself is answered.
#[derive(Debug, Serialize)]
struct AutosaveAnswer {
    saved_at: String,
    version: String,
}

#[derive(Debug, Serialize)]
struct ErrorView {
    href: String,
    text: String,
}

impl Page for ItemPage {
    const TEMPLATE: &'static str = "admin/drafts/item.html";

    fn samples() -> Vec<Self> {
        let page = |errors: Vec<ErrorView>, meanwhile: &str| Self {
            head: head::sample(),
            title: "Lệ phí".into(),
            name: if meanwhile.is_empty() { String::new() } else { "Lệ phí cấp giấy".into() },
            up: "/quan-tri/dich-vu/khai-sinh/ban-nhap/phan/fees".into(),
            beside: if meanwhile.is_empty() { head::sample().tabs } else { Vec::new() },
            action: "/quan-tri/dich-vu/khai-sinh/ban-nhap/phan/fees/0".into(),
            autosave: "/quan-tri/dich-vu/khai-sinh/ban-nhap/phan/fees/0/tu-luu".into(),
            boxes: boxes::samples().into_iter().filter(|view| !view.is_rare()).collect(),
            rare: boxes::samples().into_iter().filter(|view| view.is_rare() && meanwhile.is_empty()).collect(),
            rare_open: !errors.is_empty(),
            answers: vec![AnswersView { key: "copies".into(), label: "Số bản".into(), choices: vec!["Một".into()] }],
            errors,
            meanwhile: meanwhile.into(),
            conflicts: vec![ConflictView { label: "Mức thu".into(), mine: "9000".into(), theirs: "10000".into() }],
        };
        let error = ErrorView { href: "#amount".into(), text: "Mức thu: nhập số, ví dụ 8000".into() };
        vec![page(Vec::new(), ""), page(vec![error], "Trần Văn Quản vừa lưu lúc 09:00")]
    }
}

/// Where the page stands and what can be set there.
struct Here<'a> {
    opened: &'a Opened,
    part: &'a str,
    item: &'a str,
    locus: Locus,
    settings: Vec<Setting>,
    version: Option<ServiceVersion>,
    questions: Vec<Question>,
}

impl<'a> Here<'a> {
    fn find(opened: &'a Opened, rules: &Rules, admin: &SystemAdminIn, part: &'a str, item: &'a str) -> Result<Self, Error> {
        let locus = Locus::read(part, item).ok_or(Error::NotFound)?;
        let settings = editing::settings_at(&opened.draft.folder, &locus);
        let (world, at) = (workshop(rules)?.world(), admin.now().instant());
        let version = opened.definition.as_ref().ok().map(|definition| ServiceVersion::draft(definition.clone(), world, at));
        let questions = version.as_ref().map(|version| boxes::questions(version, admin.lang())).unwrap_or_default();
        Ok(Self { opened, part, item, locus, settings, version, questions })
    }

    fn typed(&self, setting: &Setting, form: &FormPairs) -> Filled {
        boxes::typed(setting, form, &self.questions)
    }

    fn all_typed(&self, form: &FormPairs) -> Vec<Filled> {
        self.settings.iter().map(|setting| self.typed(setting, form)).collect()
    }

    fn filled(&self) -> Option<Vec<Filled>> {
        editing::filled(&self.opened.draft.folder, &self.locus, &self.settings)
    }

    fn edited(&self, form: &FormPairs) -> Result<Folder, EditRefused> {
        let kinds = |key: &str| self.version.as_ref().and_then(|version| version.definition.form.kind_of(None, key));
        editing::edit(&self.opened.draft.folder, &self.locus, &kinds, &|setting| self.typed(setting, form))
    }

    fn around(&self) -> Around<'_> {
        Around { questions: &self.questions, version: self.version.as_ref() }
    }

    /// Another kind of question has other boxes, which only a new page shows.
    fn changes_kind(&self, typed: &[Filled]) -> bool {
        let kind =
            |all: &[Filled]| self.settings.iter().zip(all).find(|(setting, _)| setting.name == "kind").map(|(_, kind)| kind.text.clone());
        self.filled().is_some_and(|saved| kind(&saved) != kind(typed))
    }

    /// What was typed beside what is saved, where they differ.
    fn conflicts(&self, admin: &SystemAdminIn, typed: &[Filled]) -> Vec<ConflictView> {
        let saved = self.filled().unwrap_or_default();
        let words = |setting: &Setting, filled: &Filled| boxes::in_words(admin, setting, filled, &self.around());
        let differing = self.settings.iter().zip(typed.iter().zip(&saved)).filter(|(_, (mine, theirs))| mine.trimmed() != theirs.trimmed());
        let view = |(setting, (mine, theirs)): (&Setting, (&Filled, &Filled))| ConflictView {
            label: boxes::name(admin, setting),
            mine: words(setting, mine),
            theirs: words(setting, theirs),
        };
        differing.map(view).collect()
    }

    /// Long lists (countries, communes) are not repeated here.
    fn answers(&self) -> Vec<AnswersView> {
        const MOST: usize = 40;
        let compares = self.settings.iter().any(|setting| matches!(setting.how, How::Condition | How::Exemptions));
        let offered = self.questions.iter().filter(|question| compares && (1..=MOST).contains(&question.choices.len()));
        let view = |question: &Question| AnswersView {
            key: question.key.clone(),
            label: question.label.clone(),
            choices: question.choices.iter().map(|(_, name)| name.clone()).collect(),
        };
        offered.map(view).collect()
    }

    /// Questions begin with what citizens read, whatever the order of the file.
    fn order(&self, setting: &Setting) -> usize {
        const FIRST: &[&str] = &["label", "kind", "key", "hint", "required"];
        const LAST: usize = 90;
        match (&self.locus, setting.how) {
            (Locus::Field(..) | Locus::Column(..), How::Condition) => LAST,
            (Locus::Field(..) | Locus::Column(..), _) => FIRST.iter().position(|name| *name == setting.name).unwrap_or(FIRST.len()),
            _ => 0,
        }
    }

    fn name(&self, filled: &[Filled]) -> String {
        let of =
            |name: &str| self.settings.iter().zip(filled).find(|(setting, _)| setting.name == name).map(|(_, filled)| filled.text.as_str());
        let first =
            ["label", "name", "title", "message", "reason", "key"].into_iter().find_map(|name| of(name).filter(|text| !text.is_empty()));
        first.unwrap_or_default().to_owned()
    }

    fn boxes(&self, admin: &SystemAdminIn, filled: &[Filled], faults: &[(&'static str, BoxFault)]) -> Vec<BoxView> {
        let around = self.around();
        let mut views: Vec<(usize, BoxView)> = Vec::new();
        for (setting, filled) in self.settings.iter().zip(filled) {
            let fault = faults.iter().find(|(name, _)| *name == setting.name).map(|(_, fault)| fault);
            views.push((self.order(setting), boxes::view(admin, setting, filled, fault, &around)));
        }
        views.sort_by_key(|(order, _)| *order);
        views.into_iter().map(|(_, view)| view).collect()
    }

    fn page(&self, admin: &SystemAdminIn, filled: &[Filled], faults: &[(&'static str, BoxFault)], meanwhile: String) -> ItemPage {
        let slug = || self.opened.draft.slug.clone();
        let views = self.boxes(admin, filled, faults);
        let errors =
            views.iter().filter_map(|view| Some(ErrorView { href: format!("#{}", view.id()), text: view.told_error()? })).collect();
        let (rare, boxes): (Vec<BoxView>, Vec<BoxView>) = views.into_iter().partition(BoxView::is_rare);
        let place = (slug(), self.part.to_owned(), self.item.to_owned());
        let whole = matches!(self.locus, Locus::Item(part, _) if part.path.is_empty());
        let up = if whole { AdminPlace::Draft(slug()) } else { AdminPlace::Part(slug(), self.part.to_owned()) };
        ItemPage {
            head: head(admin, self.opened, word(self.part)),
            title: admin.text(&format!("part-{}", word(self.part)), &[]),
            name: if whole { String::new() } else { self.name(filled) },
            beside: if whole { beside(admin, &slug(), self.part) } else { Vec::new() },
            up: Place::Admin(up).path(),
            action: Place::Admin(AdminPlace::Item(place.0.clone(), place.1.clone(), place.2.clone())).path(),
            autosave: Place::Admin(AdminPlace::Autosave(place.0, place.1, place.2)).path(),
            boxes,
            answers: self.answers(),
            rare_open: rare.iter().any(BoxView::is_wrong),
            rare,
            errors,
            conflicts: if meanwhile.is_empty() { Vec::new() } else { self.conflicts(admin, filled) },
            meanwhile,
        }
    }
}

/// `GET …/phan/{part}/{item}`
pub async fn show(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, part, item) = path.0;
    let opened = open(&mut conn, &rules, &slug).await?;
    let here = Here::find(&opened, &rules, &admin, &part, &item)?;
    let filled = here.filled().ok_or(Error::NotFound)?;
    respond::page(&admin, &here.page(&admin, &filled, &[], String::new()))
}

/// `POST …/phan/{part}/{item}`
pub async fn save(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    path: Path<(String, String, String)>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (slug, part, item) = path.0;
    let opened = open(&mut conn, &rules, &slug).await?;
    let here = Here::find(&opened, &rules, &admin, &part, &item)?;
    let typed = here.all_typed(&form);
    if !saving::is_newest(&opened, &form) {
        return respond::invalid(&admin, &here.page(&admin, &typed, &[], saving::meanwhile(&admin, &opened)));
    }
    let folder = match here.edited(&form) {
        Ok(folder) => folder,
        Err(EditRefused::Boxes(faults)) => return respond::invalid(&admin, &here.page(&admin, &typed, &faults, String::new())),
        Err(refused) => return Err(not_here(&admin, &slug, refused)),
    };
    if let Saving::Meanwhile(told) = saving::save(&admin, &mut conn, &opened, &folder, word(&part)).await? {
        return respond::invalid(&admin, &here.page(&admin, &typed, &[], told));
    }
    saving::tell(&admin, &rules, &slug, &folder)?;
    let to_list = form.text("then") == "list" && !matches!(here.locus, Locus::Item(part, _) if part.path.is_empty());
    Ok(respond::see_other(&Place::Admin(if to_list { AdminPlace::Part(slug, part) } else { AdminPlace::Item(slug, part, item) })))
}

/// `POST …/phan/{part}/{item}/tu-luu`: what can be saved is saved while somebody writes.
pub async fn autosave(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    path: Path<(String, String, String)>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (slug, part, item) = path.0;
    let opened = open(&mut conn, &rules, &slug).await?;
    let here = Here::find(&opened, &rules, &admin, &part, &item)?;
    let typed = here.all_typed(&form);
    let conflict = || respond::json(StatusCode::CONFLICT, &serde_json::json!({ "conflicts": here.conflicts(&admin, &typed) }));
    let unsaved = |errors: Vec<String>| respond::json(StatusCode::UNPROCESSABLE_ENTITY, &serde_json::json!({ "errors": errors }));
    if !saving::is_newest(&opened, &form) {
        return Ok(conflict());
    }
    if here.changes_kind(&typed) {
        return Ok(unsaved(vec![admin.text("draft-kind-changed", &[])]));
    }
    let folder = match here.edited(&form) {
        Ok(folder) => folder,
        Err(EditRefused::Boxes(faults)) => {
            return Ok(unsaved(here.boxes(&admin, &typed, &faults).iter().filter_map(BoxView::told_error).collect()));
        }
        Err(refused) => return Err(not_here(&admin, &slug, refused)),
    };
    match saving::autosave(&admin, &mut conn, &opened, &folder, word(&part)).await? {
        Saving::Saved(number) => {
            let answer = AutosaveAnswer { saved_at: words::time(admin.now().instant()), version: number.to_string() };
            Ok(respond::json(StatusCode::OK, &answer))
        }
        Saving::Meanwhile(_) => Ok(conflict()),
    }
}
