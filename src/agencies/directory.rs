//! The directory of agencies in memory.

use std::collections::HashMap;

use super::{
    model::{Agency, AgencyKind},
    queries,
};
use crate::{
    kernel::{collation::vietnamese_order, ids::AgencyId, text::fold},
    platform::db::{Conn, DbResult},
};

/// All agencies, found by what people and rows know of them.
#[derive(Debug, Clone)]
pub struct Agencies {
    /// Sorted as a Vietnamese reader expects, by proper name.
    all: Vec<Listed>,
    by_id: HashMap<AgencyId, usize>,
    by_code: HashMap<String, usize>,
    by_place: HashMap<String, usize>,
}

#[derive(Debug, Clone)]
struct Listed {
    agency: Agency,
    folded: String,
    folded_proper: String,
    folded_former: Vec<String>,
}

/// An agency found by a search, with the former name by which it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgencyHit<'a> {
    pub agency: &'a Agency,
    pub former: Option<&'a str>,
}

impl Agencies {
    pub async fn load(conn: &mut Conn) -> DbResult<Self> {
        Ok(Self::new(queries::all(conn).await?))
    }

    pub fn new(mut agencies: Vec<Agency>) -> Self {
        agencies.sort_by_cached_key(|a| (vietnamese_order(a.proper_name()), a.name.clone()));
        let index = |key: fn(&Agency) -> Option<String>| -> HashMap<String, usize> {
            agencies.iter().enumerate().filter_map(|(i, a)| Some((key(a)?, i))).collect()
        };
        let by_code = index(|a| Some(a.code.clone()));
        let by_place = index(|a| a.place_code.clone());
        let by_id = agencies.iter().enumerate().map(|(i, a)| (a.id, i)).collect();
        Self { all: agencies.into_iter().map(Listed::new).collect(), by_id, by_code, by_place }
    }

    pub fn get(&self, id: AgencyId) -> Option<&Agency> {
        self.at(self.by_id.get(&id))
    }

    /// These agencies and those below them.
    pub fn under(&self, roots: &[AgencyId]) -> Vec<AgencyId> {
        let above = |agency: &Agency| {
            let parent = |one: &&Agency| one.parent_id.and_then(|parent| self.get(parent));
            // A tree entered by hand could hold a ring; nobody's tree is deeper than this.
            std::iter::successors(self.get(agency.id), parent).take(12).any(|one| roots.contains(&one.id))
        };
        self.iter().filter(|agency| above(agency)).map(|agency| agency.id).collect()
    }

    /// By electronic identification code: `H44.101`.
    pub fn by_code(&self, code: &str) -> Option<&Agency> {
        self.at(self.by_code.get(code))
    }

    /// By the code of the Statistics Office: `07900`.
    pub fn by_place_code(&self, place_code: &str) -> Option<&Agency> {
        self.at(self.by_place.get(place_code))
    }

    pub fn province(&self) -> Option<&Agency> {
        self.iter().find(|a| a.kind == AgencyKind::Province)
    }

    /// Communes and wards that are open, in the order of a Vietnamese dictionary by proper name.
    pub fn communes(&self) -> impl Iterator<Item = &Agency> {
        self.iter().filter(|a| a.kind.is_communal() && a.closed_at.is_none())
    }

    pub fn iter(&self) -> impl Iterator<Item = &Agency> {
        self.all.iter().map(|listed| &listed.agency)
    }

    /// Open communes and wards whose name, or that of a unit merged into them, holds the text; marks
    /// and capitals do not matter. Best first; all of them for an empty text.
    pub fn search(&self, text: &str) -> Vec<AgencyHit<'_>> {
        let wanted = fold(text);
        let open = self.all.iter().filter(|l| l.agency.kind.is_communal() && l.agency.closed_at.is_none());
        let mut hits: Vec<(u8, AgencyHit)> = open.filter_map(|listed| listed.hit(&wanted)).collect();
        // Stable: within one rank the order of the dictionary stays.
        hits.sort_by_key(|(rank, _)| *rank);
        hits.into_iter().map(|(_, hit)| hit).collect()
    }

    fn at(&self, index: Option<&usize>) -> Option<&Agency> {
        index.and_then(|i| self.all.get(*i)).map(|listed| &listed.agency)
    }
}

