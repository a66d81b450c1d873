import { frozen, type Migration, sql } from './migration.ts';

/** What relating the reports gave, and timestamps of the log. */
export const relations: Migration = {
  number: 2,
  name: 'relations and timestamps',
  sql: sql`
-- One relating of the whole case.
CREATE TABLE runs (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  tool TEXT NOT NULL,                                 -- the version of Hearsay
  analyses INTEGER NOT NULL CHECK (analyses >= 0),    -- how many it saw
  last_analysis INTEGER REFERENCES analyses (number)  -- the last of them
) STRICT;

-- A person, a cluster or a link. "record" is its line as JSON; the same line in several runs stands here once.
CREATE TABLE relations (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'cluster', 'link')),
  id TEXT,                                            -- of a person or cluster
  name TEXT,                                          -- of a person
  type TEXT,                                          -- of a person or link
  hash TEXT NOT NULL UNIQUE CHECK (hash GLOB 'sha256:*' AND length(hash) = 71),
  size INTEGER NOT NULL,
  record BLOB NOT NULL CHECK (length(record) <= size)
) STRICT;
CREATE INDEX relations_by_id ON relations (id) WHERE id IS NOT NULL;

-- Which relations each run gave, in its order.
CREATE TABLE run_relations (
  run INTEGER NOT NULL REFERENCES runs (number),
  place INTEGER NOT NULL CHECK (place >= 0),
  relation INTEGER NOT NULL REFERENCES relations (number),
  PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;

-- Where a report's speakers and statements stand in relations: the speakers of a person, the members of a cluster, the ends of a link.
CREATE TABLE members (
  relation INTEGER NOT NULL REFERENCES relations (number),
  place INTEGER NOT NULL CHECK (place >= 0),
  article INTEGER NOT NULL REFERENCES articles (number),
  id TEXT,                                            -- s3, p2; NULL for the whole report
  standing TEXT,                                      -- of a cluster: origin, echo, independent; of a link: from, to
  PRIMARY KEY (relation, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_article ON members (article, id);

-- RFC 3161 timestamps of the log's head.
CREATE TABLE timestamps (
  number INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES events (number),  -- whose hash was stamped
  hash TEXT NOT NULL,
  token BLOB NOT NULL                                 -- the TimeStampResp, in DER
) STRICT;

CREATE VIEW current_relations AS
SELECT r.*, m.place FROM relations AS r JOIN run_relations AS m ON m.relation = r.number
WHERE m.run = (SELECT max(number) FROM runs);
${['runs', 'relations', 'timestamps'].map((table) => frozen(table)).join('')}
${frozen('run_relations', 'run', 'place')}${frozen('members', 'relation', 'place')}`,
};
