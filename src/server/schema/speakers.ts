import Type, { type Static } from 'typebox';
import { ACTS, CHANNELS, GRADES, SOURCE_TYPES, WRONGS } from '../../model/index.ts';
import { DECISION, STATES } from './decision.ts';
import { COUNT, codeOf, LIST_QUERY, orNull, page, REASON, record, SHARE, SPAN, TEXT, TEXT_OR_NULL, VERSION } from './parts.ts';

export const SPEAKER_SORTS = {
  statements: 'who speaks most first',
  reports: 'in most reports first',
  name: 'A to Z; those without a name last',
  proposals: 'those with open proposals first, the likeliest first',
} as const;

export const SPEAKERS_QUERY = record({
  ...LIST_QUERY,
  name: Type.Optional(Type.String({ maxLength: 400, description: 'words of the name or role, in any order; diacritics folded' })),
  type: Type.Optional(codeOf(SOURCE_TYPES)),
  sort: Type.Optional(codeOf(SPEAKER_SORTS)),
});
export type SpeakersQuery = Static<typeof SPEAKERS_QUERY>;

export const PERSON_ROW = record({
  id: TEXT,
  name: TEXT_OR_NULL,
  type: codeOf(SOURCE_TYPES),
  roles: Type.Array(TEXT, { description: 'as the reports word them, the most frequent first; at most five' }),
  reports: COUNT,
  statements: COUNT,
  first: orNull(Type.String({ description: 'date of the first report' })),
  last: TEXT_OR_NULL,
  accuses: Type.Integer({ minimum: 0, description: 'allegations made' }),
  accused: Type.Integer({ minimum: 0, description: 'allegations against' }),
  proposals: Type.Integer({ minimum: 0, description: 'others who may be the same' }),
  confirmed: Type.Boolean({ description: 'true where a person merged or split it' }),
});
export const PERSON_LIST = page(PERSON_ROW, {
  related: Type.Boolean({ description: 'false where the case was never related: POST /api/jobs' }),
});
export type PersonRow = Static<typeof PERSON_ROW>;
export type PersonList = Static<typeof PERSON_LIST>;

export const PROPOSAL = record({
  with: record({ id: TEXT, name: TEXT_OR_NULL, type: codeOf(SOURCE_TYPES), roles: Type.Array(TEXT), reports: COUNT }),
  score: SHARE,
  because: Type.Array(REASON),
});

export const PERSON_STATEMENT = record({
  ref: TEXT,
  report: record({ ref: TEXT, title: TEXT_OR_NULL, publisher: TEXT_OR_NULL, published: TEXT_OR_NULL }),
  said: orNull(Type.String({ description: 'when it was said, as far as the report tells' })),
  speaker: Type.String({ description: 'r12/p2' }),
  role: TEXT_OR_NULL,
  act: orNull(codeOf(ACTS)),
  grade: orNull(codeOf(GRADES)),
  channel: orNull(codeOf(CHANNELS)),
  outlet: TEXT_OR_NULL,
  addressee: TEXT_OR_NULL,
  toldBy: Type.Array(record({ speaker: TEXT_OR_NULL, name: TEXT })),
  wrong: orNull(codeOf(WRONGS)),
  accused: TEXT_OR_NULL,
  words: TEXT,
  at: SPAN,
  state: codeOf(STATES),
});
export type PersonStatement = Static<typeof PERSON_STATEMENT>;

export const PERSON = record({
  ...PERSON_ROW.properties,
  version: VERSION,
  proposed: Type.Array(PROPOSAL, { description: 'to merge, the likeliest first, with reasons' }),
  speakers: Type.Array(
    record({
      ref: Type.String({ description: 'r12/p2: what POST …/split takes' }),
      report: record({ ref: TEXT, title: TEXT_OR_NULL, publisher: TEXT_OR_NULL, published: TEXT_OR_NULL }),
      name: TEXT_OR_NULL,
      role: TEXT_OR_NULL,
      type: codeOf(SOURCE_TYPES),
      statements: COUNT,
      odd: Type.Array(TEXT, { description: 'why this one may be another person: a proposal to split; empty mostly' }),
    }),
  ),
  statements: Type.Array(PERSON_STATEMENT, {
    description: 'in the order of the days on which they were said, then of their reports; at most 2000',
  }),
  decisions: Type.Array(DECISION),
});
export type PersonJson = Static<typeof PERSON>;

export const MERGED = record({ id: Type.String({ description: 'of the person that they are now' }), decision: DECISION, version: VERSION });
export type Merged = Static<typeof MERGED>;
