//! Every address of the portal stands in the list of doors, and lives with its audience.

use std::collections::BTreeSet;

use motcua::workflow::Action;

use super::source::{files, none};

/// Who an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Machines that watch the portal, browsers that fetch its files.
    Machine,
    Anyone,
    /// Anyone, where letters go to the local mailbox.
    Demo,
    /// Somebody signed in, for what is his own.
    Citizen,
    /// A member of an agency, for the dossiers of that agency.
    Official,
    /// Who administers the whole installation.
    Admin,
    /// Who administers everything or an agency of his own.
    UnitAdmin,
}

/// The whole list. A new route is added here, beside its door; `doors` then tries it as everybody else.
pub const ROUTES: &[(&str, &str, Door)] = &[
    ("GET", "/", Door::Anyone),
    ("GET", "/dich-vu", Door::Anyone),
    ("GET", "/dich-vu/{slug}", Door::Anyone),
    ("GET", "/tim-mot-cua", Door::Anyone),
    ("GET", "/tra-cuu", Door::Anyone),
    ("POST", "/tra-cuu", Door::Anyone),
    ("GET", "/xac-minh", Door::Anyone),
    ("GET", "/xac-minh/{code}", Door::Anyone),
    ("GET", "/dang-nhap", Door::Anyone),
    ("POST", "/dang-nhap", Door::Anyone),
    ("GET", "/dang-nhap/ma", Door::Anyone),
    ("POST", "/dang-nhap/ma", Door::Anyone),
    ("POST", "/dang-nhap/khoa", Door::Anyone),
    ("POST", "/dang-nhap/khoa/mo", Door::Anyone),
    ("POST", "/dang-nhap/voi/{key}", Door::Anyone),
    ("GET", "/dang-nhap/voi/{key}/ve", Door::Anyone),
    ("POST", "/dang-xuat", Door::Anyone),
    ("GET", "/quen-mat-khau", Door::Anyone),
    ("POST", "/quen-mat-khau", Door::Anyone),
    ("GET", "/quen-mat-khau/da-gui", Door::Anyone),
    ("GET", "/quen-mat-khau/dat-lai/{token}", Door::Anyone),
    ("POST", "/quen-mat-khau/dat-lai/{token}", Door::Anyone),
    ("GET", "/dang-ky", Door::Anyone),
    ("POST", "/dang-ky", Door::Anyone),
    ("GET", "/dang-ky/da-gui", Door::Anyone),
    ("GET", "/dang-ky/xac-nhan/{token}", Door::Anyone),
    ("GET", "/ngon-ngu", Door::Anyone),
    ("GET", "/tro-giup", Door::Anyone),
    ("GET", "/bao-ve-du-lieu", Door::Anyone),
    ("GET", "/kha-nang-tiep-can", Door::Anyone),
    ("GET", "/hop-thu", Door::Demo),
    ("GET", "/hop-thu/{id}", Door::Demo),
    ("GET", "/hop-thu/{id}/{place}", Door::Demo),
    ("GET", "/nhan-ho-so", Door::Citizen),
    ("POST", "/nhan-ho-so", Door::Citizen),
    ("GET", "/can-bo", Door::Official),
    ("GET", "/can-bo/hang-loat", Door::Official),
    ("POST", "/can-bo/hang-loat", Door::Official),
    ("GET", "/can-bo/so-theo-doi", Door::Official),
    ("GET", "/can-bo/so-theo-doi/csv", Door::Official),
    ("GET", "/can-bo/so-theo-doi/xlsx", Door::Official),
    ("GET", "/can-bo/ke-tiep", Door::Official),
    ("GET", "/can-bo/bo-loc", Door::Official),
    ("POST", "/can-bo/bo-loc", Door::Official),
    ("POST", "/can-bo/bo-loc/{id}/doi-ten", Door::Official),
    ("POST", "/can-bo/bo-loc/{id}/xoa", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/ghi-chu", Door::Official),
    ("GET", "/can-bo/tiep-nhan", Door::Official),
    ("POST", "/can-bo/tiep-nhan", Door::Official),
    ("POST", "/can-bo/tiep-nhan/{id}", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/da-tiep-nhan", Door::Official),
    ("GET", "/can-bo/di-vang", Door::Official),
    ("POST", "/can-bo/di-vang", Door::Official),
    ("POST", "/can-bo/di-vang/{id}/thu-hoi", Door::Official),
    ("GET", "/can-bo/ho-so/{code}", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/tiep-nhan", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/chuyen-buoc", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/ky-duyet", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/hoan-thanh-bo-sung", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/yeu-cau-bo-sung", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/yeu-cau-bo-sung", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/tra-lai", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/tra-lai", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/tu-choi", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/tu-choi", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/ban-hanh", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/ban-hanh", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/tra-ket-qua", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/tra-ket-qua", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/thong-bao", Door::Official),
    ("GET", "/can-bo/thu-chua-gui", Door::Official),
    ("GET", "/can-bo/dat-lai-xac-thuc", Door::Official),
    ("POST", "/can-bo/dat-lai-xac-thuc", Door::Official),
    ("POST", "/can-bo/thu-chua-gui/{id}", Door::Official),
    ("GET", "/ho-so/{code}/thong-bao", Door::Citizen),
    ("GET", "/can-bo/ho-so/{code}/dung-xu-ly", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/dung-xu-ly", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/tiep-tuc", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/tiep-tuc", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/yeu-cau-thanh-toan", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/yeu-cau-thanh-toan", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/dong-y-rut", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/dong-y-rut", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/khong-dong-y-rut", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/khong-dong-y-rut", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/thu-phi", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/thu-phi", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/giao-viec", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/giao-viec", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/hen-lai", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/hen-lai", Door::Official),
    ("GET", "/can-bo/ho-so/{code}/xin-y-kien", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/xin-y-kien", Door::Official),
    ("POST", "/can-bo/ho-so/{code}/thu-hoi", Door::Official),
    ("GET", "/can-bo/y-kien", Door::Official),
    ("GET", "/can-bo/y-kien/{id}", Door::Official),
    ("POST", "/can-bo/y-kien/{id}", Door::Official),
    ("GET", "/healthz", Door::Machine),
    ("GET", "/readyz", Door::Machine),
    ("GET", "/.well-known/security.txt", Door::Machine),
    ("GET", "/static/{file:.*}", Door::Machine),
    ("HEAD", "/static/{file:.*}", Door::Machine),
    ("GET", "/tai-khoan", Door::Citizen),
    ("GET", "/tai-khoan/thong-tin", Door::Citizen),
    ("POST", "/tai-khoan/thong-tin", Door::Citizen),
    ("GET", "/tai-khoan/mat-khau", Door::Citizen),
    ("POST", "/tai-khoan/mat-khau", Door::Citizen),
    ("GET", "/tai-khoan/email", Door::Citizen),
    ("POST", "/tai-khoan/email", Door::Citizen),
    ("GET", "/tai-khoan/email/{token}", Door::Citizen),
    ("POST", "/tai-khoan/email/{token}", Door::Citizen),
    ("GET", "/tai-khoan/thiet-bi", Door::Citizen),
    ("POST", "/tai-khoan/thiet-bi/khac", Door::Citizen),
    ("POST", "/tai-khoan/thiet-bi/{id}", Door::Citizen),
    ("GET", "/tai-khoan/khoa", Door::Citizen),
    ("GET", "/tai-khoan/khoa/them", Door::Citizen),
    ("POST", "/tai-khoan/khoa/them", Door::Citizen),
    ("POST", "/tai-khoan/khoa/luu", Door::Citizen),
    ("GET", "/tai-khoan/khoa/{id}", Door::Citizen),
    ("POST", "/tai-khoan/khoa/{id}", Door::Citizen),
    ("GET", "/tai-khoan/lien-ket", Door::Citizen),
    ("GET", "/tai-khoan/lien-ket/{key}", Door::Citizen),
    ("POST", "/tai-khoan/lien-ket/{key}", Door::Citizen),
    ("GET", "/tai-khoan/lien-ket/{key}/go", Door::Citizen),
    ("POST", "/tai-khoan/lien-ket/{key}/go", Door::Citizen),
    ("GET", "/tai-khoan/ai-da-xem", Door::Citizen),
    ("GET", "/tai-khoan/thong-bao", Door::Citizen),
    ("POST", "/tai-khoan/thong-bao", Door::Citizen),
    ("GET", "/tai-khoan/cach-bao", Door::Citizen),
    ("POST", "/tai-khoan/cach-bao", Door::Citizen),
    ("GET", "/tai-khoan/thong-bao/{id}", Door::Citizen),
    ("GET", "/tai-khoan/du-lieu", Door::Citizen),
    ("GET", "/tai-khoan/du-lieu/tai-ve", Door::Citizen),
    ("GET", "/tai-khoan/dong", Door::Citizen),
    ("POST", "/tai-khoan/dong", Door::Citizen),
    ("GET", "/tai-khoan/hai-buoc", Door::Citizen),
    ("POST", "/tai-khoan/hai-buoc", Door::Citizen),
    ("GET", "/tai-khoan/hai-buoc/bat", Door::Citizen),
    ("POST", "/tai-khoan/hai-buoc/bat", Door::Citizen),
    ("GET", "/tai-khoan/hai-buoc/ma-du-phong", Door::Citizen),
    ("POST", "/tai-khoan/hai-buoc/ma-du-phong", Door::Citizen),
    ("GET", "/tai-khoan/hai-buoc/tat", Door::Citizen),
    ("POST", "/tai-khoan/hai-buoc/tat", Door::Citizen),
    ("GET", "/ho-so", Door::Citizen),
    ("GET", "/ho-so/{code}", Door::Citizen),
    ("GET", "/ho-so/{code}/da-nop", Door::Citizen),
    ("GET", "/ho-so/{code}/rut", Door::Citizen),
    ("POST", "/ho-so/{code}/rut", Door::Citizen),
    ("GET", "/ho-so/{code}/du-thao", Door::Citizen),
    ("POST", "/ho-so/{code}/du-thao", Door::Citizen),
    ("GET", "/ho-so/{code}/ket-qua", Door::Citizen),
    ("GET", "/ho-so/{code}/bo-sung", Door::Citizen),
    ("POST", "/ho-so/{code}/bo-sung", Door::Citizen),
    ("POST", "/ho-so/{code}/bo-sung/tep/{file}/xoa", Door::Citizen),
    ("POST", "/ho-so/{code}/bo-sung/{document}", Door::Citizen),
    ("GET", "/tep/{id}", Door::Citizen),
    ("GET", "/van-ban/{id}", Door::Citizen),
    ("GET", "/nop/{slug}", Door::Citizen),
    ("POST", "/nop/{slug}", Door::Citizen),
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
    ("GET", "/danh-muc/xa-phuong/{province}", Door::Citizen),
    ("GET", "/nop/ban-nhap/{id}", Door::Citizen),
    ("GET", "/nop/ban-nhap/{id}/cac-phan", Door::Citizen),
    ("POST", "/ho-so/{code}/nop-lai", Door::Citizen),
    ("GET", "/quan-tri", Door::UnitAdmin),
    ("GET", "/quan-tri/dich-vu", Door::Admin),
    ("GET", "/quan-tri/them-dich-vu", Door::Admin),
    ("POST", "/quan-tri/them-dich-vu", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}/tam-dung", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/tam-dung", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/mo-lai", Door::Admin),
    ("GET", "/quan-tri/co-quan", Door::UnitAdmin),
    ("GET", "/quan-tri/co-quan/{code}", Door::UnitAdmin),
    ("GET", "/quan-tri/co-quan/{code}/them-can-bo", Door::UnitAdmin),
    ("POST", "/quan-tri/co-quan/{code}/them-can-bo", Door::UnitAdmin),
    ("GET", "/quan-tri/can-bo/{id}/ket-thuc", Door::UnitAdmin),
    ("POST", "/quan-tri/can-bo/{id}/ket-thuc", Door::UnitAdmin),
    ("GET", "/quan-tri/nhap-can-bo", Door::UnitAdmin),
    ("POST", "/quan-tri/nhap-can-bo", Door::UnitAdmin),
    ("GET", "/quan-tri/lich", Door::UnitAdmin),
    ("GET", "/quan-tri/lich/them-ngay", Door::UnitAdmin),
    ("POST", "/quan-tri/lich/them-ngay", Door::UnitAdmin),
    ("GET", "/quan-tri/lich/bo-ngay", Door::UnitAdmin),
    ("POST", "/quan-tri/lich/bo-ngay", Door::UnitAdmin),
    ("GET", "/quan-tri/lich/gio", Door::UnitAdmin),
    ("POST", "/quan-tri/lich/gio", Door::UnitAdmin),
    ("GET", "/quan-tri/lich/cong-bo", Door::Admin),
    ("POST", "/quan-tri/lich/cong-bo", Door::Admin),
    ("GET", "/quan-tri/lich/nhap", Door::Admin),
    ("POST", "/quan-tri/lich/nhap", Door::Admin),
    ("GET", "/quan-tri/lich/tai-ve", Door::Admin),
    ("GET", "/quan-tri/mau-thong-bao", Door::Admin),
    ("GET", "/quan-tri/mau-thong-bao/{word}", Door::Admin),
    ("POST", "/quan-tri/mau-thong-bao/{word}", Door::Admin),
    ("GET", "/quan-tri/he-thong", Door::Admin),
    ("GET", "/quan-tri/viec-nen", Door::Admin),
    ("POST", "/quan-tri/viec-nen/{id}", Door::Admin),
    ("GET", "/quan-tri/nhat-ky", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}/phien-ban/{number}", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}/phien-ban/{number}/tai-ve", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}/ban-nhap", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/ban-nhap", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}/ban-nhap/bo", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/ban-nhap/bo", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}/ban-nhap/tep", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/ban-nhap/tep", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}/ban-nhap/lich-su", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/ban-nhap/lich-su", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/ban-nhap/hoan-tac", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}/ban-nhap/cong-bo", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/ban-nhap/cong-bo", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}/ban-nhap/xem-thu/{page}", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/ban-nhap/xem-thu/{page}", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}/sap-xep", Door::Admin),
    ("GET", "/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}/{item}", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}/{item}", Door::Admin),
    ("POST", "/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}/{item}/tu-luu", Door::Admin),
];

