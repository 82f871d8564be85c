//! Coming back from a provider.

use chrono::TimeDelta;
use serde_json::json;

use super::{
    KIND,
    going::Remembered,
    matching::{Facts, Matched, NotMatched, matched},
};
use crate::{
    accounts::{
        ceremonies::{self, CeremonyError},
        letters::{Change, TellAccountChanged},
        model::NewAccount,
        queries::{
            accounts,
            identities::{self as table, Holder},
            passkeys,
            sessions::{self, NewSession},
        },
        sign_in::{HALF_WAY_MINUTES, SignedIn, device_name},
    },
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
        ids::AccountId,
        lang::Lang,
        person::{Email, PersonName, PersonalId},
    },
    platform::{
        config::{self, ProviderPeople},
        crypto::{PasswordError, SecretKey, Token, hash_password},
        db::{AsyncConnection, Conn, Db, DbError},
        oidc::{Provider, ProviderError, Told},
        queue,
    },
};

/// What the provider sent the browser back with.
#[derive(Clone, Copy)]
pub struct Arrival<'a> {
    pub provider: &'a Provider,
    /// Where it was sent back to: the same address as on the way there.
    pub back: &'a str,
    pub browser: &'a Token,
    pub state: &'a str,
    pub code: &'a str,
    pub device: &'a str,
    pub lang: Lang,
}

#[derive(Debug)]
pub enum Arrived {
    In {
        signed_in: SignedIn,
        back_to: Option<String>,
    },
    /// The account of whoever was signed in already is tied now.
    Tied,
}

#[derive(Debug, thiserror::Error)]
pub enum ArrivalRefused {
    /// Nobody set out like this in this browser, or too long ago.
    #[error("no such journey")]
    NoJourney,
    #[error(transparent)]
    Provider(#[from] ProviderError),
    #[error(transparent)]
    NotMatched(#[from] NotMatched),
    /// Nobody here, and the provider tells no verified address to open an account with.
    #[error("no account, and no address for one")]
    NoAccount,
    /// The address has an account: its owner signs in there and ties the provider himself.
    #[error("the address has an account")]
    AddressTaken,
    /// An officials' provider, and no post today.
    #[error("no post")]
    NoPost,
    #[error("no connection is free")]
    Busy,
    #[error(transparent)]
    Ceremony(#[from] CeremonyError),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Lets somebody in, or ties his account. No connection is held while the provider is asked.
pub async fn arrive(
    db: &Db,
    key: &SecretKey,
    now: Now,
    settings: &config::Accounts,
    arrival: Arrival<'_>,
) -> Result<Arrived, ArrivalRefused> {
    let state = Token::parse(arrival.state).ok_or(ArrivalRefused::NoJourney)?;
    let mut conn = db.get().await.map_err(|_| ArrivalRefused::Busy)?;
    let ended = ceremonies::end::<Remembered>(&mut conn, key, now, (KIND, arrival.browser), &state).await?;
    drop(conn);
    let (remembered, wanting) = ended.ok_or(ArrivalRefused::NoJourney)?;
    if remembered.provider != arrival.provider.key() {
        return Err(ArrivalRefused::NoJourney);
    }
    let told = arrival.provider.finish(now, arrival.back, arrival.code, &remembered.secrets).await?;
    // Nobody knows it: the account opens by the provider, until its owner chooses another.
    let password = hash_password(Token::new().reveal()).await?;
    let mut conn = db.get().await.map_err(|_| ArrivalRefused::Busy)?;
    let desk = Desk { now, settings, arrival, told: &told };
    conn.transaction::<Arrived, ArrivalRefused, _>(async |conn| match wanting {
        Some(account) => desk.tie(conn, account).await,
        None => desk.let_in(conn, password, remembered.back_to).await,
    })
    .await
}

struct Desk<'a> {
    now: Now,
    settings: &'a config::Accounts,
    arrival: Arrival<'a>,
    told: &'a Told,
}

impl Desk<'_> {
    async fn tie(&self, conn: &mut Conn, account: AccountId) -> Result<Arrived, ArrivalRefused> {
        let wanting = table::by_account(conn, account).await?.ok_or(ArrivalRefused::NoJourney)?;
        let (holder, _) = self.find(conn, Some(&wanting)).await?.ok_or(ArrivalRefused::NoJourney)?;
        self.must_have_post(conn, holder.account).await?;
        self.tie_now(conn, &holder).await?;
        Ok(Arrived::Tied)
    }

    async fn let_in(&self, conn: &mut Conn, password: String, back_to: Option<String>) -> Result<Arrived, ArrivalRefused> {
        let holder = match self.find(conn, None).await? {
            Some((holder, known)) => {
                self.must_have_post(conn, holder.account).await?;
                if known {
                    self.use_again(conn, &holder).await?
                } else {
                    self.tie_now(conn, &holder).await?
                }
                holder
            }
            None if self.facts(None, None, None, None).may_open_account() => self.open_account(conn, password).await?,
            None => return Err(ArrivalRefused::NoPost),
        };
        Ok(Arrived::In { signed_in: self.open_session(conn, holder).await?, back_to })
    }

    fn facts<'f>(
        &self,
        wanting: Option<&'f Holder>,
        tied: Option<&'f Holder>,
        numbered: Option<&'f Holder>,
        number: Option<&'f PersonalId>,
    ) -> Facts<'f> {
        Facts { people: self.arrival.provider.people(), wanting, tied, numbered, number }
    }

    fn number(&self) -> Option<PersonalId> {
        self.told.personal_id.as_ref().and_then(|number| number.parse().ok())
    }

