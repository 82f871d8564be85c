//! An agency as it is stored.

use diesel::prelude::*;

use crate::{
    kernel::{clock::Instant, ids::AgencyId},
    platform::db::schema::agencies,
};

crate::text_enum!(
    AgencyKind {
        Province = "province",
        Department = "department",
        Commune = "commune",
        Ward = "ward",
        SpecialZone = "special_zone",
        ServiceCenter = "service_center",
    }
);

impl AgencyKind {
    /// Units of the lower level of local government: they receive citizens at their own counter.
    pub const fn is_communal(self) -> bool {
        matches!(self, Self::Commune | Self::Ward | Self::SpecialZone)
    }
}

/// One agency. `name` is that of the unit: `Phường Việt Trì`, `Tỉnh Phú Thọ`.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = agencies, check_for_backend(diesel::pg::Pg))]
pub struct Agency {
    pub id: AgencyId,
    pub parent_id: Option<AgencyId>,
    /// Electronic identification code, the head of its dossier codes: `H44.101`.
    pub code: String,
    pub kind: AgencyKind,
    pub name: String,
    /// Code of the Statistics Office, five digits for a commune, two for the province.
    pub place_code: Option<String>,
    pub address: String,
    pub phone: String,
    pub email: String,
    /// Units that were merged into this one.
    pub former_names: Vec<String>,
    pub closed_at: Option<Instant>,
}

impl Agency {
    /// Who decides and signs: `Ủy ban nhân dân phường Việt Trì`; a centre by its own name.
    pub fn authority(&self) -> String {
        self.with_committee("Ủy ban nhân dân")
    }

    /// `UBND phường Việt Trì`
    pub fn short_authority(&self) -> String {
        self.with_committee("UBND")
    }

    fn with_committee(&self, committee: &str) -> String {
        match self.kind {
            AgencyKind::Province | AgencyKind::Commune | AgencyKind::Ward | AgencyKind::SpecialZone => {
                let mut letters = self.name.chars();
                let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
                format!("{committee} {first}{}", letters.as_str())
            }
            AgencyKind::Department | AgencyKind::ServiceCenter => self.name.clone(),
        }
    }

    /// Where dossiers are handed in and results collected: the communal service centre.
    pub fn counter(&self) -> String {
        match self.kind {
            AgencyKind::Department | AgencyKind::ServiceCenter => self.name.clone(),
            _ => format!("Trung tâm Phục vụ hành chính công {}", self.with_committee("").trim_start()),
        }
    }

    /// The name without its kind: `Việt Trì`.
    pub fn proper_name(&self) -> &str {
        let kinds = ["Phường ", "Xã ", "Đặc khu ", "Tỉnh ", "Thành phố "];
        kinds.iter().find_map(|kind| self.name.strip_prefix(kind)).unwrap_or(&self.name)
    }
}

/// A line of the register on its way into the table.
#[derive(Debug, Insertable)]
#[diesel(table_name = agencies)]
pub(super) struct NewAgency<'a> {
    pub id: AgencyId,
    pub parent_id: Option<AgencyId>,
    pub code: &'a str,
    pub kind: AgencyKind,
    pub name: &'a str,
    pub place_code: Option<&'a str>,
    pub address: &'a str,
    pub phone: &'a str,
    pub email: &'a str,
    pub former_names: &'a [String],
}
