//! Somebody at a browser: keeps cookies, follows no redirect by itself, sends the token that the
//! last page gave, as a form does.

use std::collections::BTreeMap;

use actix_web::{
    HttpResponse,
    body::{BoxBody, to_bytes},
    cookie::Cookie,
    http::{Method, StatusCode, header},
    test::TestRequest,
};
use scraper::{Html, Selector};

use super::{portal::TestPortal, process::ServerProcess};

pub struct Browser<'a> {
    wire: Wire<'a>,
    cookies: BTreeMap<String, String>,
    csrf: String,
    /// Sent with every request, such as `X-Requested-With`.
    pub headers: Vec<(&'static str, String)>,
}

/// The cookies of a browser.
pub struct Kept {
    cookies: BTreeMap<String, String>,
}

impl Kept {
    pub fn at(self, server: &ServerProcess) -> Browser<'_> {
        Browser { cookies: self.cookies, ..Browser::of_process(server) }
    }
}

/// Where requests go.
enum Wire<'a> {
    Portal(&'a TestPortal),
    Process(&'a ServerProcess),
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: header::HeaderMap,
    pub body: Vec<u8>,
    /// Asked of the database for this request, without BEGIN and COMMIT.
    pub statements: Vec<String>,
    cookies: Vec<Cookie<'static>>,
}

/// A file in a form.
pub struct Upload<'a> {
    pub field: &'a str,
    pub file_name: &'a str,
    pub media_type: &'a str,
    pub bytes: &'a [u8],
}

impl<'a> Browser<'a> {
    pub(super) fn new(portal: &'a TestPortal) -> Self {
        Self::on(Wire::Portal(portal))
    }

    pub(super) fn of_process(server: &'a ServerProcess) -> Self {
        Self::on(Wire::Process(server))
    }

    fn on(wire: Wire<'a>) -> Self {
        Self { wire, cookies: BTreeMap::new(), csrf: String::new(), headers: Vec::new() }
    }

    /// What this browser keeps when the portal is started again.
    pub fn kept(self) -> Kept {
        Kept { cookies: self.cookies }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(TestRequest::get().uri(path)).await
    }

    /// Posts a form with the token of the last page; opens the sign-in page for one if there was none.
    pub async fn post_form(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.need_token().await;
        let csrf = self.csrf.clone();
        self.post_raw(path, &[&[("csrf", csrf.as_str())], fields].concat()).await
    }

    /// Posts exactly these fields.
    pub async fn post_raw(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(TestRequest::default().method(Method::POST).uri(path).set_form(fields)).await
    }

    /// Posts as a script does: the token in a header.
    pub async fn post_script(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.need_token().await;
        let request = TestRequest::post().uri(path).insert_header(("x-csrf-token", self.csrf.clone()));
        self.send(request.set_form(fields)).await
    }

    /// Posts a form with files.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], files: &[Upload<'_>]) -> Answer {
        self.need_token().await;
        let csrf = self.csrf.clone();
        let body = multipart(&[&[("csrf", csrf.as_str())], fields].concat(), files);
        let request = TestRequest::post().uri(path).insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=ranh-gioi"));
        self.send(request.set_payload(body)).await
    }

    /// Signs in on the sign-in page, and insists that it worked.
    pub async fn sign_in(&mut self, email: &str, password: &str) {
        let answer = self.post_form("/dang-nhap", &[("email", email), ("password", password)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "signing in {email}: {}", answer.main_text());
    }

    /// Follows a redirect of the last answer.
    pub async fn follow(&mut self, answer: &Answer) -> Answer {
        self.get(answer.location().unwrap_or_else(|| panic!("no redirect but {}", answer.status))).await
    }

    pub fn has_cookie(&self, name: &str) -> bool {
        self.cookies.contains_key(name)
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.get(name).cloned()
    }

    /// The token of the last page.
    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    async fn need_token(&mut self) {
        if self.csrf.is_empty() {
            self.get("/dang-nhap").await;
        }
    }

    /// Any request, with this browser's cookies.
    pub async fn send(&mut self, request: TestRequest) -> Answer {
        let mut request = request.peer_addr(([127, 0, 0, 1], 40_000).into());
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.insert_header((header::COOKIE, cookies.join("; ")));
        }
        for (name, value) in &self.headers {
            request = request.insert_header((*name, value.as_str()));
        }
        let answer = match self.wire {
            Wire::Portal(portal) => portal.send(request).await,
            Wire::Process(server) => server.send(request).await,
        };
        for cookie in &answer.cookies {
            match cookie.max_age() {
                Some(age) if age.is_zero() => self.cookies.remove(cookie.name()),
                _ => self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned()),
            };
        }
        if let Some(token) = answer.csrf() {
            self.csrf = token;
        }
        answer
    }
}

impl Answer {
    pub(super) async fn read(answer: HttpResponse<BoxBody>, statements: Vec<String>) -> Self {
        let cookies = answer.cookies().map(Cookie::into_owned).collect();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = to_bytes(answer.into_body()).await.unwrap_or_default().to_vec();
        Self { status, headers, body, statements, cookies }
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("no JSON ({e}): {}", self.text()))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    pub fn location(&self) -> Option<&str> {
        self.header("location")
    }

    /// What people read in `<main>`, blanks folded.
    pub fn main_text(&self) -> String {
        self.texts("main").join(" ")
    }

    /// The texts of the elements that fit a CSS selector, blanks folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text());
        let folded = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        page.select(&parse(selector)).map(|element| folded(element.text().collect::<Vec<_>>().join(" "))).collect()
    }

    /// The texts of the elements that fit a CSS selector, as they are.
    pub fn raw_texts(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text());
        page.select(&parse(selector)).map(|element| element.text().collect()).collect()
    }

    /// An attribute of the elements that fit a CSS selector.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text());
        page.select(&parse(selector)).filter_map(|element| element.attr(name).map(str::to_owned)).collect()
    }

    /// The value of a form's input.
    pub fn input(&self, name: &str) -> Option<String> {
        self.attributes(&format!("input[name='{name}']"), "value").into_iter().next()
    }

    /// Insists on at most so many statements.
    pub fn assert_statements(&self, most: usize) {
        assert!(
            self.statements.len() <= most,
            "{} statements, at most {most} allowed:\n{}",
            self.statements.len(),
            self.statements.join("\n")
        );
    }

    /// As it came over a wire.
    pub(super) fn of_wire(status: StatusCode, headers: header::HeaderMap, body: Vec<u8>) -> Self {
        let read = |value: &header::HeaderValue| Cookie::parse(value.to_str().ok()?.to_owned()).ok();
        let cookies = headers.get_all(header::SET_COOKIE).filter_map(read).collect();
        Self { status, headers, body, statements: Vec::new(), cookies }
    }

    fn csrf(&self) -> Option<String> {
        let is_page = self.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        is_page.then(|| self.input("csrf")).flatten().filter(|token| !token.is_empty())
    }
}

fn parse(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|e| panic!("{selector}: {e}"))
}

fn multipart(fields: &[(&str, &str)], files: &[Upload<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--ranh-gioi\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    for file in files {
        let head = format!(
            "--ranh-gioi\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
            file.field, file.file_name, file.media_type
        );
        body.extend(head.into_bytes());
        body.extend(file.bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--ranh-gioi--\r\n");
    body
}
