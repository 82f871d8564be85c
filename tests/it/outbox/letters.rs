//! Letters over a real socket: what arrives, and what is made of every way to fail.

use std::time::Duration;

use motcua::platform::mail::{Enclosure, Letter, LocalMailbox, MailError, Mailer, Sender, SmtpSettings};

use super::post_office::{Fate, PostOffice};
use crate::support::at;

pub fn sender() -> Sender {
    Sender { name: "Cổng Dịch vụ công".into(), address: "khong-tra-loi@dichvucong.example.vn".parse().expect("an address") }
}

pub fn smtp(url: String) -> Mailer {
    let settings = SmtpSettings { url, ca_pem: None, timeout: Duration::from_millis(700), connections: 2 };
    Mailer::smtp(sender(), &settings).expect("a mailer")
}

pub fn to_office(office: &PostOffice) -> Mailer {
    smtp(format!("smtp://127.0.0.1:{}", office.port))
}

fn letter() -> Letter {
    Letter {
        id: "0197f3a1-0000-7000-8000-000000000001".into(),
        to: "hong.anh@example.vn".parse().expect("an address"),
        to_name: "Nguyễn Thị Hồng Ánh".into(),
        subject: "Hồ sơ H44.101-261123-0007 đã được tiếp nhận".into(),
        text: "Chào bạn,\n.một dòng bắt đầu bằng dấu chấm\n".into(),
        html: "<p>Chào bạn</p>".into(),
        enclosures: vec![],
        written_at: at(2026, 11, 23, 9, 0),
    }
}

#[tokio::test]
async fn a_letter_arrives_whole() {
    let office = PostOffice::open(&[]).await;
    let mut letter = letter();
    letter.enclosures =
        vec![Enclosure { file_name: "giấy tiếp nhận.pdf".into(), media_type: "application/pdf".into(), bytes: b"%PDF-1.7".to_vec() }];
    let reply = to_office(&office).send(&letter).await.expect("taken");
    assert!(reply.starts_with("250"), "{reply}");
    let [arrived] = office.letters().try_into().expect("one letter");
    assert!(arrived.contains("Message-ID: <0197f3a1-0000-7000-8000-000000000001@dichvucong.example.vn>"), "{arrived}");
    assert!(arrived.contains("Date: Mon, 23 Nov 2026 02:00:00 +0000"), "{arrived}");
    for part in ["Auto-Submitted: auto-generated", "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf"]
    {
        assert!(arrived.contains(part), "no {part} in {arrived}");
    }
}

#[tokio::test]
async fn a_refusal_for_good_is_told_from_one_for_now() {
    let office = PostOffice::open(&[Fate::NoSuchPerson]).await;
    assert!(matches!(to_office(&office).send(&letter()).await, Err(MailError::BadAddress(_))));
    let office = PostOffice::open(&[Fate::TooMuch]).await;
    assert!(matches!(to_office(&office).send(&letter()).await, Err(MailError::Permanent(_))));
    for fate in [Fate::ComeBackLater, Fate::ComeBackAfterData] {
        let office = PostOffice::open(&[fate]).await;
        let outcome = to_office(&office).send(&letter()).await;
        assert!(matches!(outcome, Err(MailError::Temporary(_))), "{fate:?}: {outcome:?}");
    }
    for fate in [Fate::CutAfterData, Fate::Silence] {
        let office = PostOffice::open(&[fate]).await;
        let outcome = to_office(&office).send(&letter()).await;
        assert!(matches!(outcome, Err(MailError::Unreachable(_))), "{fate:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_wrong_password_of_ours_loses_no_letter() {
    let office = PostOffice::open(&[Fate::WrongPassword]).await;
    let mailer = smtp(format!("smtp://portal:wrong@127.0.0.1:{}", office.port));
    assert!(matches!(mailer.send(&letter()).await, Err(MailError::Unreachable(_))));
}

#[tokio::test]
async fn nobody_there_is_temporary() {
    let outcome = smtp("smtp://127.0.0.1:9".into()).send(&letter()).await;
    assert!(matches!(outcome, Err(MailError::Unreachable(_))), "{outcome:?}");
}

#[tokio::test]
async fn a_name_cannot_write_headers() {
    let office = PostOffice::open(&[]).await;
    let mut letter = letter();
    letter.to_name = "An\r\nBcc: all@example.vn".into();
    letter.subject = "Chào\r\nX-Evil: 1".into();
    to_office(&office).send(&letter).await.expect("taken");
    let [arrived] = office.letters().try_into().expect("one letter");
    assert!(!arrived.lines().any(|line| line.starts_with("Bcc:") || line.starts_with("X-Evil:")), "{arrived}");
}

#[tokio::test]
async fn the_local_mailbox_keeps_a_letter_once() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mail-{}", uuid::Uuid::now_v7()));
    let mailer = Mailer::local(sender(), LocalMailbox::open(&folder).expect("a folder"));
    let mut second = letter();
    second.id = "0197f3a1-0000-7000-8000-000000000002".into();
    second.written_at = at(2026, 11, 23, 10, 0);
    second.enclosures = vec![Enclosure { file_name: "a.pdf".into(), media_type: "application/pdf".into(), bytes: vec![1, 2, 3] }];
    for letter in [&letter(), &second, &letter()] {
        mailer.send(letter).await.expect("kept");
    }
    let mailbox = mailer.mailbox().expect("a local mailbox");
    let kept = mailbox.newest(10).await.expect("letters");
    assert_eq!(kept.iter().map(|letter| letter.id.as_str()).collect::<Vec<_>>(), [second.id.as_str(), letter().id.as_str()]);
    let found = mailbox.find(&second.id).await.expect("a folder").expect("the letter");
    assert_eq!(found.enclosure(0).map(|enclosure| enclosure.bytes), Some(vec![1, 2, 3]));
    std::fs::remove_dir_all(folder).expect("cleared");
}
