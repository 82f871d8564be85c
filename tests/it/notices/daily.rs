//! Each morning one letter for each official: what is late, what is due.

use chrono::TimeDelta;
use motcua::dossiers;

use crate::{
    citizen::road,
    support::{self, TestPortal},
};

#[actix_web::test]
async fn officials_are_told_once_in_the_morning_what_presses() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let code = road::code_of(&road::submitted(&mut citizen, &draft).await);
    portal.run_jobs().await;
    // Monday, nine; on Friday morning nobody has answered yet.
    portal.wait(TimeDelta::days(4));
    let told = dossiers::tell_what_presses(&mut *portal.conn().await, &portal.rules, portal.now()).await.expect("told");
    assert!(told >= 2, "the desk and the leader: {told}");
    assert_eq!(dossiers::tell_what_presses(&mut *portal.conn().await, &portal.rules, portal.now()).await.expect("told"), 0, "once a day");
    portal.run_jobs().await;
    let letters = portal.mailbox.letters_to("motcua.viettri@example.vn");
    let [letter] = letters.try_into().expect("one letter for all dossiers");
    assert!(letter.subject.contains("quá hạn: 1") && letter.text.contains(&code), "{}: {}", letter.subject, letter.text);
    assert_eq!(portal.mailbox.letters_to("chutich.viettri@example.vn").len(), 1, "the leader sees all");
    assert!(portal.mailbox.letters_to("motcua.vinhyen@example.vn").is_empty(), "nothing presses there");
    let mut desk = portal.official("motcua", "viettri").await;
    let page = desk.get("/can-bo").await;
    assert_eq!(page.texts(".mc-account__bell .govuk-visually-hidden"), ["Thông báo: 1 chưa đọc"]);
    portal.wait(TimeDelta::days(1));
    assert_eq!(
        dossiers::tell_what_presses(&mut *portal.conn().await, &portal.rules, portal.now()).await.expect("told"),
        0,
        "not on Saturday"
    );
}

#[actix_web::test]
async fn on_a_holiday_nobody_is_told_and_before_it_what_is_due_after_it() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    road::submitted(&mut citizen, &draft).await;
    let day = |month, day| support::at(2027, month, day, 7, 15);
    let tell = async |at| {
        portal.wait(at - portal.now().instant());
        dossiers::tell_what_presses(&mut *portal.conn().await, &portal.rules, portal.now()).await.expect("told")
    };
    assert_eq!(tell(support::at(2027, 1, 1, 7, 15)).await, 0, "New Year's Day is a Friday");
    assert!(tell(day(1, 4)).await >= 2, "on Monday it is late");
}
