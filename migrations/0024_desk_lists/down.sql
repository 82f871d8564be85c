DROP INDEX dossiers_agency_received;
DROP INDEX dossiers_agency_due;
DROP INDEX dossiers_agency_status;
DROP INDEX dossiers_agency_service;
DROP INDEX dossiers_assignee;
CREATE INDEX dossiers_assignee ON dossiers (assignee_id) WHERE assignee_id IS NOT NULL;
DROP INDEX dossiers_agency_queue;
CREATE INDEX dossiers_agency_queue ON dossiers (agency_id, queue_due, id)
    WHERE status IN ('registered', 'accepted', 'processing', 'supplement_requested', 'payment_requested', 'stopped', 'finished');
DROP INDEX dossiers_search;
ALTER TABLE dossiers DROP COLUMN search;
DROP FUNCTION dossier_query(uuid[], text);
DROP FUNCTION dossier_words(uuid, text);
ALTER TABLE dossiers ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple', vn_norm(
    applicant_name || ' ' || subject || ' ' || coalesce(code, '') || ' ' || coalesce(applicant_phone, '') || ' ' || coalesce(applicant_personal_id, '')))) STORED;
CREATE INDEX dossiers_search ON dossiers USING gin (search);
