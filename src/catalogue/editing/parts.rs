//! The parts of the editor: which tables of which file, and what can be set in each.

use toml_edit::Item;

use super::sheet::{Sheet, parse};
use crate::{
    catalogue::Folder,
    forms::{
        How,
        How::{Both, BothLines, BothLong, Condition, Data, Exemptions, Flag, Hours, Laws, Limit, Line, Lines, Number, One, Question},
        Kind, OF_EVERY_QUESTION, Setting,
    },
    kernel::actor::Role,
};

/// A part of `service.toml` with a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its word in addresses and texts `part-…`.
    pub word: &'static str,
    /// Tables of this path are its items; empty: the service itself.
    pub path: &'static [&'static str],
    pub settings: &'static [Setting],
}

const NO: How = Flag { usual: false };

/// In the order of the tabs.
pub const PARTS: &[Part] = &[
    Part {
        word: "information",
        path: &[],
        settings: &[
            Setting::needed("code", Line),
            Setting::needed("name", Both),
            Setting::needed("task", Both),
            Setting::needed("summary", BothLong),
            Setting::needed("field", Line),
            Setting::needed("online", One(&["full", "partial", "info_only"])),
            Setting::needed("handled_by", One(&["commune", "province"])),
            Setting::needed("decision", Line),
            Setting::needed("applicants", BothLines),
            Setting::needed("keywords", Lines),
            Setting::may("conditions", BothLines),
            Setting::may("not_needed", BothLines),
            Setting::may("exemptions", BothLines),
            Setting::may("legal_basis", Laws),
            Setting::may("unverified", Lines),
            Setting::needed("subject", Line),
        ],
    },
    Part {
        word: "documents",
        path: &["documents"],
        settings: &[
            Setting::needed("key", Line),
            Setting::needed("name", Both),
            Setting::needed("duty", One(&["submit", "present"])),
            Setting::may("original", Number),
            Setting::may("copy", Number),
            Setting::may("certified", Number),
            Setting::may("when", Condition),
            Setting::may("when_said", Both),
            Setting::may("optional", NO),
            Setting::may("replaced_by_data", NO),
            Setting::may("max_files", Number),
            Setting::may("hint", BothLong),
        ],
    },
    Part {
        word: "steps",
        path: &["workflow", "steps"],
        settings: &[
            Setting::needed("key", Line),
            Setting::needed("kind", One(&["receive", "work", "sign", "issue", "return"])),
            Setting::needed("name", Line),
            Setting::needed("public_name", Line),
            Setting::may("public_name_en", Line),
            Setting::needed("role", One(ROLES)),
            Setting::needed("hours", Hours),
            Setting::may("allows", Data),
        ],
    },
    Part {
        word: "fees",
        path: &["fees"],
        settings: &[
            Setting::needed("key", Line),
            Setting::needed("name", Both),
            Setting::may("amount", Number),
            Setting::may("count", Question),
            Setting::may("at_most", Number),
            Setting::may("exempt", Exemptions),
            Setting::may("when", Condition),
            Setting::may("local", NO),
            Setting::may("said", BothLong),
            Setting::may("units", Question),
            Setting::may("tiers", Data),
            Setting::may("per_row", Question),
            Setting::may("row_name", Line),
        ],
    },
    Part {
        word: "deadlines",
        path: &["deadlines"],
        settings: &[Setting::needed("limit", Limit), Setting::may("when", Condition), Setting::may("note", BothLong)],
    },
    Part { word: "results", path: &["results"], settings: &[Setting::needed("code", Line), Setting::needed("name", Both)] },
    Part {
        word: "competence",
        path: &["competence"],
        settings: &[Setting::needed("field", Question), Setting::may("when", Condition), Setting::needed("reason", Both)],
    },
    Part {
        word: "eligibility",
        path: &["eligibility"],
        settings: &[
            Setting::needed("when", Condition),
            Setting::needed("reason", BothLong),
            Setting::may("alternative", Line),
            Setting::may("advice", BothLong),
        ],
    },
];

/// Roles that work on dossiers.
const ROLES: &[&str] = &[
    Role::ReceptionOfficer.as_str(),
    Role::CaseOfficer.as_str(),
    Role::CivilStatusOfficer.as_str(),
    Role::DivisionHead.as_str(),
    Role::UnitLeader.as_str(),
    Role::RecordsClerk.as_str(),
    Role::Cashier.as_str(),
    Role::ReturnOfficer.as_str(),
];

