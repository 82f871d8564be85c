-- A line's place in the chain of hashes. Not `seq`: numbers are drawn before their transactions commit,
-- so a lower number may appear after a higher one has been sealed.
ALTER TABLE audit ADD COLUMN place bigint UNIQUE;
CREATE INDEX audit_unsealed ON audit (seq) WHERE place IS NULL;

-- A line is written once and sealed once; nothing else ever changes it.
CREATE FUNCTION audit_only_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.place IS NOT NULL OR NEW.place IS NULL OR NEW.hash IS NULL
        OR (OLD.seq, OLD.at, OLD.account_id, OLD.actor, OLD.action, OLD.subject_kind, OLD.subject, OLD.data, OLD.created_at)
            IS DISTINCT FROM (NEW.seq, NEW.at, NEW.account_id, NEW.actor, NEW.action, NEW.subject_kind, NEW.subject, NEW.data, NEW.created_at)
    THEN
        RAISE EXCEPTION 'audit is append-only';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_only_seal BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_only_seal();
