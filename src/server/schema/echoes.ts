import Type, { type Static } from 'typebox';
import { CERTAINTIES, STANDINGS } from '../../model/index.ts';
import { DECISION } from './decision.ts';
import { COUNT, codeOf, LIST_QUERY, orNull, page, REASON, record, SHARE, SPANS, TEXT, TEXT_OR_NULL, VERSION } from './parts.ts';

export const ECHO_SORTS = {
  reports: 'in most reports first',
  echoes: 'most passed on first',
  firstVoices: 'most first voices first',
  altered: 'most altered first',
  date: 'oldest first',
} as const;
export const ECHOES_QUERY = record({
  ...LIST_QUERY,
  sort: Type.Optional(codeOf(ECHO_SORTS)),
  words: Type.Optional(Type.String({ maxLength: 400, description: 'words of the statement or its speaker' })),
});
export type EchoesQuery = Static<typeof ECHOES_QUERY>;

export const CLUSTER_ROW = record({
  id: TEXT,
  words: Type.String({ description: 'the content of the earliest member' }),
  speaker: TEXT_OR_NULL,
  earliest: record({ ref: TEXT, publisher: TEXT_OR_NULL, published: TEXT_OR_NULL, certainty: codeOf(CERTAINTIES) }),
  last: TEXT_OR_NULL,
  reports: COUNT,
  publishers: COUNT,
  firstVoices: COUNT,
  echoes: COUNT,
  independent: COUNT,
  altered: COUNT,
});
export const CLUSTER_LIST = page(CLUSTER_ROW, { related: Type.Boolean() });
export type ClusterRow = Static<typeof CLUSTER_ROW>;
export type ClusterList = Static<typeof CLUSTER_LIST>;

export const CLUSTER_MEMBER = record({
  ref: TEXT,
  report: record({ ref: TEXT, title: TEXT_OR_NULL, publisher: TEXT_OR_NULL, published: TEXT_OR_NULL, url: TEXT_OR_NULL }),
  standing: codeOf(STANDINGS),
  of: orNull(Type.String({ description: 'ref of the member that it passes on' })),
  because: Type.Array(REASON),
  speaker: TEXT_OR_NULL,
  grade: TEXT_OR_NULL,
  channel: TEXT_OR_NULL,
  credits: Type.Array(TEXT),
  words: TEXT,
});
export const ALTERED = record({
  from: TEXT,
  to: TEXT,
  fromText: Type.String({ description: 'the words of "from"; the marks count in it' }),
  toText: TEXT,
  fromMarks: SPANS,
  toMarks: SPANS,
  because: Type.Array(REASON),
  confidence: SHARE,
});
export const CLUSTER = record({
  ...CLUSTER_ROW.properties,
  version: VERSION,
  certainty: Type.String({ description: 'how sure it is that the earliest is the earliest, in words' }),
  members: Type.Array(CLUSTER_MEMBER, { description: 'by date, those without one last' }),
  changed: Type.Array(ALTERED, { description: 'the same quotation in other words' }),
  decisions: Type.Array(DECISION),
});
export type ClusterJson = Static<typeof CLUSTER>;
