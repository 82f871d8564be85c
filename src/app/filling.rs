//! What the administrator's files say, entered into the database: agencies and services at every
//! start, invented people only for a demonstration. Running it again changes nothing.

use anyhow::Context;

use crate::{
    accounts::demo::{self, Demo},
    agencies::{self, Agencies, AgencyRegister},
    catalogue::{self, procedures},
    kernel::clock::Now,
    platform::{config::ConfigFolder, db::Conn},
};

/// Enters agencies, procedures and services; a service whose files have changed becomes a new version.
pub async fn fill(conn: &mut Conn, now: Now, folder: &ConfigFolder) -> anyhow::Result<()> {
    let register = AgencyRegister::load(folder)?;
    agencies::seed(conn, &register).await?;
    enter_procedures(conn, folder).await?;
    let files = catalogue::read_files(folder)?;
    let published =
        catalogue::publish_with(conn, now, &catalogue::read_services(&files)?, &files).await.context("publishing the services")?;
    for (slug, number) in &published.new {
        tracing::info!(service = slug, number, "a new version of a service is in force");
    }
    Ok(())
}

async fn enter_procedures(conn: &mut Conn, folder: &ConfigFolder) -> anyhow::Result<()> {
    let list = procedures::read_list(folder).map_err(|faults| {
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("the list of procedures: {}", told.join("; "))
    })?;
    let entered = procedures::enter(conn, &list).await.context("entering the list of procedures")?;
    if !entered.unchanged {
        tracing::info!(procedures = entered.procedures, "a new list of procedures is in use");
    }
    Ok(())
}

/// Enters the invented people, and says who they are.
pub async fn demo(conn: &mut Conn, now: Now, folder: &ConfigFolder) -> anyhow::Result<Demo> {
    let agencies = Agencies::load(conn).await?;
    demo::seed(conn, now, folder, &agencies).await.context("the invented people of the demonstration")
}
