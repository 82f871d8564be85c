//! The menu at the side of every page of administrators.

use serde::Serialize;

use crate::{
    kernel::{actor::Reach, places::Place, places::admin::AdminPlace},
    web::{extract::AdminIn, shell::Visit},
};

#[derive(Debug, Clone, Serialize)]
pub struct SideGroup {
    title: String,
    items: Vec<SideItem>,
}

#[derive(Debug, Clone, Serialize)]
struct SideItem {
    text: String,
    href: String,
    current: bool,
}

/// The pages of whoever administers everything.
const EVERYTHING: &[(&str, AdminPlace)] = &[
    ("admin-home", AdminPlace::Home),
    ("admin-services", AdminPlace::Services),
    ("admin-organisation", AdminPlace::Organisation),
    ("admin-calendar", AdminPlace::Calendar),
    ("admin-letters", AdminPlace::Letters),
    ("admin-system", AdminPlace::System),
    ("admin-jobs", AdminPlace::Jobs),
    ("admin-audit", AdminPlace::Audit),
];

const OWN: &[(&str, AdminPlace)] =
    &[("admin-home", AdminPlace::Home), ("admin-organisation", AdminPlace::Organisation), ("admin-calendar", AdminPlace::Calendar)];

/// For a page that only system administrators open.
pub fn side(visit: &Visit, current: &AdminPlace) -> Vec<SideGroup> {
    menu(visit, EVERYTHING, current)
}

/// For a page that unit administrators open, too.
pub fn side_of(admin: &AdminIn, current: &AdminPlace) -> Vec<SideGroup> {
    let places = if admin.reach == Reach::Everything { EVERYTHING } else { OWN };
    menu(admin, places, current)
}

fn menu(visit: &Visit, places: &[(&str, AdminPlace)], current: &AdminPlace) -> Vec<SideGroup> {
    let item = |(key, place): &(&str, AdminPlace)| SideItem {
        text: visit.text(key, &[]),
        href: Place::Admin(place.clone()).path(),
        current: place == current,
    };
    vec![SideGroup { title: visit.text("admin-side", &[]), items: places.iter().map(item).collect() }]
}

/// The menu as samples show it.
pub fn sample() -> Vec<SideGroup> {
    let item = |text: &str, current| SideItem { text: text.into(), href: "/quan-tri".into(), current };
    vec![SideGroup { title: "Quản trị".into(), items: vec![item("Tổng quan", true), item("Dịch vụ", false)] }]
}
