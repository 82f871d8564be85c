-- Search inside one's agencies only: every word carries a mark of its agency, so that the most common name of the
-- province costs no more than the dossiers of one commune.
CREATE FUNCTION dossier_words(agency uuid, words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT coalesce(array_to_tsvector(array_agg(DISTINCT right(agency::text, 6) || word)), ''::tsvector)
          FROM regexp_split_to_table(public.vn_norm(words), '[^[:alnum:].-]+') AS word
          WHERE agency IS NOT NULL AND word <> '' $$;

-- All words, each by its beginning, in any of these agencies.
CREATE FUNCTION dossier_query(agencies uuid[], words text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT coalesce(string_agg('(' || of_one || ')', ' | '), '')::tsquery
          FROM (SELECT string_agg('''' || right(agency::text, 6) || word || ''':*', ' & ') AS of_one
                FROM unnest(agencies) AS agency, regexp_split_to_table(public.vn_norm(words), '[^[:alnum:].-]+') AS word
                WHERE word <> '' GROUP BY agency) AS each $$;

DROP INDEX dossiers_search;
ALTER TABLE dossiers DROP COLUMN search;
-- Phones as they are dialled inside the country; of a code also the part without the agency.
ALTER TABLE dossiers ADD COLUMN search tsvector GENERATED ALWAYS AS (dossier_words(agency_id,
    applicant_name || ' ' || subject || ' ' || coalesce(code, '') || ' ' || coalesce(substring(code from '\d{6}-\d+$'), '') || ' '
    || coalesce(regexp_replace(applicant_phone, '^\+84', '0'), '') || ' ' || coalesce(applicant_personal_id, ''))) STORED;
CREATE INDEX dossiers_search ON dossiers USING gin (search);

-- The counters read the index alone.
DROP INDEX dossiers_agency_queue;
CREATE INDEX dossiers_agency_queue ON dossiers (agency_id, queue_due, id)
    INCLUDE (status, step_role, step_due_at, assignee_id)
    WHERE status IN ('registered', 'accepted', 'processing', 'supplement_requested', 'payment_requested', 'stopped', 'finished');
DROP INDEX dossiers_assignee;
CREATE INDEX dossiers_assignee ON dossiers (assignee_id, queue_due, id) WHERE assignee_id IS NOT NULL;
-- History by service, by status and by return date.
CREATE INDEX dossiers_agency_service ON dossiers (agency_id, service_id, submitted_at DESC, id);
CREATE INDEX dossiers_agency_status ON dossiers (agency_id, status, submitted_at DESC, id);
CREATE INDEX dossiers_agency_due ON dossiers (agency_id, queue_due, id);
-- Sổ theo dõi, in the order of receipt.
CREATE INDEX dossiers_agency_received ON dossiers (agency_id, accepted_at, id) WHERE accepted_at IS NOT NULL;
