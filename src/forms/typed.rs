//! What a person typed, before it is understood: the boxes of one question and what stands in them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kernel::text::line;

/// Box → what was typed. A question of one box has the box `""`; a date has `day`, `month`, `year`;
/// a table has `0.name`, `0.birth_date.day` and so on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Typed(BTreeMap<String, Vec<String>>);

/// No box holds more: longer input is cut, and refused with a sentence.
pub const LONGEST: usize = 20_000;

/// Which boxes a kind has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing is asked.
    None,
    One,
    /// Besides the one box, which is understood too.
    Boxes(&'static [&'static str]),
    Rows,
}

impl Typed {
    pub fn one(text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(String::new(), vec![text.into()])]))
    }

    pub fn many(texts: impl IntoIterator<Item = String>) -> Self {
        Self(BTreeMap::from([(String::new(), texts.into_iter().collect())]))
    }

    pub fn boxes<K: Into<String>, V: Into<String>>(boxes: impl IntoIterator<Item = (K, V)>) -> Self {
        Self(boxes.into_iter().map(|(name, text)| (name.into(), vec![text.into()])).collect())
    }

    /// What stands in a box; empty if nothing does.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).and_then(|all| all.first()).map_or("", String::as_str)
    }

    /// Everything chosen in the one box (check boxes post their name several times).
    pub fn all(&self) -> &[String] {
        self.0.get("").map_or(&[], Vec::as_slice)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Nothing a reader could see in any box: marks without width are no answer to a required question.
    pub fn is_blank(&self) -> bool {
        self.0.values().flatten().all(|text| line(text).is_empty())
    }

    /// Something so long that nobody typed it.
    pub fn is_huge(&self) -> bool {
        self.0.values().flatten().any(|text| text.chars().count() >= LONGEST) || self.0.values().map(Vec::len).sum::<usize>() > 5_000
    }

    /// The boxes of one question among all that was posted; `None` if none of them was.
    pub(super) fn posted(key: &str, shape: Shape, pairs: &[(String, String)]) -> Option<Self> {
        let mut boxes: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, text) in pairs {
            let Some(rest) = name.strip_prefix(key) else { continue };
            let part = if rest.is_empty() { "" } else { rest.strip_prefix('.').unwrap_or("?") };
            let ours = match shape {
                Shape::None => false,
                Shape::One => rest.is_empty(),
                Shape::Boxes(parts) => rest.is_empty() || parts.contains(&part),
                Shape::Rows => rest.is_empty() || (part.starts_with(|c: char| c.is_ascii_digit()) && part.len() <= 80),
            };
            if ours && !part.contains('\0') {
                // The database cannot keep a NUL, and nobody can see one.
                boxes.entry(part.to_owned()).or_default().push(text.chars().filter(|c| *c != '\0').take(LONGEST).collect());
            }
        }
        (!boxes.is_empty()).then_some(Self(boxes))
    }

    /// The boxes of one cell of a table: `0.birth_date.day` of row 0, column `birth_date` is `day`.
    pub(super) fn cell(&self, row: usize, column: &str) -> Self {
        let start = format!("{row}.{column}");
        let own = self.0.range(start.clone()..).take_while(|(name, _)| name.starts_with(&start));
        let boxes = own.filter_map(|(name, texts)| {
            let rest = name.strip_prefix(&start)?;
            let part = if rest.is_empty() { rest } else { rest.strip_prefix('.')? };
            Some((part.to_owned(), texts.clone()))
        });
        Self(boxes.collect())
    }

    /// Puts a cell's boxes back among those of its table.
    pub(super) fn put_cell(&mut self, row: usize, column: &str, cell: Self) {
        for (part, texts) in cell.0 {
            let name = if part.is_empty() { format!("{row}.{column}") } else { format!("{row}.{column}.{part}") };
            self.0.insert(name, texts);
        }
    }
}

impl Typed {
    /// What was typed, in one short line, for the review of a draft.
    pub fn as_read(&self) -> String {
        let texts: Vec<&str> = self.0.values().flatten().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        texts.join(" ").chars().take(300).collect()
    }
}
