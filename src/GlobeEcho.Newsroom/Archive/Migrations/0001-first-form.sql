-- Times are Unix milliseconds, UTC. Each table has one owner, named above it.

-- Archive: PageVault
CREATE TABLE raw_page (
  address TEXT PRIMARY KEY,
  content_type TEXT,
  fetched INTEGER NOT NULL,
  body BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX raw_page_fetched ON raw_page (fetched);

-- Feeds: FeedStore
CREATE TABLE publisher (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  home TEXT,
  language TEXT
);
CREATE TABLE feed (
  id INTEGER PRIMARY KEY,
  publisher_id INTEGER NOT NULL REFERENCES publisher (id),
  address TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  section TEXT,
  added INTEGER NOT NULL,
  etag TEXT,
  last_modified TEXT,
  content_hash TEXT,
  last_tried INTEGER,
  last_good INTEGER,
  next_check INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  failure_reason TEXT,
  gone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX feed_due ON feed (next_check) WHERE gone = 0;
CREATE TABLE feed_entry (
  id INTEGER PRIMARY KEY,
  feed_id INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
  guid TEXT NOT NULL,
  link TEXT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT,
  content_html TEXT,
  author TEXT,
  published INTEGER,
  seen INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  UNIQUE (feed_id, guid)
);
CREATE INDEX feed_entry_due ON feed_entry (next_try) WHERE state = 0;

-- Articles: ArticleStore
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  publisher_id INTEGER NOT NULL,
  publisher_name TEXT NOT NULL,
  address TEXT NOT NULL UNIQUE,
  headline TEXT NOT NULL,
  byline TEXT NOT NULL,
  published INTEGER,
  arrived INTEGER NOT NULL,
  language TEXT,
  lead_image TEXT,
  section TEXT,
  text TEXT NOT NULL,
  folded INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX article_unfolded ON article (id) WHERE folded = 0;
CREATE VIRTUAL TABLE article_search USING fts5 (
  headline, text, content = 'article', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_search_added AFTER INSERT ON article BEGIN
  INSERT INTO article_search (rowid, headline, text) VALUES (new.id, new.headline, new.text);
END;

-- Stories: StoryStore
CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  headline TEXT NOT NULL,
  language TEXT,
  opened INTEGER NOT NULL,
  last_telling INTEGER NOT NULL,
  telling_count INTEGER NOT NULL,
  publisher_count INTEGER NOT NULL,
  version INTEGER NOT NULL,
  written_version INTEGER NOT NULL DEFAULT 0,
  merged_into INTEGER REFERENCES story (id)
);
CREATE INDEX story_recent ON story (last_telling) WHERE merged_into IS NULL;
CREATE INDEX story_unwritten ON story (id) WHERE written_version < version AND merged_into IS NULL;
CREATE TABLE telling (
  article_id INTEGER PRIMARY KEY,
  story_id INTEGER NOT NULL REFERENCES story (id),
  publisher_id INTEGER NOT NULL,
  published INTEGER NOT NULL,
  joined INTEGER NOT NULL,
  likeness REAL NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX telling_story ON telling (story_id);
CREATE INDEX telling_published ON telling (published);

-- Digests: DigestStore
CREATE TABLE digest (
  story_id INTEGER PRIMARY KEY,
  story_version INTEGER NOT NULL,
  written INTEGER NOT NULL,
  language TEXT,
  headline TEXT NOT NULL,
  dropped INTEGER NOT NULL,
  claims TEXT NOT NULL
);

-- Editions: EditionStore
CREATE TABLE edition (
  id INTEGER PRIMARY KEY,
  made_up INTEGER NOT NULL,
  placements TEXT NOT NULL
);
