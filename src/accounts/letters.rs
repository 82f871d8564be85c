//! Letters about the account itself: a link to confirm the address, or a word to its owner that the
//! address is known already. The job carries ids only; the link is made when the letter is written,
//! so that no secret ever lies in the queue.

use std::sync::Arc;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{
    limits::Limit,
    model::Addressee,
    queries::{accounts, email_changes::EmailChange, links},
};
use crate::{
    kernel::{
        account_places::AccountPlace,
        ids::AccountId,
        lang::Lang,
        person::{Email, PersonName},
        places::Place,
    },
    platform::{
        config::Config,
        crypto::Token,
        db::Db,
        mail::{Letter, Mailer},
        queue::{Attempt, Job, JobError},
        views::Views,
    },
};

/// Letters to one account: nobody's mailbox is to be flooded through the sign-up page.
pub(super) const PER_ACCOUNT: Limit = Limit { name: "account_letter", minutes: 60, most: 4 };

/// Ask the mailbox whether the account is its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskToConfirm {
    pub account: AccountId,
    /// The local path to go to afterwards.
    pub back_to: Option<String>,
}

impl Job for AskToConfirm {
    const KIND: &'static str = "ask_to_confirm";
}

/// Tell the owner of an account that somebody wanted to register with the same address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TellKnownAddress {
    pub account: AccountId,
}

impl Job for TellKnownAddress {
    const KIND: &'static str = "tell_known_address";
}

crate::text_enum!(
    /// What changed in an account; its owner is told, in case it was not he.
    Change {
        PasswordChanged = "password_changed",
        SecondFactorOn = "second_factor_on",
        SecondFactorOff = "second_factor_off",
        RecoveryCodes = "recovery_codes",
        RecoveryCodeUsed = "recovery_code_used",
        /// By the administrator of the unit.
        SecondFactorReset = "second_factor_reset",
        PasskeyAdded = "passkey_added",
        PasskeyRemoved = "passkey_removed",
        ProviderTied = "provider_tied",
        ProviderUntied = "provider_untied",
    }
);

/// Tell the owner that something of his account was changed or used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TellAccountChanged {
    pub account: AccountId,
    pub change: Change,
}

impl Job for TellAccountChanged {
    const KIND: &'static str = "tell_account_changed";
}

/// Send the link with which a new password is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendNewPasswordLink {
    pub account: AccountId,
}

impl Job for SendNewPasswordLink {
    const KIND: &'static str = "send_new_password_link";
}

/// Invite a new official to set a password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteOfficial {
    pub account: AccountId,
}

impl Job for InviteOfficial {
    const KIND: &'static str = "invite_official";
}

/// How long an invitation works: a week, for people on leave.
const INVITATION_HOURS: u32 = 7 * 24;

/// How long that link works: it opens the account, so not for long.
pub const NEW_PASSWORD_HOURS: u32 = 2;

/// What writing and sending needs. Cheap to clone.
#[derive(Clone)]
pub struct LetterDesk {
    pub db: Db,
    pub mailer: Mailer,
    pub views: Views,
    pub config: Arc<Config>,
}

/// What the templates see.
#[derive(Serialize)]
struct Facts<'a> {
    lang: Lang,
    name: &'a str,
    portal_name: &'a str,
    portal_province: &'a str,
    portal_hotline: &'a str,
    link: String,
    hours: u32,
    /// The word of what changed; empty in other letters.
    change: String,
}

/// To whom a letter goes.
pub(super) struct To {
    email: Email,
    name: PersonName,
    lang: Lang,
}

impl To {
    pub fn new_of(change: &EmailChange) -> Self {
        Self { email: change.new_email.clone(), name: change.name.clone(), lang: change.lang }
    }

    pub fn old_of(change: &EmailChange) -> Self {
        Self { email: change.old_email.clone(), ..Self::new_of(change) }
    }
}

impl From<Addressee> for To {
    fn from(to: Addressee) -> Self {
        Self { email: to.email, name: to.full_name, lang: to.lang }
    }
}

/// Sends the link, unless the address was confirmed meanwhile. A repeated attempt makes another
/// link; each works until it expires.
pub async fn ask_to_confirm(desk: &LetterDesk, job: AskToConfirm, attempt: Attempt) -> Result<(), JobError> {
    let Some(to) = addressee(desk, job.account).await?.filter(|to| to.email_confirmed_at.is_none()) else { return Ok(()) };
    let token = Token::new();
    let hours = desk.config.accounts.link_hours;
    let expires_at = attempt.now.plus(TimeDelta::hours(i64::from(hours)));
    let mut conn = desk.db.get().await?;
    links::insert_confirmation(&mut conn, &token.hash(), job.account, attempt.now.instant(), expires_at).await?;
    drop(conn);
    let path = Place::ConfirmEmail(token.reveal()).leading_to(job.back_to.as_deref());
    send(desk, &to.into(), "confirm_address", path, "", attempt).await
}