impl Listed {
    fn new(agency: Agency) -> Self {
        Self {
            folded: fold(&agency.name),
            folded_proper: fold(agency.proper_name()),
            folded_former: agency.former_names.iter().map(|n| fold(n)).collect(),
            agency,
        }
    }

    fn hit(&self, wanted: &str) -> Option<(u8, AgencyHit<'_>)> {
        let found = |rank| Some((rank, AgencyHit { agency: &self.agency, former: None }));
        if self.folded_proper == wanted || self.folded == wanted || self.agency.place_code.as_deref() == Some(wanted) {
            return found(0);
        }
        if self.folded_proper.starts_with(wanted) || self.folded.starts_with(wanted) {
            return found(1);
        }
        if self.folded.contains(wanted) {
            return found(2);
        }
        let former = self.agency.former_names.iter().zip(&self.folded_former).find(|(_, folded)| folded.contains(wanted));
        former.map(|(name, _)| (3, AgencyHit { agency: &self.agency, former: Some(name) }))
    }
}

#[cfg(test)]
mod tests {
    use super::Agencies;
    use crate::{
        agencies::{Agency, AgencyKind},
        kernel::ids::AgencyId,
    };

    fn agency(code: &str, kind: AgencyKind, name: &str, former: &[&str]) -> Agency {
        Agency {
            id: AgencyId::new(),
            parent_id: None,
            code: code.into(),
            kind,
            name: name.into(),
            place_code: Some(code.trim_start_matches("H44.").into()),
            address: String::new(),
            phone: String::new(),
            email: String::new(),
            former_names: former.iter().map(|n| (*n).to_owned()).collect(),
            closed_at: None,
        }
    }

    fn directory() -> Agencies {
        Agencies::new(vec![
            agency("H44", AgencyKind::Province, "Tỉnh Phú Thọ", &[]),
            agency("H44.07900", AgencyKind::Ward, "Phường Việt Trì", &["Phường Dữu Lâu", "Xã Trưng Vương"]),
            agency("H44.04795", AgencyKind::Ward, "Phường Hoà Bình", &["Phường Đồng Tiến"]),
            agency("H44.05425", AgencyKind::Commune, "Xã An Bình", &["Xã Hưng Thi"]),
            agency("H44.07948", AgencyKind::Ward, "Phường Âu Cơ", &[]),
        ])
    }

    #[test]
    fn communes_stand_in_the_order_of_the_dictionary() {
        let directory = directory();
        let names: Vec<&str> = directory.communes().map(|a| a.proper_name()).collect();
        assert_eq!(names, ["An Bình", "Âu Cơ", "Hoà Bình", "Việt Trì"]);
        assert_eq!(directory.province().map(Agency::authority).as_deref(), Some("Ủy ban nhân dân tỉnh Phú Thọ"));
    }

    #[test]
    fn a_search_forgets_marks_and_remembers_former_names() {
        let directory = directory();
        let found =
            |text| -> Vec<(&str, Option<&str>)> { directory.search(text).iter().map(|h| (h.agency.name.as_str(), h.former)).collect() };
        assert_eq!(found("hòa bình"), [("Phường Hoà Bình", None)]);
        assert_eq!(found("binh"), [("Xã An Bình", None), ("Phường Hoà Bình", None)]);
        assert_eq!(found("trung vuong"), [("Phường Việt Trì", Some("Xã Trưng Vương"))]);
        assert_eq!(found("").len(), 4);
        assert_eq!(directory.by_place_code("07900").map(Agency::short_authority).as_deref(), Some("UBND phường Việt Trì"));
        assert_eq!(
            directory.by_code("H44.07900").map(Agency::counter).as_deref(),
            Some("Trung tâm Phục vụ hành chính công phường Việt Trì")
        );
    }
}
