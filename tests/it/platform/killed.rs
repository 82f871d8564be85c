//! Nothing is lost when the portal is killed: what was committed is there once, and is told once.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    path::Path,
    time::{Duration, Instant},
};

use actix_web::http::StatusCode;
use diesel_async::SimpleAsyncConnection;
use motcua::platform::db::{
    self, Limits,
    embedded::{Embedded, Settings},
};

use crate::{
    citizen::road::{begun, filled, submitted},
    support::{Browser, ServerProcess, TestFolder, Upload, test_config},
};

const CITIZEN: (&str, &str) = ("nguyen.van.mau@example.vn", "cong-mot-cua-2026");
const NO_JOBS: &[(&str, &str)] = &[("MOTCUA_JOBS_IN_SERVER", "false")];

/// The letters of the local mailbox.
fn letters(data: &Path) -> usize {
    let files = fs::read_dir(data.join("mail")).into_iter().flatten().flatten();
    files.filter(|file| file.path().extension().is_some_and(|ending| ending == "eml")).count()
}

fn wait_for_letters(data: &Path, wanted: usize) {
    let begun = Instant::now();
    while letters(data) < wanted {
        assert!(begun.elapsed() < Duration::from_secs(60), "{} letters of {wanted}", letters(data));
        std::thread::sleep(Duration::from_millis(50));
    }
    // One more would come soon.
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(letters(data), wanted);
}

async fn dossiers(citizen: &mut Browser<'_>, receipt: &str) -> usize {
    let code = receipt.split('/').nth(2).expect("a code");
    citizen.get("/ho-so").await.attributes("main a", "href").iter().filter(|address| address.ends_with(code)).count()
}

async fn signed_in(server: &ServerProcess) -> Browser<'_> {
    let mut citizen = server.anonymous();
    citizen.sign_in(CITIZEN.0, CITIZEN.1).await;
    citizen
}

#[actix_web::test]
async fn while_a_draft_is_written() {
    let folder = TestFolder::new();
    let server = ServerProcess::start(folder.path(), NO_JOBS);
    let mut citizen = signed_in(&server).await;
    let page = format!("{}/nguoi-yeu-cau", begun(&mut citizen).await);
    let version = citizen.get(&page).await.input("version").expect("a version");
    let typed = [("version", version.as_str()), ("requester.full_name", "Nguyễn Thị Mẫu"), ("requester.phone", "12")];
    let saved = citizen.post_script(&format!("{page}/tu-luu"), &typed).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    let kept = citizen.kept();
    // Not asked to stop: killed as by a power cut, right after it said that it had saved.
    server.kill();

    let server = ServerProcess::start(folder.path(), NO_JOBS);
    let mut citizen = kept.at(&server);
    let again = citizen.get(&page).await;
    assert_eq!(again.input("requester.full_name").as_deref(), Some("Nguyễn Thị Mẫu"), "what was said to be saved is there");
    assert_eq!(again.input("requester.phone").as_deref(), Some("12"), "and what is not yet right");
    let version = again.input("version").expect("a version");
    assert_eq!(version, saved.json()["version"], "the tab that was open goes on where it was");
    let next = citizen.post_script(&format!("{page}/tu-luu"), &[("version", &version), ("requester.phone", "0912 000 001")]).await;
    assert_eq!(next.status, StatusCode::OK, "{}", next.text());
}

