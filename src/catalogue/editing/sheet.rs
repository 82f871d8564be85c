//! A file cut into its tables: what stands before the first header, then each header with what follows.

use std::ops::Range;

use toml_edit::{DocumentMut, TomlError};

/// Why a text is no file of a service: where, and in the words of the reader of TOML.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct NotAFile {
    pub line: usize,
    pub column: usize,
    pub reason: String,
}

impl NotAFile {
    fn of(text: &str, error: &TomlError) -> Self {
        let at = error.span().map_or(0, |span| span.start).min(text.len());
        let before = text.get(..at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        Self { line, column, reason: error.message().lines().next().unwrap_or_default().to_owned() }
    }
}

/// A table of the file, with the comments above its header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// `["workflow", "steps"]`; empty for what stands before the first header.
    pub path: Vec<String>,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    tables: Vec<Table>,
}

impl Sheet {
    /// Cuts a file. Every table must be sound by itself, or nothing is cut.
    pub fn read(text: &str) -> Result<Self, NotAFile> {
        parse(text)?;
        let mut tables = vec![Table { path: Vec::new(), text: String::new() }];
        let mut comments = String::new();
        for line in text.split_inclusive('\n') {
            if let Some(path) = header(line) {
                tables.push(Table { path, text: std::mem::take(&mut comments) + line });
                continue;
            }
            if line.starts_with('#') {
                comments.push_str(line);
                continue;
            }
            let last = last(&mut tables);
            last.push_str(&comments);
            last.push_str(line);
            comments.clear();
        }
        last(&mut tables).push_str(&comments);
        for table in &tables {
            parse(&table.text)?;
        }
        Ok(Self { tables })
    }

    pub fn text(&self) -> String {
        self.tables.iter().map(|table| table.text.as_str()).collect()
    }

    /// The places of the tables of a path, each with the tables below it, inside `within`.
    pub fn items(&self, path: &[&str], within: Range<usize>) -> Vec<Range<usize>> {
        let starts: Vec<usize> = within.clone().filter(|place| self.tables.get(*place).is_some_and(|table| table.path == path)).collect();
        let end = |start: usize| (start + 1..within.end).find(|place| !self.is_below(*place, path)).unwrap_or(within.end);
        starts.into_iter().map(|start| start..end(start)).collect()
    }

    pub fn whole(&self) -> Range<usize> {
        0..self.tables.len()
    }

    fn is_below(&self, place: usize, path: &[&str]) -> bool {
        self.tables.get(place).is_some_and(|table| table.path.len() > path.len() && table.path.iter().zip(path).all(|(a, b)| a == b))
    }

    pub fn table(&self, place: usize) -> Option<&Table> {
        self.tables.get(place)
    }

    pub fn set(&mut self, place: usize, text: String) {
        if let Some(table) = self.tables.get_mut(place) {
            table.text = text;
        }
    }

    pub fn remove(&mut self, range: Range<usize>) {
        self.tables.drain(range);
    }

    /// Two neighbours change places.
    pub fn swap(&mut self, first: Range<usize>, second: Range<usize>) {
        let Some(both) = self.tables.get_mut(first.start..second.end) else { return };
        both.rotate_left(first.len());
        ended(both);
    }

    pub fn insert(&mut self, place: usize, path: &[&str], text: String) {
        let table = Table { path: path.iter().map(|word| (*word).to_owned()).collect(), text };
        self.tables.insert(place.min(self.tables.len()), table);
        let from = place.saturating_sub(1);
        if let Some(around) = self.tables.get_mut(from..) {
            ended(around);
        }
    }
}

/// A blank line between two tables.
fn ended(tables: &mut [Table]) {
    let Some((_, but_last)) = tables.split_last_mut() else { return };
    for table in but_last.iter_mut().filter(|table| !table.text.is_empty()) {
        while !table.text.ends_with("\n\n") && !table.text.is_empty() {
            table.text.push('\n');
        }
    }
}

fn last(tables: &mut [Table]) -> &mut String {
    match tables.last_mut() {
        Some(table) => &mut table.text,
        None => unreachable!("there is always what stands before the first header"),
    }
}

pub(super) fn parse(text: &str) -> Result<DocumentMut, NotAFile> {
    text.parse::<DocumentMut>().map_err(|error| NotAFile::of(text, &error))
}

/// `[[workflow.steps]]` → `["workflow", "steps"]`: headers stand at the beginning of a line.
fn header(line: &str) -> Option<Vec<String>> {
    let line = line.split('#').next().unwrap_or_default().trim_end();
    let inner = line.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
    let inner = inner.or_else(|| line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')))?;
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    let path: Vec<String> = inner.split('.').map(|word| word.trim().to_owned()).collect();
    path.iter().all(|part| word(part)).then_some(path)
}
