//! Sổ theo dõi hồ sơ: a page to read and to print, and the same as a table to take along.

mod address;
mod cells;
mod page;
mod spreadsheet;
mod text;

use actix_web::{HttpResponse, http::header, web};
use chrono::NaiveDate;

use self::address::RegisterQuery;
pub use self::page::RegisterPage;
use crate::{
    dossiers::{self, RegisterFilter, Rules},
    web::{
        extract::{Conn, OfficialIn, Query},
        shell::{Error, respond},
    },
};

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/can-bo/so-theo-doi", web::get().to(show))
        .route("/can-bo/so-theo-doi/csv", web::get().to(csv))
        .route("/can-bo/so-theo-doi/xlsx", web::get().to(xlsx));
}

/// Rows of one page; it is printed page by page or, with `in=1`, whole.
const PAGE: usize = 100;
/// The most that one page is printed with; more is for the table to take along.
const WHOLE: usize = 3_000;

/// `GET /can-bo/so-theo-doi`
pub async fn show(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    query: Query<RegisterQuery>,
) -> Result<HttpResponse, Error> {
    let (filter, place) = (query.0.filter(official.now().today()), query.0.place());
    let most = if query.0.whole() { WHOLE } else { PAGE };
    let db = conn.open().await?;
    let part = dossiers::register(db, &rules, official.now(), &official.official, &filter, (place, most)).await.map_err(Error::internal)?;
    dossiers::open_register(db, &rules, official.now(), &official.official, &filter, "page").await.map_err(Error::internal)?;
    conn.close();
    respond::page(&official, &page::page(&official, &official.official, &rules, (&query.0, &filter), &part))
}

/// `GET /can-bo/so-theo-doi/csv`
pub async fn csv(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    query: Query<RegisterQuery>,
) -> Result<HttpResponse, Error> {
    let filter = query.0.filter(official.now().today());
    dossiers::open_register(conn.open().await?, &rules, official.now(), &official.official, &filter, "csv")
        .await
        .map_err(Error::internal)?;
    conn.close();
    let name = file_name(&filter, "csv");
    let lines = text::lines(&official, official.official.clone(), rules.get_ref().clone(), filter);
    Ok(HttpResponse::Ok().content_type("text/csv; charset=utf-8").insert_header(name).streaming(lines))
}

/// `GET /can-bo/so-theo-doi/xlsx`
pub async fn xlsx(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    query: Query<RegisterQuery>,
) -> Result<HttpResponse, Error> {
    let filter = query.0.filter(official.now().today());
    let db = conn.open().await?;
    dossiers::open_register(db, &rules, official.now(), &official.official, &filter, "xlsx").await.map_err(Error::internal)?;
    let book = spreadsheet::book(db, &official, &official.official, &rules, &filter).await?;
    conn.close();
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(HttpResponse::Ok().content_type(kind).insert_header(file_name(&filter, "xlsx")).body(book))
}

fn file_name(filter: &RegisterFilter, ending: &str) -> (header::HeaderName, String) {
    let day = |day: Option<NaiveDate>| day.map(|day| day.format("-%Y%m%d").to_string()).unwrap_or_default();
    let name = format!("so-theo-doi{}{}.{ending}", day(filter.days.from), day(filter.days.to));
    (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))
}