/// Sends the link for a new password. A repeated attempt makes another; the first one used ends all.
pub async fn send_new_password_link(desk: &LetterDesk, job: SendNewPasswordLink, attempt: Attempt) -> Result<(), JobError> {
    let Some(to) = addressee(desk, job.account).await? else { return Ok(()) };
    let token = Token::new();
    let expires_at = attempt.now.plus(TimeDelta::hours(i64::from(NEW_PASSWORD_HOURS)));
    let mut conn = desk.db.get().await?;
    links::insert_new_password(&mut conn, &token.hash(), job.account, attempt.now.instant(), expires_at).await?;
    drop(conn);
    send(desk, &to.into(), "new_password", Place::NewPassword(token.reveal()).path(), "", attempt).await
}

/// Sends the link with which a new official sets a password; whoever has set one meanwhile needs none.
pub async fn invite_official(desk: &LetterDesk, job: InviteOfficial, attempt: Attempt) -> Result<(), JobError> {
    let Some(to) = addressee(desk, job.account).await?.filter(|to| to.email_confirmed_at.is_none()) else { return Ok(()) };
    let token = Token::new();
    let expires_at = attempt.now.plus(TimeDelta::hours(i64::from(INVITATION_HOURS)));
    let mut conn = desk.db.get().await?;
    links::insert_new_password(&mut conn, &token.hash(), job.account, attempt.now.instant(), expires_at).await?;
    drop(conn);
    send(desk, &to.into(), "invitation", Place::NewPassword(token.reveal()).path(), "", attempt).await
}

pub async fn tell_known_address(desk: &LetterDesk, job: TellKnownAddress, attempt: Attempt) -> Result<(), JobError> {
    let Some(to) = addressee(desk, job.account).await? else { return Ok(()) };
    send(desk, &to.into(), "known_address", Place::SignIn.path(), "", attempt).await
}

pub async fn tell_account_changed(desk: &LetterDesk, job: TellAccountChanged, attempt: Attempt) -> Result<(), JobError> {
    let Some(to) = addressee(desk, job.account).await? else { return Ok(()) };
    let change = job.change.as_str().replace('_', "-");
    send(desk, &to.into(), "account_changed", AccountPlace::Home.path(), &change, attempt).await
}

async fn addressee(desk: &LetterDesk, account: AccountId) -> Result<Option<Addressee>, JobError> {
    Ok(accounts::addressee(&mut *desk.db.get().await?, account).await?)
}

/// Writes `templates/mails/<kind>.txt` (its first line is the subject) and `.html`, and sends them.
pub(super) async fn send(desk: &LetterDesk, to: &To, kind: &str, path: String, change: &str, attempt: Attempt) -> Result<(), JobError> {
    let portal = &desk.config.portal;
    let facts = Facts {
        lang: to.lang,
        name: to.name.as_str(),
        portal_name: &portal.name,
        portal_province: &portal.province,
        portal_hotline: &portal.hotline,
        link: format!("{}{path}", desk.config.address()),
        hours: match kind {
            "new_password" => NEW_PASSWORD_HOURS,
            "invitation" => INVITATION_HOURS,
            _ => desk.config.accounts.link_hours,
        },
        change: change.to_owned(),
    };
    let write = |ending: &str| {
        let written = desk.views.text(to.lang, &format!("mails/accounts/{kind}.{ending}"), &facts);
        written.map_err(|error| JobError::Retry(format!("the letter cannot be written: {error}")))
    };
    let whole = write("txt")?;
    let (subject, text) = whole.split_once('\n').unwrap_or((whole.as_str(), ""));
    let letter = Letter {
        id: attempt.job.to_string(),
        to: to.email.clone(),
        to_name: to.name.as_str().to_owned(),
        subject: subject.trim().to_owned(),
        text: format!("{}\n", text.trim()),
        html: write("html")?,
        enclosures: Vec::new(),
        written_at: attempt.now.instant(),
    };
    desk.mailer
        .send(&letter)
        .await
        .map(|_| ())
        .map_err(|error| if error.is_for_good() { JobError::GiveUp(error.to_string()) } else { JobError::Retry(error.to_string()) })
}
