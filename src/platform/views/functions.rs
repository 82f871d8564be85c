//! The functions of the templates: `t(key="…", name=value)` and `asset(name="…")`.
//!
//! Where the facts of a letter hold `said`, sentences by key that an administrator wrote instead, `t` says those.

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::{Assets, said};
use crate::{
    kernel::lang::Lang,
    platform::i18n::{TextValue, Texts},
};

/// Gives an engine its functions; `t` speaks one language.
pub(super) fn register(tera: &mut Tera, lang: Lang, texts: &Texts, assets: &Assets) {
    let texts = texts.clone();
    tera.register_function("t", move |args: Kwargs, state: &State| text(&texts, lang, &args, state));
    let urls = assets.clone();
    tera.register_function("asset", move |args: Kwargs, _: &State| -> TeraResult<String> {
        let name = args.must_get::<String>("name")?;
        urls.url(&name).ok_or_else(|| tera::Error::message(format!("the assets build made no `{name}`")))
    });
    let marks = assets.clone();
    tera.register_function("integrity", move |args: Kwargs, _: &State| -> TeraResult<String> {
        Ok(marks.integrity(&args.must_get::<String>("name")?).unwrap_or_default().to_owned())
    });
}

fn text(texts: &Texts, lang: Lang, args: &Kwargs, state: &State<'_>) -> TeraResult<String> {
    let key = args.must_get::<String>("key")?;
    let changed = state.get::<Value>("said")?;
    let said = changed.as_ref().and_then(Value::as_map);
    let sentence = said.and_then(|said| said.iter().find(|(name, _)| name.as_str() == Some(key.as_str())));
    if let Some(sentence) = sentence.and_then(|(_, sentence)| sentence.as_str()) {
        let value = |name: &str| args.get::<Value>(name).ok().flatten().or_else(|| state.get::<Value>(name).ok().flatten());
        return Ok(said::filled(sentence, |name| value(name).map(|value| value.to_string())));
    }
    let values: Vec<(&str, TextValue<'static>)> =
        args.iter().filter_map(|(name, value)| Some((name.as_str()?, text_value(value)))).filter(|(name, _)| *name != "key").collect();
    Ok(texts.get(lang, &key, &values))
}

fn text_value(value: &Value) -> TextValue<'static> {
    match value.as_i64() {
        Some(number) => number.into(),
        None => value.to_string().into(),
    }
}
