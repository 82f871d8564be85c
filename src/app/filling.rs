//! What the administrator's files say, entered into the database: agencies and services at every
//! start, invented people only for a demonstration. Running it again changes nothing.

use anyhow::Context;

use crate::{
    accounts::demo::{self, Demo},
    agencies::{self, Agencies, AgencyRegister},
    catalogue,
    kernel::clock::Now,
    platform::{config::ConfigFolder, db::Conn},
};

/// Enters agencies and services; a service whose files have changed becomes a new version.
pub async fn fill(conn: &mut Conn, now: Now, folder: &ConfigFolder) -> anyhow::Result<()> {
    let register = AgencyRegister::load(folder)?;
    agencies::seed(conn, &register).await?;
    let files = catalogue::read_files(folder)?;
    let published = catalogue::publish(conn, now, &catalogue::read_services(&files)?).await.context("publishing the services")?;
    for (slug, number) in &published.new {
        tracing::info!(service = slug, number, "a new version of a service is in force");
    }
    Ok(())
}

/// Enters the invented people, and says who they are.
pub async fn demo(conn: &mut Conn, now: Now, folder: &ConfigFolder) -> anyhow::Result<Demo> {
    let agencies = Agencies::load(conn).await?;
    demo::seed(conn, now, folder, &agencies).await.context("the invented people of the demonstration")
}
