//! A provider in the test's own hands: it signs whatever it is told to.

use std::sync::{Arc, Mutex};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

#[derive(Clone)]
pub struct Crooked {
    pub port: u16,
    mind: Arc<Mutex<Mind>>,
}

struct Mind {
    /// What the next token says.
    claims: Value,
    header: Value,
    /// The keys it shows, and the one it signs with.
    shown: Vec<Pair>,
    signing: usize,
    /// Bodies sent for a token.
    asked: Vec<String>,
    /// How often the keys were asked for.
    keys_asked: usize,
    /// What it says of itself beside the truth.
    about: Value,
}

type Pair = (String, Arc<EcdsaKeyPair>);

fn pair(kid: &str) -> Pair {
    let random = SystemRandom::new();
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).expect("a key");
    let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random).expect("a key");
    (kid.to_owned(), Arc::new(key))
}

impl Crooked {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let mind = Mind {
            claims: Value::Null,
            header: json!({ "alg": "ES256", "kid": "1" }),
            shown: vec![pair("1")],
            signing: 0,
            asked: Vec::new(),
            keys_asked: 0,
            about: json!({}),
        };
        let provider = Self { port, mind: Arc::new(Mutex::new(mind)) };
        let serving = provider.clone();
        background(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let provider = serving.clone();
                background(async move {
                    let _ended = provider.serve(stream).await;
                });
            }
        });
        provider
    }

    pub fn issuer(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What the next token says.
    pub fn says(&self, claims: Value) {
        self.mind.lock().expect("a mind").claims = claims;
    }

    pub fn heads_with(&self, header: Value) {
        self.mind.lock().expect("a mind").header = header;
    }

    /// Signs with a key that it does not show.
    pub fn forges(&self) {
        let mut mind = self.mind.lock().expect("a mind");
        mind.shown.push(pair("1"));
        mind.signing = 1;
    }

    /// Takes a new key and shows no other from now on.
    pub fn changes_keys(&self, kid: &str) {
        let mut mind = self.mind.lock().expect("a mind");
        (mind.shown, mind.signing, mind.header) = (vec![pair(kid)], 0, json!({ "alg": "ES256", "kid": kid }));
    }

    pub fn says_of_itself(&self, about: Value) {
        self.mind.lock().expect("a mind").about = about;
    }

    /// Bodies sent for a token.
    pub fn asked(&self) -> Vec<String> {
        self.mind.lock().expect("a mind").asked.clone()
    }

    pub fn keys_asked(&self) -> usize {
        self.mind.lock().expect("a mind").keys_asked
    }

    async fn serve(&self, stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.into_split();
        let mut reader = BufReader::new(read);
        let (mut first, mut length) = (String::new(), 0);
        reader.read_line(&mut first).await?;
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).await? == 0 || line == "\r\n" {
                break;
            }
            if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).await?;
        let answer = self.answer(&first, String::from_utf8_lossy(&body).into_owned()).to_string();
        let head =
            format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", answer.len());
        write.write_all(head.as_bytes()).await?;
        write.write_all(answer.as_bytes()).await
    }

    fn answer(&self, first: &str, body: String) -> Value {
        let mut mind = self.mind.lock().expect("a mind");
        if first.starts_with("POST /token") {
            mind.asked.push(body);
            return json!({ "access_token": "nothing", "token_type": "Bearer", "id_token": mind.token() });
        }
        if first.starts_with("GET /keys") {
            mind.keys_asked += 1;
            // Only the first key is shown: a forged one is not.
            return json!({ "keys": [mind.shown.first().map(public)] });
        }
        let mut about = json!({
            "issuer": self.issuer(),
            "authorization_endpoint": format!("{}/auth", self.issuer()),
            "token_endpoint": format!("{}/token", self.issuer()),
            "jwks_uri": format!("{}/keys", self.issuer()),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256"],
        });
        for (key, value) in mind.about.as_object().into_iter().flatten() {
            about[key] = value.clone();
        }
        about
    }
}

impl Mind {
    fn token(&self) -> String {
        let part = |value: &Value| BASE64.encode(value.to_string());
        let text = format!("{}.{}", part(&self.header), part(&self.claims));
        if self.header["alg"] == "none" {
            return format!("{text}.");
        }
        let signature = self.shown[self.signing].1.sign(&SystemRandom::new(), text.as_bytes()).expect("a signature");
        format!("{text}.{}", BASE64.encode(signature.as_ref()))
    }
}

fn public((kid, key): &Pair) -> Value {
    // 4, then both coordinates.
    let point = key.public_key().as_ref();
    json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": kid, "x": BASE64.encode(&point[1..33]), "y": BASE64.encode(&point[33..]) })
}

#[expect(clippy::disallowed_methods, reason = "the provider of a test runs beside the test")]
fn background(work: impl Future<Output = ()> + Send + 'static) {
    tokio::spawn(work);
}
