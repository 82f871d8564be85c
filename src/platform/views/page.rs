//! A page and its template belong together: each knows the other's words.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Shell, Views, ViewsError};

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

/// A page in the list that each audience keeps (`pages()` in its `mod.rs`), so that tests can compare
/// and draw every one.
#[derive(Clone, Copy)]
pub struct ListedPage {
    pub template: &'static str,
    unmatched: fn(&Views) -> Result<Vec<String>, ViewsError>,
    draw: fn(&Views, &Shell) -> Result<Vec<String>, ViewsError>,
}

impl ListedPage {
    pub const fn of<P: Page>() -> Self {
        Self {
            template: P::TEMPLATE,
            unmatched: unmatched::<P>,
            draw: |views, shell| P::samples().iter().map(|p| views.page(shell, p)).collect(),
        }
    }

    /// See [`unmatched`].
    pub fn unmatched(&self, views: &Views) -> Result<Vec<String>, ViewsError> {
        (self.unmatched)(views)
    }

    /// Every sample of the page, as this visitor sees it.
    pub fn draw(&self, views: &Views, shell: &Shell) -> Result<Vec<String>, ViewsError> {
        (self.draw)(views, shell)
    }
}
