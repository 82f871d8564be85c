//! Mẫu thông báo: what the letters about dossiers say, sentence by sentence.

mod letter;
mod list;
mod shown;

use actix_web::web;

use crate::{dossiers, kernel::lang::Lang, notifications::texts::LetterKind, platform::views::ListedPage, web::shell::Error};

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/quan-tri/mau-thong-bao", web::get().to(list::show))
        .route("/quan-tri/mau-thong-bao/{word}", web::get().to(letter::show))
        .route("/quan-tri/mau-thong-bao/{word}", web::post().to(letter::act));
}

pub(super) fn pages() -> Vec<ListedPage> {
    vec![ListedPage::of::<list::LettersPage>(), ListedPage::of::<shown::LetterPage>()]
}

fn kind(word: &str) -> Result<LetterKind, Error> {
    dossiers::letter_kinds().into_iter().find(|kind| kind.word == word).ok_or(Error::NotFound)
}

/// The language whose sentences are looked at: a word of the address.
fn language(word: &str) -> Lang {
    word.parse().unwrap_or(Lang::DEFAULT)
}
