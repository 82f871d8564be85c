//! How services stand: what is in force, what is planned, what is being written, what wants a look.

use std::{collections::HashSet, ops::Bound};

use crate::{
    catalogue::{
        Folder,
        model::{DraftLine, Origin, ServiceRow, VersionLine},
        queries,
    },
    kernel::{
        clock::Instant,
        ids::{ServiceId, ServiceVersionId},
        person::PersonName,
    },
    platform::db::{Conn, DbResult},
};

/// One service with its versions, newest first.
#[derive(Debug, Clone)]
pub struct ServiceStanding {
    pub slug: String,
    pub code: String,
    pub name: String,
    pub field: String,
    /// The files of the installation changed after an administrator had published by hand.
    pub files_wait: bool,
    pub versions: Vec<VersionStanding>,
    pub draft: Option<DraftStanding>,
}

#[derive(Debug, Clone)]
pub struct VersionStanding {
    pub id: ServiceVersionId,
    pub number: i32,
    pub from: Instant,
    /// Exclusive.
    pub until: Option<Instant>,
    /// Of the files of the installation; else an administrator published it.
    pub from_files: bool,
    pub published_by: Option<PersonName>,
    pub published_at: Instant,
    pub reason: String,
    pub has_files: bool,
}

#[derive(Debug, Clone)]
pub struct DraftStanding {
    pub number: i32,
    pub saved_by: PersonName,
    pub saved_at: Instant,
}

impl VersionStanding {
    pub fn is_in_force(&self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    pub fn is_planned(&self, at: Instant) -> bool {
        self.from > at
    }
}

impl ServiceStanding {
    pub fn in_force(&self, at: Instant) -> Option<&VersionStanding> {
        self.versions.iter().find(|version| version.is_in_force(at))
    }

    /// The next that will come into force.
    pub fn planned(&self, at: Instant) -> Option<&VersionStanding> {
        self.versions.iter().filter(|version| version.is_planned(at)).min_by_key(|version| version.from)
    }
}

/// Every service, by name, and those that are drafts yet. Three statements, and one for each of these.
pub async fn services_standing(conn: &mut Conn) -> DbResult<Vec<ServiceStanding>> {
    load(conn, None).await
}

/// One service. Three statements.
pub async fn standing_of(conn: &mut Conn, slug: &str) -> DbResult<Option<ServiceStanding>> {
    Ok(load(conn, Some(slug)).await?.pop())
}

async fn load(conn: &mut Conn, slug: Option<&str>) -> DbResult<Vec<ServiceStanding>> {
    let services = queries::services_standing(conn, slug).await?;
    let versions = queries::versions_standing(conn, slug).await?;
    let drafts = queries::drafts_standing(conn, slug).await?;
    let known: HashSet<String> = services.iter().map(|service| service.slug.clone()).collect();
    let mut all: Vec<ServiceStanding> = services.into_iter().map(|service| standing(service, &versions, &drafts)).collect();
    for draft in drafts.iter().filter(|draft| !known.contains(&draft.slug)) {
        all.extend(queries::draft(conn, &draft.slug).await?.map(|row| coming(draft, &Folder::from_json(&row.files))));
    }
    Ok(all)
}

/// A service that is only a draft yet, named as its files say.
fn coming(draft: &DraftLine, folder: &Folder) -> ServiceStanding {
    let facts: toml::Table = folder.get("service.toml").and_then(|text| text.parse().ok()).unwrap_or_default();
    let word = |key: &str| {
        let value = facts.get(key);
        let text = value.and_then(|value| value.as_str().or_else(|| value.get("vi")?.as_str()));
        text.unwrap_or_default().to_owned()
    };
    let name = Some(word("name")).filter(|name| !name.is_empty()).unwrap_or_else(|| draft.slug.clone());
    ServiceStanding {
        slug: draft.slug.clone(),
        code: word("code"),
        name,
        field: word("field"),
        files_wait: false,
        versions: Vec::new(),
        draft: Some(standing_draft(draft)),
    }
}

fn standing_draft(draft: &DraftLine) -> DraftStanding {
    DraftStanding { number: draft.number, saved_by: draft.saved_by.clone(), saved_at: draft.saved_at }
}

fn standing(service: ServiceRow, versions: &[VersionLine], drafts: &[DraftLine]) -> ServiceStanding {
    let of_service = |id: ServiceId| versions.iter().filter(move |version| version.service == id);
    let draft = drafts.iter().find(|draft| draft.slug == service.slug);
    ServiceStanding {
        versions: of_service(service.id).filter_map(version).collect(),
        draft: draft.map(standing_draft),
        slug: service.slug,
        code: service.code,
        name: service.name,
        field: service.field,
        files_wait: service.files_wait,
    }
}

/// `None` for a range without a beginning, which publication never writes.
fn version(line: &VersionLine) -> Option<VersionStanding> {
    let Bound::Included(from) = line.effective.0 else { return None };
    let until = if let Bound::Excluded(until) = line.effective.1 { Some(until) } else { None };
    Some(VersionStanding {
        id: line.id,
        number: line.number,
        from,
        until,
        from_files: line.origin == Origin::Files,
        published_by: line.published_by.clone(),
        published_at: line.published_at,
        reason: line.reason.clone(),
        has_files: line.has_files,
    })
}
