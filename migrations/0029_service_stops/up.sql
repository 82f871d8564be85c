-- A service that takes no dossiers for a while, or never again: what citizens are told, and who said so and why.
-- Dossiers that were handed in before go on to their end.
CREATE TABLE service_stops (
    id uuid PRIMARY KEY,
    service_id uuid NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    kind text NOT NULL CHECK (kind IN ('paused', 'closed')),
    message text NOT NULL,
    successor text,
    reason text NOT NULL,
    begun_by uuid NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    ended_at timestamptz,
    ended_by uuid REFERENCES accounts (id) ON DELETE RESTRICT,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX service_stops_open ON service_stops (service_id) WHERE ended_at IS NULL;
CREATE INDEX service_stops_service ON service_stops (service_id);
CREATE INDEX service_stops_begun_by ON service_stops (begun_by);
CREATE INDEX service_stops_ended_by ON service_stops (ended_by);
