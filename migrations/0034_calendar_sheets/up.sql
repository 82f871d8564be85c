-- What administrators changed in the calendar: what one agency, or everybody (no agency), has in one file of
-- config/calendar, in that file's own format. Rows are only added; the newest of each agency and name is in force.
CREATE TABLE calendar_sheets (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_code text REFERENCES agencies (code) ON DELETE RESTRICT,
    name text NOT NULL,
    body text NOT NULL,
    reason text NOT NULL,
    changed_by uuid NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX calendar_sheets_newest ON calendar_sheets (agency_code, name, seq DESC);
CREATE INDEX calendar_sheets_changed_by ON calendar_sheets (changed_by);
