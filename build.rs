//! Lets the program be compiled before the assets are: an empty `static/dist` is enough for tests.

use std::{fs, path::Path};

fn main() {
    let dist = Path::new("static/dist");
    if !dist.join("manifest.json").exists() {
        println!("cargo::warning=static/dist is empty: run `make assets` before serving pages");
        if let Err(error) = fs::create_dir_all(dist) {
            println!("cargo::error=cannot make static/dist: {error}");
        }
    }
    // A path that does not exist would make cargo run this every time.
    for carried in ["build.rs", "templates", "locales", "config", "static/dist"].iter().filter(|path| Path::new(path).exists()) {
        println!("cargo::rerun-if-changed={carried}");
    }
}
