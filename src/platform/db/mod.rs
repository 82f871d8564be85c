//! The database: one PostgreSQL, private or given by its address, reached through one pool.
//!
//! A query takes `&mut Conn`, returns [`DbResult`], holds no rule and opens no transaction; a verb
//! of the trade opens exactly one, with [`Conn::transaction`](diesel_async::AsyncConnection).

mod address;
pub mod embedded;
mod migrate;
mod pool;
pub mod schema;
mod statements;

pub use diesel::result::Error as DbError;
pub use diesel_async::AsyncConnection;

pub use address::{AddressError, DbAddress};
pub use migrate::{MigrateError, Migrated, fingerprint, migrate, pending, revert};
pub use pool::{ConnectError, Limits, connect, connect_counted, open, ready};
pub use statements::Statements;

/// One connection. A request has at most one.
pub type Conn = diesel_async::AsyncPgConnection;

/// A connection borrowed from the pool; goes back when dropped.
pub type Borrowed = diesel_async::pooled_connection::deadpool::Object<Conn>;

/// The pool of the process.
pub type Db = diesel_async::pooled_connection::deadpool::Pool<Conn>;

pub type DbResult<T> = Result<T, DbError>;