/// Folders of `src/web` and the doors that their routes may have.
fn doors_of(folder: &str) -> &'static [Door] {
    match folder {
        "shell" => &[Door::Machine],
        "public" => &[Door::Anyone, Door::Demo],
        "citizen" => &[Door::Citizen],
        "staff" => &[Door::Official],
        "admin" => &[Door::Admin, Door::UnitAdmin],
        _ => &[],
    }
}

/// Method, path and place of every `.route(PATH, web::method().to(…))` in the code of the screens.
fn in_the_code() -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for file in files("src/web", &["rs"]) {
        for call in file.text.split(".route(").skip(1) {
            let (path, method) = call.split_once(", ").unwrap_or_else(|| panic!("{}: {call:.60}", file.path));
            let path =
                resolve(path).unwrap_or_else(|| panic!("{}: {path}: write the path out, or take it from Place or Action", file.path));
            let method: String = method.trim_start_matches("web::").chars().take_while(char::is_ascii_lowercase).collect();
            found.push((method.to_uppercase(), path, file.path.clone()));
        }
    }
    found
}

/// A path as it is written: `"/can-bo"`, `&Place::Home.path()`, `&at(Action::Accept)`.
fn resolve(written: &str) -> Option<String> {
    if let Some(literal) = written.strip_prefix('"') {
        return literal.strip_suffix('"').map(str::to_owned);
    }
    let word = |after: &str| -> String { after.chars().take_while(char::is_ascii_alphanumeric).collect() };
    if let Some((_, action)) = written.split_once("Action::") {
        let action = Action::ALL.iter().find(|a| format!("{a:?}") == word(action))?;
        return Some(format!("/can-bo/ho-so/{{code}}/{}", action.slug()));
    }
    let (_, place) = written.split_once("Place::")?;
    place_path(&word(place))
}

/// The path of a place as `kernel::places` writes it: `Self::Verify(code) => format!("/xac-minh/{code}"),`
fn place_path(place: &str) -> Option<String> {
    let places = files("src/kernel", &["rs"]).into_iter().find(|f| f.path.ends_with("/places.rs"))?;
    let arms = places.text.lines().filter_map(|line| line.trim().strip_prefix("Self::")?.split_once(" => "));
    let (_, value) = arms.into_iter().find(|(arm, _)| arm.split('(').next() == Some(place))?;
    value.split('"').nth(1).map(str::to_owned)
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
    let mut once = BTreeSet::new();
    breaches.extend(ROUTES.iter().filter(|(m, p, _)| !once.insert((*m, *p))).map(|(m, p, _)| format!("{m} {p} is twice in ROUTES")));
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
