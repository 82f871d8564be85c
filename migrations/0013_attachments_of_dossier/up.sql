-- Erasing a dossier looks for its removed attachments too, so the index of the foreign key is whole.
DROP INDEX attachments_dossier;
CREATE INDEX attachments_dossier ON attachments (dossier_id, document_key);
