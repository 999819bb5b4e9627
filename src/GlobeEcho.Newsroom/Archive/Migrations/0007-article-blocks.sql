-- What each piece of an article's text was in its page, and what the page said beside the text. Articles of an older archive have none
-- of it: their blocks are null and are read as paragraphs.

-- Articles: ArticleStore
-- A BlockCoder's bytes; the offset of the page's own dates from UTC in minutes; keywords as JSON.
ALTER TABLE article ADD COLUMN blocks BLOB;
ALTER TABLE article ADD COLUMN utc_offset INTEGER;
ALTER TABLE article ADD COLUMN modified INTEGER;
ALTER TABLE article ADD COLUMN canonical TEXT;
ALTER TABLE article ADD COLUMN keywords TEXT;
ALTER TABLE article ADD COLUMN caption TEXT;
ALTER TABLE article ADD COLUMN credit TEXT;
ALTER TABLE article ADD COLUMN dateline TEXT;
ALTER TABLE article ADD COLUMN partial INTEGER NOT NULL DEFAULT 0;
