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

-- One row for each statement of an indexed analysis.
CREATE TABLE search_statements (
  number INTEGER PRIMARY KEY REFERENCES statements (number),
  article INTEGER NOT NULL REFERENCES articles (number),
  published TEXT NOT NULL,
  publisher TEXT NOT NULL,
  speaker TEXT NOT NULL,                              -- the name; '' where there is none
  type TEXT NOT NULL,
  grade TEXT NOT NULL,
  channel TEXT NOT NULL,
  act TEXT NOT NULL,
  form TEXT NOT NULL,
  confidence REAL NOT NULL
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
