CREATE TABLE accounts (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    email_confirmed_at timestamptz,
    full_name text NOT NULL,
    phone text,
    personal_id text,
    birth_date date,
    address text NOT NULL DEFAULT '',
    place_code text,
    password_hash text NOT NULL,
    lang text NOT NULL DEFAULT 'vi' CHECK (lang IN ('vi', 'en')),
    demo boolean NOT NULL DEFAULT false,
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX accounts_email ON accounts (email) WHERE closed_at IS NULL;

-- Roles come from memberships; a membership that has ended opens no door.
CREATE TABLE memberships (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    agency_id uuid NOT NULL REFERENCES agencies (id) ON DELETE RESTRICT,
    role text NOT NULL,
    title text NOT NULL DEFAULT '',
    starts_on date NOT NULL,
    ends_on date,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
);
CREATE INDEX memberships_account ON memberships (account_id);
CREATE INDEX memberships_agency ON memberships (agency_id, role);

-- Only a hash of the cookie's token is kept.
CREATE TABLE sessions (
    token_hash bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    device text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- Single-use links by e-mail: confirm an address, set a new password.
CREATE TABLE account_links (
    token_hash bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    purpose text NOT NULL CHECK (purpose IN ('confirm_email', 'new_password')),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_links_account ON account_links (account_id);

-- Counts of attempts in a window of time: limits that hold across processes.
CREATE TABLE attempts (
    bucket text NOT NULL,
    window_start timestamptz NOT NULL,
    count integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (bucket, window_start)
);
CREATE INDEX attempts_window ON attempts (window_start);
