//! Every page from its samples, kept under `var/gallery` for human eyes and for the pictures' script.

use std::{fs, path::Path};

use motcua::{
    kernel::lang::Lang,
    platform::{
        i18n::Texts,
        library::Library,
        views::{Assets, PortalFacts, Shell, ShellUser, Views},
    },
    web,
};

#[test]
fn every_page_hangs_in_the_gallery() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let library = Library::Folder(root.into());
    let texts = Texts::load(&library).expect("sound texts");
    let views = Views::load(&library, &texts, &Assets::load(&library).expect("a list of assets")).unwrap_or_else(|e| panic!("{e}"));
    let folder = root.join("var/gallery");
    fs::create_dir_all(&folder).expect("a folder for the gallery");
    for page in web::pages() {
        for lang in Lang::ALL {
            let drawn = page.draw(&views, &shell(*lang, page.template)).unwrap_or_else(|e| panic!("{}: {e}", page.template));
            for (number, html) in drawn.iter().enumerate() {
                let name = page.template.replace('/', "-").replace(".html", &format!("-{number}.{lang}.html"));
                fs::write(folder.join(name), html).expect("a page kept");
            }
        }
    }
}

/// Who usually looks at such a page.
fn shell(lang: Lang, template: &str) -> Shell {
    let stranger = Shell::stranger(lang, PortalFacts::demo());
    let user = |name: &str, is_official| Some(ShellUser { name: name.into(), is_official, is_admin: false, unread: 2 });
    match template.split('/').next() {
        Some("citizen") => {
            Shell { path: "/ho-so".into(), csrf: "token".into(), user: user("Nguyễn Thị Hồng Ánh", false), ..stranger }
        }
        Some("staff") => Shell { path: "/can-bo".into(), csrf: "token".into(), user: user("Trần Văn Khải", true), ..stranger },
        Some("admin") => {
            let user = Some(ShellUser { name: "Chu Thị Cấu".into(), is_official: true, is_admin: true, unread: 0 });
            Shell { path: "/quan-tri".into(), csrf: "token".into(), user, ..stranger }
        }
        _ => stranger,
    }
}
