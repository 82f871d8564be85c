//! Every address of the portal: who may come in, and that nobody else does.

use std::collections::BTreeSet;

use super::source::{files, none};

/// Who an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Machines that watch the portal, browsers that fetch its files.
    Machine,
    Anyone,
    Citizen,
    Official,
}

/// The whole list. A new route is added here, beside its door; the tests then try it as everybody else.
pub const ROUTES: &[(&str, &str, Door)] = &[
    ("GET", "/healthz", Door::Machine),
    ("GET", "/readyz", Door::Machine),
    ("GET", "/static/{file:.*}", Door::Machine),
    ("HEAD", "/static/{file:.*}", Door::Machine),
    ("GET", "/danh-muc/xa-phuong/{province}", Door::Citizen),
    ("GET", "/ho-so", Door::Citizen),
    ("GET", "/ho-so/{code}", Door::Citizen),
    ("GET", "/ho-so/{code}/da-nop", Door::Citizen),
    ("GET", "/ho-so/{code}/rut", Door::Citizen),
    ("POST", "/ho-so/{code}/rut", Door::Citizen),
    ("GET", "/ho-so/{code}/ket-qua", Door::Citizen),
    ("GET", "/ho-so/{code}/bo-sung", Door::Citizen),
    ("POST", "/ho-so/{code}/bo-sung", Door::Citizen),
    ("POST", "/ho-so/{code}/bo-sung/tep/{file}/xoa", Door::Citizen),
    ("POST", "/ho-so/{code}/bo-sung/{document}", Door::Citizen),
    ("GET", "/tep/{id}", Door::Citizen),
    ("GET", "/van-ban/{id}", Door::Citizen),
    ("GET", "/nop/{slug}", Door::Citizen),
    ("POST", "/nop/{slug}", Door::Citizen),
    ("GET", "/nop/ban-nhap/{id}", Door::Citizen),
    ("GET", "/nop/ban-nhap/{id}/noi-nop", Door::Citizen),
    ("POST", "/nop/ban-nhap/{id}/noi-nop", Door::Citizen),
    ("GET", "/nop/ban-nhap/{id}/tep", Door::Citizen),
    ("POST", "/nop/ban-nhap/{id}/tep", Door::Citizen),
    ("POST", "/nop/ban-nhap/{id}/tep/{file}/xoa", Door::Citizen),
    ("POST", "/nop/ban-nhap/{id}/tep/{document}", Door::Citizen),
    ("GET", "/nop/ban-nhap/{id}/kiem-tra", Door::Citizen),
    ("POST", "/nop/ban-nhap/{id}/kiem-tra", Door::Citizen),
    ("GET", "/nop/ban-nhap/{id}/xoa", Door::Citizen),
    ("POST", "/nop/ban-nhap/{id}/xoa", Door::Citizen),
    ("POST", "/nop/ban-nhap/{id}/{page}/tu-luu", Door::Citizen),
    ("GET", "/nop/ban-nhap/{id}/{page}", Door::Citizen),
    ("POST", "/nop/ban-nhap/{id}/{page}", Door::Citizen),
];

/// Folders of `src/web` and the doors that their routes may have.
fn doors_of(folder: &str) -> &'static [Door] {
    match folder {
        "shell" => &[Door::Machine],
        "public" => &[Door::Anyone],
        "citizen" => &[Door::Citizen],
        "staff" => &[Door::Official],
        _ => &[],
    }
}

/// Method, path and place of every `.route("/path", web::method()…)` in the code of the screens.
fn in_the_code() -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for file in files("src/web", &["rs"]) {
        for call in file.text.split(".route(").skip(1) {
            let path = call.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'));
            let (path, rest) = path.unwrap_or_else(|| panic!("{}: write the path of a route out: {:.60}", file.path, call));
            let (_, rest) = rest.split_once("web::").unwrap_or_else(|| panic!("{}: {path} has no method", file.path));
            let method: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
            found.push((method.to_uppercase(), path.to_owned(), file.path.clone()));
        }
    }
    found
}

#[test]
fn every_route_stands_in_the_list_with_its_door() {
    let mut breaches = Vec::new();
    let code = in_the_code();
    for (method, path, file) in &code {
        let folder = file.trim_start_matches("src/web/").split('/').next().unwrap_or_default();
        match ROUTES.iter().find(|(m, p, _)| m == method && p == path) {
            None => breaches.push(format!("{file}: {method} {path} is not in ROUTES of tests/it/house/routes.rs: who may come in?")),
            Some((_, _, door)) if !doors_of(folder).contains(door) => {
                breaches.push(format!("{file}: {method} {path} is for {door:?}, which does not live in {folder}"))
            }
            Some(_) => {}
        }
    }
    let known: BTreeSet<(&str, &str)> = code.iter().map(|(m, p, _)| (m.as_str(), p.as_str())).collect();
    breaches.extend(
        ROUTES
            .iter()
            .filter(|(m, p, _)| !known.contains(&(*m, *p)))
            .map(|(m, p, _)| format!("{m} {p} is in ROUTES, but nothing answers there")),
    );
    none(breaches);
}

#[test]
fn routes_are_written_one_way() {
    let other_ways = ["web::resource(", "#[get(", "#[post(", "#[put(", "#[delete(", "#[route("];
    let mut breaches = Vec::new();
    for file in files("src/web", &["rs"]) {
        breaches.extend(
            other_ways
                .iter()
                .filter(|way| file.text.contains(**way))
                .map(|way| format!("{}: {way}…: use cfg.route(\"/path\", web::get().to(…)), which this test reads", file.path)),
        );
    }
    none(breaches);
}
