//! Who acts. Every verb receives an actor; the database decides nothing about who may do what.

use super::{
    ids::{AccountId, AgencyId},
    person::PersonName,
};

crate::text_enum!(
    /// What a member of an agency does there.
    Role {
        ReceptionOfficer = "reception_officer",
        CaseOfficer = "case_officer",
        CivilStatusOfficer = "civil_status_officer",
        DivisionHead = "division_head",
        UnitLeader = "unit_leader",
        RecordsClerk = "records_clerk",
        Cashier = "cashier",
        ReturnOfficer = "return_officer",
        UnitAdmin = "unit_admin",
        SystemAdmin = "system_admin",
        Auditor = "auditor",
    }
);

impl Role {
    /// Roles that work on dossiers; administrators and auditors do not by that role alone.
    pub const fn handles_dossiers(self) -> bool {
        !matches!(self, Self::UnitAdmin | Self::SystemAdmin | Self::Auditor)
    }

    /// Whether a colleague may look after it while its holder is away. Leaders sign papers and give
    /// their consent in their own name; in whose name else that may be done is not for a leave to say.
    pub const fn may_be_stood_in(self) -> bool {
        self.handles_dossiers() && !matches!(self, Self::UnitLeader | Self::DivisionHead)
    }

    /// Whether this role does the work of another: the one-stop shop also hands over results, where
    /// nobody is appointed for it.
    pub fn serves(self, other: Self) -> bool {
        self == other || matches!((self, other), (Self::ReceptionOfficer, Self::ReturnOfficer))
    }
}

/// One role in one agency, in force now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Membership {
    pub agency: AgencyId,
    pub role: Role,
}

/// A person with an account who acts for himself, or for somebody who asked him to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citizen {
    pub account: AccountId,
    pub name: PersonName,
}

/// A post that an official looks after today because its holder is away.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct StandIn {
    pub agency: AgencyId,
    pub role: Role,
    /// Who is away.
    pub account: AccountId,
    pub name: PersonName,
    pub until: chrono::NaiveDate,
}

/// A person who acts for agencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    pub account: AccountId,
    pub name: PersonName,
    /// His own.
    pub memberships: Vec<Membership>,
    /// Those of colleagues who are away.
    pub stands_in: Vec<StandIn>,
}

impl Official {
    /// Whoever has left an agency looks after nothing there any more.
    pub fn with(account: AccountId, name: PersonName, memberships: Vec<Membership>, stands_in: Vec<StandIn>) -> Self {
        let works_at = |agency| memberships.iter().any(|own| own.agency == agency && own.role.handles_dossiers());
        let stands_in = stands_in.into_iter().filter(|post| works_at(post.agency) && post.role.may_be_stood_in()).collect();
        Self { account, name, memberships, stands_in }
    }

    /// His own posts, then those that he looks after.
    pub fn posts(&self) -> impl Iterator<Item = Membership> + '_ {
        let stood_in = self.stands_in.iter().map(|post| Membership { agency: post.agency, role: post.role });
        self.memberships.iter().copied().chain(stood_in)
    }

    pub fn has(&self, agency: AgencyId, role: Role) -> bool {
        self.posts().any(|post| post == Membership { agency, role })
    }

    /// Any role that works on dossiers of this agency.
    pub fn works_at(&self, agency: AgencyId) -> bool {
        self.posts().any(|m| m.agency == agency && m.role.handles_dossiers())
    }

    /// The agencies whose dossiers this person may see, without doubles.
    pub fn agencies(&self) -> Vec<AgencyId> {
        let mut agencies: Vec<AgencyId> = self.posts().filter(|m| m.role.handles_dossiers()).map(|m| m.agency).collect();
        agencies.sort_unstable();
        agencies.dedup();
        agencies
    }

    /// What this person administers, if anything.
    pub fn reach(&self) -> Option<Reach> {
        if self.memberships.iter().any(|m| m.role == Role::SystemAdmin) {
            return Some(Reach::Everything);
        }
        let mut agencies: Vec<AgencyId> = self.memberships.iter().filter(|m| m.role == Role::UnitAdmin).map(|m| m.agency).collect();
        agencies.sort_unstable();
        agencies.dedup();
        (!agencies.is_empty()).then_some(Reach::Agencies(agencies))
    }

    /// Everything he may act as there.
    pub fn roles_at(&self, agency: AgencyId) -> impl Iterator<Item = Role> + '_ {
        self.posts().filter(move |m| m.agency == agency).map(|m| m.role)
    }

    /// What he is there himself.
    pub fn own_roles_at(&self, agency: AgencyId) -> impl Iterator<Item = Role> + '_ {
        self.memberships.iter().filter(move |m| m.agency == agency).map(|m| m.role)
    }
}

/// How far the hand of an administrator reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// The whole installation.
    Everything,
    /// These agencies and what is below them.
    Agencies(Vec<AgencyId>),
}

/// Whoever does something: shown in the history, written in the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    Citizen(Citizen),
    Official(Official),
    /// The portal itself: a deadline that ran out, a job.
    System,
}

impl Actor {
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Citizen(c) => Some(c.account),
            Self::Official(o) => Some(o.account),
            Self::System => None,
        }
    }
}
