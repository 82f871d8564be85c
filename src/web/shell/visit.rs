//! One visit: who asks, when, in which language; and what goes back beside the page.

use std::{
    cell::{Cell, RefCell},
    net::IpAddr,
    rc::Rc,
};

use actix_web::{
    HttpMessage, HttpRequest,
    cookie::{Cookie, time::Duration},
    dev::ServiceRequest,
    http::header::{self, HeaderName},
};

use super::{address, body::Pairs, cookie, flash, respond};
use crate::{
    accounts::Session,
    kernel::{clock::Now, ids::RequestId, lang::Lang},
    platform::{
        Platform,
        config::Portal,
        crypto::Token,
        i18n::TextValue,
        views::{Flash, FlashKind, Languages, PortalFacts, Shell, ShellUser},
    },
};

/// Cheap to clone; lives as long as its request.
#[derive(Clone)]
pub struct Visit(Rc<Facts>);

struct Facts {
    platform: Platform,
    id: RequestId,
    now: Now,
    path: String,
    came_from: Option<String>,
    address: Option<IpAddr>,
    encodings: String,
    wants_json: bool,
    chosen_lang: Option<Lang>,
    token: RefCell<Option<Token>>,
    session: RefCell<Option<Session>>,
    form: RefCell<Pairs>,
    form_is_genuine: Cell<bool>,
    flash: RefCell<Option<Flash>>,
    cookies: RefCell<Vec<Cookie<'static>>>,
}

impl Visit {
    pub(super) fn begin(request: &ServiceRequest, platform: Platform) -> Self {
        let visit = Self(Rc::new(Facts {
            id: RequestId::new(),
            now: platform.clock.now(),
            path: request.uri().path_and_query().map_or_else(|| "/".to_owned(), |path| path.as_str().to_owned()),
            came_from: came_from(request),
            address: address::of(request, &platform.config.server.trusted_proxies),
            encodings: header(request, header::ACCEPT_ENCODING).unwrap_or_default().to_owned(),
            wants_json: is_by_script(request),
            chosen_lang: cookie::lang(request),
            token: RefCell::new(cookie::token(request)),
            session: RefCell::default(),
            form: RefCell::default(),
            form_is_genuine: Cell::new(false),
            flash: RefCell::new(flash::read(request, &platform)),
            cookies: RefCell::default(),
            platform,
        }));
        request.extensions_mut().insert(visit.clone());
        visit
    }

    /// The visit of a request that came in by the front door.
    pub fn of(request: &HttpRequest) -> Option<Self> {
        request.extensions().get::<Self>().cloned()
    }

    pub fn platform(&self) -> &Platform {
        &self.0.platform
    }

    /// The one moment at which this request acts.
    pub fn now(&self) -> Now {
        self.0.now
    }

    pub fn id(&self) -> RequestId {
        self.0.id
    }

    /// Path and query, for coming back.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// Where to come back to after signing in: this page, or the one that held the form.
    pub fn back_to(&self) -> String {
        self.0.came_from.clone().unwrap_or_else(|| "/".to_owned())
    }

    /// From which network address, for limits; never logged.
    pub fn address(&self) -> Option<IpAddr> {
        self.0.address
    }

    pub(super) fn accepts_encodings(&self) -> &str {
        &self.0.encodings
    }

    /// Asked by a script or a machine: errors are told as JSON, success as that address promises.
    pub fn wants_json(&self) -> bool {
        self.0.wants_json
    }

    /// Chosen for this browser, else for the account, else Vietnamese.
    pub fn lang(&self) -> Lang {
        let of_account = || self.0.session.borrow().as_ref().map(|session| session.lang);
        self.0.chosen_lang.or_else(of_account).unwrap_or(Lang::DEFAULT)
    }

