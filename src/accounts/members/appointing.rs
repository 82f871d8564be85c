//! Posts begin and end; whoever has no account yet is invited by a letter to set a password.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use serde_json::json;

use super::Member;
use crate::{
    accounts::{
        letters::InviteOfficial,
        model::{NewAccount, NewMembership},
        queries::{accounts, memberships},
    },
    audit,
    kernel::{
        actor::{Actor, Official, Role},
        clock::Now,
        ids::{AccountId, AgencyId, MembershipId},
        lang::Lang,
        person::{Email, PersonName},
    },
    platform::{
        db::{AsyncConnection, Conn, DbError},
        queue,
    },
};

/// A post as an administrator gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPost {
    pub name: PersonName,
    pub email: Email,
    pub agency: AgencyId,
    pub role: Role,
    pub title: String,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Appointed {
    pub posts: usize,
    /// New accounts, each with a letter.
    pub invited: usize,
    /// Had the post already.
    pub already: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum AppointRefused {
    #[error("no reason was given")]
    NoReason,
    #[error("a post ends before it begins")]
    Backwards,
    #[error(transparent)]
    Db(#[from] DbError),
}

#[derive(Debug, thiserror::Error)]
pub enum EndRefused {
    #[error("no reason was given")]
    NoReason,
    #[error("it ends before it begins")]
    Backwards,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// No password fits it: the letter leads to setting one.
const NO_PASSWORD: &str = "!";

/// Gives all of these posts, or none.
pub async fn appoint(conn: &mut Conn, now: Now, official: &Official, posts: &[NewPost], reason: &str) -> Result<Appointed, AppointRefused> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(AppointRefused::NoReason);
    }
    if posts.iter().any(|post| post.until.is_some_and(|until| until < post.from)) {
        return Err(AppointRefused::Backwards);
    }
    conn.transaction::<_, AppointRefused, _>(async |conn| {
        let (people, invited) = people(conn, now, posts).await?;
        let have: HashSet<(AccountId, AgencyId, Role)> =
            memberships::posts_of(conn, &people.values().copied().collect::<Vec<_>>(), now.today()).await?.into_iter().collect();
        let mut done = Appointed { invited: invited.len(), ..Appointed::default() };
        let mut rows = Vec::new();
        for post in posts {
            let Some(account) = people.get(&post.email).copied() else { continue };
            if have.contains(&(account, post.agency, post.role)) {
                done.already += 1;
                continue;
            }
            rows.push(row(now, account, post));
            let data =
                json!({ "agency": post.agency, "role": post.role.as_str(), "from": post.from, "until": post.until, "reason": reason });
            audit::record(conn, now, &Actor::Official(official.clone()), "appoint", "account", &account.to_string(), data).await?;
        }
        done.posts = rows.len();
        memberships::insert_many(conn, &rows).await?;
        for account in invited {
            queue::enqueue(conn, now, &InviteOfficial { account }).await?;
        }
        Ok(done)
    })
    .await
}

/// The account of each address, and those that are new.
async fn people(conn: &mut Conn, now: Now, posts: &[NewPost]) -> Result<(HashMap<Email, AccountId>, Vec<AccountId>), DbError> {
    let emails: Vec<&Email> = posts.iter().map(|post| &post.email).collect();
    let mut people: HashMap<Email, AccountId> = accounts::of_emails(conn, &emails).await?.into_iter().collect();
    let mut new: Vec<NewAccount> = Vec::new();
    for post in posts {
        if !people.contains_key(&post.email) {
            let account = blank(now, post);
            people.insert(post.email.clone(), account.id);
            new.push(account);
        }
    }
    accounts::insert_many(conn, &new).await?;
    Ok((people, new.into_iter().map(|account| account.id).collect()))
}

fn blank(now: Now, post: &NewPost) -> NewAccount {
    NewAccount {
        id: AccountId::new(),
        email: post.email.clone(),
        email_confirmed_at: None,
        full_name: post.name.clone(),
        phone: None,
        personal_id: None,
        birth_date: None,
        password_hash: NO_PASSWORD.to_owned(),
        lang: Lang::DEFAULT,
        demo: false,
        created_at: now.instant(),
        updated_at: now.instant(),
    }
}

fn row(now: Now, account_id: AccountId, post: &NewPost) -> NewMembership {
    NewMembership {
        id: MembershipId::new(),
        account_id,
        agency_id: post.agency,
        role: post.role,
        title: post.title.clone(),
        starts_on: post.from,
        ends_on: post.until,
        created_at: now.instant(),
    }
}

/// Ends a post with a day; it stays in the register.
pub async fn end_post(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    post: &Member,
    last_day: NaiveDate,
    reason: &str,
) -> Result<(), EndRefused> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(EndRefused::NoReason);
    }
    if last_day < post.from {
        return Err(EndRefused::Backwards);
    }
    conn.transaction::<_, EndRefused, _>(async |conn| {
        memberships::end(conn, post.id, last_day).await?;
        let data = json!({ "agency": post.agency, "role": post.role.as_str(), "until": last_day, "reason": reason });
        Ok(audit::record(conn, now, &Actor::Official(official.clone()), "end_post", "account", &post.account.to_string(), data).await?)
    })
    .await
}
