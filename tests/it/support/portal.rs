//! A whole portal for one test: everything as in service, except time, mail and files.

use std::{future::Future, path::Path, pin::Pin, rc::Rc, sync::Arc};

use actix_web::{
    App,
    body::BoxBody,
    dev::{Service, ServiceResponse},
    test, web,
};
use chrono::{TimeDelta, TimeZone};
use diesel_async::pooled_connection::deadpool::Object;
use motcua::{
    app::{self, Portal},
    dossiers::Rules,
    jobs,
    kernel::clock::{Clock, FixedClock, Instant, Now, SharedClock, vietnam},
    platform::{
        Platform,
        config::Config,
        db::{self, Conn, DbAddress, Limits, Statements},
        files::{FileKeys, FileStore},
        mail::{Mailer, MemoryMailbox, Sender},
    },
};

use tokio::sync::OnceCell;

use super::{
    browser::{Answer, Browser},
    database::{TestDatabase, config},
};

/// The portal's answer to one request.
type Answering = Pin<Box<dyn Future<Output = Result<ServiceResponse<BoxBody>, actix_web::Error>>>>;

pub struct TestPortal {
    /// As production builds it, once: hundreds of addresses become patterns, which takes longer than most answers.
    answer: OnceCell<Box<dyn Fn(test::TestRequest) -> Answering>>,
    pub platform: Platform,
    pub rules: Rules,
    pub clock: Arc<FixedClock>,
    pub mailbox: MemoryMailbox,
    pub statements: Statements,
    // Last: dropped when nothing uses it any more.
    _database: TestDatabase,
}

/// Local time of Việt Nam.
pub fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> Instant {
    vietnam().with_ymd_and_hms(year, month, day, hour, minute, 0).single().expect("a time").to_utc()
}

/// When every test begins: Monday, 23 November 2026, nine in the morning.
fn the_beginning() -> Instant {
    at(2026, 11, 23, 9, 0)
}

impl TestPortal {
    pub async fn open() -> Self {
        Self::open_with(|_| {}).await
    }

    /// With other settings than the default.
    pub async fn open_with(settings: impl FnOnce(&mut Config)) -> Self {
        let database = TestDatabase::filled().await;
        let (clock, mailbox, statements) = (Arc::new(FixedClock::at(the_beginning())), MemoryMailbox::default(), Statements::default());
        let mut config = config();
        config.server.data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("portal");
        config.portal.demo = true;
        config.database.pool_size = 4;
        // A slow machine is not what tests are about.
        config.database.wait_seconds = 60;
        settings(&mut config);
        let pool = db::connect_counted(&config.database, &database.address, &statements).expect("a pool");
        let sender = Sender { name: config.mail.from_name.clone(), address: config.mail.from.clone() };
        let shared: SharedClock = clock.clone();
        let mut platform = Platform::assemble(Arc::new(config), pool, shared).expect("the platform");
        platform.mail = Mailer::memory(sender, mailbox.clone());
        platform.files = FileStore::memory().sealed_with(FileKeys::random());
        let portal = Portal::open(platform).await.expect("the portal");
        Self { answer: OnceCell::new(), platform: portal.platform, rules: portal.rules, clock, mailbox, statements, _database: database }
    }

    pub fn now(&self) -> Now {
        self.clock.now()
    }

    /// Time goes by; nothing happens meanwhile.
    pub fn wait(&self, span: TimeDelta) {
        self.clock.advance(span);
    }

    /// As after a restart: what has been published meanwhile is read anew.
    pub async fn restart(&mut self) {
        self.rules = Portal::open(self.platform.clone()).await.expect("the portal").rules;
        self.answer = OnceCell::new();
    }

    pub async fn conn(&self) -> Object<Conn> {
        self.platform.db.get().await.expect("a connection")
    }

    /// Does the jobs that are ready, until none is.
    pub async fn run_jobs(&self) -> usize {
        jobs::worker(&self.platform, &self.rules).run_ready().await.expect("the jobs are claimed")
    }

    /// Somebody who has just opened a browser.
    pub fn anonymous(&self) -> Browser<'_> {
        Browser::new(self)
    }

    /// The first citizen of the demonstration, signed in.
    pub async fn citizen(&self) -> Browser<'_> {
        self.signed_in("nguyen.van.mau@example.vn").await
    }

    /// An official of the demonstration, signed in: `official("motcua", "viettri")`. The words are those
    /// of `config/demo/people.toml`: of the post (motcua, hotich, chutich, vanthu), of the commune.
    pub async fn official(&self, post: &str, commune: &str) -> Browser<'_> {
        self.signed_in(&format!("{post}.{commune}@example.vn")).await
    }

    /// Who administers the whole portal, signed in.
    pub async fn administrator(&self) -> Browser<'_> {
        self.signed_in("quantri@example.vn").await
    }

    /// Another citizen, to whom nothing of the first belongs.
    pub async fn other_citizen(&self) -> Browser<'_> {
        self.signed_in("tran.thi.thu@example.vn").await
    }

    /// Anybody of the demonstration, by e-mail address.
    pub async fn signed_in(&self, email: &str) -> Browser<'_> {
        let mut browser = self.anonymous();
        browser.sign_in(email, &demo_password()).await;
        browser
    }

    /// One request to the portal as production builds it.
    pub(super) async fn send(&self, request: test::TestRequest) -> Answer {
        let answer = self.answer.get_or_init(|| self.built()).await;
        self.statements.take();
        match answer(request).await {
            Ok(answer) => Answer::read(answer.into_parts().1, self.statements.take()).await,
            Err(error) => Answer::read(error.error_response(), self.statements.take()).await,
        }
    }

    async fn built(&self) -> Box<dyn Fn(test::TestRequest) -> Answering> {
        let app = App::new()
            .app_data(web::Data::new(self.platform.clone()))
            .app_data(web::Data::new(self.rules.clone()))
            .configure(motcua::web::routes);
        let app = Rc::new(test::init_service(app).await);
        Box::new(move |request| {
            let app = Rc::clone(&app);
            Box::pin(async move { Ok(app.call(request.to_request()).await?.map_into_boxed_body()) })
        })
    }
}

/// What `config/demo/people.toml` says.
fn demo_password() -> String {
    let file = config().folder.read("demo/people.toml").expect("the people of the demonstration");
    let file: toml::Table = file.parse().expect("TOML");
    file.get("password").and_then(toml::Value::as_str).expect("a password").to_owned()
}

/// What every test database holds from the beginning: agencies, services, invented people.
pub async fn fill(address: &DbAddress) {
    let config = config();
    let mut conn = db::open(&config.database, address, Limits::default()).await.expect("the template answers");
    let now = Now(the_beginning() - TimeDelta::days(300));
    app::fill(&mut conn, now, &config.folder).await.expect("agencies and services");
    app::demo(&mut conn, now, &config.folder).await.expect("people");
}
