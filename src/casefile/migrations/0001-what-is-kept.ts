import { frozen, type Migration, sql } from './migration.ts';

const HASH = (column: string): string => `CHECK (${column} GLOB 'sha256:*' AND length(${column}) = 71)`;
const JSON_TEXT = (column: string): string => `CHECK (json_valid(${column}))`;
const FROZEN = [
  'received',
  'pieces',
  'texts',
  'articles',
  'leftovers',
  'analyses',
  'speakers',
  'statements',
  'allegations',
  'reviews',
  'events',
];

/**
 * Bytes, texts, findings, decisions and the log.
 *
 * `size` beside a blob is its length unpacked: where the blob is shorter it is packed with zlib (RFC 1950), else it is as it
 * is. The command line of SQLite reads both: `sqlar_uncompress(blob, size)`.
 */
export const whatIsKept: Migration = {
  number: 1,
  name: 'what is kept',
  sql: sql`
-- One thing as it came in: a file, an address, standard input.
CREATE TABLE received (
  number INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE ${HASH('hash')},          -- of all bytes; what sha256sum prints
  kind TEXT NOT NULL,                                 -- text, html, pdf, warc, …
  origin TEXT NOT NULL,                               -- the path as found, the address as asked for, "-"
  at TEXT NOT NULL,                                   -- when it came in: ISO 8601, UTC
  size INTEGER NOT NULL CHECK (size >= 0)             -- bytes
) STRICT;

-- Its bytes as received, in pieces of at most 1 MiB.
CREATE TABLE pieces (
  number INTEGER PRIMARY KEY,
  received INTEGER NOT NULL REFERENCES received (number),
  place INTEGER NOT NULL CHECK (place >= 0),          -- 0 for the first
  size INTEGER NOT NULL CHECK (size BETWEEN 0 AND 1048576),
  bytes BLOB NOT NULL CHECK (length(bytes) <= size),
  UNIQUE (received, place)
) STRICT;

-- The extracted text, in UTF-8; a text that several reports share stands here once.
CREATE TABLE texts (
  number INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE ${HASH('hash')},
  characters INTEGER NOT NULL CHECK (characters >= 0), -- UTF-16 code units, as spans count
  size INTEGER NOT NULL CHECK (size >= 0),
  text BLOB NOT NULL CHECK (length(text) <= size)
) STRICT;

-- One report. "record" is all that is known of it as JSON, but for its text; the columns before are copies to ask by.
CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,                            -- the caller's id, else the sha256 of its bytes; made unique by "~2"
  received INTEGER NOT NULL REFERENCES received (number),
  item INTEGER NOT NULL CHECK (item >= 1),            -- which item of what was received
  text INTEGER NOT NULL REFERENCES texts (number),
  title TEXT,
  publisher TEXT,
  byline TEXT,
  published TEXT,                                     -- ISO 8601 as far as it is known
  url TEXT,
  source_hash TEXT NOT NULL ${HASH('source_hash')},   -- of the bytes that it was read from
  source TEXT NOT NULL CHECK (source IN ('whole', 'span', 'own', 'elsewhere')),
  source_start INTEGER,                               -- of 'span': bytes within what was received
  source_end INTEGER,
  source_size INTEGER,                                -- of 'own': its bytes stand here
  source_bytes BLOB,
  tool TEXT NOT NULL,                                 -- the version of Hearsay that extracted the text
  record_hash TEXT NOT NULL ${HASH('record_hash')},
  record_size INTEGER NOT NULL,
  record BLOB NOT NULL CHECK (length(record) <= record_size),
  UNIQUE (received, item),
  CHECK ((source = 'span') = (source_start IS NOT NULL AND source_end >= source_start AND source_start >= 0)),
  CHECK ((source = 'own') = (source_bytes IS NOT NULL AND source_size >= length(source_bytes)))
) STRICT;
CREATE INDEX articles_by_text ON articles (text);
CREATE INDEX articles_by_source ON articles (source_hash);

-- Whatever else was in what came in: a link, a failure, a notice, a signature, a report that is in the case already.
CREATE TABLE leftovers (
  number INTEGER PRIMARY KEY,
  received INTEGER NOT NULL REFERENCES received (number),
  item INTEGER NOT NULL CHECK (item >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('link', 'failure', 'notice', 'signature', 'duplicate')),
  record TEXT NOT NULL ${JSON_TEXT('record')},
  UNIQUE (received, item)
) STRICT;

-- What one engine with one model read in one report. "record" is the Analysis as JSON with "article.text" left empty.
CREATE TABLE analyses (
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (number),
  engine TEXT NOT NULL,                               -- version
  model TEXT NOT NULL,
  model_hash TEXT NOT NULL,
  record_hash TEXT NOT NULL ${HASH('record_hash')},
  record_size INTEGER NOT NULL,
  record BLOB NOT NULL CHECK (length(record) <= record_size),
  UNIQUE (article, engine, model_hash)
) STRICT;

-- Copies out of an analysis's record, to ask by.
CREATE TABLE speakers (
  number INTEGER PRIMARY KEY,
  analysis INTEGER NOT NULL REFERENCES analyses (number),
  id TEXT NOT NULL,                                   -- p1, p2, …
  name TEXT,
  type TEXT NOT NULL,
  role TEXT,
  UNIQUE (analysis, id)
) STRICT;

CREATE TABLE statements (
  number INTEGER PRIMARY KEY,
  analysis INTEGER NOT NULL REFERENCES analyses (number),
  id TEXT NOT NULL,                                   -- s1, s2, …
  content TEXT NOT NULL ${JSON_TEXT('content')},      -- spans into the text: [[start,end],…]
  form TEXT NOT NULL CHECK (form IN ('direct', 'indirect', 'mixed')),
  within TEXT,                                        -- id of the statement that tells it
  act TEXT,
  speaker INTEGER REFERENCES speakers (number),
  type TEXT,
  grade TEXT,
  channel TEXT,
  outlet TEXT,
  said TEXT,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  UNIQUE (analysis, id)
) STRICT;
CREATE INDEX statements_by_speaker ON statements (speaker) WHERE speaker IS NOT NULL;

CREATE TABLE allegations (
  number INTEGER PRIMARY KEY,
  statement INTEGER NOT NULL REFERENCES statements (number),
  place INTEGER NOT NULL CHECK (place >= 0),          -- 0 for the gravest
  accused TEXT,
  accused_speaker INTEGER REFERENCES speakers (number),
  wrong TEXT NOT NULL,
  status TEXT NOT NULL,
  victims TEXT,
  location TEXT,                                      -- the field "place" of the wire
  time TEXT,                                          -- the field "when" of the wire
  UNIQUE (statement, place)
) STRICT;
CREATE INDEX allegations_by_wrong ON allegations (wrong);

-- What people decided. "value" is the correction, the merge or the split.
CREATE TABLE reviews (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL CHECK (by <> ''),
  why TEXT,
  action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'correct', 'note', 'merge', 'split', 'undo')),
  about TEXT NOT NULL CHECK (about IN ('article', 'statement', 'speaker', 'person', 'cluster', 'link', 'review')),
  article INTEGER REFERENCES articles (number),       -- of an article, a statement, a speaker
  analysis INTEGER REFERENCES analyses (number),      -- of a statement, a speaker
  id TEXT NOT NULL,                                   -- s3, p2, a person's id, a review's number, …
  value TEXT CHECK (value IS NULL OR json_valid(value)),
  undoes INTEGER UNIQUE REFERENCES reviews (number),
  CHECK ((action = 'undo') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX reviews_by_article ON reviews (article) WHERE article IS NOT NULL;

-- The log: "hash" is the sha256 of "previous", a line feed, and "entry". The first row's "previous" is "".
CREATE TABLE events (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  entry TEXT NOT NULL ${JSON_TEXT('entry')},
  previous TEXT NOT NULL,
  hash TEXT NOT NULL ${HASH('hash')},
  at TEXT AS (entry ->> '$.at') VIRTUAL,
  kind TEXT AS (entry ->> '$.event') VIRTUAL,
  article INTEGER AS (entry ->> '$.article') VIRTUAL,
  received INTEGER AS (entry ->> '$.received') VIRTUAL
) STRICT;
CREATE INDEX events_by_article ON events (article) WHERE article IS NOT NULL;
CREATE INDEX events_by_received ON events (received) WHERE received IS NOT NULL;

-- The only rows that change: the name of the case and the like. Each change is an event too.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The analysis of each report that counts: the last that was added.
CREATE VIEW current_analyses AS
SELECT * FROM analyses AS a WHERE number = (SELECT max(number) FROM analyses AS b WHERE b.article = a.article);

-- Decisions that stand: not undone, and no undoing themselves.
CREATE VIEW standing_reviews AS
SELECT * FROM reviews AS r WHERE action <> 'undo' AND NOT EXISTS (SELECT 1 FROM reviews AS u WHERE u.undoes = r.number);
${FROZEN.map((table) => frozen(table)).join('')}`,
};