pub(super) const PAGE: &[Setting] = &[Setting::needed("title", Both), Setting::may("hint", BothLong), Setting::may("show_if", Condition)];

pub(super) const SECTION: &[Setting] = &[Setting::may("title", Both), Setting::may("hint", BothLong), Setting::may("show_if", Condition)];

pub(super) const RULE: &[Setting] = &[
    Setting::needed("field", Question),
    Setting::needed("when", Condition),
    Setting::needed("message", BothLong),
    Setting::may("warning", NO),
];

/// A shared block put into a page.
pub(super) const INCLUSION: &[Setting] = &[
    Setting::needed("block", Line),
    Setting::may("prefix", Line),
    Setting::may("only", Lines),
    Setting::may("omit", Lines),
    Setting::may("optional", Lines),
    Setting::may("show_if", Condition),
];

/// One table that is edited: in which file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Locus {
    /// An item of a part, counted from 0; of a part without items, the only one.
    Item(Part, usize),
    /// What stands above the sections of a page.
    Page(String),
    Section(String, usize),
    /// Page, section, place in the section.
    Field(String, usize, usize),
    Rule(String, usize),
}

impl Locus {
    /// `("fees", "0")`, `("form-muc-dich", "1.4")`: as they stand in an address.
    pub fn read(part: &str, item: &str) -> Option<Self> {
        if let Some(page) = part.strip_prefix("form-") {
            let page = page.to_owned();
            if item == "page" {
                return Some(Self::Page(page));
            }
            if let Some(place) = item.strip_prefix('s') {
                return Some(Self::Section(page, place.parse().ok()?));
            }
            if let Some(place) = item.strip_prefix('r') {
                return Some(Self::Rule(page, place.parse().ok()?));
            }
            let (section, place) = item.split_once('.')?;
            return Some(Self::Field(page, section.parse().ok()?, place.parse().ok()?));
        }
        let part = PARTS.iter().find(|known| known.word == part)?;
        Some(Self::Item(*part, item.parse().ok()?))
    }

    pub fn file(&self) -> String {
        match self {
            Self::Item(..) => "service.toml".to_owned(),
            Self::Page(page) | Self::Section(page, _) | Self::Field(page, ..) | Self::Rule(page, _) => format!("form/{page}.toml"),
        }
    }

    /// The place of its table in the sheet.
    pub(super) fn place(&self, sheet: &Sheet) -> Option<usize> {
        match self {
            Self::Item(part, _) if part.path.is_empty() => Some(0),
            Self::Item(part, place) => sheet.items(part.path, sheet.whole()).get(*place).map(|range| range.start),
            Self::Page(_) => Some(0),
            Self::Section(_, place) => sheet.items(&["sections"], sheet.whole()).get(*place).map(|range| range.start),
            Self::Rule(_, place) => sheet.items(&["rules"], sheet.whole()).get(*place).map(|range| range.start),
            Self::Field(_, section, place) => {
                let section = sheet.items(&["sections"], sheet.whole()).get(*section).cloned()?;
                sheet.items(&["sections", "fields"], section).get(*place).map(|range| range.start)
            }
        }
    }
}

/// What can be set at a place of this folder: for a question it depends on its kind.
pub fn settings_at(folder: &Folder, locus: &Locus) -> Vec<Setting> {
    match locus {
        Locus::Item(part, _) => part.settings.to_vec(),
        Locus::Page(_) => PAGE.to_vec(),
        Locus::Section(..) => SECTION.to_vec(),
        Locus::Rule(..) => RULE.to_vec(),
        Locus::Field(..) => match word_of(folder, locus, "kind") {
            Some(kind) => [OF_EVERY_QUESTION, Kind::settings_of(&kind)].concat(),
            None => INCLUSION.to_vec(),
        },
    }
}

fn word_of(folder: &Folder, locus: &Locus, key: &str) -> Option<String> {
    let sheet = Sheet::read(folder.get(&locus.file())?).ok()?;
    let table = sheet.table(locus.place(&sheet)?)?;
    let document = parse(&table.text).ok()?;
    let mut item = document.as_item();
    for word in &table.path {
        item = match item.get(word)? {
            Item::ArrayOfTables(all) => return all.get(0)?.get(key)?.as_str().map(str::to_owned),
            other => other,
        };
    }
    item.get(key)?.as_str().map(str::to_owned)
}
