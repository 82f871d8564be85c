//! One item of a draft: a box for each thing that can be set, with what is wrong beside it.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{
    boxes::{self, BoxView, Question},
    head::{self, Head, Opened, TabView, beside, head, open, workshop},
    part::{not_here, word},
    saving::{self, Saving},
};
use crate::{
    catalogue::{
        ServiceVersion,
        editing::{self, BoxFault, EditRefused, Filled, Locus},
    },
    dossiers::Rules,
    forms::Setting,
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, Path, SystemAdminIn},
        shell::{Error, respond},
    },
};

#[derive(Debug, Serialize)]
pub struct ItemPage {
    head: Head,
    title: String,
    up: String,
    /// The other pages of this tab, where this is one.
    beside: Vec<TabView>,
    action: String,
    boxes: Vec<BoxView>,
    errors: Vec<ErrorView>,
    /// Somebody saved since this page was shown.
    meanwhile: String,
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
            up: "/quan-tri/dich-vu/khai-sinh/ban-nhap/phan/fees".into(),
            beside: if meanwhile.is_empty() { head::sample().tabs } else { Vec::new() },
            action: "/quan-tri/dich-vu/khai-sinh/ban-nhap/phan/fees/0".into(),
            boxes: boxes::samples(),
            errors,
            meanwhile: meanwhile.into(),
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
}

impl<'a> Here<'a> {
    fn find(opened: &'a Opened, rules: &Rules, at: crate::kernel::clock::Instant, part: &'a str, item: &'a str) -> Result<Self, Error> {
        let locus = Locus::read(part, item).ok_or(Error::NotFound)?;
        let settings = editing::settings_at(&opened.draft.folder, &locus);
        let world = workshop(rules)?.world();
        let version = opened.definition.as_ref().ok().map(|definition| ServiceVersion::draft(definition.clone(), world, at));
        Ok(Self { opened, part, item, locus, settings, version })
    }

    fn questions(&self) -> Vec<Question> {
        let fields = self.version.iter().flat_map(|version| version.definition.form.fields());
        fields.map(|field| Question { key: field.key.clone(), label: field.label.vi.clone() }).collect()
    }

    fn page(&self, admin: &SystemAdminIn, filled: &[Filled], faults: &[(&'static str, BoxFault)], meanwhile: String) -> ItemPage {
        let slug = || self.opened.draft.slug.clone();
        let questions = self.questions();
        let views = self.settings.iter().zip(filled).map(|(setting, filled)| {
            let fault = faults.iter().find(|(name, _)| *name == setting.name).map(|(_, fault)| fault);
            boxes::view(admin, setting, filled, fault, &questions, self.version.as_ref())
        });
        let boxes: Vec<BoxView> = views.collect();
        let errors =
            boxes.iter().filter_map(|view| Some(ErrorView { href: format!("#{}", view.id()), text: view.told_error()? })).collect();
        let whole = matches!(self.locus, Locus::Item(part, _) if part.path.is_empty());
        let up = if whole { AdminPlace::Draft(slug()) } else { AdminPlace::Part(slug(), self.part.to_owned()) };
        ItemPage {
            head: head(admin, self.opened, word(self.part)),
            title: admin.text(&format!("part-{}", word(self.part)), &[]),
            beside: if whole { beside(admin, &slug(), self.part) } else { Vec::new() },
            up: Place::Admin(up).path(),
            action: Place::Admin(AdminPlace::Item(slug(), self.part.to_owned(), self.item.to_owned())).path(),
            boxes,
            errors,
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
    let here = Here::find(&opened, &rules, admin.now().instant(), &part, &item)?;
    let filled = editing::filled(&opened.draft.folder, &here.locus, &here.settings).ok_or(Error::NotFound)?;
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
    let here = Here::find(&opened, &rules, admin.now().instant(), &part, &item)?;
    let typed: Vec<Filled> = here.settings.iter().map(|setting| boxes::typed(setting, &form)).collect();
    if !saving::is_newest(&opened, &form) {
        return respond::invalid(&admin, &here.page(&admin, &typed, &[], saving::meanwhile(&admin, &opened)));
    }
    let kinds = |key: &str| here.version.as_ref().and_then(|version| version.definition.form.kind_of(None, key));
    let folder = match editing::edit(&opened.draft.folder, &here.locus, &kinds, &|setting| boxes::typed(setting, &form)) {
        Ok(folder) => folder,
        Err(EditRefused::Boxes(faults)) => return respond::invalid(&admin, &here.page(&admin, &typed, &faults, String::new())),
        Err(refused) => return Err(not_here(&admin, &slug, refused)),
    };
    if let Saving::Meanwhile(told) = saving::save(&admin, &mut conn, &opened, &folder, word(&part)).await? {
        return respond::invalid(&admin, &here.page(&admin, &typed, &[], told));
    }
    saving::tell(&admin, &rules, &slug, &folder)?;
    Ok(respond::see_other(&Place::Admin(AdminPlace::Item(slug, part, item))))
}
