//! A device that holds keys, as browsers drive it: honest unless it is told otherwise.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Present and verified.
const VERIFIED: u8 = 0b101;
const PRESENT: u8 = 0b001;
/// Data of a new key follow.
const NEW_KEY: u8 = 0b100_0000;

pub struct Device {
    key: EcdsaKeyPair,
    id: Vec<u8>,
    owner: Value,
    counter: u32,
    pub origin: &'static str,
    /// Looked at a finger, a face, a PIN.
    pub verifies: bool,
}

impl Device {
    pub fn new() -> Self {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).expect("a key");
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random).expect("a key");
        let id = uuid::Uuid::new_v4().as_bytes().to_vec();
        Self { key, id, owner: Value::Null, counter: 0, origin: super::ORIGIN, verifies: true }
    }

    /// The answer to a question for a new key.
    pub fn makes(&mut self, question: &Value) -> String {
        self.owner = question["publicKey"]["user"]["id"].clone();
        let said = self.said("webauthn.create", question);
        // {"fmt": "none", "attStmt": {}, "authData": …} in CBOR.
        let data = self.data(true);
        let length = u8::try_from(data.len()).expect("short");
        let made = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".as_slice(), &[length], &data].concat();
        self.answer(json!({ "clientDataJSON": BASE64.encode(said), "attestationObject": BASE64.encode(made) }))
    }

    /// The answer to a question for a key that is there.
    pub fn opens(&mut self, question: &Value) -> String {
        let owner = self.owner.clone();
        self.opens_as(question, &owner)
    }

    /// The same, naming somebody as the owner.
    pub fn opens_as(&mut self, question: &Value, owner: &Value) -> String {
        self.counter += 1;
        let (said, data) = (self.said("webauthn.get", question), self.data(false));
        let signed = [data.as_slice(), &Sha256::digest(&said)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).expect("a signature");
        self.answer(json!({
            "clientDataJSON": BASE64.encode(said), "authenticatorData": BASE64.encode(data),
            "signature": BASE64.encode(signature.as_ref()), "userHandle": owner,
        }))
    }

    /// A copy of the device that was made some answers ago.
    pub fn forgets(&mut self, answers: u32) {
        self.counter -= answers;
    }

    pub fn owner(&self) -> Value {
        self.owner.clone()
    }

    fn said(&self, what: &str, question: &Value) -> Vec<u8> {
        let challenge = &question["publicKey"]["challenge"];
        json!({ "type": what, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string().into_bytes()
    }

    fn data(&self, new: bool) -> Vec<u8> {
        let flags = if self.verifies { VERIFIED } else { PRESENT } | if new { NEW_KEY } else { 0 };
        let mut data = Sha256::digest(b"localhost").to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        if new {
            data.extend([0; 16]);
            data.extend(u16::try_from(self.id.len()).expect("short").to_be_bytes());
            data.extend(&self.id);
            // The public key in COSE: EC2, ES256, P-256, x, y.
            let point = self.key.public_key().as_ref();
            data.extend([b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".as_slice(), &point[1..33], b"\x22\x58\x20", &point[33..]].concat());
        }
        data
    }

    fn answer(&self, response: Value) -> String {
        let id = BASE64.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} }).to_string()
    }
}
