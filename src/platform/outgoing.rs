//! Where the portal may go out to: https, or plain http on this machine; no password in the address; never an
//! address at which machines tell their secrets (link-local), nor none at all. A name is looked at once more when
//! it is resolved, so that it cannot lead there either. Redirects are not followed.
//!
//! Everything that speaks HTTP to a service of others goes through here.

use std::{
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use reqwest::{
    Client, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect,
};

/// Why an address is not gone to. Holds no more of it than the host.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    #[error("not an address of the web")]
    NoAddress,
    #[error("it must name a host that may be called, not {0:?}")]
    Host(String),
    #[error("it must hold no password")]
    Password,
    #[error("it must begin with https:// unless it is on this machine")]
    Plain,
}

/// The address, if the portal may go there.
pub fn allowed(url: &str) -> Result<Url, NotAllowed> {
    let url: Url = url.parse().map_err(|_| NotAllowed::NoAddress)?;
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let address: Option<IpAddr> = host.parse().ok();
    if host.is_empty() || address.is_some_and(is_forbidden) {
        return Err(NotAllowed::Host(host));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(NotAllowed::Password);
    }
    let here = is_here(&host) || address.is_some_and(|address| address.is_loopback());
    if url.scheme() == "https" || (url.scheme() == "http" && here) { Ok(url) } else { Err(NotAllowed::Plain) }
}

/// A client that goes to no other address than the one it is told, and waits no longer than this.
pub fn client(timeout: Duration) -> reqwest::Result<Client> {
    // The first to install it wins; all of ours are the same.
    let _already_there = rustls::crypto::ring::default_provider().install_default();
    Client::builder().timeout(timeout).redirect(redirect::Policy::none()).dns_resolver(Names).build()
}

fn is_here(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
}

fn is_forbidden(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.is_link_local() || v4.is_unspecified() || v4.is_multicast() || v4.is_broadcast(),
        IpAddr::V6(v6) => v6.is_unicast_link_local() || v6.is_unspecified() || v6.is_multicast(),
    }
}

/// Names are resolved by the system; what they may not lead to is left out. A name on the net does not lead to
/// this machine either.
struct Names;

impl Resolve for Names {
    fn resolve(&self, name: Name) -> Resolving {
        let host = name.as_str().to_owned();
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((host.as_str(), 0)).await?.collect();
            let good: Vec<SocketAddr> = found.into_iter().filter(|found| may_lead_to(&host, found.ip())).collect();
            if good.is_empty() {
                return Err("the name leads to no address that may be called".into());
            }
            let addresses: Addrs = Box::new(good.into_iter());
            Ok(addresses)
        })
    }
}

fn may_lead_to(host: &str, address: IpAddr) -> bool {
    !is_forbidden(address) && (is_here(host) || !address.to_canonical().is_loopback())
}

#[cfg(test)]
mod tests {
    use super::{allowed, may_lead_to};

    #[test]
    fn only_services_are_called() {
        for good in
            ["https://sms.example.vn/send", "http://127.0.0.1:8089/", "http://localhost/x", "https://10.0.0.7/sms", "http://[::1]:7/"]
        {
            assert!(allowed(good).is_ok(), "{good}");
        }
        let bad = [
            "",
            "ftp://sms.example.vn",
            "http://sms.example.vn",
            "https://169.254.169.254/latest",
            "https://[fe80::1]/",
            "https://[::ffff:169.254.169.254]/",
            "https://0.0.0.0/",
            "https://2852039166/",
            "https://user:secret@sms.example.vn",
            "file:///etc/passwd",
            "http://localhost.example.vn/",
        ];
        for bad in bad {
            assert!(allowed(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_name_leads_to_no_place_that_an_address_may_not() {
        let to = |host: &str, address: &str| may_lead_to(host, address.parse().expect("an address"));
        assert!(to("id.example.vn", "203.0.113.7") && to("localhost", "127.0.0.1"));
        for address in ["169.254.169.254", "127.0.0.1", "::1", "0.0.0.0", "fe80::1", "::ffff:169.254.169.254", "::ffff:127.0.0.1"] {
            assert!(!to("id.example.vn", address), "{address}");
        }
    }
}
