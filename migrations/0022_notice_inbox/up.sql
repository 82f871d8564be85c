-- What people are told lies on the portal too, read or unread; it is one row for each way.
ALTER TABLE notices DROP CONSTRAINT notices_channel_check;
ALTER TABLE notices ADD CONSTRAINT notices_channel_check CHECK (channel IN ('portal', 'email', 'sms'));
ALTER TABLE notices ADD COLUMN read_at timestamptz;
ALTER TABLE notices ADD CONSTRAINT notices_portal_is_somebodys CHECK (channel <> 'portal' OR account_id IS NOT NULL);
CREATE INDEX notices_inbox ON notices (account_id, id) WHERE channel = 'portal';
CREATE INDEX notices_unread ON notices (account_id) WHERE channel = 'portal' AND read_at IS NULL;
