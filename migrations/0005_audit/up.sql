-- Who did, and who read, what: append-only, each line bound to the one before it by its hash.
CREATE TABLE audit (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    account_id uuid,
    actor text NOT NULL,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject text NOT NULL,
    data jsonb NOT NULL DEFAULT '{}',
    prev_hash bytea,
    hash bytea,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX audit_subject ON audit (subject_kind, subject, seq);
CREATE INDEX audit_account ON audit (account_id, seq);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER audit_append_only BEFORE DELETE OR TRUNCATE ON audit EXECUTE FUNCTION refuse_change();
