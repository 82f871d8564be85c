//! The pages of a form: their order stands in `service.toml`, each is a file.

use toml_edit::{Array, Value};

use super::{
    rows::Arrange,
    sheet::{Sheet, parse},
    writing::EditRefused,
};
use crate::{catalogue::Folder, forms::is_key};

/// Keys of the pages, in order, each with its title.
pub fn pages(folder: &Folder) -> Vec<(String, String)> {
    let titled = |key: String| {
        let title = folder.get(&format!("form/{key}.toml")).and_then(title).unwrap_or_default();
        (key, title)
    };
    keys(folder).into_iter().map(titled).collect()
}

fn title(text: &str) -> Option<String> {
    let document = parse(text).ok()?;
    let title = document.get("title")?;
    title.as_str().or_else(|| title.get("vi")?.as_str()).map(str::to_owned)
}

fn keys(folder: &Folder) -> Vec<String> {
    let read = || {
        let document = parse(folder.get("service.toml")?).ok()?;
        Some(document.get("pages")?.as_array()?.iter().filter_map(|key| key.as_str().map(str::to_owned)).collect())
    };
    read().unwrap_or_default()
}

/// Moves a page, or takes it out with its file.
pub fn arrange_page(folder: &Folder, key: &str, what: Arrange) -> Result<Folder, EditRefused> {
    let mut order = keys(folder);
    let place = order.iter().position(|known| known == key).ok_or(EditRefused::NoSuchPlace)?;
    match what {
        Arrange::Up if place > 0 => order.swap(place - 1, place),
        Arrange::Down if place + 1 < order.len() => order.swap(place, place + 1),
        Arrange::Remove => {
            order.remove(place);
            return Ok(write(folder, &order)?.without(&format!("form/{key}.toml")));
        }
        Arrange::Up | Arrange::Down | Arrange::Add => {}
    }
    write(folder, &order)
}

/// A new page at the end.
pub fn add_page(folder: &Folder, key: &str, title: &str) -> Result<Folder, EditRefused> {
    let mut order = keys(folder);
    if !is_key(key) || order.iter().any(|known| known == key) {
        return Err(EditRefused::NoSuchPlace);
    }
    order.push(key.to_owned());
    let title = Value::from(title);
    let text =
        format!("title = {title}\n\n[[sections]]\n\n[[sections.fields]]\nkey = \"question_1\"\nkind = \"text\"\nlabel = \"Câu hỏi 1\"\n");
    Ok(write(folder, &order)?.with(&format!("form/{key}.toml"), text))
}

fn write(folder: &Folder, order: &[String]) -> Result<Folder, EditRefused> {
    let mut sheet = Sheet::read(folder.get("service.toml").ok_or(EditRefused::NoSuchPlace)?)?;
    let head = sheet.table(0).cloned().ok_or(EditRefused::NoSuchPlace)?;
    let mut document = parse(&head.text)?;
    let mut pages = Value::from(order.iter().map(String::as_str).collect::<Array>());
    if let Some(old) = document.get_mut("pages").and_then(|item| item.as_value_mut()) {
        *pages.decor_mut() = old.decor().clone();
        *old = pages;
    }
    sheet.set(0, document.to_string());
    Ok(folder.with("service.toml", sheet.text()))
}
