//! One file of a draft as text, for what has no editor of its own. What was typed is never lost.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{
    head::{self, Head, Opened, head, open, said},
    saving::{self, Saving},
};
use crate::{
    catalogue::editing::replace_file,
    dossiers::Rules,
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, Path, Query, SystemAdminIn},
        shell::{Error, Visit, respond},
    },
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct FileQuery {
    ten: String,
}

#[derive(Debug, Serialize)]
pub struct FilePage {
    head: Head,
    file: String,
    action: String,
    text: String,
    lines: i64,
    error: String,
    /// Saved, but the service does not make sense yet: why.
    broken: String,
}

impl Page for FilePage {
    const TEMPLATE: &'static str = "admin/drafts/file.html";

    fn samples() -> Vec<Self> {
        let page = |error: &str, broken: &str| Self {
            head: head::sample(),
            file: "service.toml".into(),
            action: "/quan-tri/dich-vu/khai-sinh/ban-nhap/tep?ten=service.toml".into(),
            text: "code = \"1.001193\"\n".into(),
            lines: 20,
            error: error.into(),
            broken: broken.into(),
        };
        vec![page("", ""), page("Dòng 3, cột 7: chưa đọc được", "form/x.toml: …")]
    }
}

/// `GET …/tep?ten=form/muc-dich.toml`
pub async fn show(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    slug: Path<String>,
    query: Query<FileQuery>,
) -> Result<HttpResponse, Error> {
    let opened = open(&mut conn, &rules, &slug.0).await?;
    let text = opened.draft.folder.get(&query.0.ten).ok_or(Error::NotFound)?.to_owned();
    respond::page(&admin, &page(&admin, &opened, &query.0.ten, text, String::new()))
}

/// `POST …/tep?ten=form/muc-dich.toml`
pub async fn save(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    slug: Path<String>,
    query: Query<FileQuery>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (opened, name) = (open(&mut conn, &rules, &slug.0).await?, query.0.ten);
    let typed = form.text("text").to_owned();
    opened.draft.folder.get(&name).ok_or(Error::NotFound)?;
    if !saving::is_newest(&opened, &form) {
        let error = saving::meanwhile(&admin, &opened);
        return respond::invalid(&admin, &page(&admin, &opened, &name, typed, error));
    }
    let folder = match replace_file(&opened.draft.folder, &name, &typed) {
        Ok(folder) => folder,
        Err(fault) => {
            let args =
                [("line", fault.line.to_string().into()), ("column", fault.column.to_string().into()), ("reason", fault.reason.into())];
            let error = admin.text("draft-not-toml", &args);
            return respond::invalid(&admin, &page(&admin, &opened, &name, typed, error));
        }
    };
    if let Saving::Meanwhile(error) = saving::save(&admin, &mut conn, &opened, &folder, &name).await? {
        return respond::invalid(&admin, &page(&admin, &opened, &name, typed, error));
    }
    saving::tell(&admin, &rules, &slug.0, &folder)?;
    Ok(respond::see_other(&Place::Admin(AdminPlace::DraftFile(slug.0, name))))
}

fn page(visit: &Visit, opened: &Opened, name: &str, text: String, error: String) -> FilePage {
    let lines = i64::try_from(text.lines().count()).unwrap_or(i64::MAX);
    FilePage {
        head: head(visit, opened, ""),
        file: name.to_owned(),
        action: Place::Admin(AdminPlace::DraftFile(opened.draft.slug.clone(), name.to_owned())).path(),
        text,
        lines: lines.clamp(8, 40),
        error,
        broken: opened.definition.as_ref().err().map(|finding| said(visit, finding)).unwrap_or_default(),
    }
}
