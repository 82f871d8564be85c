//! The invented people of a demonstration, from `config/demo/people.toml`: citizens, one official
//! for each role of some communes, and who administers the portal. Never entered into a portal that is in service.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{
    model::{NewAccount, NewMembership},
    queries::{accounts, memberships},
};
use crate::{
    agencies::{Agencies, Agency},
    kernel::{
        actor::Role,
        clock::Now,
        ids::{AccountId, AgencyId, MembershipId},
        lang::Lang,
        person::{Email, PersonName, PersonalId, Phone},
    },
    platform::{
        config::{ConfigFolder, ConfigFolderError},
        crypto::{PasswordError, hash_password},
        db::{AsyncConnection, Conn, DbError},
    },
};

const FILE: &str = "demo/people.toml";

/// The people as the file names them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoPeople {
    password: String,
    citizens: Vec<DemoCitizen>,
    officials: Vec<DemoPost>,
    administrators: Vec<DemoAdministrator>,
    communes: Vec<DemoCommune>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoCitizen {
    name: PersonName,
    email: Email,
    phone: Phone,
    personal_id: PersonalId,
    birth_date: NaiveDate,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoPost {
    role: Role,
    title: String,
    mailbox: String,
    names: Vec<PersonName>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoAdministrator {
    name: PersonName,
    email: Email,
    title: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoCommune {
    place: String,
    mailbox: String,
}

/// An account to be printed at start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoAccount {
    pub email: Email,
    pub name: PersonName,
    /// `Công dân`, or title and agency: `Cán bộ một cửa, UBND phường Việt Trì`.
    pub what: String,
}

/// The accounts that exist now, and their password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demo {
    pub password: String,
    pub accounts: Vec<DemoAccount>,
}

#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error(transparent)]
    Folder(#[from] ConfigFolderError),
    #[error("{file}: {reason}")]
    File { file: String, reason: String },
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Db(#[from] DbError),
}

struct Person {
    account: NewAccount,
    post: Option<(Role, String, AgencyId)>,
    what: String,
}

impl DemoPeople {
    pub fn read(folder: &ConfigFolder) -> Result<Self, DemoError> {
        toml::from_str(&folder.read(FILE)?).map_err(|error| fault(folder, error.to_string()))
    }

    fn people(&self, now: Now, agencies: &Agencies, hash: &str) -> Result<Vec<Person>, String> {
        let citizens = self.citizens.iter().map(|citizen| {
            let mut account = blank(now, &citizen.name, citizen.email.clone(), hash);
            account.phone = Some(citizen.phone.clone());
            account.personal_id = Some(citizen.personal_id.clone());
            account.birth_date = Some(citizen.birth_date);
            Ok(Person { account, post: None, what: "Công dân".to_owned() })
        });
        let posts =
            self.communes.iter().enumerate().flat_map(|(place, commune)| self.officials.iter().map(move |post| (place, commune, post)));
        let officials = posts.map(|(place, commune, post)| {
            let agency = agencies.by_place_code(&commune.place).ok_or_else(|| format!("no agency has the place code {}", commune.place))?;
            post.person(now, agency, place, &commune.mailbox, hash)
        });
        let administrators = self.administrators.iter().map(|administrator| {
            let province = agencies.province().ok_or("no agency is the province")?;
            administrator.person(now, province, hash)
        });
        citizens.chain(officials).chain(administrators).collect()
    }
}

impl DemoPost {
    fn person(&self, now: Now, agency: &Agency, place: usize, commune: &str, hash: &str) -> Result<Person, String> {
        let name = self.names.get(place).ok_or_else(|| format!("{} needs a name for every commune", self.role))?;
        let email = format!("{}.{commune}@example.vn", self.mailbox).parse().map_err(|_| format!("{commune} makes no address"))?;
        Ok(Person {
            account: blank(now, name, email, hash),
            post: Some((self.role, self.title.clone(), agency.id)),
            what: format!("{}, {}", self.title, agency.short_authority()),
        })
    }
}

impl DemoAdministrator {
    fn person(&self, now: Now, province: &Agency, hash: &str) -> Result<Person, String> {
        Ok(Person {
            account: blank(now, &self.name, self.email.clone(), hash),
            post: Some((Role::SystemAdmin, self.title.clone(), province.id)),
            what: format!("{}, {}", self.title, province.short_authority()),
        })
    }
}

fn blank(now: Now, name: &PersonName, email: Email, hash: &str) -> NewAccount {
    NewAccount {
        id: AccountId::new(),
        email,
        email_confirmed_at: Some(now.instant()),
        full_name: name.clone(),
        phone: None,
        personal_id: None,
        birth_date: None,
        password_hash: hash.to_owned(),
        lang: Lang::Vi,
        demo: true,
        created_at: now.instant(),
        updated_at: now.instant(),
    }
}

/// Enters the people that are not there yet; a second run changes nothing.
pub async fn seed(conn: &mut Conn, now: Now, folder: &ConfigFolder, agencies: &Agencies) -> Result<Demo, DemoError> {
    let file = DemoPeople::read(folder)?;
    let hash = hash_password(file.password.clone()).await?;
    let people = file.people(now, agencies, &hash).map_err(|reason| fault(folder, reason))?;
    conn.transaction::<_, DbError, _>(async |conn| {
        for person in &people {
            enter(conn, now, person).await?;
        }
        Ok(())
    })
    .await?;
    let listed = |p: Person| DemoAccount { email: p.account.email, name: p.account.full_name, what: p.what };
    Ok(Demo { password: file.password, accounts: people.into_iter().map(listed).collect() })
}

async fn enter(conn: &mut Conn, now: Now, person: &Person) -> Result<(), DbError> {
    if !accounts::insert(conn, &person.account).await? {
        return Ok(());
    }
    let Some((role, title, agency)) = &person.post else { return Ok(()) };
    let membership = NewMembership {
        id: MembershipId::new(),
        account_id: person.account.id,
        agency_id: *agency,
        role: *role,
        title: title.clone(),
        starts_on: now.today(),
        ends_on: None,
        created_at: now.instant(),
    };
    memberships::insert(conn, &membership).await
}

fn fault(folder: &ConfigFolder, reason: String) -> DemoError {
    DemoError::File { file: folder.describe(FILE), reason }
}
