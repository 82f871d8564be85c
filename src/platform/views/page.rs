//! A page and its template belong together: each knows the other's words.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Views, ViewsError};

/// A screen: its fields are the variables of its template.
pub trait Page: Serialize {
    /// The file below `templates/`, as `public/home.html`.
    const TEMPLATE: &'static str;

    /// The page in each of its states, with invented people: rendered by tests in every language.
    fn samples() -> Vec<Self>
    where
        Self: Sized;
}

/// The words in which a page and its template disagree, empty if none: used by the template but
/// absent from the page (`uses x`), or given by the page but never used (`ignores x`).
/// Fields that are skipped when empty must be present in some sample.
pub fn unmatched<P: Page>(views: &Views) -> Result<Vec<String>, ViewsError> {
    let given: BTreeSet<String> = P::samples().iter().flat_map(fields).collect();
    let used = views.variables(P::TEMPLATE)?;
    let known = |name: &String| name == "shell" || given.contains(name);
    let missing = used.iter().filter(|name| !known(name)).map(|name| format!("uses {name}"));
    let idle = given.iter().filter(|name| !used.contains(*name)).map(|name| format!("ignores {name}"));
    Ok(missing.chain(idle).collect())
}

fn fields<P: Page>(page: &P) -> Vec<String> {
    match serde_json::to_value(page) {
        Ok(serde_json::Value::Object(map)) => map.keys().cloned().collect(),
        _ => Vec::new(),
    }
}
