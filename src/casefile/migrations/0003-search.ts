import { type Migration, sql } from './migration.ts';

/** What a search looks through. */
export const search: Migration = {
  number: 3,
  name: 'search',
  sql: sql`
-- The index of searches: made from the tables above, analysis after analysis, and it can be made anew at any time. It proves
-- nothing and is no part of the record; so its rows alone may change. Words are folded before they go in: lower case, no
-- diacritics.
CREATE TABLE search_reports (
  article INTEGER PRIMARY KEY REFERENCES articles (number),
  analysis INTEGER NOT NULL UNIQUE REFERENCES analyses (number), -- the one that is indexed; all before the greatest are through
  published TEXT NOT NULL,                            -- '' where it is not known
  publisher TEXT NOT NULL
) STRICT;
CREATE INDEX search_reports_by_date ON search_reports (published);

-- Names and codes of the rows below, each once.
CREATE TABLE search_names (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE                           -- '' where there is none
) STRICT;

-- One row for each statement of an indexed analysis; its properties are numbers of names.
CREATE TABLE search_statements (
  number INTEGER PRIMARY KEY REFERENCES statements (number),
  article INTEGER NOT NULL REFERENCES articles (number),
  published TEXT NOT NULL,
  speaker INTEGER NOT NULL REFERENCES search_names (number),
  type INTEGER NOT NULL REFERENCES search_names (number),
  grade INTEGER NOT NULL REFERENCES search_names (number),
  channel INTEGER NOT NULL REFERENCES search_names (number),
  act INTEGER NOT NULL REFERENCES search_names (number),
  form INTEGER NOT NULL REFERENCES search_names (number),
  source TEXT NOT NULL                                -- the words that name the source, or their beginning; shown with a hit
) STRICT;
CREATE INDEX search_statements_by_article ON search_statements (article);
CREATE INDEX search_statements_by_date ON search_statements (published);

CREATE VIRTUAL TABLE statement_words USING fts5 (
  content, source, speaker, accused,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE report_words USING fts5 (
  title, byline, publisher, text,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
`,
};
