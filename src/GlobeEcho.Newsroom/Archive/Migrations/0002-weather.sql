-- Weather: WeatherStore
CREATE TABLE weather_place (
  id INTEGER PRIMARY KEY,
  place TEXT NOT NULL,
  seen INTEGER NOT NULL
);
CREATE TABLE weather_forecast (
  place_id INTEGER PRIMARY KEY,
  place TEXT NOT NULL,
  last_look INTEGER NOT NULL,
  source TEXT,
  forecast TEXT,
  stored INTEGER NOT NULL DEFAULT 0,
  fetched INTEGER,
  fresh_until INTEGER,
  etag TEXT,
  last_modified TEXT,
  next_due INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  failure_reason TEXT
);
CREATE INDEX weather_forecast_looked ON weather_forecast (last_look);
CREATE TABLE weather_warning (
  area TEXT PRIMARY KEY,
  alerts TEXT,
  read INTEGER,
  etag TEXT,
  last_modified TEXT,
  next_due INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  failure_reason TEXT
) WITHOUT ROWID;
