//! From which network address a request comes, for limits. Headers are believed only from our own proxies.

use std::net::IpAddr;

use actix_web::dev::ServiceRequest;

/// The nearest address that is not one of our proxies; `None` if the connection has none (tests).
pub(super) fn of(request: &ServiceRequest, trusted: &[IpAddr]) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok()).unwrap_or_default();
    Some(nearest(peer, forwarded, trusted))
}

/// Every proxy appends the address that it saw: read from the right as long as we trust who wrote.
fn nearest(peer: IpAddr, forwarded: &str, trusted: &[IpAddr]) -> IpAddr {
    let mut seen = peer;
    for word in forwarded.rsplit(',') {
        if !trusted.contains(&seen) {
            break;
        }
        let Ok(next) = word.trim().parse() else { break };
        seen = next;
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_our_proxies_are_believed() {
        let address = |text: &str| text.parse().expect("an address");
        let (proxy, stranger) = (address("10.0.0.1"), address("203.0.113.9"));
        assert_eq!(nearest(stranger, "1.2.3.4", &[proxy]), stranger, "a stranger may claim anything");
        assert_eq!(nearest(proxy, "1.2.3.4, 203.0.113.9", &[proxy]), stranger, "what the proxy saw, not what was claimed before");
        assert_eq!(nearest(proxy, "", &[proxy]), proxy);
    }
}
