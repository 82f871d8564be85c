//! No job can be enqueued that no worker knows: its act would wait for ever.

use std::collections::BTreeSet;

use motcua::jobs;
use syn::{Expr, ImplItem, Item, Lit};

use crate::support::TestPortal;

#[tokio::test]
async fn every_job_in_the_house_is_registered() {
    let portal = TestPortal::open().await;
    let known: BTreeSet<String> = jobs::registry(&portal.platform, &portal.rules).kinds().into_iter().map(str::to_owned).collect();
    let mut defined = BTreeSet::new();
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path if path.extension().is_some_and(|ending| ending == "rs") => {
                    let file = syn::parse_file(&std::fs::read_to_string(path).expect("a file")).expect("Rust");
                    defined.extend(file.items.iter().filter_map(kind));
                }
                _ => {}
            }
        }
    }
    assert!(defined.contains("deliver_notice"), "the test reads the sources: {defined:?}");
    assert_eq!(known, defined);
}

/// The `KIND` of an `impl Job for …`.
fn kind(item: &Item) -> Option<String> {
    let Item::Impl(block) = item else { return None };
    let (_, path, _) = block.trait_.as_ref()?;
    if path.segments.last()?.ident != "Job" {
        return None;
    }
    block.items.iter().find_map(|item| match item {
        ImplItem::Const(constant) if constant.ident == "KIND" => match &constant.expr {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    })
}
