ALTER TABLE service_draft_saves DROP COLUMN automatic;
