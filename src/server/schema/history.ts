import Type, { type Static } from 'typebox';
import { COUNT, codeOf, LIST_QUERY, orNull, page, record, TEXT, TEXT_OR_NULL } from './parts.ts';

export const EVENT_KINDS = [
  'created',
  'migrated',
  'received',
  'article',
  'analysis',
  'finished',
  'reviewed',
  'related',
  'set',
  'stamped',
] as const;
export const LOG_QUERY = record({
  ...LIST_QUERY,
  kind: Type.Optional(Type.String({ maxLength: 200, description: `of the event; several parted by commas: ${EVENT_KINDS.join(', ')}` })),
  ref: Type.Optional(Type.String({ maxLength: 2000, description: 'only what tells of this thing: r12, r12/s3, a person' })),
  by: Type.Optional(Type.String({ maxLength: 200, description: 'decisions of this person' })),
  from: Type.Optional(Type.String({ maxLength: 40, description: 'first moment, ISO 8601' })),
  to: Type.Optional(Type.String({ maxLength: 40 })),
  order: Type.Optional(codeOf(['newest', 'oldest'])),
});
export type LogQuery = Static<typeof LOG_QUERY>;
export const LOG_ROW = record({
  number: COUNT,
  at: TEXT,
  event: codeOf(EVENT_KINDS),
  ref: orNull(Type.String({ description: 'what it tells of, as an address of the workbench takes it' })),
  by: TEXT_OR_NULL,
  words: Type.String({ description: 'what happened, as a sentence' }),
  fact: Type.Record(TEXT, Type.Unknown(), { description: 'the event as it stands in the log' }),
  hash: TEXT,
});
export const LOG = page(LOG_ROW, { head: TEXT });
export type Log = Static<typeof LOG>;
export type LogRow = Static<typeof LOG_ROW>;
