-- Tiếp nhận tại quầy: a draft that an official fills in for a person at the desk, or from the post. Nobody's account
-- holds it until its person claims it.
ALTER TABLE dossiers ADD COLUMN taken_in_by uuid REFERENCES accounts (id) ON DELETE RESTRICT;
CREATE INDEX dossiers_taken_in_by ON dossiers (taken_in_by, updated_at DESC) WHERE taken_in_by IS NOT NULL;
ALTER TABLE dossiers ADD CONSTRAINT dossiers_draft_is_held
    CHECK (status <> 'draft' OR submitter_id IS NOT NULL OR taken_in_by IS NOT NULL);

CREATE OR REPLACE FUNCTION dossier_status_may_become(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT was = becomes OR CASE was
        WHEN 'draft' THEN becomes IN ('registered', 'accepted')
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
