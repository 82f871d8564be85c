//! A mail server that is away, slow to forgive, or asks for a pause: every letter leaves once, in order.

use std::{collections::BTreeMap, net::TcpListener, time::Duration};

use chrono::TimeDelta;
use motcua::{
    jobs,
    notifications::{self, Failure, NoticeState},
};

use super::tell;
use crate::{
    outbox::{
        dossier::Desk,
        letters::{smtp, to_office},
        post_office::{Fate, PostOffice},
    },
    support::TestPortal,
};

/// A port at which nobody listens.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its number").port()
}

/// The mark that a letter bears in its text: `d03n07`.
fn mark(letter: &str) -> String {
    let whole = letter.replace("=\n", "");
    let mut words = whole.split(|c: char| !c.is_ascii_alphanumeric());
    let found = words.find(|word| word.len() == 6 && word.starts_with('d') && word[3..].starts_with('n'));
    found.unwrap_or_else(|| panic!("no mark in {letter}")).to_owned()
}

fn message_id(letter: &str) -> &str {
    letter.lines().find(|line| line.starts_with("Message-ID:")).expect("an id")
}

async fn work(portal: &TestPortal, minutes: usize) {
    let worker = jobs::worker(&portal.platform, &portal.rules);
    for _ in 0..minutes {
        worker.run_ready().await.expect("ran");
        portal.clock.advance(TimeDelta::minutes(1));
    }
}

#[tokio::test]
async fn an_hour_without_a_mail_server_loses_and_doubles_nothing() {
    const DOSSIERS: usize = 20;
    const EACH: usize = 50;
    let mut portal = TestPortal::open().await;
    let port = free_port();
    portal.platform.mail = smtp(format!("smtp://127.0.0.1:{port}"));
    let mut desks = Vec::new();
    for _ in 0..DOSSIERS {
        desks.push(Desk::open(&portal).await);
    }
    for number in 0..EACH {
        for (place, desk) in desks.iter().enumerate() {
            tell(&portal, Some(desk.dossier), &format!("nguoi{place}@example.vn"), &format!("d{place:02}n{number:02}")).await;
        }
    }
    work(&portal, 60).await;
    let tried: i32 = {
        let told = notifications::list(&mut *portal.conn().await, desks[0].dossier).await.expect("a list");
        assert!(told.iter().all(|notice| notice.state == NoticeState::Waiting));
        told.iter().map(|notice| notice.attempts).sum()
    };
    assert!(tried < 40, "while the gate is shut one letter tries and the rest wait: {tried} tries");
    let office = PostOffice::open_at(port, &[]).await;
    let begun = portal.now();
    for _ in 0..30 {
        work(&portal, 1).await;
        if office.letters().len() == DOSSIERS * EACH {
            break;
        }
    }
    let minutes = (portal.now().instant() - begun.instant()).num_minutes();
    let letters = office.letters();
    assert_eq!(letters.len(), DOSSIERS * EACH, "all after {minutes} minutes");
    let mut in_order: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for letter in &letters {
        let mark = mark(letter);
        in_order.entry(mark[..3].to_owned()).or_default().push(mark);
    }
    for (dossier, marks) in &in_order {
        let mut sorted = marks.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(*marks, sorted, "dossier {dossier}: each once, in order");
        assert_eq!(marks.len(), EACH);
    }
    eprintln!("after an hour away {} letters left within {minutes} simulated minutes", letters.len());
}

#[tokio::test]
async fn a_pause_that_is_asked_for_is_given() {
    let office = PostOffice::open(&[Fate::SlowDown]).await;
    let mut portal = TestPortal::open().await;
    portal.platform.mail = to_office(&office);
    for number in 0..5 {
        tell(&portal, None, "anh@example.vn", &format!("d00n{number:02}")).await;
    }
    work(&portal, 1).await;
    assert!(office.letters().is_empty(), "nobody pushes while a pause is asked for");
    work(&portal, 3).await;
    assert_eq!(office.letters().len(), 5);
}

#[tokio::test]
async fn a_dead_address_is_not_written_to_again() {
    let office = PostOffice::open(&[Fate::NoSuchPerson]).await;
    let mut portal = TestPortal::open().await;
    portal.platform.mail = to_office(&office);
    let desk = Desk::open(&portal).await;
    tell(&portal, Some(desk.dossier), "khongco@example.vn", "d00n01").await;
    tell(&portal, Some(desk.dossier), "khongco@example.vn", "d00n02").await;
    work(&portal, 2).await;
    assert!(office.letters().is_empty());
    let told = notifications::list(&mut *portal.conn().await, desk.dossier).await.expect("a list");
    let seen: Vec<_> = told.iter().map(|notice| (notice.state, notice.failure, notice.masked())).collect();
    assert_eq!(seen, vec![(NoticeState::Failed, Some(Failure::BadAddress), "k•••@example.vn".to_owned()); 2]);
    portal.clock.advance(TimeDelta::days(8));
    tell(&portal, Some(desk.dossier), "khongco@example.vn", "d00n03").await;
    work(&portal, 1).await;
    assert_eq!(office.letters().len(), 1, "after a week it is tried again");
}

/// The worker dies while the server holds the letter: the lease runs out, another worker sends it again.
#[tokio::test]
async fn a_worker_that_dies_while_sending_repeats_one_letter_at_most() {
    let office = PostOffice::open(&[Fate::Delivered, Fate::CutAfterData]).await;
    let mut portal = TestPortal::open().await;
    portal.platform.mail = to_office(&office);
    let desk = Desk::open(&portal).await;
    for number in 0..6 {
        tell(&portal, Some(desk.dossier), "anh@example.vn", &format!("d00n{number:02}")).await;
    }
    // Dropped in the middle, as when the process is killed.
    let dying = jobs::worker(&portal.platform, &portal.rules);
    let _killed = tokio::time::timeout(Duration::from_millis(1), dying.run_ready()).await;
    portal.clock.advance(TimeDelta::minutes(5));
    work(&portal, 5).await;
    let letters = office.letters();
    let mut marks: Vec<String> = letters.iter().map(|letter| mark(letter)).collect();
    assert!((6..=7).contains(&letters.len()), "{marks:?}");
    marks.dedup();
    assert_eq!(marks, ["d00n00", "d00n01", "d00n02", "d00n03", "d00n04", "d00n05"], "in order, a double right after its first");
    let mut ids: Vec<&str> = letters.iter().map(|letter| message_id(letter)).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 6, "a double bears the same Message-ID");
}
