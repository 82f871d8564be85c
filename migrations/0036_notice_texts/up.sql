-- Sentences of letters that an administrator wrote instead of the portal's own: in force until ended, never changed.
CREATE TABLE notice_texts (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    key text NOT NULL,
    lang text NOT NULL CHECK (lang IN ('vi', 'en')),
    text text NOT NULL,
    reason text NOT NULL,
    written_by uuid NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    created_at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_by uuid REFERENCES accounts (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX notice_texts_in_force ON notice_texts (key, lang) WHERE ended_at IS NULL;
CREATE INDEX notice_texts_kind ON notice_texts (kind, lang) WHERE ended_at IS NULL;
CREATE INDEX notice_texts_written_by ON notice_texts (written_by);
CREATE INDEX notice_texts_ended_by ON notice_texts (ended_by);
