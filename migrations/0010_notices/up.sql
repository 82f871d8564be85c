-- The outbox of everything that people are told; a row is never deleted by sending it.
CREATE TABLE notices (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('email')),
    address text NOT NULL,
    lang text NOT NULL DEFAULT 'vi',
    account_id uuid REFERENCES accounts (id) ON DELETE RESTRICT,
    dossier_id uuid REFERENCES dossiers (id) ON DELETE CASCADE,
    paper_id uuid REFERENCES papers (id) ON DELETE RESTRICT,
    data jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    attempts integer NOT NULL DEFAULT 0,
    reply text,
    sent_at timestamptz,
    created_at timestamptz NOT NULL
);
CREATE INDEX notices_dossier ON notices (dossier_id);
CREATE INDEX notices_account ON notices (account_id);
CREATE INDEX notices_paper ON notices (paper_id);
CREATE INDEX notices_waiting ON notices (created_at) WHERE state = 'waiting';
