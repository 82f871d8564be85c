//! Agencies and their people: who works where, from when to when, and what each agency handles.
//! System administrators reach everything, unit administrators their own agency and what is below it.

mod agencies;
mod agency;
mod appoint;
mod end;
pub(super) mod scope;
mod sheet;

use actix_web::web;

use crate::platform::views::ListedPage;

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/quan-tri/co-quan", web::get().to(agencies::show))
        .route("/quan-tri/co-quan/{code}", web::get().to(agency::show))
        .route("/quan-tri/co-quan/{code}/them-can-bo", web::get().to(appoint::show))
        .route("/quan-tri/co-quan/{code}/them-can-bo", web::post().to(appoint::appoint))
        .route("/quan-tri/can-bo/{id}/ket-thuc", web::get().to(end::show))
        .route("/quan-tri/can-bo/{id}/ket-thuc", web::post().to(end::end))
        .route("/quan-tri/nhap-can-bo", web::get().to(sheet::show))
        .route("/quan-tri/nhap-can-bo", web::post().to(sheet::bring_in));
}

pub(super) fn pages() -> Vec<ListedPage> {
    vec![
        ListedPage::of::<agencies::AgenciesPage>(),
        ListedPage::of::<agency::AgencyPage>(),
        ListedPage::of::<appoint::AppointPage>(),
        ListedPage::of::<end::EndPage>(),
        ListedPage::of::<sheet::SheetPage>(),
    ]
}
