//! OpenID Connect, the side that asks: sending somebody to a provider (code flow with PKCE, state and nonce),
//! and believing what comes back only if the provider signed it, for us, for this journey, and just now.
//!
//! It knows claims, not accounts. Never call it inside a transaction: it waits for others.

mod provider;
mod wire;

use std::sync::Arc;

pub use provider::{Journey, Provider, ProviderError, Secrets, Told};

use super::config::{ProviderPeople, SignInProvider};

/// The providers of this installation, in the order of its settings. Cheap to clone.
#[derive(Clone, Default)]
pub struct Providers(Arc<[Provider]>);

impl Providers {
    /// # Errors
    /// What is wrong with an address, in words for the operator.
    pub fn open(settings: &[SignInProvider]) -> anyhow::Result<Self> {
        settings.iter().map(Provider::open).collect::<anyhow::Result<Vec<_>>>().map(|all| Self(all.into()))
    }

    pub fn find(&self, key: &str) -> Option<&Provider> {
        self.0.iter().find(|provider| provider.key() == key)
    }

    pub fn all(&self) -> impl Iterator<Item = &Provider> {
        self.0.iter()
    }

    /// Those for citizens or those for officials.
    pub fn of(&self, people: ProviderPeople) -> impl Iterator<Item = &Provider> {
        self.0.iter().filter(move |provider| provider.people() == people)
    }
}
