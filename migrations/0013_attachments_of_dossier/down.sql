DROP INDEX attachments_dossier;
CREATE INDEX attachments_dossier ON attachments (dossier_id, document_key) WHERE removed_at IS NULL;
