DROP TABLE calendar_sheets;
