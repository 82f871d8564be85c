DROP TABLE service_draft_saves;
DROP TABLE service_drafts;
ALTER TABLE services DROP COLUMN files_wait;
ALTER TABLE service_versions
    DROP COLUMN files, DROP COLUMN origin, DROP COLUMN published_by, DROP COLUMN published_at, DROP COLUMN reason;
