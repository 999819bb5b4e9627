-- Digests that are followed: what publishers' pages say after a correction, every version of a digest, what corrections did to it,
-- what the citation check refused; the language model's budget; e-mail that was sent.

-- Articles: ArticleStore
-- A page that was read again after its feed had changed the entry. The outcome is a RevisionOutcome; revised_id is the article that
-- holds the new text, text what the page says now.
CREATE TABLE article_revision (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL,
  noticed INTEGER NOT NULL,
  headline_before TEXT,
  headline_after TEXT,
  outcome INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  next_try INTEGER NOT NULL,
  read INTEGER NOT NULL,
  text TEXT,
  revised_id INTEGER,
  applied INTEGER NOT NULL,
  UNIQUE (article_id, noticed)
);
CREATE INDEX article_revision_revised ON article_revision (revised_id) WHERE revised_id IS NOT NULL;
CREATE INDEX article_revision_unapplied ON article_revision (id) WHERE applied = 0;

ALTER TABLE digest ADD COLUMN number INTEGER NOT NULL DEFAULT 1;
-- Who chose the words (DigestAuthor), and why the language model did not where it was asked.
ALTER TABLE digest ADD COLUMN author INTEGER NOT NULL DEFAULT 0;
ALTER TABLE digest ADD COLUMN fallback TEXT;
-- The sentence under the headline, as JSON like a claim; where reports differ and who is quoted, as JSON.
ALTER TABLE digest ADD COLUMN standfirst TEXT;
ALTER TABLE digest ADD COLUMN beside TEXT;

-- Digests: DigestStore
CREATE TABLE digest_version (
  story_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  written INTEGER NOT NULL,
  cause INTEGER NOT NULL,
  language TEXT,
  headline TEXT NOT NULL,
  claims TEXT NOT NULL,
  standfirst TEXT,
  PRIMARY KEY (story_id, number)
) WITHOUT ROWID;
INSERT INTO digest_version (story_id, number, written, cause, language, headline, claims)
  SELECT story_id, 1, written, 0, language, headline, claims FROM digest;

-- Digests: CorrectionStore
-- What a publisher's change did to a digest. The claims are JSON: text and fate.
CREATE TABLE digest_correction (
  id INTEGER PRIMARY KEY,
  story_id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  publisher_name TEXT NOT NULL,
  outcome INTEGER NOT NULL,
  noticed INTEGER NOT NULL,
  written INTEGER NOT NULL,
  headline_before TEXT,
  headline_after TEXT,
  claims TEXT NOT NULL
);
CREATE INDEX digest_correction_story ON digest_correction (story_id);
CREATE INDEX digest_correction_written ON digest_correction (written);

-- Digests: CorrectionStore
-- Claims a day by what the check said of them: "Printed", or the fault's name.
CREATE TABLE gate_count (
  day TEXT NOT NULL,
  reason TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (day, reason)
) WITHOUT ROWID;

-- Digests: ModelStore
CREATE TABLE model_use (
  day TEXT PRIMARY KEY,
  tokens INTEGER NOT NULL,
  calls INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX edition_made_up ON edition (made_up);

-- Editions: MailStore
-- One row for each edition and recipient. The state is a MailState.
CREATE TABLE mail (
  edition TEXT NOT NULL,
  recipient TEXT NOT NULL,
  state INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  next_try INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (edition, recipient)
) WITHOUT ROWID;
