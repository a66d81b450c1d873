import Type, { type Static } from 'typebox';
import { CSV_TABLES, FORMATS } from '../../export/index.ts';
import { COUNT, codeOf, orNull, record, TEXT, TEXT_OR_NULL } from './parts.ts';

export const JOB_KINDS = {
  add: 'reads and keeps what was uploaded',
  relate: 'relates the reports of the case',
  check: 'holds the reports against the house rules',
  verify: 'proves all that the case holds',
  index: 'brings the index of searches up to date',
} as const;
export type JobKind = keyof typeof JOB_KINDS;
export const JOB_STATES = {
  waiting: 'another one is under way',
  running: '',
  done: '',
  failed: 'see "trouble"',
  stopped: 'a person stopped it',
} as const;

export const FAILURE = record({ from: TEXT, code: TEXT, message: TEXT });
export const FAULT = record({ where: TEXT, message: TEXT });
export const JOB = record({
  id: TEXT,
  kind: codeOf(JOB_KINDS),
  state: codeOf(JOB_STATES),
  begun: TEXT,
  ended: TEXT_OR_NULL,
  done: COUNT,
  failed: COUNT,
  total: orNull(COUNT),
  rate: orNull(Type.Number({ description: 'a second' })),
  left: orNull(Type.Number({ description: 'seconds, as far as can be told' })),
  now: orNull(Type.String({ description: 'what is in hand' })),
  failures: Type.Array(FAILURE, { description: 'at most a thousand' }),
  trouble: TEXT_OR_NULL,
  /** Of "add". */
  added: Type.Optional(
    Type.Array(
      record({
        from: TEXT,
        outcome: codeOf(['report', 'known', 'duplicate', 'link', 'told']),
        ref: TEXT_OR_NULL,
        title: TEXT_OR_NULL,
        statements: orNull(COUNT),
        message: TEXT_OR_NULL,
      }),
      { description: 'at most a thousand, the last ones' },
    ),
  ),
  /** Of "verify". */
  verified: Type.Optional(
    record({
      holds: Type.Boolean(),
      counts: Type.Record(TEXT, COUNT),
      head: TEXT,
      faultCount: COUNT,
      faults: Type.Array(FAULT),
    }),
  ),
  result: Type.Optional(Type.String({ description: 'what came of it, as a sentence' })),
});
export type JobJson = Static<typeof JOB>;
export const JOBS = record({ items: Type.Array(JOB) });
export const BEGIN_JOB = record({
  kind: codeOf(['relate', 'check', 'verify', 'index']),
  head: Type.Optional(Type.String({ maxLength: 200, description: 'of verify: a head of the log, noted down before' })),
});

export const UPLOAD = record({
  id: TEXT,
  files: COUNT,
  bytes: COUNT,
  refused: Type.Array(FAILURE),
  job: TEXT_OR_NULL,
});
export type Upload = Static<typeof UPLOAD>;
export const FILE_QUERY = record({
  name: Type.String({ minLength: 1, maxLength: 1000, description: 'the name with its folders, as the person has it: clips/a.html' }),
});

export const EXPORT_QUERY = record({
  format: codeOf(FORMATS),
  table: Type.Optional(codeOf(CSV_TABLES)),
  bom: Type.Optional(codeOf(['yes', 'no'])),
  q: Type.Optional(Type.String({ maxLength: 4000 })),
});
export type ExportQuery = Static<typeof EXPORT_QUERY>;
