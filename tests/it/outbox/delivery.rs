//! From the act to the mailbox: told exactly if it happened, until it is taken or refused.

use chrono::TimeDelta;
use diesel_async::AsyncConnection;
use motcua::{
    jobs,
    kernel::{
        ids::{DossierId, PaperId},
        lang::Lang,
    },
    notifications::{self, Notice, NoticeState, Recipient, SentNotice},
    platform::db::DbError,
};
use serde::Serialize;

use super::{
    dossier::Desk,
    letters::to_office,
    papers::issued,
    post_office::{Fate, PostOffice},
};
use crate::support::TestPortal;

#[derive(Serialize)]
struct Withdrawn {
    code: &'static str,
    service: &'static str,
    agency: &'static str,
    path: &'static str,
    withdrawn_at: &'static str,
}

impl Notice for Withdrawn {
    const KIND: &'static str = "withdrawn";
    /// Not a secret in truth; here to see one blanked.
    const SECRETS: &'static [&'static str] = &["path"];
    fn samples() -> Vec<Self> {
        vec![]
    }
}

const NOTICE: Withdrawn =
    Withdrawn { code: "H44.101-261123-0007", service: "Thủ tục", agency: "UBND xã", path: "/ho-so/x", withdrawn_at: "hôm nay" };

fn anh() -> Recipient {
    Recipient {
        account: None,
        email: "anh@example.vn".parse().expect("an address"),
        by_email: true,
        phone: None,
        name: "Hồng Ánh".into(),
        lang: Lang::Vi,
    }
}

/// A portal that mails to this office, and a dossier.
async fn portal(office: &PostOffice) -> (TestPortal, Desk) {
    let mut portal = TestPortal::open().await;
    portal.platform.mail = to_office(office);
    let desk = Desk::open(&portal).await;
    (portal, desk)
}

async fn tell(portal: &TestPortal, dossier: DossierId, paper: Option<PaperId>) {
    notifications::enqueue(&mut *portal.conn().await, portal.now(), &anh(), Some(dossier), paper, &NOTICE).await.expect("told");
}

/// Works through all pauses of a job.
async fn work(portal: &TestPortal) {
    let worker = jobs::worker(&portal.platform, &portal.rules);
    for _ in 0..20 {
        worker.run_ready().await.expect("ran");
        portal.clock.advance(TimeDelta::hours(8));
    }
}

async fn the_notice(portal: &TestPortal, desk: &Desk) -> SentNotice {
    let [notice] = notifications::list(&mut *portal.conn().await, desk.dossier).await.expect("a list").try_into().expect("one notice");
    notice
}

fn message_id(letter: &str) -> String {
    letter.lines().find(|line| line.starts_with("Message-ID:")).expect("an id").to_owned()
}

#[tokio::test]
async fn an_act_that_fails_tells_nobody() {
    let office = PostOffice::open(&[]).await;
    let (portal, desk) = portal(&office).await;
    let now = portal.now();
    let failed = portal
        .conn()
        .await
        .transaction::<(), DbError, _>(async |conn| {
            notifications::enqueue(conn, now, &anh(), Some(desk.dossier), None, &NOTICE).await?;
            Err(DbError::RollbackTransaction)
        })
        .await;
    assert!(failed.is_err());
    work(&portal).await;
    assert!(office.letters().is_empty());
}

#[tokio::test]
async fn a_notice_is_two_statements_and_one_letter() {
    let office = PostOffice::open(&[]).await;
    let (portal, desk) = portal(&office).await;
    portal.statements.take();
    tell(&portal, desk.dossier, None).await;
    assert_eq!(portal.statements.take().len(), 2);
    work(&portal).await;
    assert_eq!(office.letters().len(), 1);
    let notice = the_notice(&portal, &desk).await;
    assert_eq!((notice.state, notice.attempts), (NoticeState::Sent, 1));
    assert!(notice.reply.expect("a reply").starts_with("250"));
}

#[tokio::test]
async fn what_fails_for_now_is_tried_again_with_the_same_id() {
    let office = PostOffice::open(&[Fate::ComeBackLater, Fate::CutAfterData]).await;
    let (portal, desk) = portal(&office).await;
    tell(&portal, desk.dossier, None).await;
    work(&portal).await;
    let letters = office.letters();
    // The office took the second attempt and did not say so: the third is a double that can be recognised.
    assert_eq!(letters.len(), 2);
    assert_eq!(message_id(&letters[0]), message_id(&letters[1]));
    let notice = the_notice(&portal, &desk).await;
    assert_eq!((notice.state, notice.attempts), (NoticeState::Sent, 3));
}

#[tokio::test]
async fn a_server_that_stays_away_fails_the_notice_at_last() {
    let office = PostOffice::open(&[Fate::ComeBackLater; 40]).await;
    let (portal, desk) = portal(&office).await;
    tell(&portal, desk.dossier, None).await;
    work(&portal).await;
    let notice = the_notice(&portal, &desk).await;
    assert_eq!((notice.state, notice.attempts), (NoticeState::Failed, 16));
    assert!(notice.reply.expect("a reply").contains("come back later"));
}

#[tokio::test]
async fn a_paper_goes_along_as_pdf() {
    let office = PostOffice::open(&[]).await;
    let (portal, desk) = portal(&office).await;
    let paper = issued(&portal, &desk).await;
    tell(&portal, desk.dossier, Some(paper)).await;
    work(&portal).await;
    let [letter] = office.letters().try_into().expect("one letter");
    assert!(letter.contains("application/pdf") && letter.contains("phieu-tu-choi-tiep-nhan-giai-quyet-ho-so-01-TCHS.pdf"), "{letter}");
}

#[tokio::test]
async fn a_secret_is_blanked_once_it_has_left() {
    use diesel::{QueryableByName, sql_types::Text};
    use diesel_async::RunQueryDsl;

    #[derive(QueryableByName)]
    struct Data {
        #[diesel(sql_type = Text)]
        data: String,
    }
    async fn data(portal: &TestPortal) -> String {
        let query = diesel::sql_query("SELECT data::text AS data FROM notices");
        query.get_result::<Data>(&mut *portal.conn().await).await.expect("the notice").data
    }
    let office = PostOffice::open(&[]).await;
    let (portal, desk) = portal(&office).await;
    tell(&portal, desk.dossier, None).await;
    assert!(data(&portal).await.contains("/ho-so/x"));
    work(&portal).await;
    assert!(office.letters()[0].contains("ho-so/x"));
    assert!(!data(&portal).await.contains("/ho-so/x"));
}
