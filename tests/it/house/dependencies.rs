//! What the portal is built from: only crates of the registry, each with its checksum, and none that
//! brings another TLS library or database driver. Known weaknesses are looked up by `cargo deny` where
//! there is a network; this law needs none.

use super::source::{none, root};

const UNWANTED: [&str; 6] = ["openssl-sys", "native-tls", "aws-lc-sys", "pq-sys", "sqlx", "actix-governor"];

#[test]
fn crates_come_from_the_registry_and_bring_nothing_unwanted() {
    let lock: toml::Table = std::fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock").parse().expect("TOML");
    let packages = lock.get("package").and_then(toml::Value::as_array).expect("packages");
    let mut breaches = Vec::new();
    for package in packages {
        let word = |key: &str| package.get(key).and_then(toml::Value::as_str).unwrap_or_default();
        let name = word("name");
        if UNWANTED.contains(&name) {
            breaches.push(format!("{name} is in Cargo.lock: which feature brings it?"));
        }
        let from_registry = word("source") == "registry+https://github.com/rust-lang/crates.io-index" && !word("checksum").is_empty();
        if name != "motcua" && !from_registry {
            breaches.push(format!("{name} comes from {:?}, without a checksum", word("source")));
        }
    }
    none(breaches);
}
