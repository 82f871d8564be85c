//! Letting in: the session of the cookie, the posted form, and the check that the portal itself showed that form.
//!
//! Four bars against forged requests: the cookie is `SameSite=Lax`; the browser's own words
//! (`Sec-Fetch-Site`, else `Origin`) must name this site; the token in the form must be made from
//! this browser's cookie; and a body of files is only given out by an extractor that checks the same token.

use actix_web::{
    HttpMessage,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderMap},
    middleware::Next,
    web,
};

use super::{
    Error, Visit,
    body::{self, Kind},
};
use crate::{accounts, platform::Platform};

/// The name of the hidden input, and the header that scripts send.
pub(in crate::web) const FIELD: &str = "csrf";
const HEADER: &str = "x-csrf-token";

/// Around all screens.
pub(crate) async fn let_in(
    platform: web::Data<Platform>,
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let visit = request.extensions().get::<Visit>().cloned().ok_or_else(|| Error::internal(anyhow::anyhow!("not by the front door")))?;
    know(&platform, &visit).await?;
    if !request.method().is_safe() {
        check(&visit, &mut request).await?;
    }
    next.call(request).await
}

/// Looks the session up, in one statement (and once an hour another that lets it go on), and gives the connection back at once.
async fn know(platform: &Platform, visit: &Visit) -> Result<(), Error> {
    let Some(token) = visit.token() else { return Ok(()) };
    let mut conn = platform.db.get().await.map_err(|_| Error::Busy)?;
    let rule = accounts::StaffRule::of(&platform.config);
    let hash = token.hash();
    let session = accounts::session(&mut conn, &hash, visit.now(), rule).await?;
    if let Some(session) = &session
        && accounts::stay_signed_in(&mut conn, visit.now(), &platform.config, &hash, session).await?
    {
        visit.signed_in(&token);
    }
    visit.knows(session);
    Ok(())
}

async fn check(visit: &Visit, request: &mut ServiceRequest) -> Result<(), Error> {
    if comes_from_elsewhere(request.headers(), &visit.platform().config.address()) {
        return Err(Error::NotAllowed);
    }
    let in_header = request.headers().get(HEADER).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let in_form = match body::kind(request) {
        Kind::Form => {
            let pairs = body::read_form(request).await?;
            let (ours, rest): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| name == FIELD);
            visit.keep_form(rest);
            ours.into_iter().next().map(|(_, value)| value)
        }
        Kind::Files if in_header.is_none() => return Ok(()),
        Kind::Files | Kind::Other => None,
    };
    accept(visit, in_form.or(in_header).as_deref())
}

/// Trusts the form if its token was made from this browser's cookie.
pub(in crate::web) fn accept(visit: &Visit, sent: Option<&str>) -> Result<(), Error> {
    match (visit.token(), sent) {
        (Some(token), Some(sent)) if visit.platform().key.csrf_ok(&token, sent) => {
            visit.trust_form();
            Ok(())
        }
        _ => Err(Error::FormExpired),
    }
}

/// Old browsers say nothing; for them the token alone decides.
fn comes_from_elsewhere(headers: &HeaderMap, base_url: &str) -> bool {
    let word = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = word("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    let host = word(header::HOST.as_str());
    word(header::ORIGIN.as_str())
        .is_some_and(|origin| origin != base_url.trim_end_matches('/') && origin.split_once("://").map(|(_, host)| host) != host)
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::comes_from_elsewhere;

    fn foreign(headers: &[(&str, &str)]) -> bool {
        let request = headers.iter().fold(TestRequest::post(), |request, pair| request.insert_header(*pair)).to_http_request();
        comes_from_elsewhere(request.headers(), "https://motcua.example.vn")
    }

    #[test]
    fn only_this_site_may_post() {
        assert!(!foreign(&[("sec-fetch-site", "same-origin")]));
        assert!(foreign(&[("sec-fetch-site", "cross-site")]));
        assert!(foreign(&[("sec-fetch-site", "same-site")]));
        assert!(!foreign(&[("origin", "https://motcua.example.vn")]));
        assert!(!foreign(&[("origin", "http://localhost:8080"), ("host", "localhost:8080")]));
        assert!(foreign(&[("origin", "https://evil.example"), ("host", "motcua.example.vn")]));
        assert!(foreign(&[("origin", "null"), ("host", "motcua.example.vn")]));
        assert!(!foreign(&[]), "an old browser: the token decides");
    }
}
