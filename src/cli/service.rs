//! `motcua service …`: facts about a service, and services as folders: carried away, brought in, compared.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::Context;
use clap::{Args, Subcommand};

use super::{Place, say, with_base};
use crate::{
    accounts,
    app::Base,
    catalogue::{self, Folder, ServiceVersion, Workshop},
    forms::World,
    kernel::{actor::Reach, clock::Instant, lang::Lang, person::Email},
    platform::{config::Config, i18n::Texts, library::Library},
};

#[derive(Args)]
pub(super) struct Service {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Print the JSON Schema of a service's answers.
    Schema {
        slug: String,
        #[command(flatten)]
        place: Place,
    },
    /// Write a version of the database as a folder, byte for byte as it was published.
    Export {
        /// `khai-sinh`: the newest version; `khai-sinh@3`: that one.
        service: String,
        /// The folder to write; it must not exist yet.
        to: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// Bring a folder in as the draft of the service that has its name; it is published in the browser.
    Import {
        from: PathBuf,
        /// The system administrator in whose name it is done.
        #[arg(long, value_name = "EMAIL")]
        by: Email,
        #[command(flatten)]
        place: Place,
    },
    /// Say in words what differs between two versions: folders, or `khai-sinh@3` of the database.
    Diff {
        before: String,
        after: String,
        #[command(flatten)]
        place: Place,
    },
}

impl Service {
    pub async fn run(self) -> anyhow::Result<()> {
        match self.act {
            Act::Schema { slug, place } => schema(&slug, &place.settings()?),
            Act::Export { service, to, place } => with_base(place.settings()?, async |base| export(base, &service, &to).await).await,
            Act::Import { from, by, place } => with_base(place.settings()?, async |base| import(base, &from, &by).await).await,
            Act::Diff { before, after, place } => {
                let config = place.settings()?;
                if Path::new(&before).is_dir() && Path::new(&after).is_dir() {
                    return tell(&config, &local(Path::new(&before))?, &local(Path::new(&after))?);
                }
                with_base(config, async |base| {
                    let (before, after) = (either(base, &before).await?, either(base, &after).await?);
                    tell(&base.config, &before, &after)
                })
                .await
            }
        }
    }
}

fn schema(slug: &str, config: &Config) -> anyhow::Result<()> {
    let files = catalogue::read_files(&config.folder)?;
    let world = World::read(&files, Texts::load(&Library::Carried)?)?;
    let schema = catalogue::schema_of(slug, &files, &world)?;
    let schema = schema.ok_or_else(|| anyhow::anyhow!("there is no service {slug}"))?;
    say(serde_json::to_string_pretty(&schema)?);
    Ok(())
}

async fn export(base: &Base, service: &str, to: &Path) -> anyhow::Result<()> {
    let (_, folder) = published(base, service).await?;
    anyhow::ensure!(!to.exists(), "{} exists already; choose another folder", to.display());
    for (name, text) in folder.iter() {
        let path = to.join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(to))?;
        std::fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    say(format_args!("{}: {} files", to.display(), folder.iter().count()));
    Ok(())
}

async fn import(base: &Base, from: &Path, by: &Email) -> anyhow::Result<()> {
    let slug = slug(from)?;
    let folder = folder(from)?;
    let portal = base.portal().await?;
    let workshop = portal.rules.catalogue.workshop().context("this process makes no versions")?;
    let definition = workshop.read(&slug, &folder)?;
    let now = portal.platform.clock.now();
    let mut conn = portal.platform.db.get().await?;
    let official = accounts::official(&mut conn, by, now.today()).await?;
    let official = official.filter(|official| official.reach() == Some(Reach::Everything));
    let official = official.with_context(|| format!("{by} is no system administrator"))?;
    let number = catalogue::bring_in(&mut conn, now, &official, &portal.rules.catalogue, &slug, &folder).await?;
    for fault in catalogue::faults_of(&definition) {
        say(format_args!("! {fault}"));
    }
    say(format_args!("{slug}: saved as save {number} of its draft; prove and publish it under /quan-tri/dich-vu/{slug}/ban-nhap"));
    Ok(())
}

/// A folder, or a version of the database.
async fn either(base: &Base, word: &str) -> anyhow::Result<(String, Folder)> {
    if Path::new(word).is_dir() { local(Path::new(word)) } else { published(base, word).await }
}

fn local(at: &Path) -> anyhow::Result<(String, Folder)> {
    Ok((slug(at)?, folder(at)?))
}

async fn published(base: &Base, word: &str) -> anyhow::Result<(String, Folder)> {
    let (slug, number) = word.split_once('@').map_or((word, None), |(slug, number)| (slug, Some(number)));
    let number: Option<i32> = number.map(str::parse).transpose().with_context(|| format!("{word}: write the version as a number"))?;
    let platform = base.platform().await?;
    let mut conn = platform.db.get().await?;
    let standing = catalogue::standing_of(&mut conn, slug).await?.with_context(|| format!("there is no service {slug}"))?;
    let version = standing.versions.iter().find(|version| number.is_none_or(|number| version.number == number));
    let version = version.with_context(|| format!("{slug} has no such version"))?;
    let folder = catalogue::folder_of_version(&mut conn, version.id).await?;
    let folder = folder.with_context(|| format!("the files of {slug}@{} were not kept; start the portal once", version.number))?;
    Ok((slug.to_owned(), folder))
}

fn slug(folder: &Path) -> anyhow::Result<String> {
    let whole = folder.canonicalize().with_context(|| folder.display().to_string())?;
    let name = whole.file_name().and_then(|name| name.to_str()).context("the folder has no name")?;
    Ok(name.to_owned())
}

/// The `.toml` files of a folder and of the folders in it.
fn folder(at: &Path) -> anyhow::Result<Folder> {
    let mut files = BTreeMap::new();
    for shelf in ["", "form", "examples"] {
        let shelf_at = at.join(shelf);
        let Ok(entries) = std::fs::read_dir(&shelf_at) else { continue };
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if path.is_file() && name.ends_with(".toml") {
                let name = if shelf.is_empty() { name.to_owned() } else { format!("{shelf}/{name}") };
                files.insert(name, std::fs::read_to_string(&path).with_context(|| path.display().to_string())?);
            }
        }
    }
    Ok(Folder::of(files)?)
}

fn tell(config: &Config, before: &(String, Folder), after: &(String, Folder)) -> anyhow::Result<()> {
    let files = catalogue::read_files(&config.folder)?;
    let texts = Texts::load(&Library::Carried)?;
    let world = World::read(&files, texts.clone())?;
    let workshop = Workshop::open(&files, &world)?;
    let version = |(slug, folder): &(String, Folder)| -> anyhow::Result<ServiceVersion> {
        Ok(ServiceVersion::draft(workshop.read(slug, folder)?, &world, Instant::default()))
    };
    let changes = catalogue::changes(&version(before)?, &version(after)?, Lang::Vi);
    for change in &changes {
        let part = texts.get(Lang::Vi, &format!("part-{}", change.part), &[]);
        let what = texts.get(Lang::Vi, &format!("setting-{}", change.what), &[]);
        let item = if change.item.is_empty() { String::new() } else { format!(" · {}", change.item) };
        let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned()).replace('\n', " / ");
        say(format_args!("{part}{item} · {what}: {} → {}", side(&change.before), side(&change.after)));
    }
    if changes.is_empty() {
        say(texts.get(Lang::Vi, "admin-nothing-changed", &[]));
    }
    Ok(())
}
