//! Reads the Fluent files once and answers by key.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use fluent_templates::{
    FluentBundle,
    fluent_bundle::{FluentArgs, FluentResource},
};
use unic_langid::LanguageIdentifier;

use super::TextValue;
use crate::{
    kernel::lang::Lang,
    platform::library::{Library, Shelf},
};

/// Why the texts cannot be used: the portal refuses to start.
#[derive(Debug, thiserror::Error)]
pub enum TextsError {
    #[error("cannot read the texts: {0}")]
    Read(#[from] std::io::Error),
    #[error("locales/{file} is not written as Fluent wants: {reason}")]
    Written { file: String, reason: String },
    #[error("locales/{file} defines a key a second time: {key}")]
    Twice { file: String, key: String },
    #[error("`{0}` is not a language tag")]
    Language(&'static str),
}

/// All texts of the portal; cheap to clone.
#[derive(Clone)]
pub struct Texts(Arc<HashMap<Lang, Book>>);

struct Book {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
}

impl Texts {
    /// Reads every `locales/<language>/*.ftl`.
    pub fn load(library: &Library) -> Result<Self, TextsError> {
        let files = library.texts(Shelf::Locales, &[".ftl"])?;
        let mut books = HashMap::new();
        for lang in Lang::ALL {
            books.insert(*lang, Book::read(*lang, &files)?);
        }
        Ok(Self(Arc::new(books)))
    }

    /// The sentence of a key; Vietnamese if the language lacks it; `⟦key⟧` if nobody has it, which
    /// the page tests refuse.
    pub fn get(&self, lang: Lang, key: &str, args: &[(&str, TextValue<'_>)]) -> String {
        self.find(lang, key, args).unwrap_or_else(|| {
            tracing::error!(key, "a text is missing");
            format!("⟦{key}⟧")
        })
    }

    /// The sentence of a key, if any language has it.
    pub fn find(&self, lang: Lang, key: &str, args: &[(&str, TextValue<'_>)]) -> Option<String> {
        [lang, Lang::DEFAULT].iter().find_map(|lang| self.0.get(lang)?.sentence(key, args))
    }

    /// Every key of a language, sorted.
    pub fn keys(&self, lang: Lang) -> impl Iterator<Item = &str> {
        self.0.get(&lang).into_iter().flat_map(|book| book.keys.iter().map(String::as_str))
    }
}

impl Book {
    fn read(lang: Lang, files: &[(String, String)]) -> Result<Self, TextsError> {
        let tag: LanguageIdentifier = lang.as_str().parse().map_err(|_| TextsError::Language(lang.as_str()))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks around values (U+2068, U+2069) show as boxes in some mail programs and PDF fonts.
        bundle.set_use_isolating(false);
        let mut keys = BTreeSet::new();
        for (file, text) in files.iter().filter(|(file, _)| file.starts_with(&format!("{lang}/"))) {
            for key in keys_of(text) {
                if !keys.insert(key.to_owned()) {
                    return Err(TextsError::Twice { file: file.clone(), key: key.to_owned() });
                }
            }
            let resource = FluentResource::try_new(text.clone())
                .map_err(|(_, errors)| TextsError::Written { file: file.clone(), reason: format!("{errors:?}") })?;
            bundle.add_resource(resource).map_err(|errors| TextsError::Twice { file: file.clone(), key: format!("{errors:?}") })?;
        }
        Ok(Self { bundle, keys })
    }

    fn sentence(&self, key: &str, args: &[(&str, TextValue<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "a text lacks a value");
        }
        Some(sentence.into_owned())
    }
}

/// The message keys of a Fluent file: a name at the start of a line, then `=`. Terms (`-name`) are private to the file's language.
fn keys_of(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_the_sentence_without_marks() {
        let texts = Texts::load(&Library::Carried).unwrap();
        let sentence = texts.get(Lang::Vi, "errors-left", &[("count", 3.into())]);
        assert_eq!(sentence, "Còn 3 chỗ cần sửa");
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        let texts = Texts::load(&Library::Carried).unwrap();
        let vi: Vec<_> = texts.keys(Lang::Vi).collect();
        let en: Vec<_> = texts.keys(Lang::En).collect();
        let only_one: Vec<_> = vi.iter().filter(|key| !en.contains(key)).chain(en.iter().filter(|key| !vi.contains(key))).collect();
        assert!(only_one.is_empty(), "these keys are in one language only: {only_one:?}");
    }

    #[test]
    fn an_unknown_key_shows_itself() {
        let texts = Texts::load(&Library::Carried).unwrap();
        assert_eq!(texts.get(Lang::En, "no-such-key", &[]), "⟦no-such-key⟧");
    }
}
