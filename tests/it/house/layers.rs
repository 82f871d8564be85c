//! Arrows point one way: a module names only modules above it in `lib.rs`.

use super::source::{Source, files, none};

/// The modules in the order of `src/lib.rs`.
pub fn order() -> Vec<String> {
    let lib = files("src", &["rs"]).into_iter().find(|f| f.path == "src/lib.rs").expect("src/lib.rs");
    let modules = lib.text.lines().filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';'));
    modules.map(str::to_owned).collect()
}

fn code() -> Vec<Source> {
    files("src", &["rs"]).into_iter().filter(|f| !matches!(f.path.as_str(), "src/lib.rs" | "src/main.rs")).collect()
}

#[test]
fn a_module_names_only_modules_above_it() {
    let order = order();
    let rank = |module: &str| order.iter().position(|m| m == module);
    let mut breaches = Vec::new();
    for file in code() {
        let own = rank(file.module()).unwrap_or_else(|| panic!("{} is not in a module of lib.rs", file.path));
        for named in file.paths() {
            let Some(path) = file.resolve(&named) else { continue };
            if path.first().and_then(|module| rank(module)).is_some_and(|other| other > own) {
                breaches.push(format!("{}:{} names {}, which stands below {}", file.path, named.line, path.join("::"), file.module()));
            }
        }
    }
    none(breaches);
}

const AUDIENCES: [&str; 5] = ["public", "citizen", "staff", "admin", "api"];

#[test]
fn audiences_never_import_each_other() {
    let mut breaches = Vec::new();
    for file in code() {
        let Some(own) = AUDIENCES.into_iter().find(|a| file.path.starts_with(&format!("src/web/{a}"))) else { continue };
        for named in file.paths() {
            let path = file.resolve(&named).unwrap_or_default();
            let other = path.get(1).filter(|_| path[0] == "web");
            if other.is_some_and(|other| AUDIENCES.contains(&other.as_str()) && other != own) {
                breaches.push(format!(
                    "{}:{} names {}: audiences share only web::shell, web::extract and the domain",
                    file.path,
                    named.line,
                    path.join("::")
                ));
            }
        }
    }
    none(breaches);
}
