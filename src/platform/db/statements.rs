//! What was asked of the database: tests keep each page within its budget of statements.

use std::sync::{Arc, Mutex, PoisonError};

use diesel::connection::InstrumentationEvent;
use diesel_async::AsyncConnection;

use super::Conn;

/// A record of statements, shared by the connections of a pool.
#[derive(Debug, Clone, Default)]
pub struct Statements(Arc<Mutex<Vec<String>>>);

impl Statements {
    pub(super) fn watch(&self, conn: &mut Conn) {
        let record = Arc::clone(&self.0);
        conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { query, .. } = event {
                let said = query.to_string();
                if !is_bracket(&said) {
                    record.lock().unwrap_or_else(PoisonError::into_inner).push(said);
                }
            }
        });
    }

    /// The statements since the last call, without the brackets of transactions.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Opening and closing a transaction is not counted.
fn is_bracket(statement: &str) -> bool {
    ["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"].iter().any(|word| statement.starts_with(word))
}
