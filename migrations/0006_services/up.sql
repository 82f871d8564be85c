CREATE TABLE services (
    id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    field text NOT NULL,
    keywords text NOT NULL DEFAULT '',
    offered_online boolean NOT NULL DEFAULT true,
    search_name text GENERATED ALWAYS AS (vn_norm(name)) STORED,
    search_all text GENERATED ALWAYS AS (vn_norm(name || ' ' || keywords || ' ' || code || ' ' || field)) STORED,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX services_search ON services USING gin (search_all gin_trgm_ops);

-- A version is an immutable document; a dossier is pinned to its version for life, and the version
-- in force is that of the day of receipt.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE TABLE service_versions (
    id uuid PRIMARY KEY,
    service_id uuid NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    number integer NOT NULL,
    definition jsonb NOT NULL,
    digest bytea NOT NULL,
    effective tstzrange NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (service_id, number),
    EXCLUDE USING gist (service_id WITH =, effective WITH &&)
);

CREATE TABLE service_agencies (
    service_id uuid NOT NULL REFERENCES services (id) ON DELETE CASCADE,
    agency_id uuid NOT NULL REFERENCES agencies (id) ON DELETE RESTRICT,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (service_id, agency_id)
);
CREATE INDEX service_agencies_agency ON service_agencies (agency_id);