    /// A text in the visitor's language.
    pub fn text(&self, key: &str, args: &[(&str, TextValue<'_>)]) -> String {
        self.platform().texts.get(self.lang(), key, args)
    }

    pub fn session(&self) -> Option<Session> {
        self.0.session.borrow().clone()
    }

    /// The token of this browser, if it has one.
    pub fn token(&self) -> Option<Token> {
        self.0.token.borrow().clone()
    }

    /// One sentence for the next page that is shown.
    pub fn say(&self, kind: FlashKind, key: &str, args: &[(&str, TextValue<'_>)]) {
        let said = Flash { kind, text: self.text(key, args) };
        self.send_cookie(flash::cookie(self.platform(), &said));
    }

    /// After signing in: a new token, never the one that the browser had before.
    pub fn signed_in(&self, token: &Token) {
        self.send_cookie(cookie::for_token(token, self.session_lasts(), self.is_secure()));
        self.0.token.replace(Some(token.clone()));
    }

    /// The browser keeps its token as long as a session can last; the database decides whether it is one.
    pub(super) fn session_lasts(&self) -> Duration {
        Duration::hours(self.platform().config.accounts.session_hours.into())
    }

    /// After signing out: the browser forgets its token.
    pub fn signed_out(&self) {
        self.send_cookie(cookie::forgotten(self.is_secure()));
        self.0.token.replace(None);
        self.0.session.replace(None);
    }

    /// So many notices were read by this very request: the header counts them no more.
    pub fn has_read(&self, notices: u32) {
        if let Some(session) = self.0.session.borrow_mut().as_mut() {
            session.unread = session.unread.saturating_sub(notices);
        }
    }

    /// Keeps a language for this browser.
    pub fn speak(&self, lang: Lang) {
        self.send_cookie(cookie::for_lang(lang, self.is_secure()));
    }

    /// Whether the portal is reached by https.
    pub fn is_secure(&self) -> bool {
        self.platform().config.is_https()
    }

    pub(super) fn knows(&self, session: Option<Session>) {
        self.0.session.replace(session);
    }

    pub(super) fn keep_form(&self, pairs: Pairs) {
        self.0.form.replace(pairs);
    }

    /// The posted form, read once.
    pub(in crate::web) fn form(&self) -> Pairs {
        self.0.form.borrow().clone()
    }

    pub(super) fn trust_form(&self) {
        self.0.form_is_genuine.set(true);
    }

    pub(in crate::web) fn form_is_genuine(&self) -> bool {
        self.0.form_is_genuine.get()
    }

    /// The telephone of the portal itself.
    pub fn hotline(&self) -> &str {
        &self.platform().config.portal.hotline
    }

    pub(super) fn send_cookie(&self, cookie: Cookie<'static>) {
        self.0.cookies.borrow_mut().push(cookie);
    }

    pub(super) fn take_cookies(&self) -> Vec<Cookie<'static>> {
        self.0.cookies.take()
    }

    /// What the page sees of this visit. `csrf` belongs to `token`; taking the flash shows it once.
    pub(super) fn shell(&self, token: &Token) -> Shell {
        let config = &self.platform().config;
        let user = self.session().map(|session| ShellUser {
            name: session.citizen.name.to_string(),
            is_official: session.official.is_some(),
            is_admin: session.is_admin(),
            unread: session.unread,
        });
        let flash = self.0.flash.take();
        if flash.is_some() {
            self.send_cookie(flash::gone(self.is_secure()));
        }
        Shell {
            path: self.0.path.clone(),
            csrf: self.platform().key.csrf_for(token),
            user,
            flash,
            demo: config.portal.demo,
            request_id: self.0.id.to_string(),
            languages: Languages::back_to(&self.0.path),
            ..Shell::stranger(self.lang(), facts(&config.portal))
        }
    }
}

fn facts(portal: &Portal) -> PortalFacts {
    PortalFacts {
        name: portal.name.clone(),
        province: portal.province.clone(),
        hotline: portal.hotline.clone(),
        hotline_hours: portal.hotline_hours.clone(),
    }
}

fn header(request: &ServiceRequest, name: HeaderName) -> Option<&str> {
    request.headers().get(name)?.to_str().ok()
}

fn is_by_script(request: &ServiceRequest) -> bool {
    let accepts_json = header(request, header::ACCEPT).is_some_and(|accept| accept.trim_start().starts_with("application/json"));
    accepts_json || request.headers().contains_key("x-requested-with")
}

/// The path of the page on this host that sent the request here.
fn came_from(request: &ServiceRequest) -> Option<String> {
    let (_, rest) = header(request, header::REFERER)?.split_once("://")?;
    let path = rest.strip_prefix(header(request, header::HOST)?)?;
    respond::local_path(path).map(str::to_owned)
}
