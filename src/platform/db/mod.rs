//! The database: one PostgreSQL, private or given by its address, reached through one pool.
//!
//! A query takes `&mut Conn`, returns [`DbResult`], holds no rule and opens no transaction; a verb
//! of the trade opens exactly one, with [`Conn::transaction`](diesel_async::AsyncConnection).

pub mod schema;

pub use diesel::result::Error as DbError;
pub use diesel_async::AsyncConnection;

/// One connection. A request has at most one.
pub type Conn = diesel_async::AsyncPgConnection;

/// The pool of the process.
pub type Db = diesel_async::pooled_connection::deadpool::Pool<Conn>;

pub type DbResult<T> = Result<T, DbError>;
