-- files with several pages: each page is an item of its own
ALTER TABLE item ADD COLUMN media_page INT DEFAULT 0 NOT NULL;
