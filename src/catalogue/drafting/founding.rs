//! A service from nothing, or like another: its first draft. Citizens see nothing of it before a version is in force.

use toml_edit::{DocumentMut, Item, value};

use super::{Folder, saving};
use crate::{
    audit,
    catalogue::{Catalogue, HandlingLevel, check, model::NewDraft, queries},
    forms::is_key,
    kernel::{
        actor::{Actor, Official},
        clock::Now,
        ids::ServiceDraftId,
        text::fold,
    },
    platform::db::{AsyncConnection, Conn, DbError},
};

/// What an administrator says of a new service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewServiceFacts<'a> {
    pub code: &'a str,
    pub name: &'a str,
    /// Lĩnh vực.
    pub field: &'a str,
    pub level: HandlingLevel,
    /// Last part of its address; empty: made from the name.
    pub slug: &'a str,
    /// The service whose form, papers, steps and fees it begins with.
    pub like: Option<&'a str>,
}

#[derive(Debug, thiserror::Error)]
pub enum FoundRefused {
    #[error("no name")]
    NoName,
    #[error("no field of work")]
    NoField,
    #[error("no national procedure code")]
    BadCode,
    /// This service has the code.
    #[error("the code is that of {0}")]
    CodeTaken(String),
    #[error("no word of an address")]
    BadSlug,
    #[error("the address is taken")]
    SlugTaken,
    #[error("there is nothing to copy")]
    NothingToCopy,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The word of the address of the draft that was begun.
pub async fn found_service(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    catalogue: &Catalogue,
    facts: &NewServiceFacts<'_>,
) -> Result<String, FoundRefused> {
    let slug = sound(catalogue, facts)?;
    conn.transaction::<_, FoundRefused, _>(async |conn| {
        let folder = match facts.like {
            None => blank(facts),
            Some(like) => copy(conn, catalogue, like, facts).await?,
        };
        let id = ServiceDraftId::new();
        let row = NewDraft { id, slug: &slug, based_on: None, begun_by: official.account, created_at: now.instant() };
        if !queries::begin_draft(conn, row).await? {
            return Err(FoundRefused::SlugTaken);
        }
        saving::insert(conn, now, official, id, 1, &folder, "founded").await?;
        let data = serde_json::json!({ "code": facts.code, "name": facts.name, "like": facts.like });
        audit::record(conn, now, &Actor::Official(official.clone()), "found_service", "service", &slug, data).await?;
        Ok(slug)
    })
    .await
}

fn sound(catalogue: &Catalogue, facts: &NewServiceFacts<'_>) -> Result<String, FoundRefused> {
    if facts.name.is_empty() {
        return Err(FoundRefused::NoName);
    }
    if facts.field.is_empty() {
        return Err(FoundRefused::NoField);
    }
    if !check::is_procedure_code(facts.code) {
        return Err(FoundRefused::BadCode);
    }
    if let Some(other) = catalogue.of_code(facts.code) {
        return Err(FoundRefused::CodeTaken(other.definition.name.vi.clone()));
    }
    let slug = if facts.slug.is_empty() { slug_of(facts.name) } else { facts.slug.to_owned() };
    // A key with a dot names a question; an address word has none, and is no code.
    if !is_key(&slug) || slug.contains('.') || slug.len() > LONGEST {
        return Err(FoundRefused::BadSlug);
    }
    if catalogue.newest(&slug).is_some() { Err(FoundRefused::SlugTaken) } else { Ok(slug) }
}

const LONGEST: usize = 80;

/// `Đăng ký hoạt động nhà văn hóa` → `dang-ky-hoat-dong-nha-van-hoa`, ended at a word.
fn slug_of(name: &str) -> String {
    let folded = fold(name);
    let mut slug = String::new();
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.len() + word.len() + 1 > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

/// The least that makes a service: who applies, how the result is received, the five usual steps.
fn blank(facts: &NewServiceFacts<'_>) -> Folder {
    let texts = [
        ("service.toml", include_str!("blank/service.toml")),
        ("form/nguoi-nop.toml", include_str!("blank/nguoi-nop.toml")),
        ("form/nhan-ket-qua.toml", include_str!("blank/nhan-ket-qua.toml")),
    ];
    let folder = texts.iter().fold(Folder::default(), |folder, (name, text)| folder.with(name, *text));
    named(&folder, facts, &[("task", value(facts.name)), ("subject", value(subject(facts.name)))])
}

fn subject(name: &str) -> String {
    format!("{}: {{requester.full_name}}", name.replace(['{', '}'], ""))
}

async fn copy(conn: &mut Conn, catalogue: &Catalogue, like: &str, facts: &NewServiceFacts<'_>) -> Result<Folder, FoundRefused> {
    let newest = catalogue.newest(like).ok_or(FoundRefused::NothingToCopy)?;
    let files = queries::files_of(conn, newest.id).await?.ok_or(FoundRefused::NothingToCopy)?;
    let told = format!("Chép từ thủ tục {}; chưa đối chiếu với quyết định công bố của thủ tục này", newest.code());
    let unverified: toml_edit::Array = [told].into_iter().collect();
    Ok(named(&Folder::from_json(&files), facts, &[("unverified", value(unverified))]))
}

/// The same folder under another name and code.
fn named(folder: &Folder, facts: &NewServiceFacts<'_>, more: &[(&str, Item)]) -> Folder {
    let Some(Ok(mut document)) = folder.get("service.toml").map(str::parse::<DocumentMut>) else { return folder.clone() };
    let own = [("code", value(facts.code)), ("name", value(facts.name)), ("field", value(facts.field))];
    let level = ("handled_by", value(facts.level.as_str()));
    for (key, item) in own.into_iter().chain([level]).chain(more.iter().cloned()) {
        *document.entry(key).or_insert(Item::None) = item;
    }
    folder.with("service.toml", document.to_string())
}

#[cfg(test)]
mod tests {
    use super::slug_of;

    #[test]
    fn an_address_is_made_of_the_words_of_the_name() {
        assert_eq!(slug_of("Đăng ký hoạt động nhà văn hóa"), "dang-ky-hoat-dong-nha-van-hoa");
        assert_eq!(slug_of("  Cấp (lại) giấy… "), "cap-lai-giay");
        assert!(slug_of(&"rất dài ".repeat(40)).len() <= 80);
    }
}
