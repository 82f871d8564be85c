-- Whose turn it is: what waits for the citizen is in nobody's queue.
ALTER TABLE dossiers ADD COLUMN waits_for_citizen boolean NOT NULL DEFAULT false;
UPDATE dossiers SET waits_for_citizen = true WHERE status = 'supplement_requested' AND step_due_at IS NULL;
-- First opened by somebody of the present step; until then whoever forwarded it may take it back.
ALTER TABLE dossiers ADD COLUMN opened_at timestamptz;
ALTER TABLE dossiers ADD COLUMN withdrawal_asked_at timestamptz;
-- The return date was put off: once.
ALTER TABLE dossiers ADD COLUMN extended_at timestamptz;
ALTER TABLE dossiers ADD COLUMN paid_at timestamptz;

-- Lấy ý kiến: another agency is asked while the dossier stays where it is.
CREATE TABLE consultations (
    id uuid PRIMARY KEY,
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    key text NOT NULL,
    name text NOT NULL,
    agency_id uuid NOT NULL REFERENCES agencies (id) ON DELETE RESTRICT,
    asked_by uuid NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    question text NOT NULL,
    asked_at timestamptz NOT NULL,
    answer_until timestamptz NOT NULL,
    silence text NOT NULL CHECK (silence IN ('consent', 'no_answer')),
    clock text NOT NULL CHECK (clock IN ('runs', 'stands')),
    answered_at timestamptz,
    answered_by uuid REFERENCES accounts (id) ON DELETE RESTRICT,
    answerer_name text,
    opinion text CHECK (opinion IN ('agrees', 'disagrees', 'informs')),
    answer text,
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((answered_at IS NULL) = (answer IS NULL)),
    CHECK (answered_at IS NULL OR closed_at IS NOT NULL)
);
CREATE INDEX consultations_dossier ON consultations (dossier_id, asked_at);
CREATE INDEX consultations_agency ON consultations (agency_id, answer_until, id);
CREATE INDEX consultations_open ON consultations (agency_id, answer_until, id) WHERE closed_at IS NULL;
CREATE INDEX consultations_asked_by ON consultations (asked_by);
CREATE INDEX consultations_answered_by ON consultations (answered_by);

-- What was to be paid and what was paid.
CREATE TABLE payments (
    id uuid PRIMARY KEY,
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    amount bigint NOT NULL CHECK (amount > 0),
    reason text NOT NULL,
    requested_at timestamptz,
    requested_by uuid REFERENCES accounts (id) ON DELETE RESTRICT,
    method text CHECK (method IN ('cash', 'transfer', 'online')),
    payer text,
    taken_at timestamptz,
    taken_by uuid REFERENCES accounts (id) ON DELETE RESTRICT,
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (requested_at IS NOT NULL OR taken_at IS NOT NULL),
    CHECK (taken_at IS NULL OR (method IS NOT NULL AND closed_at IS NOT NULL))
);
CREATE INDEX payments_dossier ON payments (dossier_id);
CREATE UNIQUE INDEX payments_open ON payments (dossier_id) WHERE closed_at IS NULL;
CREATE INDEX payments_requested_by ON payments (requested_by);
CREATE INDEX payments_taken_by ON payments (taken_by);

-- What people say about a dossier besides acting: notes inside the office, talk with the citizen.
CREATE TABLE messages (
    id uuid PRIMARY KEY,
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('note', 'to_citizen', 'from_citizen')),
    author_id uuid NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    author_name text NOT NULL,
    body text NOT NULL CHECK (body <> ''),
    at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX messages_dossier ON messages (dossier_id, at);
CREATE INDEX messages_author ON messages (author_id);

-- The engine decides; the table refuses what the engine can never want.
ALTER TABLE dossiers ADD CONSTRAINT dossiers_step_while_open
    CHECK ((step_key IS NULL) = (status IN ('draft', 'not_accepted', 'withdrawn', 'returned')));
ALTER TABLE dossiers ADD CONSTRAINT dossiers_due_only_after_acceptance CHECK (due_at IS NULL OR accepted_at IS NOT NULL);
ALTER TABLE dossiers ADD CONSTRAINT dossiers_ended_is_dated
    CHECK ((finished_at IS NOT NULL) = (status IN ('finished', 'returned', 'not_accepted', 'withdrawn')));
ALTER TABLE dossiers ADD CONSTRAINT dossiers_returned_is_dated CHECK ((returned_at IS NOT NULL) = (status = 'returned'));
ALTER TABLE dossiers ADD CONSTRAINT dossiers_decided CHECK (status NOT IN ('finished', 'returned', 'not_accepted') OR decision IS NOT NULL);

CREATE FUNCTION dossier_status_may_become(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT was = becomes OR CASE was
        WHEN 'draft' THEN becomes IN ('registered')
        WHEN 'registered' THEN becomes IN ('accepted', 'not_accepted', 'supplement_requested', 'withdrawn')
        WHEN 'accepted' THEN becomes IN ('processing', 'payment_requested', 'withdrawn')
        WHEN 'processing' THEN becomes IN ('supplement_requested', 'payment_requested', 'withdrawn', 'stopped', 'finished')
        WHEN 'supplement_requested' THEN becomes IN ('accepted', 'processing', 'not_accepted', 'stopped', 'withdrawn')
        WHEN 'payment_requested' THEN becomes IN ('accepted', 'processing', 'withdrawn')
        WHEN 'stopped' THEN becomes IN ('processing')
        WHEN 'finished' THEN becomes IN ('returned')
        ELSE false
    END
$$;

CREATE FUNCTION dossiers_keep_the_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT dossier_status_may_become(OLD.status, NEW.status) THEN
        RAISE EXCEPTION 'a dossier that is % cannot become %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.code IS NOT NULL AND NEW.code IS DISTINCT FROM OLD.code THEN
        RAISE EXCEPTION 'the code of a dossier never changes' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.service_version_id <> OLD.service_version_id AND OLD.status <> 'draft' THEN
        RAISE EXCEPTION 'a dossier is pinned to its version' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER dossiers_keep_the_law BEFORE UPDATE OF status, code, service_version_id ON dossiers
    FOR EACH ROW EXECUTE FUNCTION dossiers_keep_the_law();
