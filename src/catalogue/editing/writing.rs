//! From what was typed in the boxes to the table: only what differs is written.

use toml_edit::{Item, TableLike};

use super::{
    boxes::{BoxFault, Filled},
    kinds,
    locus::{self, Locus, settings_at},
    reading::fill,
    sheet::{NotAFile, Sheet, parse},
    values::{KindOf, value},
};
use crate::{catalogue::Folder, forms::Setting};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditRefused {
    #[error("there is no such place")]
    NoSuchPlace,
    #[error(transparent)]
    File(#[from] NotAFile),
    /// By the name of the setting.
    #[error("{} boxes cannot be read", .0.len())]
    Boxes(Vec<(&'static str, BoxFault)>),
}

/// Writes what was typed at a place; `typed` gives the boxes of a setting.
pub fn edit(folder: &Folder, locus: &Locus, kind_of: KindOf<'_>, typed: &dyn Fn(&Setting) -> Filled) -> Result<Folder, EditRefused> {
    let file = locus.file();
    let mut sheet = Sheet::read(folder.get(&file).ok_or(EditRefused::NoSuchPlace)?)?;
    let place = locus.place(&sheet).ok_or(EditRefused::NoSuchPlace)?;
    let cut = sheet.table(place).cloned().ok_or(EditRefused::NoSuchPlace)?;
    let mut document = parse(&cut.text)?;
    let table = locus::at(&mut document, &cut.path, locus).ok_or(EditRefused::NoSuchPlace)?;
    let kind = |table: &dyn TableLike| table.get("kind").and_then(Item::as_str).map(str::to_owned);
    let old_kind = kind(table);
    let (mut faults, mut touched) = (Vec::new(), false);
    for setting in settings_at(folder, locus) {
        let (before, now) = (fill(table.get(setting.name), setting.how).trimmed(), typed(&setting).trimmed());
        // What was not touched is not judged here; the proof does that.
        if now == before {
            continue;
        }
        touched = true;
        if now.is_empty() && setting.needed {
            faults.push((setting.name, BoxFault::Missing));
        } else if let Err(fault) = write(table, &setting, &before, &now, kind_of) {
            faults.push((setting.name, fault));
        }
    }
    if !faults.is_empty() {
        return Err(EditRefused::Boxes(faults));
    }
    if !touched {
        return Ok(folder.clone());
    }
    if let (Locus::Field(..) | Locus::Column(..), Some(old), Some(new)) = (locus, old_kind, kind(table)) {
        kinds::change(table, &old, &new);
    }
    if matches!(locus, Locus::Column(..)) {
        table.fmt();
    }
    sheet.set(place, document.to_string());
    Ok(folder.with(&file, sheet.text()))
}

/// Puts another text in the place of a whole file; the rest of the editor must be able to read it.
pub fn replace_file(folder: &Folder, name: &str, text: &str) -> Result<Folder, NotAFile> {
    let mut text = text.replace("\r\n", "\n");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    parse(&text)?;
    Ok(folder.with(name, text))
}

fn write(table: &mut dyn TableLike, setting: &Setting, before: &Filled, now: &Filled, kind_of: KindOf<'_>) -> Result<(), BoxFault> {
    match value(setting, before, now, kind_of)? {
        None => {
            table.remove(setting.name);
        }
        Some(mut value) => match table.get_mut(setting.name).and_then(|item| item.as_value_mut()) {
            Some(old) => {
                *value.decor_mut() = old.decor().clone();
                *old = value;
            }
            None => {
                table.insert(setting.name, toml_edit::value(value));
            }
        },
    }
    Ok(())
}
