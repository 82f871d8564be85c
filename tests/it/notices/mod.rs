//! What people are told, on the portal and by other ways.

mod daily;
mod dead_letters;
mod faults;
mod inbox;
mod links;
mod sms;
mod sms_office;

use diesel_async::SimpleAsyncConnection;
use motcua::{
    kernel::{ids::DossierId, lang::Lang},
    notifications::{self, Notice, Recipient},
};
use serde::Serialize;

use crate::support::TestPortal;

/// The only notice on the portal, so many times more.
async fn copies(portal: &TestPortal, count: u32) {
    let more = format!(
        "INSERT INTO notices (id, kind, channel, address, lang, account_id, dossier_id, data, state, sent_at, created_at)
         SELECT gen_random_uuid(), kind, channel, address, lang, account_id, dossier_id, data, state, sent_at, created_at
         FROM notices, generate_series(1, {count}) WHERE channel = 'portal'"
    );
    portal.conn().await.batch_execute(&more).await.expect("copies");
}

/// A letter that bears a word by which a test knows it.
#[derive(Serialize)]
struct Told {
    code: String,
    service: &'static str,
    agency: &'static str,
    path: &'static str,
    withdrawn_at: &'static str,
}

impl Notice for Told {
    const KIND: &'static str = "withdrawn";
    fn samples() -> Vec<Self> {
        vec![]
    }
}

fn somebody(email: &str) -> Recipient {
    Recipient {
        account: None,
        email: email.parse().expect("an address"),
        by_email: true,
        phone: None,
        name: "Hồng Ánh".into(),
        lang: Lang::Vi,
    }
}

async fn tell(portal: &TestPortal, dossier: Option<DossierId>, email: &str, mark: &str) {
    let notice = Told { code: mark.into(), service: "Thủ tục", agency: "UBND xã", path: "/ho-so/x", withdrawn_at: "hôm nay" };
    notifications::enqueue(&mut *portal.conn().await, portal.now(), &somebody(email), dossier, None, &notice).await.expect("told");
}
