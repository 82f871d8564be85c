//! The desk of the next version of a service: its parts, its files, its history, until it is published.

mod begin;
mod boxes;
mod desk;
mod diagram;
mod file;
mod head;
mod history;
mod item;
mod listing;
mod part;
mod preview;
mod publication;
mod saving;

use actix_web::web;

use crate::platform::views::ListedPage;

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/quan-tri/dich-vu/{slug}/ban-nhap", web::get().to(desk::show))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap", web::post().to(begin::begin))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/bo", web::get().to(begin::show_discard))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/bo", web::post().to(begin::discard))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/tep", web::get().to(file::show))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/tep", web::post().to(file::save))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/lich-su", web::get().to(history::show))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/lich-su", web::post().to(history::take_back))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/hoan-tac", web::post().to(history::undo))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/cong-bo", web::get().to(publication::show))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/cong-bo", web::post().to(publication::publish))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/xem-thu/{page}", web::get().to(preview::show))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/xem-thu/{page}", web::post().to(preview::go_on))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}", web::get().to(part::show))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}/sap-xep", web::post().to(part::arrange))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}/{item}", web::get().to(item::show))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}/{item}", web::post().to(item::save))
        .route("/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}/{item}/tu-luu", web::post().to(item::autosave));
}

pub(super) fn pages() -> Vec<ListedPage> {
    vec![
        ListedPage::of::<desk::DeskPage>(),
        ListedPage::of::<begin::DiscardPage>(),
        ListedPage::of::<file::FilePage>(),
        ListedPage::of::<history::HistoryPage>(),
        ListedPage::of::<part::PartPage>(),
        ListedPage::of::<item::ItemPage>(),
        ListedPage::of::<preview::PreviewPage>(),
        ListedPage::of::<publication::PublishPage>(),
    ]
}
