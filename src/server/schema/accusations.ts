import Type, { type Static } from 'typebox';
import { GRADES, SOURCE_TYPES, STATUSES, WRONGS } from '../../model/index.ts';
import { STATES } from './decision.ts';
import { COUNT, codeOf, orNull, record, SHARE, TEXT, TEXT_OR_NULL } from './parts.ts';

const LIST_OF_CODES = (what: string) => Type.Optional(Type.String({ maxLength: 400, description: `${what}; several parted by commas` }));
export const ACCUSATION_FILTER = {
  wrong: LIST_OF_CODES('wrongs'),
  status: LIST_OF_CODES('statuses; if not given all that accuse: alleged, investigated, charged, convicted'),
  grade: LIST_OF_CODES('grades of the accuser'),
  place: Type.Optional(Type.String({ maxLength: 200, description: 'words of the place' })),
  from: Type.Optional(Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$', description: 'first day of publication' })),
  to: Type.Optional(Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' })),
  speaker: Type.Optional(Type.String({ maxLength: 200, description: 'id of a node: only its edges' })),
  reviewed: Type.Optional(codeOf(['yes', 'no'])),
};
export const ACCUSATIONS_QUERY = record({
  ...ACCUSATION_FILTER,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000, description: 'edges, the weightiest first; 5000 if not given' })),
});
export type AccusationFilter = Static<typeof ACCUSATIONS_QUERY>;

export const NODE = record({
  id: Type.String({ description: 'of a person, "name:…" of one accused who speaks nowhere, "unnamed" of all who are kept unnamed' }),
  name: TEXT_OR_NULL,
  type: codeOf(SOURCE_TYPES),
  person: Type.Boolean({ description: 'true where /api/speakers/ID has more' }),
  accuses: Type.Integer({ minimum: 0, description: 'first voices in which it accuses' }),
  accused: COUNT,
});
export const EDGE = record({
  accuser: TEXT,
  accused: TEXT,
  accuserName: TEXT_OR_NULL,
  accusedName: TEXT_OR_NULL,
  firstVoices: Type.Integer({ minimum: 0, description: 'the weight: tellings that pass on no other one' }),
  statements: COUNT,
  reports: COUNT,
  publishers: COUNT,
  wrongs: Type.Array(record({ wrong: codeOf(WRONGS), statements: COUNT }), { description: 'gravest first' }),
  statuses: Type.Array(record({ status: codeOf(STATUSES), statements: COUNT })),
  grades: Type.Array(record({ grade: codeOf(GRADES), statements: COUNT })),
  first: orNull(Type.String({ description: 'date of the first report' })),
  last: TEXT_OR_NULL,
  reciprocal: Type.Boolean({ description: 'true where the accused accuses the accuser too' }),
  denials: Type.Integer({ minimum: 0, description: 'statements in which what is alleged is denied, retracted or corrected' }),
  confidence: SHARE,
  open: Type.Integer({ minimum: 0, description: 'statements that nobody has decided on yet' }),
});
export const GRAPH = record({
  total: Type.Integer({ minimum: 0, description: 'edges before the limit' }),
  related: Type.Boolean(),
  nodes: Type.Array(NODE),
  edges: Type.Array(EDGE),
  places: Type.Array(record({ value: TEXT, count: COUNT }), { description: 'places named, the most frequent first; at most fifty' }),
});
export type Graph = Static<typeof GRAPH>;
export type Edge = Static<typeof EDGE>;
export type GraphNode = Static<typeof NODE>;

export const MATRIX = record({
  rows: Type.Array(NODE, { description: 'who accuses, the weightiest first' }),
  columns: Type.Array(NODE, { description: 'who is accused' }),
  cells: Type.Array(Type.Array(COUNT), { description: 'first voices: cells[row][column]' }),
});
export type Matrix = Static<typeof MATRIX>;

export const EDGE_QUERY = record({
  ...ACCUSATION_FILTER,
  accuser: Type.String({ maxLength: 200 }),
  accused: Type.String({ maxLength: 200 }),
});
const ACCUSING = {
  ref: TEXT,
  report: record({ ref: TEXT, title: TEXT_OR_NULL, publisher: TEXT_OR_NULL, published: TEXT_OR_NULL }),
  speaker: TEXT_OR_NULL,
  role: TEXT_OR_NULL,
  grade: orNull(codeOf(GRADES)),
  accused: TEXT_OR_NULL,
  wrong: codeOf(WRONGS),
  status: codeOf(STATUSES),
  place: TEXT_OR_NULL,
  when: TEXT_OR_NULL,
  words: TEXT,
  confidence: SHARE,
  state: codeOf(STATES),
  standing: TEXT_OR_NULL,
};
export const DENIAL = record({
  ...ACCUSING,
  tie: codeOf(['linked', 'same-wrong']),
  of: Type.Array(TEXT, { description: 'refs of what it denies' }),
});
export const EDGE_STATEMENTS = record({
  edge: orNull(EDGE),
  items: Type.Array(record({ ...ACCUSING, cluster: TEXT_OR_NULL }), { description: 'by date' }),
  denials: Type.Array(DENIAL),
});
export type EdgeStatements = Static<typeof EDGE_STATEMENTS>;
