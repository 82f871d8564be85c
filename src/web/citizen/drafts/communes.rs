//! The communes of a province, for the list that follows the province in a form.

use actix_web::{HttpResponse, http::header, web::Data};

use crate::{
    dossiers::Rules,
    web::{
        Error,
        extract::{CitizenIn, Path},
    },
};

/// `[["07900", "Phường Việt Trì"], …]`; nothing for a province that does not exist.
pub(in crate::web::citizen) async fn list(_: CitizenIn, rules: Data<Rules>, province: Path<String>) -> Result<HttpResponse, Error> {
    let communes: Vec<(&str, &str)> =
        rules.catalogue.places().communes_of(&province.0).iter().map(|commune| (commune.code.as_str(), commune.name.as_str())).collect();
    if communes.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "private, max-age=86400")).json(communes))
}