    /// The account that what the provider says belongs to, and whether it was tied before.
    async fn find(&self, conn: &mut Conn, wanting: Option<&Holder>) -> Result<Option<(Holder, bool)>, ArrivalRefused> {
        let number = self.number();
        let tied = table::by_subject(conn, self.arrival.provider.issuer(), &self.told.subject).await?;
        let numbered = match &number {
            Some(number) => table::by_number(conn, number).await?,
            None => None,
        };
        let found = matched(&self.facts(wanting, tied.as_ref(), numbered.as_ref(), number.as_ref()))?;
        let holders = [wanting.cloned(), tied, numbered];
        let with = |account: AccountId| holders.into_iter().flatten().find(|holder| holder.account == account);
        Ok(match found {
            Matched::Known(account) => with(account).map(|holder| (holder, true)),
            Matched::Tie(account) => with(account).map(|holder| (holder, false)),
            Matched::Nobody => None,
        })
    }

    async fn must_have_post(&self, conn: &mut Conn, account: AccountId) -> Result<(), ArrivalRefused> {
        let officials = self.arrival.provider.people() == ProviderPeople::Officials;
        if officials && !table::is_member(conn, account, self.now.today()).await? {
            return Err(ArrivalRefused::NoPost);
        }
        Ok(())
    }

    async fn use_again(&self, conn: &mut Conn, holder: &Holder) -> Result<(), ArrivalRefused> {
        table::mark_used(conn, self.arrival.provider.issuer(), &self.told.subject, self.now.instant()).await?;
        self.bind(conn, holder).await
    }

    async fn tie_now(&self, conn: &mut Conn, holder: &Holder) -> Result<(), ArrivalRefused> {
        let (issuer, account) = (self.arrival.provider.issuer(), holder.account);
        if !table::tie(conn, account, issuer, &self.told.subject, self.now.instant()).await? {
            // Tied already to this very account, or the account to another name there.
            let same = table::by_subject(conn, issuer, &self.told.subject).await?.is_some_and(|tied| tied.account == account);
            return if same { self.bind(conn, holder).await } else { Err(NotMatched::Another.into()) };
        }
        self.bind(conn, holder).await?;
        let data = json!({ "provider": self.arrival.provider.key() });
        audit::record(conn, self.now, &actor(holder), "tie_provider", "account", &account.to_string(), data).await?;
        queue::enqueue(conn, self.now, &TellAccountChanged { account, change: Change::ProviderTied }).await?;
        Ok(())
    }

    async fn bind(&self, conn: &mut Conn, holder: &Holder) -> Result<(), ArrivalRefused> {
        let Some(number) = self.number().filter(|_| holder.verified_at.is_none()) else { return Ok(()) };
        let bound = table::bind_number(conn, holder.account, &number, self.arrival.provider.issuer(), self.now.instant()).await?;
        if bound { Ok(()) } else { Err(NotMatched::Another.into()) }
    }

    async fn open_account(&self, conn: &mut Conn, password_hash: String) -> Result<Holder, ArrivalRefused> {
        let email: Email = self.told.email.as_ref().and_then(|email| email.parse().ok()).ok_or(ArrivalRefused::NoAccount)?;
        let name: PersonName = self.told.name.as_ref().and_then(|name| name.parse().ok()).ok_or(ArrivalRefused::NoAccount)?;
        let (id, at) = (AccountId::new(), self.now.instant());
        let account = NewAccount {
            id,
            email,
            email_confirmed_at: Some(at),
            full_name: name.clone(),
            phone: None,
            personal_id: None,
            birth_date: None,
            password_hash,
            lang: self.arrival.lang,
            demo: false,
            created_at: at,
            updated_at: at,
        };
        if !accounts::insert(conn, &account).await? {
            return Err(ArrivalRefused::AddressTaken);
        }
        let holder = Holder { account: id, name, personal_id: None, verified_at: None, second_factor: None };
        let data = json!({ "provider": self.arrival.provider.key() });
        audit::record(conn, self.now, &actor(&holder), "register", "account", &id.to_string(), data).await?;
        self.tie_now(conn, &holder).await?;
        Ok(holder)
    }

    /// A second factor that was given at the provider is not asked for again; otherwise a provider opens no more than
    /// the password does.
    async fn open_session(&self, conn: &mut Conn, holder: Holder) -> Result<SignedIn, ArrivalRefused> {
        let strong = self.told.strong;
        let guarded = holder.second_factor.is_some() || passkeys::guards(conn, holder.account, self.now.today()).await?;
        let awaits_second = guarded && !strong;
        let lifetime = match awaits_second {
            true => TimeDelta::minutes(HALF_WAY_MINUTES),
            false => TimeDelta::hours(i64::from(self.settings.session_hours)),
        };
        let (token, expires_at, device) = (Token::new(), self.now.plus(lifetime), device_name(self.arrival.device));
        let open = NewSession::open(&token, holder.account, &device, self.now.instant(), expires_at);
        sessions::insert(conn, &open.strong(strong).awaiting(awaits_second)).await?;
        let data = json!({ "provider": self.arrival.provider.key() });
        let act = if awaits_second { "come_by_provider" } else { "sign_in" };
        audit::record(conn, self.now, &actor(&holder), act, "account", &holder.account.to_string(), data).await?;
        Ok(SignedIn { token, expires_at, account: holder.account, name: holder.name, awaits_second })
    }
}

fn actor(holder: &Holder) -> Actor {
    Actor::Citizen(Citizen { account: holder.account, name: holder.name.clone() })
}
