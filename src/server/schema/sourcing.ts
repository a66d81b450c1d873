import Type, { type Static } from 'typebox';
import { GRADES } from '../../model/index.ts';
import { COUNT, codeOf, LIST_QUERY, orNull, page, record, SEARCH, SPAN, TEXT, TEXT_OR_NULL, UNDERSTOOD, VERSION } from './parts.ts';

/** How voices are told apart on the page. */
export const VOICES = {
  named: 'named persons, bodies and documents: grades named and document',
  described: 'unnamed, but with a role: grade described',
  collective: 'groups speaking as one: grade collective',
  bare: 'unnamed and without a role: grade bare',
  other: 'the reporter, or nobody: grades author and none',
} as const;

export const SHARES_QUERY = record({
  q: SEARCH,
  by: Type.Optional(codeOf(['publisher', 'day', 'month', 'year', 'publisher-day', 'publisher-month'])),
  ...LIST_QUERY,
});
export type SharesQuery = Static<typeof SHARES_QUERY>;
export const SHARE_ROW = record({
  publisher: TEXT_OR_NULL,
  period: orNull(
    Type.String({ description: "2020-06-29, 2020-06 or 2020; '' for reports without a date; null where it is not parted by time" }),
  ),
  reports: COUNT,
  statements: COUNT,
  named: COUNT,
  described: COUNT,
  collective: COUNT,
  bare: COUNT,
  other: COUNT,
  grades: record(Object.fromEntries(Object.keys(GRADES).map((grade) => [grade, COUNT])) as Record<keyof typeof GRADES, typeof COUNT>),
});
export const SHARES = page(SHARE_ROW, { query: UNDERSTOOD, all: SHARE_ROW });
export type Shares = Static<typeof SHARES>;
export type ShareRow = Static<typeof SHARE_ROW>;

export const FINDING = record({
  report: record({ ref: TEXT, title: TEXT_OR_NULL, publisher: TEXT_OR_NULL, published: TEXT_OR_NULL }),
  rule: TEXT,
  at: SPAN,
  line: COUNT,
  column: COUNT,
  words: TEXT,
  message: TEXT,
});
export type FindingJson = Static<typeof FINDING>;
export const FINDINGS_QUERY = record({
  ...LIST_QUERY,
  rule: Type.Optional(Type.String({ maxLength: 60 })),
  publisher: Type.Optional(Type.String({ maxLength: 1000 })),
  report: Type.Optional(Type.String({ maxLength: 20, description: 'r12' })),
});
export const FINDINGS = page(FINDING, {
  profile: TEXT,
  checked: Type.Integer({ minimum: 0, description: 'reports that were held against these rules' }),
  unchecked: Type.Integer({ minimum: 0, description: 'reports that were not yet: POST /api/jobs {"kind":"check"}' }),
  byRule: Type.Array(record({ rule: TEXT, wording: TEXT, findings: COUNT, reports: COUNT })),
});
export type Findings = Static<typeof FINDINGS>;
export const REPORT_FINDINGS = record({ profile: TEXT, items: Type.Array(FINDING) });

export const RULE = record({
  id: Type.String({ minLength: 1, maxLength: 60 }),
  check: TEXT,
  on: Type.Boolean(),
  wording: TEXT,
  paragraphs: Type.Optional(COUNT),
});
export const PROFILE = record({ name: Type.String({ minLength: 1, maxLength: 200 }), rules: Type.Array(RULE, { maxItems: 200 }) });
export const RULES = record({
  profile: PROFILE,
  own: Type.Boolean({ description: 'false for the shipped ones' }),
  version: VERSION,
  checks: Type.Array(TEXT),
});
/** A profile as a file may have it: what `parseProfile` takes. */
const GIVEN = record({
  name: TEXT,
  rules: Type.Array(
    record({
      id: TEXT,
      check: TEXT,
      on: Type.Optional(Type.Boolean()),
      wording: TEXT,
      paragraphs: Type.Optional(Type.Integer({ minimum: 0 })),
    }),
    { maxItems: 200 },
  ),
});
export const PUT_RULES = record(
  { profile: orNull(GIVEN), by: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) },
  'null: back to the shipped rules',
);
export type Rules = Static<typeof RULES>;
