-- The tree of agencies. `code` is the electronic identification code (Decision 20/2020/QĐ-TTg).
CREATE TABLE agencies (
    id uuid PRIMARY KEY,
    parent_id uuid REFERENCES agencies (id) ON DELETE RESTRICT,
    code text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('province', 'department', 'commune', 'ward', 'special_zone', 'service_center')),
    name text NOT NULL,
    place_code text UNIQUE,
    address text NOT NULL DEFAULT '',
    phone text NOT NULL DEFAULT '',
    email text NOT NULL DEFAULT '',
    former_names text[] NOT NULL DEFAULT '{}',
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX agencies_parent ON agencies (parent_id);
