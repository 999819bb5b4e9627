-- Rhythm, moves, pauses and mutes of feeds; entries that are told apart by name and link; corrections; subscriptions with hubs.

-- A muted publisher's tellings are not printed.
ALTER TABLE publisher ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;

ALTER TABLE feed ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
-- A FetchFault; null where the answer came but was no feed.
ALTER TABLE feed ADD COLUMN fault INTEGER;
-- The usual gap between two items, the newest item, and the pause the feed asks for (RSS ttl), as the last document had them.
ALTER TABLE feed ADD COLUMN usual_gap INTEGER;
ALTER TABLE feed ADD COLUMN newest INTEGER;
ALTER TABLE feed ADD COLUMN asked_pause INTEGER;
-- While its hub brings the news, it is polled only to be safe.
ALTER TABLE feed ADD COLUMN pushed_until INTEGER;
-- Where it has been said to have moved for good, since when, and at how many checks in a row.
ALTER TABLE feed ADD COLUMN moved_to TEXT;
ALTER TABLE feed ADD COLUMN moved_since INTEGER;
ALTER TABLE feed ADD COLUMN moved_seen INTEGER NOT NULL DEFAULT 0;
DROP INDEX feed_due;
CREATE INDEX feed_due ON feed (next_check) WHERE gone = 0 AND paused = 0;
CREATE INDEX feed_publisher ON feed (publisher_id);

-- Feeds: FeedStore
CREATE TABLE feed_entry_new (
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
  text_hash TEXT,
  edits INTEGER NOT NULL DEFAULT 0,
  UNIQUE (feed_id, guid, link)
);
INSERT INTO feed_entry_new (id, feed_id, guid, link, title, summary, content_html, author, published, seen, state, attempts, next_try, reason)
  SELECT id, feed_id, guid, link, title, summary, content_html, author, published, seen, state, attempts, next_try, reason FROM feed_entry;
DROP TABLE feed_entry;
ALTER TABLE feed_entry_new RENAME TO feed_entry;
CREATE INDEX feed_entry_due ON feed_entry (next_try) WHERE state = 0;
CREATE INDEX feed_entry_link ON feed_entry (feed_id, link);

-- Feeds: FeedStore
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES feed_entry (id) ON DELETE CASCADE,
  noticed INTEGER NOT NULL,
  headline_before TEXT,
  headline_after TEXT,
  text_changed INTEGER NOT NULL
);
CREATE INDEX correction_entry ON correction (entry_id);
CREATE INDEX correction_noticed ON correction (noticed);

-- Feeds: SubscriptionStore
CREATE TABLE subscription (
  feed_id INTEGER PRIMARY KEY REFERENCES feed (id) ON DELETE CASCADE,
  hub TEXT NOT NULL,
  topic TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  secret TEXT NOT NULL,
  state INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  next_step INTEGER NOT NULL,
  lease_until INTEGER,
  last_push INTEGER
);
CREATE INDEX subscription_due ON subscription (next_step);
