DROP INDEX dossiers_agency_queue;
DROP INDEX dossiers_open;
ALTER TABLE dossiers DROP COLUMN queue_due;
ALTER TABLE dossiers DROP COLUMN page_versions;
ALTER TABLE dossiers DROP COLUMN decision;
CREATE INDEX dossiers_open ON dossiers (agency_id, step_role, due_at, id)
    WHERE status IN ('registered', 'accepted', 'processing', 'supplement_requested', 'payment_requested', 'stopped', 'finished');
