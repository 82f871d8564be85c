//! Entering the register into the database.

use super::{
    model::{AgencyKind, NewAgency},
    queries,
    register::{AgencyRegister, Entry, kind_of},
};
use crate::{
    kernel::ids::AgencyId,
    platform::db::{AsyncConnection, Conn, DbError, DbResult},
};

/// Enters agencies that are new and brings the others up to date; removes nothing. Running it again
/// changes nothing, and several processes may run it at once.
pub async fn seed(conn: &mut Conn, register: &AgencyRegister) -> DbResult<()> {
    conn.transaction::<_, DbError, _>(async |conn| {
        queries::upsert(conn, &[row(&register.province, None, AgencyKind::Province)]).await?;
        let province = queries::id_of(conn, &register.province.code).await?;
        let mut rows: Vec<NewAgency> = register.centres.iter().map(|c| row(c, Some(province), AgencyKind::ServiceCenter)).collect();
        rows.extend(register.communes.iter().map(|c| row(c, Some(province), kind_of(&c.name).unwrap_or(AgencyKind::Commune))));
        // One order for everybody, so that two processes never wait for each other in a ring.
        rows.sort_by_key(|row| row.code);
        queries::upsert(conn, &rows).await?;
        Ok(())
    })
    .await
}

fn row(entry: &Entry, parent_id: Option<AgencyId>, kind: AgencyKind) -> NewAgency<'_> {
    NewAgency {
        id: AgencyId::new(),
        parent_id,
        code: &entry.code,
        kind,
        name: &entry.name,
        place_code: entry.place.as_deref(),
        address: &entry.address,
        phone: &entry.phone,
        email: &entry.email,
        former_names: &entry.former,
    }
}
