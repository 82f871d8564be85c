-- What was begun in a browser and waits for its end: a journey to a provider, a challenge for a passkey. Used once, and
-- only by the browser that began it; what must stay secret is sealed with the portal's key.
CREATE TABLE ceremonies (
    token_hash bytea PRIMARY KEY,
    kind text NOT NULL,
    browser_hash bytea NOT NULL,
    -- Who began it, if he was signed in.
    account_id uuid REFERENCES accounts (id) ON DELETE CASCADE,
    sealed bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ceremonies_account ON ceremonies (account_id);
CREATE INDEX ceremonies_expiry ON ceremonies (expires_at);

-- Whom a provider of identities knows under which name.
CREATE TABLE outside_identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    used_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer, subject)
);
CREATE UNIQUE INDEX outside_identities_account ON outside_identities (account_id, issuer);

-- A personal number that somebody else vouches for belongs to one open account.
ALTER TABLE accounts
    ADD COLUMN personal_id_verified_at timestamptz,
    ADD COLUMN personal_id_verified_by text,
    ADD CONSTRAINT accounts_verified_number CHECK (
        (personal_id_verified_at IS NULL) = (personal_id_verified_by IS NULL)
        AND (personal_id_verified_at IS NULL OR personal_id IS NOT NULL)
    );
CREATE UNIQUE INDEX accounts_verified_personal_id ON accounts (personal_id)
    WHERE personal_id_verified_at IS NOT NULL AND closed_at IS NULL;

-- Opened with more than a password: with a passkey, or by a provider that asked for a second factor itself.
ALTER TABLE sessions ADD COLUMN strong boolean NOT NULL DEFAULT false;
