-- A job may be put off without that being a failed attempt: the attempt that counts is attempts - postponed.
ALTER TABLE jobs ADD COLUMN postponed integer NOT NULL DEFAULT 0;

-- How a notice failed last, and the end that an administrator gives it.
ALTER TABLE notices ADD COLUMN failure text
    CHECK (failure IN ('unreachable', 'throttled', 'temporary', 'bad_address', 'permanent', 'unwritable'));
ALTER TABLE notices ADD COLUMN tried_at timestamptz;
ALTER TABLE notices DROP CONSTRAINT notices_state_check;
ALTER TABLE notices ADD CONSTRAINT notices_state_check CHECK (state IN ('waiting', 'sent', 'failed', 'given_up'));
CREATE INDEX notices_failed ON notices (id) WHERE state = 'failed';
CREATE INDEX notices_in_order ON notices (dossier_id, channel, id) WHERE state = 'waiting';

-- While the other side of a channel does not answer, one letter tries and the rest wait.
CREATE TABLE channel_gates (
    channel text PRIMARY KEY,
    failures integer NOT NULL DEFAULT 0,
    shut_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Addresses at which nobody is: letters to them are not tried for a while.
CREATE TABLE bounced_addresses (
    channel text NOT NULL,
    address text NOT NULL,
    reply text NOT NULL,
    bounced_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (channel, address)
);
