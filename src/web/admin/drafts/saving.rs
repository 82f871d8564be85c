//! How every page of a draft saves: only upon the save that it had shown.

use crate::{
    catalogue::{self, Edit, Folder, SaveConflict, proof},
    dossiers::Rules,
    platform::views::FlashKind,
    web::{
        admin::drafts::head::{Opened, said, workshop},
        extract::{Conn, FormPairs, SystemAdminIn},
        shell::Error,
        words,
    },
};

/// What came of a save.
pub enum Saving {
    /// Under this number.
    Saved(i32),
    /// Somebody saved since; nothing was overwritten, and the sentence says who and when.
    Meanwhile(String),
}

/// Whether the form was shown upon the newest save.
pub fn is_newest(opened: &Opened, form: &FormPairs) -> bool {
    form.text("number") == opened.draft.number.to_string()
}

pub fn meanwhile(admin: &SystemAdminIn, opened: &Opened) -> String {
    let draft = &opened.draft;
    admin.text("draft-meanwhile", &[("name", draft.saved_by.as_str().into()), ("at", words::moment(draft.saved_at).into())])
}

/// Says that it is saved, and what keeps the files from making a service.
pub fn tell(admin: &SystemAdminIn, rules: &Rules, slug: &str, folder: &Folder) -> Result<(), Error> {
    match workshop(rules)?.read(slug, folder) {
        Ok(_) => admin.say(FlashKind::Success, "draft-saved-part", &[]),
        Err(fault) => {
            let reason = said(admin, &proof::unreadable(slug, &fault));
            admin.say(FlashKind::Warning, "draft-saved-broken", &[("reason", reason.into())]);
        }
    }
    Ok(())
}

pub async fn save(admin: &SystemAdminIn, conn: &mut Conn, opened: &Opened, folder: &Folder, what: &str) -> Result<Saving, Error> {
    store(admin, conn, opened, Edit { folder, what, automatic: false }).await
}

/// The same without a button, while somebody writes.
pub async fn autosave(admin: &SystemAdminIn, conn: &mut Conn, opened: &Opened, folder: &Folder, what: &str) -> Result<Saving, Error> {
    store(admin, conn, opened, Edit { folder, what, automatic: true }).await
}

async fn store(admin: &SystemAdminIn, conn: &mut Conn, opened: &Opened, edit: Edit<'_>) -> Result<Saving, Error> {
    let saved = catalogue::save_draft(conn.open().await?, admin.now(), admin.official(), &opened.draft, edit).await;
    conn.close();
    match saved {
        Ok(number) => Ok(Saving::Saved(number)),
        Err(SaveConflict::Meanwhile(newer)) => {
            let args = [("name", newer.saved_by.as_str().into()), ("at", words::moment(newer.saved_at).into())];
            Ok(Saving::Meanwhile(admin.text("draft-meanwhile", &args)))
        }
        Err(SaveConflict::NoDraft) => Err(Error::NotFound),
        Err(SaveConflict::Db(error)) => Err(error.into()),
    }
}
