ALTER TABLE accounts DROP COLUMN told_by_sms;
ALTER TABLE accounts DROP COLUMN told_by_email;
