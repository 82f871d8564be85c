//! Every letter about a dossier, with invented people: what an administrator who writes its sentences looks at.

use super::{daily::DossiersPress, notices, notices_around::DossierNews};
use crate::notifications::{Notice, texts::LetterKind};

/// In the order of a dossier's life.
pub fn letter_kinds() -> Vec<LetterKind> {
    let mut kinds = Vec::new();
    add::<notices::DossierSubmitted>(&mut kinds, "submitted");
    add::<notices::DossierAccepted>(&mut kinds, "accepted");
    add::<notices::SupplementAsked>(&mut kinds, "supplement-requested");
    add::<notices::SupplementReceived>(&mut kinds, "supplement-received");
    add::<notices::ProcessingResumed>(&mut kinds, "supplement-completed");
    for news in DossierNews::samples() {
        kinds.push(LetterKind::of(news_word(news.what), &news));
    }
    add::<notices::DossierRefused>(&mut kinds, "refused");
    add::<notices::ResultReady>(&mut kinds, "result-ready");
    add::<notices::ResultReturned>(&mut kinds, "returned");
    add::<notices::DossierWithdrawn>(&mut kinds, "withdrawn");
    add::<DossiersPress>(&mut kinds, "press");
    kinds
}

fn add<N: Notice>(kinds: &mut Vec<LetterKind>, word: &'static str) {
    kinds.extend(N::samples().first().map(|notice| LetterKind::of(word, notice)));
}

fn news_word(what: &str) -> &'static str {
    match what {
        "draft" => "news-draft",
        "payment" => "news-payment",
        "paid" => "news-paid",
        "put-off" => "news-put-off",
        "stopped" => "news-stopped",
        "recounted" => "news-recounted",
        _ => "news-declined",
    }
}
