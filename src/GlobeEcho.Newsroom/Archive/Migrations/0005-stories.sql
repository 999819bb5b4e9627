-- Echoes and voices of tellings; the names they share; what an editor or the folding changed in stories.

-- The runs of words of a telling (EchoPrint), the agency that wrote it, and what it repeats. No print: not looked at yet.
ALTER TABLE telling ADD COLUMN print BLOB;
ALTER TABLE telling ADD COLUMN agency TEXT;
ALTER TABLE telling ADD COLUMN echo_of INTEGER;
ALTER TABLE telling ADD COLUMN echo_kind INTEGER;
ALTER TABLE telling ADD COLUMN echo_share REAL;

-- Independent voices; a story from before has its publishers until it changes.
ALTER TABLE story ADD COLUMN voice_count INTEGER NOT NULL DEFAULT 1;
UPDATE story SET voice_count = publisher_count;
CREATE INDEX story_merged ON story (merged_into) WHERE merged_into IS NOT NULL;

-- Stories: StoryStore
CREATE TABLE telling_name (
  name TEXT NOT NULL,
  article_id INTEGER NOT NULL,
  written TEXT NOT NULL,
  PRIMARY KEY (name, article_id)
) WITHOUT ROWID;
CREATE INDEX telling_name_article ON telling_name (article_id);

-- Stories: StoryChangeStore
CREATE TABLE story_change (
  id INTEGER PRIMARY KEY,
  made INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  by_editor INTEGER NOT NULL,
  story_id INTEGER NOT NULL REFERENCES story (id),
  other_id INTEGER NOT NULL REFERENCES story (id),
  articles TEXT NOT NULL,
  redirects TEXT NOT NULL,
  why TEXT,
  undone INTEGER
);
CREATE INDEX story_change_story ON story_change (story_id);
CREATE INDEX story_change_other ON story_change (other_id);
