-- Ủy quyền xử lý khi đi vắng: a colleague of the same agency looks after the posts of somebody who is away.
CREATE TABLE delegations (
    id uuid PRIMARY KEY,
    agency_id uuid NOT NULL REFERENCES agencies (id) ON DELETE RESTRICT,
    from_id uuid NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    to_id uuid NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    reason text NOT NULL,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (from_id <> to_id),
    CHECK (ends_on >= starts_on),
    -- One stands in at a time.
    EXCLUDE USING gist (from_id WITH =, agency_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (revoked_at IS NULL)
);
CREATE INDEX delegations_from ON delegations (from_id, ends_on);
CREATE INDEX delegations_to ON delegations (to_id, ends_on);
CREATE INDEX delegations_agency ON delegations (agency_id, ends_on);
