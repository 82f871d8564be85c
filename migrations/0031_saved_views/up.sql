-- Bộ lọc đã lưu: a name for a question to the list of dossiers; with an agency, its colleagues have it too.
CREATE TABLE saved_views (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    agency_id uuid REFERENCES agencies (id) ON DELETE CASCADE,
    name text NOT NULL CHECK (name <> ''),
    question text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (account_id, name)
);
CREATE INDEX saved_views_agency ON saved_views (agency_id) WHERE agency_id IS NOT NULL;
