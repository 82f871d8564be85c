CREATE TABLE attachments (
    id uuid PRIMARY KEY,
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    document_key text NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL CHECK (size > 0),
    sha256 bytea NOT NULL,
    storage_key text NOT NULL UNIQUE,
    uploaded_by uuid REFERENCES accounts (id) ON DELETE RESTRICT,
    uploaded_at timestamptz NOT NULL,
    removed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX attachments_dossier ON attachments (dossier_id, document_key) WHERE removed_at IS NULL;
CREATE INDEX attachments_account ON attachments (uploaded_by);
