//! The register of agencies as an administrator writes it: `config/agencies.toml`.

use std::collections::HashSet;

use serde::Deserialize;

use super::model::AgencyKind;
use crate::platform::config::ConfigFolder;

/// Checked when read: codes and place codes are well formed and not given twice.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyRegister {
    /// Whether the codes are those that the province has issued.
    pub verified: bool,
    pub(super) province: Entry,
    #[serde(default)]
    pub(super) centres: Vec<Entry>,
    pub(super) communes: Vec<Entry>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub code: String,
    pub place: Option<String>,
    pub name: String,
    #[serde(default)]
    pub former: Vec<String>,
    #[serde(default)]
    pub address: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("agencies.toml: {0}")]
pub struct RegisterError(String);

impl AgencyRegister {
    /// Reads `agencies.toml` of the configuration folder, ours or the installation's own.
    pub fn load(folder: &ConfigFolder) -> Result<Self, RegisterError> {
        Self::read(&folder.read("agencies.toml").map_err(|e| RegisterError(e.to_string()))?)
    }

    /// Reads the text of `agencies.toml`.
    pub fn read(text: &str) -> Result<Self, RegisterError> {
        let register: Self = toml::from_str(text).map_err(|e| RegisterError(e.to_string().trim().to_owned()))?;
        let (mut codes, mut places) = (HashSet::new(), HashSet::new());
        for entry in register.entries() {
            if !is_agency_code(&entry.code) {
                return Err(RegisterError(format!(
                    "“{}” is not an agency code like H44.101 (capitals, digits, dots, at most 35)",
                    entry.code
                )));
            }
            if !codes.insert(&entry.code) {
                return Err(RegisterError(format!("code {} is given twice", entry.code)));
            }
            if entry.place.as_ref().is_some_and(|place| !places.insert(place)) {
                return Err(RegisterError(format!("the place code of {} is given twice", entry.name)));
            }
        }
        match register.communes.iter().find(|c| kind_of(&c.name).is_none() || c.place.is_none()) {
            Some(odd) => Err(RegisterError(format!("“{}” needs a name beginning with Xã, Phường or Đặc khu, and a place code", odd.name))),
            None => Ok(register),
        }
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        std::iter::once(&self.province).chain(&self.centres).chain(&self.communes)
    }
}

/// Both schemes of Decision 20/2020/QĐ-TTg and of QCVN 102:2016.
fn is_agency_code(code: &str) -> bool {
    let parts = code.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
    parts && (3..=35).contains(&code.len())
}

/// The kind of a communal unit by the first word of its name.
pub(super) fn kind_of(name: &str) -> Option<AgencyKind> {
    let kinds = [("Phường ", AgencyKind::Ward), ("Xã ", AgencyKind::Commune), ("Đặc khu ", AgencyKind::SpecialZone)];
    kinds.into_iter().find_map(|(word, kind)| name.starts_with(word).then_some(kind))
}

#[cfg(test)]
mod tests {
    use super::{AgencyRegister, kind_of};
    use crate::agencies::AgencyKind;

    const PROVINCE: &str = "[province]\ncode = 'H44'\nplace = '25'\nname = 'Tỉnh Phú Thọ'\n";

    fn refused(communes: &str) -> String {
        AgencyRegister::read(&format!("verified = false\ncommunes = [{communes}]\n{PROVINCE}")).expect_err("refused").to_string()
    }

    #[test]
    fn the_register_holds_the_148_communes_and_wards() {
        let register = AgencyRegister::read(include_str!("../../config/agencies.toml")).expect("a good register");
        let wards = register.communes.iter().filter(|c| kind_of(&c.name) == Some(AgencyKind::Ward)).count();
        assert_eq!((register.communes.len(), wards), (148, 15));
        assert!(!register.verified, "the codes are placeholders until the province's own are entered");
    }

    #[test]
    fn wrong_entries_are_named() {
        let good = "{ code = 'H44.1', place = '1', name = 'Xã A' }";
        assert!(refused("{ code = 'h44 1', place = '1', name = 'Xã A' }").contains("h44 1"));
        assert!(refused(&format!("{good}, {{ code = 'H44.1', place = '2', name = 'Xã B' }}")).contains("twice"));
        assert!(refused(&format!("{good}, {{ code = 'H44.2', place = '1', name = 'Xã B' }}")).contains("Xã B"));
        assert!(refused("{ code = 'H44.1', place = '1', name = 'Làng A' }").contains("Làng A"));
        assert!(refused("{ code = 'H44.1', place = '1', name = 'Xã A', fax = '1' }").contains("fax"));
    }
}
