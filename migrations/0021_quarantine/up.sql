-- Where a virus scanner is set up, nobody opens a file before it was looked at.
ALTER TABLE attachments ADD COLUMN scan text NOT NULL DEFAULT 'not_asked'
    CHECK (scan IN ('not_asked', 'waiting', 'clean', 'infected'));
CREATE INDEX attachments_waiting_scan ON attachments (uploaded_at) WHERE scan = 'waiting';