#[actix_web::test]
async fn between_the_submission_and_its_letter() {
    let folder = TestFolder::new();
    let server = ServerProcess::start(folder.path(), NO_JOBS);
    let mut citizen = signed_in(&server).await;
    let review = format!("{}/kiem-tra", filled(&mut citizen).await);
    let key = citizen.get(&review).await.input("submission_key").expect("a key");
    let receipt = citizen.post_form(&review, &[("submission_key", &key)]).await.location().expect("a receipt").to_owned();
    let kept = citizen.kept();
    server.kill();
    assert_eq!(letters(folder.path()), 0);

    let server = ServerProcess::start(folder.path(), &[]);
    let mut citizen = kept.at(&server);
    assert_eq!(citizen.get(&receipt).await.status, StatusCode::OK, "the receipt is there, and the citizen is still signed in");
    let replayed = citizen.post_form(&review, &[("submission_key", &key)]).await;
    assert_eq!(replayed.location(), Some(receipt.as_str()), "a replay gives the same receipt");
    assert_eq!(dossiers(&mut citizen, &receipt).await, 1);
    wait_for_letters(folder.path(), 1);
}

#[actix_web::test]
async fn between_the_upload_and_the_submission() {
    let folder = TestFolder::new();
    let server = ServerProcess::start(folder.path(), NO_JOBS);
    let mut citizen = signed_in(&server).await;
    let draft = filled(&mut citizen).await;
    let papers = format!("{draft}/tep");
    citizen.get(&papers).await;
    let pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
    let file = Upload { field: "giay_to_khac", file_name: "to-khai.pdf", media_type: "application/pdf", bytes: pdf };
    let answer = citizen.upload(&papers, &[("send", "1")], &[file]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.main_text());
    let kept = citizen.kept();
    server.kill();

    let server = ServerProcess::start(folder.path(), NO_JOBS);
    let mut citizen = kept.at(&server);
    let page = citizen.get(&papers).await;
    assert!(page.main_text().contains("to-khai.pdf"), "{}", page.main_text());
    let address = page.attributes(".mc-file__name a", "href").remove(0);
    assert_eq!(citizen.get(&address).await.body, pdf);
    let receipt = submitted(&mut citizen, &draft).await;
    assert_eq!(dossiers(&mut citizen, &receipt).await, 1);
}

#[actix_web::test]
async fn in_the_middle_of_sending_a_letter() {
    let folder = TestFolder::new();
    let post_office = TcpListener::bind("127.0.0.1:0").expect("a post office");
    let smtp = format!("smtp://{}", post_office.local_addr().expect("its address"));
    let server = ServerProcess::start(folder.path(), &[("MOTCUA_MAIL_SMTP_URL", &smtp)]);
    let sending = std::thread::spawn(move || take_half_a_letter(&post_office));
    let mut citizen = signed_in(&server).await;
    let draft = filled(&mut citizen).await;
    let receipt = submitted(&mut citizen, &draft).await;
    let kept = citizen.kept();
    let connection = sending.join().expect("the letter is on its way");
    server.kill();
    drop(connection);

    let server = ServerProcess::start(folder.path(), &[]);
    let mut citizen = kept.at(&server);
    assert_eq!(dossiers(&mut citizen, &receipt).await, 1);
    // The dead worker's lease would run out by itself after two minutes.
    let config = test_config().database;
    let database = Embedded::start(folder.path(), Settings::default(), &config).await.expect("the shared database");
    let mut conn = db::open(&config, &database.address(), Limits::default()).await.expect("a connection");
    conn.batch_execute("UPDATE jobs SET leased_until = now() WHERE leased_until IS NOT NULL").await.expect("time goes by");
    wait_for_letters(folder.path(), 1);
}

/// Speaks SMTP until the text of the letter comes, and then says nothing more.
fn take_half_a_letter(post_office: &TcpListener) -> std::net::TcpStream {
    let (connection, _) = post_office.accept().expect("a connection");
    let mut answers = connection.try_clone().expect("its other end");
    let mut lines = BufReader::new(connection.try_clone().expect("its other end")).lines();
    let mut say = |words: &str| answers.write_all(format!("{words}\r\n").as_bytes()).expect("an answer");
    say("220 post office");
    while let Some(Ok(line)) = lines.next() {
        if line == "DATA" {
            say("354 go on");
            lines.next();
            return connection;
        }
        say("250 fine");
    }
    panic!("no letter came")
}
