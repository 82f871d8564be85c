//! The engines, one a language, and the ways to draw.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use serde::Serialize;
use tera::{Context, Tera};

use super::{Assets, Page, Shell, functions};
use crate::{
    kernel::lang::Lang,
    platform::{
        i18n::Texts,
        library::{Library, Shelf},
    },
};

/// Why a page cannot be drawn. At start: a fault in a template. Later: a page without a variable.
#[derive(Debug, thiserror::Error)]
pub enum ViewsError {
    #[error("cannot read the templates: {0}")]
    Read(#[from] std::io::Error),
    #[error("{0}")]
    Template(#[from] tera::Error),
    #[error("no engine speaks `{0}`")]
    Language(Lang),
}

/// Draws pages, fragments and plain texts; cheap to clone.
#[derive(Clone)]
pub struct Views {
    engines: Arc<HashMap<Lang, Tera>>,
}

/// What a template sees: the shell, and the page's fields at top level.
#[derive(Serialize)]
struct View<'a, P> {
    shell: &'a Shell,
    #[serde(flatten)]
    page: &'a P,
}

impl Views {
    /// Reads and checks every template: an unknown component, filter, function or parent is told here.
    pub fn load(library: &Library, texts: &Texts, assets: &Assets) -> Result<Self, ViewsError> {
        Self::from_sources(&library.texts(Shelf::Templates, &[".html", ".txt"])?, texts, assets)
    }

    /// `sources`: name and text of each template.
    pub(super) fn from_sources(sources: &[(String, String)], texts: &Texts, assets: &Assets) -> Result<Self, ViewsError> {
        let mut engines = HashMap::new();
        for lang in Lang::ALL {
            let mut tera = Tera::new();
            functions::register(&mut tera, *lang, texts, assets);
            tera.add_raw_templates(sources.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
            engines.insert(*lang, tera);
        }
        Ok(Self { engines: Arc::new(engines) })
    }

    /// A whole page.
    pub fn page<P: Page>(&self, shell: &Shell, page: &P) -> Result<String, ViewsError> {
        let context = Context::from_serialize(&View { shell, page })?;
        Ok(self.engine(shell.lang)?.render(P::TEMPLATE, &context)?)
    }

    /// One block of a page alone, for scripts that replace a part of what is shown.
    pub fn fragment<P: Page>(&self, shell: &Shell, page: &P, block: &str) -> Result<String, ViewsError> {
        let context = Context::from_serialize(&View { shell, page })?;
        Ok(self.engine(shell.lang)?.render_block(P::TEMPLATE, block, &context)?)
    }

    /// A template without a shell, as letters are; `.txt` is not escaped.
    pub fn text(&self, lang: Lang, template: &str, facts: &impl Serialize) -> Result<String, ViewsError> {
        Ok(self.engine(lang)?.render(template, &Context::from_serialize(facts)?)?)
    }

    /// Whether there is such a template.
    pub fn has(&self, template: &str) -> bool {
        self.engines.get(&Lang::DEFAULT).is_some_and(|tera| tera.contains_template(template))
    }

    /// The names of all templates, sorted.
    pub fn names(&self) -> BTreeSet<&str> {
        self.engines.get(&Lang::DEFAULT).into_iter().flat_map(Tera::get_template_names).collect()
    }

    /// The variables that a template, its parents and its includes use.
    pub fn variables(&self, template: &str) -> Result<BTreeSet<String>, ViewsError> {
        Ok(self.engine(Lang::DEFAULT)?.get_template_variables(template)?.into_iter().map(str::to_owned).collect())
    }

    fn engine(&self, lang: Lang) -> Result<&Tera, ViewsError> {
        self.engines.get(&lang).ok_or(ViewsError::Language(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::views::PortalFacts;

    #[test]
    fn every_template_is_sound_and_a_text_speaks_the_readers_language() {
        let library = Library::Folder(env!("CARGO_MANIFEST_DIR").into());
        let (texts, assets) = (Texts::load(&library).unwrap(), Assets::load(&library).unwrap());
        let views = Views::load(&library, &texts, &assets).unwrap_or_else(|fault| panic!("{fault}"));
        for (lang, word) in [(Lang::Vi, "Tra cứu hồ sơ"), (Lang::En, "Track a dossier")] {
            let mut context = Context::new();
            context.insert("shell", &Shell::stranger(lang, PortalFacts::demo()));
            let page = views.engine(lang).unwrap().render("layouts/citizen.html", &context).unwrap();
            assert!(page.contains(word) && !page.contains('⟦'), "{page}");
        }
    }
}
