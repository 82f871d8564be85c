-- How somebody wants to be told; what lies on the portal is there in any case.
ALTER TABLE accounts ADD COLUMN told_by_email boolean NOT NULL DEFAULT true;
ALTER TABLE accounts ADD COLUMN told_by_sms boolean NOT NULL DEFAULT false;
