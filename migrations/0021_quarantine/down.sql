DROP INDEX attachments_waiting_scan;
ALTER TABLE attachments DROP COLUMN scan;
