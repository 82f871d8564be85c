-- A one-time code beside the password. The secret is sealed with the portal's key; it counts once confirmed.
CREATE TABLE second_factors (
    account_id uuid PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    secret bytea NOT NULL,
    confirmed_at timestamptz,
    -- The last time step whose code was accepted: no code opens twice.
    last_step bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- For whoever has lost the device; only keyed hashes are kept, each code works once.
CREATE TABLE recovery_codes (
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    code_hash bytea NOT NULL,
    used_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, code_hash)
);

-- A session that awaits its second factor opens no door. The id is for showing and ending it.
ALTER TABLE sessions
    ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN awaits_second boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX sessions_id ON sessions (id);
