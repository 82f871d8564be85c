//! The address of a database, read as operators write it.

use std::{net::IpAddr, str::FromStr, time::Duration};

use tokio_postgres::config::{Config as Target, Host, SslMode};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the address of the database is not understood: {0}")]
pub struct AddressError(String);

/// A checked address. Never printed: it may hold a password.
#[derive(Clone)]
pub struct DbAddress(Target);

impl FromStr for DbAddress {
    type Err = AddressError;

    /// Hosters print `sslmode=verify-full`, which the driver does not know; it verifies whenever it
    /// encrypts, so `require` means the same here. On this machine there is nothing to encrypt.
    fn from_str(url: &str) -> Result<Self, Self::Err> {
        let says_ssl = url.contains("sslmode=");
        let url = url.replace("sslmode=verify-full", "sslmode=require").replace("sslmode=verify-ca", "sslmode=require");
        let mut target: Target = url.parse().map_err(|e: tokio_postgres::Error| AddressError(causes(&e)))?;
        if target.get_hosts().is_empty() {
            return Err(AddressError("it names no host".to_owned()));
        }
        if !says_ssl {
            let local = target.get_hosts().iter().all(is_here);
            target.ssl_mode(if local { SslMode::Disable } else { SslMode::Require });
        }
        if target.get_connect_timeout().is_none() {
            target.connect_timeout(Duration::from_secs(5));
        }
        Ok(Self(target))
    }
}

impl DbAddress {
    pub(super) fn target(&self) -> Target {
        self.0.clone()
    }

    /// The same server, another database.
    pub fn of_database(&self, name: &str) -> Self {
        let mut target = self.0.clone();
        target.dbname(name);
        Self(target)
    }

    /// Where the server is, without user or password: for messages.
    pub fn place(&self) -> String {
        let hosts = self.0.get_hosts().iter().map(|host| match host {
            Host::Tcp(name) => name.clone(),
            Host::Unix(path) => path.display().to_string(),
        });
        format!("{}/{}", hosts.collect::<Vec<_>>().join(","), self.0.get_dbname().unwrap_or_default())
    }
}

fn is_here(host: &Host) -> bool {
    match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()),
    }
}

/// An error with everything that lies under it, on one line.
pub(super) fn causes(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        said = format!("{said}: {cause}");
        next = cause.source();
    }
    said
}

#[cfg(test)]
mod tests {
    use super::DbAddress;
    use tokio_postgres::config::SslMode;

    #[test]
    fn operators_addresses_are_understood() {
        let ssl = |url: &str| url.parse::<DbAddress>().expect("an address").target().get_ssl_mode();
        assert_eq!(ssl("postgres://u:p@db.example/x?sslmode=verify-full"), SslMode::Require);
        assert_eq!(ssl("postgres://u:p@db.example/x"), SslMode::Require);
        assert_eq!(ssl("postgres://u@127.0.0.1/x"), SslMode::Disable);
        assert_eq!(ssl("postgres://u@%2Frun%2Fpg/x"), SslMode::Disable);
        assert!("mysql://x".parse::<DbAddress>().is_err());
    }

    #[test]
    fn a_place_names_no_password() {
        let address: DbAddress = "postgres://u:geheim@h1,h2:5433/x".parse().expect("an address");
        assert_eq!(address.of_database("y").place(), "h1,h2/y");
    }
}
