//! Làm tiếp: a draft is opened where something is still to do.

use actix_web::{HttpResponse, web::Data};

use super::draft::OpenDraft;
use crate::{
    dossiers::Rules,
    kernel::ids::DossierId,
    web::{
        Error,
        extract::{CitizenIn, Conn, Path},
        shell::respond,
    },
};

pub(in crate::web::citizen) async fn resume(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    id: Path<DossierId>,
) -> Result<HttpResponse, Error> {
    let open = OpenDraft::load(&citizen, &mut conn, &rules, id.0).await?;
    Ok(respond::see_other(&open.place(&open.first_to_do())))
}
