-- Everything that a list, a counter or a search needs is on this row and indexed.
CREATE TABLE dossiers (
    id uuid PRIMARY KEY,
    code text UNIQUE,
    service_id uuid NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    service_version_id uuid NOT NULL REFERENCES service_versions (id) ON DELETE RESTRICT,
    agency_id uuid REFERENCES agencies (id) ON DELETE RESTRICT,
    status text NOT NULL CHECK (status IN ('draft', 'registered', 'accepted', 'not_accepted', 'processing',
        'supplement_requested', 'payment_requested', 'withdrawn', 'stopped', 'finished', 'returned')),
    step_key text,
    step_role text,
    assignee_id uuid REFERENCES accounts (id) ON DELETE RESTRICT,
    channel text NOT NULL CHECK (channel IN ('online', 'in_person', 'postal')),
    submitter_id uuid REFERENCES accounts (id) ON DELETE RESTRICT,
    applicant_name text NOT NULL DEFAULT '',
    applicant_phone text,
    applicant_email text,
    applicant_personal_id text,
    subject text NOT NULL DEFAULT '',
    answers jsonb NOT NULL DEFAULT '{}',
    return_method text CHECK (return_method IN ('in_person', 'online', 'postal')),
    fee bigint NOT NULL DEFAULT 0,
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple', vn_norm(
        applicant_name || ' ' || subject || ' ' || coalesce(code, '') || ' ' || coalesce(applicant_phone, '') || ' ' || coalesce(applicant_personal_id, '')))) STORED,
    submission_key uuid UNIQUE,
    has_news boolean NOT NULL DEFAULT false,
    lock_version integer NOT NULL DEFAULT 0,
    draft_expires_at timestamptz,
    submitted_at timestamptz,
    accepted_at timestamptz,
    due_at timestamptz,
    step_entered_at timestamptz,
    step_due_at timestamptz,
    finished_at timestamptz,
    returned_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK ((status = 'draft') = (code IS NULL)),
    CHECK (status = 'draft' OR (agency_id IS NOT NULL AND submitted_at IS NOT NULL)),
    CHECK (status NOT IN ('accepted', 'processing', 'finished', 'returned') OR accepted_at IS NOT NULL)
);
CREATE INDEX dossiers_service ON dossiers (service_id);
CREATE INDEX dossiers_version ON dossiers (service_version_id);
CREATE INDEX dossiers_submitter ON dossiers (submitter_id, updated_at DESC);
CREATE INDEX dossiers_assignee ON dossiers (assignee_id) WHERE assignee_id IS NOT NULL;
CREATE INDEX dossiers_agency ON dossiers (agency_id, submitted_at DESC, id);
CREATE INDEX dossiers_open ON dossiers (agency_id, step_role, due_at, id)
    WHERE status IN ('registered', 'accepted', 'processing', 'supplement_requested', 'payment_requested', 'stopped', 'finished');
CREATE INDEX dossiers_search ON dossiers USING gin (search);
CREATE INDEX dossiers_drafts_expiry ON dossiers (draft_expires_at) WHERE status = 'draft';

-- What happened, in order, never changed: a hash chain for each dossier.
CREATE TABLE dossier_events (
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    seq integer NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    actor text NOT NULL CHECK (actor IN ('citizen', 'official', 'system')),
    account_id uuid REFERENCES accounts (id) ON DELETE RESTRICT,
    actor_name text NOT NULL,
    actor_role text,
    agency_id uuid REFERENCES agencies (id) ON DELETE RESTRICT,
    step_key text,
    public boolean NOT NULL,
    data jsonb NOT NULL DEFAULT '{}',
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (dossier_id, seq)
);
CREATE INDEX dossier_events_account ON dossier_events (account_id);
CREATE INDEX dossier_events_agency ON dossier_events (agency_id);

-- The clock ledger: the return date can always be explained and counted again.
CREATE TABLE dossier_clock (
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    seq integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('started', 'paused', 'resumed', 'extended', 'recounted', 'stopped')),
    at timestamptz NOT NULL,
    calendar_version text NOT NULL,
    minutes_left integer,
    due_before timestamptz,
    due_after timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (dossier_id, seq)
);

CREATE TABLE supplement_requests (
    id uuid PRIMARY KEY,
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    requested_by uuid NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    requested_at timestamptz NOT NULL,
    reason text NOT NULL,
    items jsonb NOT NULL,
    answer_until timestamptz NOT NULL,
    answered_at timestamptz,
    changes jsonb,
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX supplement_requests_dossier ON supplement_requests (dossier_id);
CREATE INDEX supplement_requests_account ON supplement_requests (requested_by);
CREATE UNIQUE INDEX supplement_requests_open ON supplement_requests (dossier_id) WHERE closed_at IS NULL;

-- Serial numbers of the day, taken in the submitting transaction.
CREATE TABLE dossier_counters (
    agency_code text NOT NULL,
    local_date date NOT NULL,
    last bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (agency_code, local_date)
);
