//! Lịch làm việc: days off, swapped working days and office hours, of everybody and of single agencies.
//! Every change is foreseen before it is made: whose return date moves, from when to when.

mod change;
mod foreseen;
mod hours;
mod hours_words;
mod whose;
mod year;

use actix_web::{
    HttpResponse,
    http::header,
    web::{self, Data},
};
use serde::Deserialize;

use crate::{
    dossiers::Rules,
    platform::views::ListedPage,
    web::{
        extract::{Query, SystemAdminIn},
        shell::Error,
    },
};

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/quan-tri/lich", web::get().to(year::show))
        .route("/quan-tri/lich/them-ngay", web::get().to(change::new_day))
        .route("/quan-tri/lich/them-ngay", web::post().to(change::add_day))
        .route("/quan-tri/lich/bo-ngay", web::get().to(change::old_day))
        .route("/quan-tri/lich/bo-ngay", web::post().to(change::remove_day))
        .route("/quan-tri/lich/cong-bo", web::get().to(change::expected))
        .route("/quan-tri/lich/cong-bo", web::post().to(change::announce))
        .route("/quan-tri/lich/nhap", web::get().to(change::whole_year))
        .route("/quan-tri/lich/nhap", web::post().to(change::bring_year))
        .route("/quan-tri/lich/gio", web::get().to(hours::show))
        .route("/quan-tri/lich/gio", web::post().to(hours::change))
        .route("/quan-tri/lich/tai-ve", web::get().to(download));
}

pub(super) fn pages() -> Vec<ListedPage> {
    vec![ListedPage::of::<year::YearPage>(), ListedPage::of::<change::ChangePage>(), ListedPage::of::<hours::HoursPage>()]
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wanted {
    nam: String,
}

/// `GET /quan-tri/lich/tai-ve`: a year as a file of `config/calendar`; without a year the office hours.
async fn download(_admin: SystemAdminIn, rules: Data<Rules>, Query(wanted): Query<Wanted>) -> Result<HttpResponse, Error> {
    let name = if wanted.nam.is_empty() { "office_hours.toml".to_owned() } else { format!("{}.toml", wanted.nam) };
    let (book, _) = rules.book();
    let (name, text) = book.files().into_iter().find(|(file, _)| *file == name).ok_or(Error::NotFound)?;
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(HttpResponse::Ok()
        .content_type("application/toml; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, disposition))
        .body(text))
}
