//! People who act, straight from the tables, and a dossier handed in as a citizen would.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use motcua::{
    catalogue::{read_examples, read_files},
    dossiers::{self, LockVersion, NewFile, Rules, Seen, SubmissionKey, TypedPage},
    kernel::{
        actor::{Citizen, Membership, Official, Role},
        dossier_code::DossierCode,
        ids::{AccountId, AgencyId, DossierId},
        person::PersonName,
    },
    platform::db::{
        Conn,
        schema::{accounts, memberships},
    },
};

use crate::support::{TestPortal, test_config};

pub const SLUG: &str = "xac-nhan-tinh-trang-hon-nhan";

pub async fn citizen(conn: &mut Conn, email: &str) -> Citizen {
    let (account, name): (AccountId, PersonName) =
        accounts::table.filter(accounts::email.eq(email)).select((accounts::id, accounts::full_name)).first(conn).await.expect("a person");
    Citizen { account, name }
}

/// `official(conn, "motcua.viettri")`
pub async fn official(conn: &mut Conn, mailbox: &str) -> Official {
    let Citizen { account, name } = citizen(conn, &format!("{mailbox}@example.vn")).await;
    let posts: Vec<(AgencyId, Role)> = memberships::table
        .filter(memberships::account_id.eq(account))
        .select((memberships::agency_id, memberships::role))
        .load(conn)
        .await
        .expect("posts");
    Official {
        account,
        name,
        memberships: posts.into_iter().map(|(agency, role)| Membership { agency, role }).collect(),
        stands_in: Vec::new(),
    }
}

/// A draft filled with the answers of an example of the service, addressed to phường Việt Trì.
pub async fn filled_draft(portal: &TestPortal, conn: &mut Conn, who: &Citizen, example: &str) -> DossierId {
    let (rules, now) = (&portal.rules, portal.now());
    let id = dossiers::start_draft(conn, rules, now, who, SLUG).await.expect("a draft");
    let agency = rules.agencies.by_place_code("07900").expect("Việt Trì").id;
    dossiers::choose_agency(conn, rules, now, who, id, agency).await.expect("competent");
    let files = read_files(&test_config().folder).expect("the files of the services");
    let example =
        read_examples(&files, SLUG).into_iter().find(|(name, _)| name.contains(example)).expect("the example").1.expect("readable");
    let version = rules.catalogue.in_force(SLUG, now.instant()).expect("in force");
    let mut seen: LockVersion = "0".parse().expect("a number");
    for page in &version.definition.pages {
        let typed = TypedPage { dossier: id, page, pairs: &example.posted(), seen };
        seen = dossiers::save_answers(conn, rules, now, who, &typed).await.expect("saved").version;
    }
    id
}

/// A stored PDF, given for a document.
pub async fn pdf(portal: &TestPortal, document_key: &str) -> NewFile {
    let bytes = futures_util::stream::iter([Ok::<_, std::io::Error>(bytes::Bytes::from_static(b"%PDF-1.7 invented"))]);
    let stored = portal.platform.files.put(bytes, 1_000_000).await.expect("stored");
    NewFile { document_key: document_key.into(), stored, name: "Giấy cũ.pdf".into() }
}

/// A dossier that has been submitted.
pub async fn submitted(portal: &TestPortal, conn: &mut Conn, who: &Citizen, example: &str) -> DossierCode {
    let id = filled_draft(portal, conn, who, example).await;
    let (rules, now) = (&portal.rules, portal.now());
    for document in dossiers::draft(conn, rules, now, who, id).await.expect("readable").expect("a draft").documents {
        if document.required {
            dossiers::attach(conn, rules, now, who, id, &pdf(portal, &document.key).await).await.expect("attached");
        }
    }
    dossiers::submit(conn, rules, now, who, id, SubmissionKey::new()).await.expect("submitted").code
}

/// The dossier as it stands now, as an official sees it.
pub async fn seen(conn: &mut Conn, rules: &Rules, portal: &TestPortal, official: &Official, code: &DossierCode) -> Seen {
    let bench = dossiers::workbench(conn, rules, portal.now(), official, code).await.expect("readable").expect("visible");
    Seen { code: code.clone(), version: bench.facts.version }
}
