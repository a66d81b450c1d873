import Type, { type Static } from 'typebox';
import { SORTS } from '../../casefile/index.ts';
import { ACTS, CHANNELS, GRADES, LINK_TYPES, NOTICE_CODES, SOURCE_TYPES, STANDINGS, STATUSES, WRONGS } from '../../model/index.ts';
import { DECISION, STANDING, STATES } from './decision.ts';
import {
  BECAUSE,
  COUNT,
  codeOf,
  FACET_VALUE,
  LIST_QUERY,
  orNull,
  page,
  REASON,
  record,
  SEARCH,
  SHARE,
  SPAN,
  SPANS,
  TEXT,
  TEXT_OR_NULL,
  UNDERSTOOD,
  VERSION,
} from './parts.ts';

export const SEARCH_QUERY = record({
  ...LIST_QUERY,
  q: SEARCH,
  /** Goes before a "sort:" in the search. */
  sort: Type.Optional(codeOf(SORTS)),
});
export type SearchQuery = Static<typeof SEARCH_QUERY>;

export const FACETS_QUERY = record({ q: SEARCH, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) });

/** Words in their context. */
const CONTEXT = record({
  at: SPAN,
  text: TEXT,
  marks: Type.Array(SPAN, { description: 'counted from the beginning of "text"' }),
  cut: record({ before: Type.Boolean(), after: Type.Boolean() }),
});

/** What a list says of a report. */
const REPORT_BRIEF = {
  ref: Type.String({ description: 'r12' }),
  id: TEXT,
  title: TEXT_OR_NULL,
  publisher: TEXT_OR_NULL,
  published: orNull(Type.String({ description: 'ISO 8601 as exact as the source tells, with its zone if it tells one' })),
};

export const REPORT_ROW = record({
  ...REPORT_BRIEF,
  url: TEXT_OR_NULL,
  byline: TEXT_OR_NULL,
  statements: COUNT,
  decided: Type.Integer({ minimum: 0, description: 'statements that a person accepted, rejected or corrected' }),
  signed: Type.Integer({ minimum: 0, description: "statements with a second reader's sign-off" }),
  unnamed: Type.Integer({ minimum: 0, description: 'statements whose grade is described, collective or bare' }),
  wrong: orNull(codeOf(WRONGS)),
  allegations: COUNT,
  context: CONTEXT,
});
export const REPORT_LIST = page(REPORT_ROW, {
  query: UNDERSTOOD,
  sort: TEXT,
  notes: Type.Array(TEXT, { description: 'what a reader of the list must know' }),
});
export type ReportRow = Static<typeof REPORT_ROW>;
export type ReportList = Static<typeof REPORT_LIST>;

export const STATEMENT_ROW = record({
  ref: Type.String({ description: 'r12/s3' }),
  report: record(REPORT_BRIEF),
  speaker: TEXT_OR_NULL,
  role: TEXT_OR_NULL,
  source: TEXT,
  form: TEXT,
  act: orNull(codeOf(ACTS)),
  grade: orNull(codeOf(GRADES)),
  channel: orNull(codeOf(CHANNELS)),
  wrong: orNull(codeOf(WRONGS)),
  accused: TEXT_OR_NULL,
  confidence: SHARE,
  state: codeOf(STATES),
  context: CONTEXT,
});
export const STATEMENT_LIST = page(STATEMENT_ROW, { query: UNDERSTOOD, sort: TEXT, notes: Type.Array(TEXT) });
export type StatementList = Static<typeof STATEMENT_LIST>;

export const FACETS_ANSWER = record({
  query: UNDERSTOOD,
  unit: codeOf(['report', 'statement']),
  facets: Type.Record(TEXT, Type.Array(FACET_VALUE), { description: 'publisher, date (months), speaker, grade, wrong, act, reviewed' }),
});
export type FacetsAnswer = Static<typeof FACETS_ANSWER>;

export const SOURCING = record({
  type: codeOf(SOURCE_TYPES),
  grade: codeOf(GRADES),
  channel: codeOf(CHANNELS),
  outlet: TEXT_OR_NULL,
  addressee: TEXT_OR_NULL,
  said: TEXT_OR_NULL,
  chain: Type.Array(TEXT),
});
export const ALLEGATION = record({
  accused: TEXT_OR_NULL,
  accusedSpeaker: TEXT_OR_NULL,
  wrong: codeOf(WRONGS),
  victims: TEXT_OR_NULL,
  place: TEXT_OR_NULL,
  when: TEXT_OR_NULL,
  status: codeOf(STATUSES),
  spans: Type.Record(TEXT, SPANS),
  because: Type.Array(BECAUSE),
});

