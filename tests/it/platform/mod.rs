//! The machines: settings, database, secrets.

mod migrations;
mod portal;
