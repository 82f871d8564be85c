-- What the result says, so that lists and status lines never announce a refusal as good news.
ALTER TABLE dossiers ADD COLUMN decision text CHECK (decision IN ('granted', 'refused'));

-- Page of the form → lock_version at its last change: two tabs on different pages do not disturb
-- each other, two tabs on the same page are told.
ALTER TABLE dossiers ADD COLUMN page_versions jsonb NOT NULL DEFAULT '{}';

-- What will be late first stands first: the return date, before acceptance the time to answer.
ALTER TABLE dossiers ADD COLUMN queue_due timestamptz NOT NULL
    GENERATED ALWAYS AS (coalesce(due_at, step_due_at, '9999-12-31 00:00:00+00'::timestamptz)) STORED;

DROP INDEX dossiers_open;
CREATE INDEX dossiers_open ON dossiers (agency_id, step_role, queue_due, id)
    WHERE status IN ('registered', 'accepted', 'processing', 'supplement_requested', 'payment_requested', 'stopped', 'finished');
CREATE INDEX dossiers_agency_queue ON dossiers (agency_id, queue_due, id)
    WHERE status IN ('registered', 'accepted', 'processing', 'supplement_requested', 'payment_requested', 'stopped', 'finished');
