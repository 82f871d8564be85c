-- A version keeps the files in which it was written, byte for byte, and says who published it and why.
-- What an administrator publishes is never overwritten by the files of the installation.
ALTER TABLE service_versions
    ADD COLUMN files jsonb,
    ADD COLUMN origin text NOT NULL DEFAULT 'files' CHECK (origin IN ('files', 'editor')),
    ADD COLUMN published_by uuid REFERENCES accounts (id) ON DELETE RESTRICT,
    ADD COLUMN published_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN reason text NOT NULL DEFAULT '';
UPDATE service_versions SET published_at = created_at;
CREATE INDEX service_versions_published_by ON service_versions (published_by);

-- The files of the installation differ from what was published by hand after them.
ALTER TABLE services ADD COLUMN files_wait boolean NOT NULL DEFAULT false;

-- The next version while it is written; a service has one at a time.
CREATE TABLE service_drafts (
    id uuid PRIMARY KEY,
    slug text NOT NULL,
    based_on uuid REFERENCES service_versions (id) ON DELETE RESTRICT,
    begun_by uuid NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    ended_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX service_drafts_open ON service_drafts (slug) WHERE ended_at IS NULL;
CREATE INDEX service_drafts_based_on ON service_drafts (based_on);
CREATE INDEX service_drafts_begun_by ON service_drafts (begun_by);

-- Every save is kept: undoing is saving an older one again, and two savers at once meet at one number.
CREATE TABLE service_draft_saves (
    draft_id uuid NOT NULL REFERENCES service_drafts (id) ON DELETE CASCADE,
    number integer NOT NULL,
    files jsonb NOT NULL,
    what text NOT NULL,
    saved_by uuid NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (draft_id, number)
);
CREATE INDEX service_draft_saves_saved_by ON service_draft_saves (saved_by);
