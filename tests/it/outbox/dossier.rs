//! The least that papers, notices and attachments hang on: an agency and a draft.

use diesel_async::SimpleAsyncConnection;
use motcua::kernel::ids::{AgencyId, DossierId};
use uuid::Uuid;

use crate::support::TestPortal;

pub struct Desk {
    pub agency: AgencyId,
    pub dossier: DossierId,
}

impl Desk {
    /// An agency and a dossier that nothing else knows.
    pub async fn open(portal: &TestPortal) -> Self {
        let [agency, service, version, dossier] = std::array::from_fn(|_| Uuid::now_v7());
        let mark = agency.simple();
        let rows = format!(
            "INSERT INTO agencies (id, code, kind, name) VALUES ('{agency}', 'T{mark}', 'department', 'Cơ quan thử');
             INSERT INTO services (id, slug, code, name, field) VALUES ('{service}', 's{mark}', 'c{mark}', 'Thủ tục thử', 'Thử');
             INSERT INTO service_versions (id, service_id, number, definition, digest, effective)
                 VALUES ('{version}', '{service}', 1, '{{}}', '\\x00', '[2026-01-01,)');
             INSERT INTO dossiers (id, service_id, service_version_id, submitter_id, status, channel, created_at, updated_at)
                 SELECT '{dossier}', '{service}', '{version}', id, 'draft', 'online', now(), now() FROM accounts LIMIT 1;"
        );
        portal.conn().await.batch_execute(&rows).await.expect("an agency and a dossier");
        Self { agency: AgencyId::from_uuid(agency), dossier: DossierId::from_uuid(dossier) }
    }
}
