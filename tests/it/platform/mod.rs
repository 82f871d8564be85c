//! The machines: settings, database, secrets.

mod migrations;
mod portal;
mod private_database;
mod private_database_refusals;
