-- Numbered official papers; the PDF is drawn from `data`, so it can be drawn again.
CREATE TABLE papers (
    id uuid PRIMARY KEY,
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    agency_id uuid NOT NULL REFERENCES agencies (id) ON DELETE RESTRICT,
    kind text NOT NULL,
    year integer NOT NULL,
    number bigint NOT NULL,
    doc_number text NOT NULL,
    title text NOT NULL,
    data jsonb NOT NULL,
    check_code text NOT NULL UNIQUE,
    storage_key text,
    issued_at timestamptz NOT NULL,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (agency_id, kind, year, number)
);
CREATE INDEX papers_dossier ON papers (dossier_id);

CREATE TABLE paper_counters (
    agency_id uuid NOT NULL REFERENCES agencies (id) ON DELETE RESTRICT,
    kind text NOT NULL,
    year integer NOT NULL,
    last bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (agency_id, kind, year)
);
