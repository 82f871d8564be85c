//! Name, telephone, what prefills forms, and the language.

use chrono::NaiveDate;
use serde_json::json;

use crate::{
    accounts::queries::own as table,
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
        lang::Lang,
        person::{PersonName, PersonalId, Phone},
    },
    platform::db::{AsyncConnection, Conn, DbError, DbResult},
};

/// All of them at once, as the page shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    pub name: PersonName,
    pub phone: Phone,
    pub personal_id: Option<PersonalId>,
    pub birth_date: Option<NaiveDate>,
    pub address: String,
    pub lang: Lang,
}

/// Dossiers that were sent already keep what was written in them.
pub async fn change_details(conn: &mut Conn, now: Now, citizen: &Citizen, details: &Details) -> DbResult<()> {
    conn.transaction::<(), DbError, _>(async |conn| {
        table::write_details(conn, citizen.account, details, now.instant()).await?;
        let actor = Actor::Citizen(citizen.clone());
        audit::record(conn, now, &actor, "change_details", "account", &citizen.account.to_string(), json!({})).await
    })
    .await
}
