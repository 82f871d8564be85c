//! Each page and its template belong together: the same words, drawn from samples in every language.

use std::collections::BTreeSet;

use motcua::{
    kernel::lang::Lang,
    platform::{
        i18n::Texts,
        library::Library,
        views::{Assets, PortalFacts, Shell, Views},
    },
    web,
};

use super::source::{files, none, root};

/// Folders of templates that are drawn as pages; the others are parts of them, letters and papers.
const OF_PAGES: [&str; 6] = ["public/", "citizen/", "staff/", "admin/", "shell/", "demo/"];

fn views() -> Views {
    let library = Library::Folder(root().into());
    let texts = Texts::load(&library).expect("sound texts");
    Views::load(&library, &texts, &Assets::load(&library).expect("a list of assets")).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn every_template_has_one_page_and_every_page_its_template() {
    let is_page = |name: &&str| OF_PAGES.iter().any(|f| name.starts_with(f)) && !name.rsplit('/').next().unwrap_or(name).starts_with('_');
    let views = views();
    let mut listed: Vec<&str> = web::pages().iter().map(|p| p.template).collect();
    listed.sort_unstable();
    let mut breaches: Vec<String> =
        listed.windows(2).filter(|w| w[0] == w[1]).map(|w| format!("templates/{} has two pages", w[0])).collect();
    let listed: BTreeSet<&str> = listed.into_iter().collect();
    breaches.extend(
        views
            .names()
            .into_iter()
            .filter(is_page)
            .filter(|n| !listed.contains(n))
            .map(|n| format!("templates/{n} has no page in web::pages(); a part of a page begins with _")),
    );
    breaches.extend(listed.iter().filter(|n| !views.has(n)).map(|n| format!("templates/{n} is missing")));
    none(breaches);
}

#[test]
fn every_page_in_the_code_is_listed() {
    let listed: BTreeSet<&str> = web::pages().iter().map(|p| p.template).collect();
    let marks = files("src/web", &["rs"]);
    let written = marks.iter().flat_map(|f| {
        f.text.lines().filter_map(|l| Some((f.path.as_str(), l.split("const TEMPLATE: &'static str = \"").nth(1)?.split('"').next()?)))
    });
    none(written.filter(|(_, t)| !listed.contains(t)).map(|(file, t)| format!("{file}: the page of {t} is not in web::pages()")).collect());
}

#[test]
fn a_page_gives_what_its_template_uses_and_no_more() {
    let views = views();
    let mut breaches = Vec::new();
    for page in web::pages().iter().filter(|p| views.has(p.template)) {
        let words = page.unmatched(&views).unwrap_or_else(|e| panic!("{}: {e}", page.template));
        breaches.extend(words.into_iter().map(|word| format!("templates/{} {word}", page.template)));
    }
    none(breaches);
}

#[test]
fn every_page_is_drawn_in_every_language() {
    let views = views();
    let mut breaches = Vec::new();
    for page in web::pages().iter().filter(|p| views.has(p.template)) {
        for lang in Lang::ALL {
            match page.draw(&views, &Shell::stranger(*lang, PortalFacts::demo())) {
                Err(e) => breaches.push(format!("templates/{} in {lang}: {e}", page.template)),
                Ok(drawn) if drawn.is_empty() => breaches.push(format!("templates/{} has no sample", page.template)),
                Ok(drawn) => breaches
                    .extend(drawn.iter().filter_map(|html| fault(html)).map(|f| format!("templates/{} in {lang}: {f}", page.template))),
            }
        }
    }
    none(breaches);
}

/// What must never be read on a page.
fn fault(html: &str) -> Option<String> {
    if let Some(missing) = html.split('⟦').nth(1) {
        return Some(format!("the text {} is missing", missing.split('⟧').next().unwrap_or(missing)));
    }
    let once = |mark: &str| html.matches(mark).count() == 1;
    (!(once("<h1") && once("<main"))).then(|| "needs exactly one h1 and one main".to_owned())
}
