//! `sign_in.toml`: who else may say who somebody is, by OpenID Connect.

use std::{collections::BTreeSet, path::PathBuf};

use secrecy::SecretString;
use serde::Deserialize;

use super::{ConfigFolder, overlay::ConfigError};

const FILE: &str = "sign_in.toml";

/// One provider; the file explains every key.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInProvider {
    /// Part of addresses: small letters, digits, `-`.
    pub key: String,
    pub name: String,
    pub people: ProviderPeople,
    pub issuer: String,
    pub client_id: String,
    #[serde(default)]
    client_secret_file: PathBuf,
    /// Read from its file; never printed.
    #[serde(skip)]
    pub client_secret: SecretString,
    #[serde(default)]
    pub scopes: Vec<String>,
    #[serde(default)]
    pub personal_id_claim: String,
    #[serde(default)]
    pub strong_acr: Vec<String>,
    #[serde(default)]
    pub strong_amr: Vec<String>,
    #[serde(default = "ten")]
    pub timeout_seconds: u64,
}

/// Whom a provider knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProviderPeople {
    Citizens,
    Officials,
}

const fn ten() -> u64 {
    10
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    provider: Vec<SignInProvider>,
}

pub(super) fn read(folder: &ConfigFolder) -> Result<Vec<SignInProvider>, ConfigError> {
    let place = folder.describe(FILE);
    let fault = |message: String| ConfigError::NotToml { place: place.clone(), message };
    let text = folder.read(FILE).map_err(|error| ConfigError::Folder(error.to_string()))?;
    let mut providers = parse(&text).map_err(fault)?;
    for provider in &mut providers {
        if provider.client_secret_file.as_os_str().is_empty() {
            continue;
        }
        let read = std::fs::read_to_string(&provider.client_secret_file);
        let secret = read.map_err(|error| fault(format!("{}: {error}", provider.client_secret_file.display())))?;
        provider.client_secret = secret.trim().to_owned().into();
    }
    Ok(providers)
}

fn parse(text: &str) -> Result<Vec<SignInProvider>, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    let mut keys = BTreeSet::new();
    for provider in &file.provider {
        let letters = provider.key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if provider.key.is_empty() || provider.key.len() > 30 || !letters {
            return Err(format!("the key {:?} of a provider must be small letters, digits and -", provider.key));
        }
        if !keys.insert(&provider.key) {
            return Err(format!("two providers have the key {:?}", provider.key));
        }
        if provider.name.is_empty() || provider.client_id.is_empty() {
            return Err(format!("the provider {:?} needs a name and a client_id", provider.key));
        }
    }
    Ok(file.provider)
}

#[cfg(test)]
mod tests {
    use super::{ConfigFolder, ProviderPeople, parse, read};

    const ONE: &str =
        "[[provider]]\nkey = 'vneid'\nname = 'VNeID'\npeople = 'citizens'\nissuer = 'https://id.example.vn'\nclient_id = 'cong'\n";

    #[test]
    fn providers_are_read_and_strangers_refused() {
        assert!(read(&ConfigFolder::embedded()).expect("the file of the program").is_empty());
        let one = parse(ONE).expect("one provider");
        assert_eq!((one[0].key.as_str(), one[0].people, one[0].timeout_seconds), ("vneid", ProviderPeople::Citizens, 10));
        assert!(parse(&format!("{ONE}{ONE}")).expect_err("twice").contains("two providers"));
        assert!(parse(&ONE.replace("'vneid'", "'../x'")).is_err());
        assert!(parse(&format!("{ONE}secret = 'x'\n")).expect_err("a stranger").contains("secret"));
    }
}
