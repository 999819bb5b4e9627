-- Prices are decimals written as text, so that no digit is lost. span: 0 minute, 1 hour, 2 day.

-- Markets: MarketsStore
CREATE TABLE quote (
  instrument TEXT PRIMARY KEY,
  price TEXT NOT NULL,
  basis_kind INTEGER,
  basis_price TEXT,
  basis_at INTEGER,
  kind INTEGER NOT NULL,
  as_of INTEGER NOT NULL,
  received INTEGER NOT NULL,
  maker TEXT NOT NULL,
  bid TEXT,
  ask TEXT,
  high TEXT,
  low TEXT
) WITHOUT ROWID;
CREATE TABLE candle (
  instrument TEXT NOT NULL,
  span INTEGER NOT NULL,
  start INTEGER NOT NULL,
  open TEXT NOT NULL,
  high TEXT NOT NULL,
  low TEXT NOT NULL,
  close TEXT NOT NULL,
  PRIMARY KEY (instrument, span, start)
) WITHOUT ROWID;
CREATE INDEX candle_age ON candle (span, start);