/** A statement of another report, in few words. */
export const ELSEWHERE = record({
  ref: TEXT,
  report: record(REPORT_BRIEF),
  speaker: TEXT_OR_NULL,
  words: Type.String({ description: 'the content as it stands there' }),
});
export type Elsewhere = Static<typeof ELSEWHERE>;

export const RELATED = record({
  clusters: Type.Array(
    record({
      id: TEXT,
      standing: codeOf(STANDINGS),
      firstVoices: COUNT,
      members: COUNT,
      others: Type.Array(record({ ...ELSEWHERE.properties, standing: codeOf(STANDINGS) }), { description: 'at most twenty' }),
    }),
    { description: 'what else says the same' },
  ),
  links: Type.Array(
    record({
      type: codeOf(LINK_TYPES),
      here: codeOf(['from', 'to']),
      other: orNull(ELSEWHERE),
      because: Type.Array(REASON),
      confidence: SHARE,
    }),
  ),
});
export type RelatedJson = Static<typeof RELATED>;

export const REPORT_STATEMENT = record({
  id: TEXT,
  ref: TEXT,
  version: VERSION,
  added: Type.Boolean({ description: 'true for one that a person added' }),
  source: SPANS,
  cue: SPANS,
  content: SPANS,
  form: codeOf(['direct', 'indirect', 'mixed']),
  within: orNull(Type.String({ description: 'id of the statement that tells it' })),
  act: orNull(codeOf(ACTS)),
  speaker: TEXT_OR_NULL,
  sourcing: orNull(SOURCING),
  allegations: Type.Array(ALLEGATION, { description: 'gravest first' }),
  confidence: SHARE,
  because: Type.Array(BECAUSE),
  toldBy: Type.Array(record({ speaker: TEXT_OR_NULL, name: TEXT }), {
    description: 'from the first voice to the last teller before the publisher',
  }),
  found: Type.Record(TEXT, Type.Unknown(), { description: 'what the machine found, of the fields that a person corrected' }),
  standing: STANDING,
  decisions: Type.Array(DECISION),
  related: RELATED,
});
export type ReportStatement = Static<typeof REPORT_STATEMENT>;

export const REPORT_SPEAKER = record({
  id: TEXT,
  ref: TEXT,
  version: VERSION,
  name: TEXT_OR_NULL,
  type: codeOf(SOURCE_TYPES),
  role: TEXT_OR_NULL,
  mentions: SPANS,
  person: orNull(Type.String({ description: 'id of the same speaker across reports: /api/speakers/ID' })),
  statements: Type.Array(TEXT),
  standing: STANDING,
  decisions: Type.Array(DECISION),
});

export const REPORT = record({
  ...REPORT_BRIEF,
  version: VERSION,
  byline: TEXT_OR_NULL,
  url: TEXT_OR_NULL,
  modified: TEXT_OR_NULL,
  captured: TEXT_OR_NULL,
  text: TEXT,
  characters: COUNT,
  textHash: TEXT,
  sourceHash: TEXT,
  credits: Type.Array(record({ text: TEXT, at: SPAN })),
  posts: Type.Array(record({ at: SPAN, network: TEXT_OR_NULL, url: TEXT_OR_NULL })),
  pages: Type.Array(record({ page: COUNT, at: COUNT })),
  headers: Type.Array(record({ name: TEXT, value: TEXT })),
  received: record({ hash: TEXT, kind: TEXT, origin: TEXT, at: TEXT, size: COUNT, part: orNull(COUNT) }),
  original: record({ kept: Type.Boolean(), href: TEXT_OR_NULL }),
  engine: orNull(record({ version: TEXT, model: TEXT, modelHash: TEXT })),
  statements: Type.Array(REPORT_STATEMENT),
  speakers: Type.Array(REPORT_SPEAKER),
  missed: Type.Array(record({ at: SPAN, why: TEXT, words: TEXT })),
  notices: Type.Array(record({ code: codeOf(NOTICE_CODES), message: TEXT, at: Type.Optional(SPAN) })),
  standing: STANDING,
  decisions: Type.Array(DECISION),
  before: orNull(Type.String({ description: 'ref of the report that came in before' })),
  after: TEXT_OR_NULL,
});
export type ReportJson = Static<typeof REPORT>;
