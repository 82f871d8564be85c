//! Proving once more who one is, before something that could hurt: the password, from a session that is open.

use super::{
    limits::{self, Limit, TooMany},
    password,
    queries::accounts,
};
use crate::{
    kernel::{actor::Citizen, clock::Now},
    platform::{
        crypto::{PasswordError, verify_password},
        db::{Borrowed, Db, DbError},
    },
};

/// Only the owner's open sessions get so far, so nobody else can use these tries up.
const TRIES: Limit = Limit { name: "again", minutes: 15, most: 10 };

/// Who, when, and the password typed.
#[derive(Clone, Copy)]
pub struct Again<'a> {
    pub now: Now,
    pub citizen: &'a Citizen,
    pub password: &'a str,
}

#[derive(Debug, thiserror::Error)]
pub enum AgainRefused {
    #[error("wrong password")]
    WrongPassword,
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error("no connection is free")]
    Busy,
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// A connection to go on with, if the password is right. None is held while the password is hashed.
pub(super) async fn prove(db: &Db, who: Again<'_>) -> Result<Borrowed, AgainRefused> {
    let key = who.citizen.account.to_string();
    let hash = {
        let mut conn = db.get().await.map_err(|_| AgainRefused::Busy)?;
        limits::take(&mut conn, who.now, TRIES, &key).await??;
        accounts::password_hash(&mut conn, who.citizen.account).await?.ok_or(AgainRefused::WrongPassword)?
    };
    let typed: String = password::normal(who.password).chars().take(password::LONGEST + 1).collect();
    if !verify_password(typed, hash).await? {
        return Err(AgainRefused::WrongPassword);
    }
    let mut conn = db.get().await.map_err(|_| AgainRefused::Busy)?;
    limits::give_back(&mut conn, who.now, TRIES, &key).await?;
    Ok(conn)
}
