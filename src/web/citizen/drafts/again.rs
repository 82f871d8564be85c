//! Nộp lại từ hồ sơ cũ: a new draft with the answers of a past dossier; its files and its declaration are given anew.

use actix_web::{HttpResponse, web::Data};

use crate::{
    dossiers::{self, Rules, StartRefused},
    kernel::{dossier_code::DossierCode, places::Place},
    platform::views::FlashKind,
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Path},
        shell::respond,
    },
};

pub(in crate::web::citizen) async fn start(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    code: Path<DossierCode>,
    _genuine: FormPairs,
) -> Result<HttpResponse, Error> {
    match dossiers::start_again(conn.open().await?, &rules, citizen.now(), &citizen.citizen, &code.0).await {
        Ok(draft) => {
            citizen.say(FlashKind::Info, "again-draft-made", &[("code", code.0.to_string().into())]);
            Ok(respond::see_other(&Place::DraftParts(draft)))
        }
        Err(StartRefused::NoSuchService) => Err(Error::NotFound),
        Err(StartRefused::Stopped(message)) => Err(Error::refused(message, Place::Dossier(code.0))),
        Err(StartRefused::NotOnline) => Err(Error::refused(citizen.text("begin-not-online", &[]), Place::Dossier(code.0))),
        Err(StartRefused::Db(error)) => Err(error.into()),
    }
}
