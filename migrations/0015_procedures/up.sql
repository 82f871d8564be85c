-- Every national procedure that the portal can tell about. `listed`: it stands in the administrator's
-- list; `service_slug`: it is, or was, a service of this portal.
CREATE TABLE procedures (
    code text PRIMARY KEY,
    name text NOT NULL,
    field text NOT NULL,
    levels text[] NOT NULL,
    applicants text[] NOT NULL,
    decision text NOT NULL,
    -- Can be handed in on the National Portal, as its database says.
    "national" boolean NOT NULL,
    results text[] NOT NULL,
    listed boolean NOT NULL,
    service_slug text UNIQUE,
    offered_online boolean NOT NULL,
    -- Nearest first: what is done here, at the commune, in the province, elsewhere.
    distance smallint GENERATED ALWAYS AS (
        CASE WHEN offered_online THEN 0 WHEN 'commune' = ANY (levels) THEN 1 WHEN 'province' = ANY (levels) THEN 2 ELSE 3 END
    ) STORED NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX procedures_in_order ON procedures (distance, code);

-- What a procedure is called, officially and by people, cut into words for search (catalogue/search).
CREATE TABLE procedure_names (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL REFERENCES procedures (code) ON DELETE CASCADE,
    -- Written by: list, service.
    source text NOT NULL,
    official boolean NOT NULL,
    tokens text[] NOT NULL,
    acts text[] NOT NULL,
    size integer NOT NULL CHECK (size > 0),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX procedure_names_code ON procedure_names (code);
CREATE INDEX procedure_names_tokens ON procedure_names USING gin (tokens);

-- Long texts of the national database, imported by an administrator.
CREATE TABLE procedure_texts (
    code text PRIMARY KEY REFERENCES procedures (code) ON DELETE CASCADE,
    texts jsonb NOT NULL,
    digest bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Which list was entered last, and the wording with which its names were cut.
CREATE TABLE procedure_lists (
    name text PRIMARY KEY,
    digest bytea NOT NULL,
    wording text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Services are now found among all procedures.
DROP INDEX services_search;
ALTER TABLE services DROP COLUMN search_name, DROP COLUMN search_all;
