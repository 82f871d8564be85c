//! The papers that go along with letters.

use std::pin::Pin;

use crate::{
    documents::{self, DrawingFailed, Press},
    kernel::ids::PaperId,
    notifications::Enclosures,
    platform::{Platform, db::Db, mail::Enclosure, queue::JobError},
};

/// Draws what is asked for, or takes it from the store.
#[derive(Clone)]
pub(super) struct Papers {
    db: Db,
    press: Press,
}

impl Papers {
    pub(super) fn of(platform: &Platform) -> Self {
        Self { db: platform.db.clone(), press: Press::of(platform) }
    }

    async fn enclosure(self, id: PaperId) -> Result<Enclosure, JobError> {
        let mut conn = self.db.get().await?;
        let paper = documents::find(&mut conn, id).await?.ok_or_else(|| JobError::GiveUp("no such paper".to_owned()))?;
        let bytes = documents::pdf(&self.press, &mut conn, id).await.map_err(sorted)?;
        let file_name = documents::file_name(&paper.title, &paper.doc_number);
        Ok(Enclosure { file_name, media_type: "application/pdf".to_owned(), bytes })
    }
}

impl Enclosures for Papers {
    fn paper(&self, paper: PaperId) -> Pin<Box<dyn Future<Output = Result<Enclosure, JobError>> + Send>> {
        Box::pin(self.clone().enclosure(paper))
    }
}

/// A template at fault can be mended by an upgrade: such a letter waits.
fn sorted(failed: DrawingFailed) -> JobError {
    JobError::Retry(format!("the enclosed paper cannot be drawn: {failed}"))
}
