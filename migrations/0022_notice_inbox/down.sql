DROP INDEX notices_unread;
DROP INDEX notices_inbox;
DELETE FROM notices WHERE channel <> 'email';
ALTER TABLE notices DROP CONSTRAINT notices_portal_is_somebodys;
ALTER TABLE notices DROP COLUMN read_at;
ALTER TABLE notices DROP CONSTRAINT notices_channel_check;
ALTER TABLE notices ADD CONSTRAINT notices_channel_check CHECK (channel IN ('email'));
