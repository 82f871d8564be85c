//! A whole portal for one test: everything as in service, except time, mail and files.

use std::sync::Arc;

use chrono::TimeZone;
use diesel_async::pooled_connection::deadpool::Object;
use motcua::{
    kernel::clock::{Clock, FixedClock, Instant, Now, vietnam},
    platform::{
        Platform,
        db::{self, Conn, DbAddress, Statements},
        files::FileStore,
        mail::{Mailer, MemoryMailbox, Sender},
    },
};

use super::database::{TestDatabase, config};

pub struct TestPortal {
    pub platform: Platform,
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

impl TestPortal {
    /// On Monday, 23 November 2026, at nine in the morning.
    pub async fn open() -> Self {
        let database = TestDatabase::filled().await;
        let statements = Statements::default();
        let mut config = config();
        config.server.data = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("portal");
        config.database.pool_size = 4;
        let pool = db::connect_counted(&config.database, &database.address, &statements).expect("a pool");
        let (clock, mailbox) = (Arc::new(FixedClock::at(at(2026, 11, 23, 9, 0))), MemoryMailbox::default());
        let sender = Sender { name: config.mail.from_name.clone(), address: config.mail.from.clone() };
        let mut platform = Platform::assemble(Arc::new(config), pool, Arc::clone(&clock) as _).expect("the platform");
        platform.mail = Mailer::memory(sender, mailbox.clone());
        platform.files = FileStore::memory();
        Self { platform, clock, mailbox, statements, _database: database }
    }

    pub fn now(&self) -> Now {
        self.clock.now()
    }

    pub async fn conn(&self) -> Object<Conn> {
        self.platform.db.get().await.expect("a connection")
    }
}

/// What every test database holds from the beginning.
pub async fn fill(_address: &DbAddress) {}
