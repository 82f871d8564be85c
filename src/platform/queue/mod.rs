//! Jobs, enqueued in the transaction that asks for them.
