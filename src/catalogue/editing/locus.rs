//! The place of one table that is edited: in which file, and where in it.

use toml_edit::{DocumentMut, Item, Table, TableLike};

use super::{
    parts::{INCLUSION, PAGE, PARTS, Part, RULE, SECTION},
    reading::table_mut,
    sheet::{Sheet, parse},
};
use crate::{
    catalogue::Folder,
    forms::{Kind, OF_EVERY_QUESTION, Setting},
};

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
    /// A question in the rows of a table or group: page, section, question, its place in the row.
    Column(String, usize, usize, usize),
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
            let places: Vec<usize> = item.split('.').map(|place| place.parse().ok()).collect::<Option<_>>()?;
            return match places[..] {
                [section, field] => Some(Self::Field(page, section, field)),
                [section, field, column] => Some(Self::Column(page, section, field, column)),
                _ => None,
            };
        }
        let part = PARTS.iter().find(|known| known.word == part)?;
        Some(Self::Item(*part, item.parse().ok()?))
    }

    pub fn file(&self) -> String {
        match self {
            Self::Item(..) => "service.toml".to_owned(),
            Self::Page(page) | Self::Section(page, _) | Self::Field(page, ..) | Self::Column(page, ..) | Self::Rule(page, _) => {
                format!("form/{page}.toml")
            }
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
            Self::Field(_, section, place) | Self::Column(_, section, place, _) => {
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
        Locus::Field(..) | Locus::Column(..) => match word_of(folder, locus, "kind") {
            Some(kind) => [OF_EVERY_QUESTION, Kind::settings_of(&kind)].concat(),
            None => INCLUSION.to_vec(),
        },
    }
}

fn word_of(folder: &Folder, locus: &Locus, key: &str) -> Option<String> {
    let sheet = Sheet::read(folder.get(&locus.file())?).ok()?;
    let cut = sheet.table(locus.place(&sheet)?)?;
    let mut document = parse(&cut.text).ok()?;
    at(&mut document, &cut.path, locus)?.get(key)?.as_str().map(str::to_owned)
}

/// The table of a place in a document that holds its table of the sheet and nothing else.
pub(super) fn at<'d>(document: &'d mut DocumentMut, path: &[String], locus: &Locus) -> Option<&'d mut dyn TableLike> {
    let table = table_mut(document, path)?;
    match locus {
        Locus::Column(.., place) => {
            let row = table.get_mut(columns_name(table)?)?.as_array_mut()?;
            let column: &mut dyn TableLike = row.get_mut(*place)?.as_inline_table_mut()?;
            Some(column)
        }
        _ => Some(table),
    }
}

/// The name under which a table or group has its columns.
pub(super) fn columns_name(table: &Table) -> Option<&'static str> {
    ["columns", "fields"].into_iter().find(|name| table.get(name).is_some_and(Item::is_array))
}
