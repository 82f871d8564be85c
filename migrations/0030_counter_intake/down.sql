CREATE OR REPLACE FUNCTION dossier_status_may_become(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
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
ALTER TABLE dossiers DROP CONSTRAINT dossiers_draft_is_held;
ALTER TABLE dossiers DROP COLUMN taken_in_by;
