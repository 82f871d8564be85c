-- An account moves to another e-mail address once its owner has opened the letter there. The old address is told.
CREATE TABLE email_changes (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    old_email text NOT NULL,
    new_email text NOT NULL,
    -- Made when the letter is written; the token itself is only in the letter.
    token_hash bytea UNIQUE,
    expires_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX email_changes_account ON email_changes (account_id);
