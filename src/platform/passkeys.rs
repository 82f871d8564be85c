//! Passkeys (WebAuthn): challenges for devices, and judging what they answer. It knows keys and challenges, not
//! accounts.
//!
//! Every answer must come with the owner verified by the device (a finger, a face, a PIN): a passkey is two factors
//! at once. The state between question and answer belongs to the server: whoever keeps it keeps it where nobody
//! else reads or writes.

use anyhow::Context;
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid,
    Webauthn, WebauthnBuilder, WebauthnError,
};

/// A key of a device: its public half and how often it was used, as the database keeps it.
pub type Kept = Value;

/// The answer of a device is not to be believed, or not one at all.
#[derive(Debug, thiserror::Error)]
#[error("the answer of the device is refused: {0}")]
pub struct NotBelieved(String);

impl From<WebauthnError> for NotBelieved {
    fn from(error: WebauthnError) -> Self {
        Self(error.to_string())
    }
}

impl From<serde_json::Error> for NotBelieved {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

/// What is asked of a device: the words for the browser, and what the server keeps until the answer.
#[derive(Debug, Clone)]
pub struct Asked {
    pub for_browser: String,
    pub state: Value,
}

/// A new key.
#[derive(Debug, Clone)]
pub struct NewKey {
    pub id: Vec<u8>,
    pub kept: Kept,
}

/// Whose key an answer names.
#[derive(Debug)]
pub struct Answer {
    pub owner: Uuid,
    pub key_id: Vec<u8>,
    said: PublicKeyCredential,
}

/// The machine for the portal's own address.
#[derive(Clone)]
pub struct Passkeys(Option<Webauthn>);

impl Passkeys {
    /// Browsers know passkeys for names only, reached by https or on this machine; elsewhere there are none.
    pub fn at(address: &str, portal_name: &str) -> anyhow::Result<Self> {
        let url: Url = address.parse().context("portal.address")?;
        let (domain, secure) = (url.domain().map(str::to_owned), url.scheme() == "https");
        let Some(domain) = domain.filter(|domain| secure || domain == "localhost") else { return Ok(Self(None)) };
        let machine = WebauthnBuilder::new(&domain, &url).and_then(|builder| builder.rp_name(portal_name).build());
        Ok(Self(Some(machine.context("passkeys for portal.address")?)))
    }

    pub const fn is_on(&self) -> bool {
        self.0.is_some()
    }

    fn machine(&self) -> Result<&Webauthn, NotBelieved> {
        self.0.as_ref().ok_or_else(|| NotBelieved("there are no passkeys at this address".to_owned()))
    }

    /// Asks for a new key that can be found without knowing whose it is; not one of those there are.
    pub fn ask_new(&self, owner: Uuid, name: &str, shown: &str, there: Vec<CredentialID>) -> Result<Asked, NotBelieved> {
        let (question, state) = self.machine()?.start_passkey_registration(owner, name, shown, Some(there))?;
        let mut question = serde_json::to_value(question)?;
        if let Some(selection) = question.pointer_mut("/publicKey/authenticatorSelection").and_then(Value::as_object_mut) {
            selection.insert("residentKey".to_owned(), json!("required"));
            selection.insert("requireResidentKey".to_owned(), json!(true));
        }
        Ok(Asked { for_browser: question.to_string(), state: serde_json::to_value(state)? })
    }

    pub fn judge_new(&self, state: Value, answer: &str) -> Result<NewKey, NotBelieved> {
        let state: PasskeyRegistration = serde_json::from_value(state)?;
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer)?;
        let key = self.machine()?.finish_passkey_registration(&answer, &state)?;
        Ok(NewKey { id: key.cred_id().to_vec(), kept: serde_json::to_value(key)? })
    }

    /// Asks whoever is there for any key of this portal.
    pub fn ask(&self) -> Result<Asked, NotBelieved> {
        let (mut question, state) = self.machine()?.start_discoverable_authentication()?;
        // The button was pressed: the browser shows its dialogue, not a hint in a field.
        question.mediation = None;
        Ok(Asked { for_browser: serde_json::to_value(question)?.to_string(), state: serde_json::to_value(state)? })
    }

    /// Whose key the answer names. Nothing is proven yet.
    pub fn read(&self, answer: &str) -> Result<Answer, NotBelieved> {
        let said: PublicKeyCredential = serde_json::from_str(answer)?;
        let (owner, key_id) = self.machine()?.identify_discoverable_authentication(&said)?;
        let key_id = key_id.to_vec();
        Ok(Answer { owner, key_id, said })
    }

    /// Proves the answer with the key that is kept; the key as it is to be kept from now on.
    pub fn judge(&self, state: Value, answer: &Answer, kept: Kept) -> Result<Kept, NotBelieved> {
        let state: DiscoverableAuthentication = serde_json::from_value(state)?;
        let mut key: Passkey = serde_json::from_value(kept)?;
        let proven = self.machine()?.finish_discoverable_authentication_v2(&answer.said, state, &key)?;
        if !proven.user_verified() {
            return Err(NotBelieved("the device did not verify its owner".to_owned()));
        }
        key.update_credential(&proven);
        Ok(serde_json::to_value(key)?)
    }
}

#[cfg(test)]
mod tests {
    use super::Passkeys;

    #[test]
    fn there_are_passkeys_where_browsers_know_them() {
        let on = |address: &str| Passkeys::at(address, "Cổng").expect("a machine").is_on();
        assert!(on("https://dichvucong.example.vn") && on("http://localhost:8080"));
        assert!(!on("http://127.0.0.1:8080") && !on("http://dichvucong.example.vn") && !on("https://203.0.113.7"));
    }
}
