//! A copy of what this room keeps about somebody, for himself.

use serde::Serialize;
use serde_json::json;

use crate::{
    accounts::{
        model::Profile,
        queries::own::{self as table, ActCopy, PostCopy, SessionCopy},
    },
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
    },
    platform::db::{Conn, DbResult},
};

/// Words of the portal's other exports: readable, without secrets.
#[derive(Debug, Clone, Serialize)]
pub struct AccountCopy {
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
    pub personal_id: Option<String>,
    pub birth_date: Option<String>,
    pub address: String,
    pub language: String,
    pub posts: Vec<PostCopy>,
    pub sessions: Vec<SessionCopy>,
    pub acts: Vec<ActCopy>,
}

/// Everything, with a line in the audit that it was taken. `None` if the account was closed meanwhile.
pub async fn copy(conn: &mut Conn, now: Now, citizen: &Citizen) -> DbResult<Option<AccountCopy>> {
    let Some(profile) = super::super::profile(conn, citizen.account).await? else { return Ok(None) };
    let actor = Actor::Citizen(citizen.clone());
    audit::record(conn, now, &actor, "copy_own_data", "account", &citizen.account.to_string(), json!({})).await?;
    let posts = table::posts(conn, citizen.account).await?;
    let sessions = table::sessions_of(conn, citizen.account, now.instant()).await?;
    let acts = table::acts_of(conn, citizen.account).await?;
    Ok(Some(written(profile, posts, sessions, acts)))
}

fn written(profile: Profile, posts: Vec<PostCopy>, sessions: Vec<SessionCopy>, acts: Vec<ActCopy>) -> AccountCopy {
    AccountCopy {
        name: profile.name.to_string(),
        email: profile.email.to_string(),
        phone: profile.phone.map(|phone| phone.to_string()),
        personal_id: profile.personal_id.map(|id| id.to_string()),
        birth_date: profile.birth_date.map(|day| day.to_string()),
        address: profile.address,
        language: profile.lang.to_string(),
        posts,
        sessions,
        acts,
    }
}
