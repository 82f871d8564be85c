-- Keys of people's own devices: the public half, and how often it was used. Who holds one signs in without a password.
CREATE TABLE passkeys (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    -- As the device calls it.
    key_id bytea NOT NULL UNIQUE,
    -- As its owner calls it.
    name text NOT NULL,
    kept jsonb NOT NULL,
    used_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX passkeys_account ON passkeys (account_id);
