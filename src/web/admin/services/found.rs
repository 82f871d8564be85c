//! A service from nothing, or like another.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use crate::{
    catalogue::{self, FoundRefused, HandlingLevel, NewServiceFacts},
    dossiers::Rules,
    kernel::{places::Place, places::admin::AdminPlace, text::line},
    platform::views::{FlashKind, Page},
    web::{
        admin::side::{self, SideGroup, side},
        answer::{Answer, Fault, Faults},
        extract::{Conn, FormPairs, Query, SystemAdminIn},
        shell::{Error, Visit, respond},
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct FoundPage {
    side: Vec<SideGroup>,
    back: String,
    action: String,
    errors: Vec<Fault>,
    code: Answer,
    name: Answer,
    field: Answer,
    slug: Answer,
    level: String,
    /// The slug of the service to copy; empty: from nothing.
    like: String,
    services: Vec<OptionView>,
    fields: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct OptionView {
    value: String,
    text: String,
}

#[derive(Debug, Default, Deserialize)]
pub struct Question {
    #[serde(default, rename = "giong")]
    like: String,
}

impl Page for FoundPage {
    const TEMPLATE: &'static str = "admin/services/found.html";

    fn samples() -> Vec<Self> {
        let text = "Nhập mã thủ tục quốc gia, ví dụ 1.004873";
        let page = Self {
            side: side::sample(),
            back: "/quan-tri/dich-vu".into(),
            action: "/quan-tri/them-dich-vu".into(),
            level: "commune".into(),
            services: vec![OptionView { value: "khai-sinh".into(), text: "Đăng ký khai sinh (1.001193)".into() }],
            fields: vec!["Hộ tịch".into()],
            ..Self::default()
        };
        let wrong = Self {
            errors: vec![Fault { href: "#code".into(), text: text.into() }],
            code: Answer::wrong("4873", text),
            like: "khai-sinh".into(),
            ..page.clone()
        };
        vec![page, wrong]
    }
}

/// `GET /quan-tri/them-dich-vu`
pub async fn show(admin: SystemAdminIn, rules: web::Data<Rules>, Query(question): Query<Question>) -> Result<HttpResponse, Error> {
    let mut page = blank(&admin, &rules);
    if let Some(like) = rules.catalogue.newest(&question.like) {
        page.field = Answer::of(&like.definition.field);
        page.level = like.definition.handled_by.as_str().to_owned();
        page.like = question.like;
    }
    respond::page(&admin, &page)
}

/// `POST /quan-tri/them-dich-vu`
pub async fn found(admin: SystemAdminIn, mut conn: Conn, rules: web::Data<Rules>, form: FormPairs) -> Result<HttpResponse, Error> {
    let typed = |name: &str| line(form.text(name));
    let (code, name, field, slug, like) = (typed("code"), typed("name"), typed("field"), typed("slug"), typed("like"));
    let facts = NewServiceFacts {
        code: &code,
        name: &name,
        field: &field,
        level: form.parse("level").unwrap_or(HandlingLevel::Commune),
        slug: &slug,
        like: Some(like.as_str()).filter(|like| !like.is_empty()),
    };
    match catalogue::found_service(conn.open().await?, admin.now(), admin.official(), &rules.catalogue, &facts).await {
        Ok(slug) => {
            admin.say(FlashKind::Success, "found-done", &[]);
            Ok(respond::see_other(&Place::Admin(AdminPlace::Draft(slug))))
        }
        Err(FoundRefused::Db(error)) => Err(error.into()),
        Err(refused) => respond::invalid(&admin, &again(&admin, &rules, &form, &facts, &refused)),
    }
}

fn again(visit: &Visit, rules: &Rules, form: &FormPairs, facts: &NewServiceFacts<'_>, refused: &FoundRefused) -> FoundPage {
    let mut page = blank(visit, rules);
    page.level = facts.level.as_str().to_owned();
    page.like = form.text("like").to_owned();
    for (answer, name) in [(&mut page.code, "code"), (&mut page.name, "name"), (&mut page.field, "field"), (&mut page.slug, "slug")] {
        *answer = Answer::typed(form, name);
    }
    let mut faults = Faults::new(visit);
    match refused {
        FoundRefused::NoName => page.name.error = faults.note("name", "found-no-name"),
        FoundRefused::NoField => page.field.error = faults.note("field", "found-no-field"),
        FoundRefused::BadCode => page.code.error = faults.note("code", "found-bad-code"),
        FoundRefused::CodeTaken(name) => {
            page.code.error = visit.text("found-code-taken", &[("name", name.as_str().into())]);
            faults.list.push(Fault { href: "#code".into(), text: page.code.error.clone() });
        }
        FoundRefused::BadSlug => page.slug.error = faults.note("slug", "found-bad-slug"),
        FoundRefused::SlugTaken => page.slug.error = faults.note("slug", "found-slug-taken"),
        FoundRefused::NothingToCopy | FoundRefused::Db(_) => {
            faults.note("like", "found-nothing-to-copy");
        }
    }
    page.errors = faults.list;
    page
}

fn blank(visit: &Visit, rules: &Rules) -> FoundPage {
    let all = rules.catalogue.all_in_force(visit.now().instant());
    let mut fields: Vec<String> = all.iter().map(|version| version.definition.field.clone()).collect();
    fields.sort();
    fields.dedup();
    let option = |version: &std::sync::Arc<catalogue::ServiceVersion>| OptionView {
        value: version.slug().to_owned(),
        text: format!("{} ({})", version.definition.name.vi, version.code()),
    };
    let nothing = OptionView { value: String::new(), text: visit.text("found-blank", &[]) };
    FoundPage {
        side: side(visit, &AdminPlace::Services),
        back: Place::Admin(AdminPlace::Services).path(),
        action: Place::Admin(AdminPlace::NewService).path(),
        level: HandlingLevel::Commune.as_str().to_owned(),
        services: std::iter::once(nothing).chain(all.iter().map(option)).collect(),
        fields,
        ..FoundPage::default()
    }
}
