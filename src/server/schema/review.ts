import Type, { type Static } from 'typebox';
import { ACTS, CHANNELS, GRADES, WRONGS } from '../../model/index.ts';
import { DECISION, STANDING } from './decision.ts';
import {
  COUNT,
  codeOf,
  LIST_QUERY,
  orNull,
  page,
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

export const QUEUE_SORTS = {
  matters: 'what matters most first',
  confidence: 'most doubtful first',
  report: 'report after report',
} as const;
export const QUEUE_STAGES = {
  first: 'nobody has decided yet',
  second: 'decided by somebody else and not signed off',
  done: 'signed off',
} as const;
export const QUEUE_QUERY = record({
  ...LIST_QUERY,
  q: SEARCH,
  stage: Type.Optional(codeOf(QUEUE_STAGES)),
  by: Type.Optional(Type.String({ maxLength: 200, description: 'who reads; of stage "second" her own decisions are left out' })),
  sort: Type.Optional(codeOf(QUEUE_SORTS)),
});
export type QueueQuery = Static<typeof QUEUE_QUERY>;

export const SUGGESTION = record({
  ref: TEXT,
  version: VERSION,
  report: record({ ref: TEXT, title: TEXT_OR_NULL, publisher: TEXT_OR_NULL, published: TEXT_OR_NULL }),
  matters: Type.Number({ description: 'the greater the more it matters' }),
  why: Type.Array(TEXT, { description: 'why it matters, in words: "alleges killing", "unnamed source", "doubtful"' }),
  around: record(
    { text: TEXT, at: SPAN },
    'the paragraphs that it stands in; the spans below count in the whole text, "at" tells where this begins',
  ),
  source: SPANS,
  cue: SPANS,
  content: SPANS,
  speaker: orNull(record({ id: TEXT, name: TEXT_OR_NULL, role: TEXT_OR_NULL })),
  speakers: Type.Array(record({ id: TEXT, name: TEXT_OR_NULL, role: TEXT_OR_NULL }), {
    description: 'all of the report, to choose another',
  }),
  form: TEXT,
  act: orNull(codeOf(ACTS)),
  grade: orNull(codeOf(GRADES)),
  channel: orNull(codeOf(CHANNELS)),
  wrong: orNull(codeOf(WRONGS)),
  accused: TEXT_OR_NULL,
  allegations: COUNT,
  confidence: SHARE,
  standing: STANDING,
  decisions: Type.Array(DECISION),
});
export type Suggestion = Static<typeof SUGGESTION>;
export const QUEUE = page(SUGGESTION, {
  query: UNDERSTOOD,
  progress: record({ statements: COUNT, decided: COUNT, signed: COUNT }),
});
export type Queue = Static<typeof QUEUE>;

export const DECISIONS_QUERY = record({
  ...LIST_QUERY,
  by: Type.Optional(Type.String({ maxLength: 200 })),
  report: Type.Optional(Type.String({ maxLength: 20 })),
  stands: Type.Optional(codeOf(['yes', 'no'])),
});
export const DECISIONS = page(DECISION, {});
export type Decisions = Static<typeof DECISIONS>;
