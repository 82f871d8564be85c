//! The gallery: `tests/gallery/*.html` shows every layout and component with invented content, as
//! pages to look at. Drawing them is the components' test; `var/gallery` keeps what was drawn.

use std::{fs, path::Path};

use serde::Serialize;

use super::{Assets, Flash, FlashKind, Page, PortalFacts, Shell, ShellUser, Views};
use crate::{
    kernel::lang::Lang,
    platform::{
        i18n::Texts,
        library::{Library, Shelf},
    },
};

macro_rules! exhibits {
    ($($name:ident = $template:literal),+ $(,)?) => {$(
        #[derive(Serialize)]
        struct $name {}
        impl Page for $name {
            const TEMPLATE: &'static str = $template;
            fn samples() -> Vec<Self> { vec![Self {}] }
        }
    )+};
}

exhibits! {
    Home = "gallery/home.html",
    Service = "gallery/service.html",
    Form = "gallery/form.html",
    Components = "gallery/components.html",
    Mine = "gallery/mine.html",
    Dossier = "gallery/dossier.html",
    Receipt = "gallery/receipt.html",
    Queue = "gallery/queue.html",
    Workbench = "gallery/workbench.html",
}

fn views(root: &Path) -> Views {
    let library = Library::Folder(root.into());
    let (texts, assets) = (Texts::load(&library).unwrap(), Assets::load(&library).unwrap());
    let mut sources = library.texts(Shelf::Templates, &[".html", ".txt"]).unwrap();
    for entry in fs::read_dir(root.join("tests/gallery")).unwrap() {
        let path = entry.unwrap().path();
        sources.push((format!("gallery/{}", path.file_name().unwrap().to_string_lossy()), fs::read_to_string(&path).unwrap()));
    }
    Views::from_sources(&sources, &texts, &assets).unwrap_or_else(|fault| panic!("{fault}"))
}

fn shell(lang: Lang, path: &str, user: Option<(&str, bool)>) -> Shell {
    let user = user.map(|(name, is_official)| ShellUser { name: name.into(), is_official, is_admin: false, unread: 2 });
    let flash = (path == "/ho-so").then(|| Flash { kind: FlashKind::Success, text: "Đã lưu bản nháp.".into() });
    Shell { path: path.into(), user, flash, demo: path == "/", ..Shell::stranger(lang, PortalFacts::demo()) }
}

fn draw<P: Page>(views: &Views, folder: &Path, path: &str, user: Option<(&str, bool)>) {
    for lang in Lang::ALL {
        for page in P::samples() {
            let html = views.page(&shell(*lang, path, user), &page).unwrap_or_else(|fault| panic!("{fault}"));
            let plain_style = html.contains(" style=");
            assert!(!html.contains('⟦') && !plain_style, "{} lacks a text or has a style of its own", P::TEMPLATE);
            let name = P::TEMPLATE.replace("gallery/", "").replace(".html", &format!(".{lang}.html"));
            fs::write(folder.join(name), html).unwrap();
        }
    }
}

#[test]
fn every_exhibit_is_drawn_in_every_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (views, folder) = (views(root), root.join("var/gallery"));
    fs::create_dir_all(&folder).unwrap();
    let citizen = Some(("Nguyễn Thị Hồng Ánh", false));
    let official = Some(("Trần Văn Khải", true));
    draw::<Home>(&views, &folder, "/", None);
    draw::<Service>(&views, &folder, "/dich-vu/xac-nhan", None);
    draw::<Components>(&views, &folder, "/tro-giup", None);
    draw::<Form>(&views, &folder, "/nop/ban-nhap", citizen);
    draw::<Mine>(&views, &folder, "/ho-so", citizen);
    draw::<Dossier>(&views, &folder, "/ho-so/H44.12-261120-0041", citizen);
    draw::<Receipt>(&views, &folder, "/ho-so/H44.12-261120-0041/da-nop", citizen);
    draw::<Queue>(&views, &folder, "/can-bo", official);
    draw::<Workbench>(&views, &folder, "/can-bo/ho-so/H44.12-261120-0041", official);
}
