//! The questions of every service, drawn: every box has its label, every error its place, no id twice.

use std::collections::BTreeSet;

use motcua::{
    forms::{Answers, Form, KnownPerson},
    kernel::lang::Lang,
    platform::library::{Library, Shelf},
};
use scraper::{Html, Selector};
use tera::{Context, Kwargs, State, Tera};

use super::{every_form, today};

fn engine(form: &Form, lang: Lang) -> Tera {
    let root = Library::Folder(env!("CARGO_MANIFEST_DIR").into());
    let mut sources = root.texts(Shelf::Templates, &[".html"]).expect("the templates are there");
    sources.retain(|(name, _)| name.starts_with("components/fields/"));
    sources.push(("page.html".to_owned(), "{{ <fields.page page={form} /> }}".to_owned()));
    let mut tera = Tera::new();
    let texts = form.world().texts.clone();
    tera.register_function("t", move |args: Kwargs, _: &State| -> tera::TeraResult<String> {
        let key = args.must_get::<String>("key")?;
        let number = args.get::<String>("number")?.unwrap_or_default();
        let item = args.get::<String>("item")?.unwrap_or_default();
        Ok(texts.get(lang, &key, &[("number", number.as_str().into()), ("item", item.as_str().into())]))
    });
    tera.add_raw_templates(sources.iter().map(|(name, text)| (name.as_str(), text.as_str()))).expect("the templates can be read");
    tera
}

fn all<'a>(html: &'a Html, selector: &str, attribute: &'a str) -> Vec<&'a str> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).filter_map(|element| element.attr(attribute)).collect()
}

#[test]
fn every_question_is_labelled_and_every_error_can_be_reached() {
    for (slug, form) in every_form() {
        for lang in [Lang::Vi, Lang::En] {
            let tera = engine(&form, lang);
            for answers in [Answers::default(), form.begin(&KnownPerson::default(), today())] {
                for page in &form.definition().pages {
                    let problems = form.page_problems(page, &answers, today(), lang);
                    let view = form.page_view(&page.key, &answers, &problems, today(), lang).expect("a page");
                    let drawn = tera
                        .render("page.html", &Context::from_serialize(&serde_json::json!({ "form": view })).expect("a context"))
                        .expect("drawn");
                    assert!(!drawn.contains('⟦'), "{slug}/{}: a text is missing", page.key);
                    check(
                        &format!("{slug}/{} {lang}", page.key),
                        &Html::parse_fragment(&drawn),
                        problems.iter().map(|p| p.anchor.as_str()),
                    );
                }
            }
        }
    }
}

fn check<'a>(at: &str, html: &Html, anchors: impl Iterator<Item = &'a str>) {
    let ids = all(html, "[id]", "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "{at}: an id stands twice");
    for anchor in anchors {
        assert!(known.contains(anchor), "{at}: the error's link leads nowhere: {anchor}");
    }
    for label in all(html, "label", "for") {
        assert!(known.contains(label), "{at}: a label is for nothing: {label}");
    }
    let labelled: BTreeSet<&str> = all(html, "label", "for").into_iter().collect();
    for boxed in all(html, "input:not([type=hidden]), select, textarea", "id") {
        assert!(labelled.contains(boxed), "{at}: {boxed} has no label");
    }
    for described in all(html, "[aria-describedby]", "aria-describedby").into_iter().flat_map(|all| all.split(' ')) {
        assert!(known.contains(described), "{at}: {described} describes something and is not there");
    }
}
