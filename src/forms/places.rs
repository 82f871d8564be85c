//! The 34 provinces and 3,321 communes, wards and special zones since 1 July 2025, with the names of
//! the units each one was made of: a former name finds the present one.

use std::{collections::HashMap, sync::Arc};

use crate::kernel::{collation::vietnamese_order, text::fold};

/// Tỉnh, thành phố trực thuộc trung ương.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Province {
    /// Two digits (General Statistics Office).
    pub code: String,
    pub name: String,
}

/// Xã, phường, đặc khu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commune {
    /// Five digits.
    pub code: String,
    pub name: String,
    pub province: String,
    pub former: Vec<String>,
}

/// Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Places(Arc<Book>);

#[derive(Debug, Default)]
struct Book {
    provinces: Vec<Province>,
    communes: HashMap<String, Vec<Commune>>,
    /// Commune code → province code and place in that province's list.
    by_code: HashMap<String, (String, usize)>,
}

/// A line of the list that cannot be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line}: {reason}")]
pub struct NotPlaces {
    pub line: usize,
    pub reason: &'static str,
}

impl Places {
    /// Lines: `25 Tỉnh Phú Thọ`, then its communes `07900 Phường Việt Trì = former; former`; `#` begins a remark.
    pub fn read(text: &str) -> Result<Self, NotPlaces> {
        let mut book = Book::default();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            book.add(line).map_err(|reason| NotPlaces { line: number + 1, reason })?;
        }
        Ok(Self(Arc::new(book.arranged())))
    }

    pub fn provinces(&self) -> &[Province] {
        &self.0.provinces
    }

    pub fn province(&self, code: &str) -> Option<&Province> {
        self.0.provinces.iter().find(|province| province.code == code)
    }

    /// The communes of a province, in the order of the dictionary; empty for an unknown code.
    pub fn communes_of(&self, province: &str) -> &[Commune] {
        self.0.communes.get(province).map_or(&[], Vec::as_slice)
    }

    pub fn commune(&self, code: &str) -> Option<&Commune> {
        let (province, at) = self.0.by_code.get(code)?;
        self.0.communes.get(province)?.get(*at)
    }

    /// By code, or by a name typed with or without marks and with or without "xã", "phường".
    pub fn find_province(&self, typed: &str) -> Option<&Province> {
        let wanted = bare(typed);
        self.province(typed.trim()).or_else(|| self.0.provinces.iter().find(|province| bare(&province.name) == wanted))
    }

    /// By code, by present name, or by a former name that only one present commune of the province bears.
    pub fn find_commune(&self, province: &str, typed: &str) -> Option<&Commune> {
        let communes = self.communes_of(province);
        if let Some(by_code) = communes.iter().find(|commune| commune.code == typed.trim()) {
            return Some(by_code);
        }
        let whole = fold(typed);
        let wanted = bare(typed);
        let only = |test: &dyn Fn(&Commune) -> bool| {
            let mut found = communes.iter().filter(|commune| test(commune));
            found.next().filter(|_| found.next().is_none())
        };
        only(&|commune| fold(&commune.name) == whole)
            .or_else(|| only(&|commune| bare(&commune.name) == wanted))
            .or_else(|| only(&|commune| commune.former.iter().any(|former| fold(former) == whole)))
            .or_else(|| only(&|commune| commune.former.iter().any(|former| bare(former) == wanted)))
    }
}

impl Book {
    fn add(&mut self, line: &str) -> Result<(), &'static str> {
        let (code, rest) = line.split_once(' ').ok_or("a code and a name are needed")?;
        if !code.bytes().all(|b| b.is_ascii_digit()) {
            return Err("the code must be digits");
        }
        match code.len() {
            2 => {
                self.provinces.push(Province { code: code.to_owned(), name: rest.to_owned() });
                self.communes.insert(code.to_owned(), Vec::new());
                Ok(())
            }
            5 => {
                let province = self.provinces.last().ok_or("a commune stands before any province")?.code.clone();
                let (name, former) = rest.split_once(" = ").unwrap_or((rest, ""));
                let former = former.split("; ").filter(|one| !one.is_empty()).map(str::to_owned).collect();
                let list = self.communes.entry(province.clone()).or_default();
                self.by_code.insert(code.to_owned(), (province.clone(), list.len()));
                list.push(Commune { code: code.to_owned(), name: name.to_owned(), province, former });
                Ok(())
            }
            _ => Err("a code has two digits (province) or five (commune)"),
        }
    }

    /// In the order of the dictionary, in which people look for a name; the file is in that of the codes.
    fn arranged(mut self) -> Self {
        self.provinces.sort_by_cached_key(|one| vietnamese_order(proper(&one.name)));
        for (province, communes) in &mut self.communes {
            communes.sort_by_cached_key(|one| (vietnamese_order(proper(&one.name)), one.name.clone()));
            for (at, commune) in communes.iter().enumerate() {
                self.by_code.insert(commune.code.clone(), (province.clone(), at));
            }
        }
        self
    }
}

/// The name without its kind, as it stands in a dictionary: `Việt Trì`.
fn proper(name: &str) -> &str {
    let kinds = ["Tỉnh ", "Thành phố ", "Xã ", "Phường ", "Đặc khu "];
    kinds.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name)
}

/// The name alone, folded: `Thành phố Hà Nội`, `TP. Hà Nội` and `ha noi` meet here.
fn bare(name: &str) -> String {
    let folded = fold(name);
    let kinds = ["tinh ", "thanh pho ", "tp. ", "tp ", "xa ", "phuong ", "dac khu ", "thi tran "];
    kinds.iter().find_map(|kind| folded.strip_prefix(kind)).map_or_else(|| folded.clone(), str::to_owned)
}
