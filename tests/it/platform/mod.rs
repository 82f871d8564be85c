//! The machines: settings, database, secrets.

mod killed;
mod migrations;
mod portal;
mod private_database;
mod private_database_refusals;
