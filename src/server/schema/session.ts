import Type, { type Static } from 'typebox';
import { COUNT, codeOf, orNull, record, TEXT, TEXT_OR_NULL } from './parts.ts';

export const CASE_STATES = {
  open: 'it can be worked with',
  locked: 'it is encrypted; POST /api/unlock',
  damaged: 'it cannot be read; "trouble" says why',
  busy: 'another process holds it; it is tried again on the next request',
} as const;

export const SESSION = record({
  version: Type.String({ description: 'of Hearsay' }),
  engine: record({ version: TEXT, model: TEXT_OR_NULL }),
  case: record({
    name: Type.String({ description: "the file's name" }),
    id: orNull(Type.String({ description: 'of the case itself, given when it was made; null while it cannot be read' })),
    state: codeOf(CASE_STATES),
    trouble: orNull(record({ code: TEXT, message: TEXT })),
    encrypted: Type.Boolean(),
    readOnly: Type.Boolean(),
    example: Type.Boolean({ description: 'true for the example story of `npm start`: offer the tour' }),
  }),
  head: orNull(record({ number: COUNT, hash: TEXT, at: TEXT }, "the log's last row; a change anywhere moves it")),
  counts: orNull(
    record({
      reports: COUNT,
      unread: Type.Integer({ minimum: 0, description: 'reports that no engine has read yet' }),
      statements: COUNT,
      accepted: COUNT,
      rejected: COUNT,
      corrected: COUNT,
      signed: Type.Integer({ minimum: 0, description: 'statements that a second reader signed off' }),
      persons: COUNT,
      clusters: COUNT,
      links: COUNT,
      events: COUNT,
    }),
  ),
  related: orNull(record({ at: TEXT, since: Type.Integer({ minimum: 0, description: 'reports that came in since' }) })),
  unindexed: Type.Integer({ minimum: 0, description: 'reports that searches do not see yet' }),
  reader: Type.String({ description: 'a name to propose for "by": who is logged in to this machine' }),
  limits: record({
    fileBytes: COUNT,
    uploadBytes: COUNT,
    uploadFiles: COUNT,
    atOnce: Type.Integer({ minimum: 1, description: 'files that may be sent at the same time' }),
  }),
});
export type Session = Static<typeof SESSION>;

export const UNLOCK = record({ passphrase: Type.String({ minLength: 1, maxLength: 4096 }) });

export const VOCABULARY = record(
  {
    search: record({
      textFields: Type.Record(TEXT, TEXT),
      codeFields: Type.Record(TEXT, Type.Array(TEXT)),
      sorts: Type.Record(TEXT, TEXT),
      facets: Type.Array(TEXT),
    }),
    codes: Type.Record(TEXT, Type.Record(TEXT, TEXT)),
    correctable: Type.Record(TEXT, Type.Record(TEXT, Type.Union([TEXT, Type.Array(TEXT)]))),
    formats: Type.Array(
      record({
        name: TEXT,
        extension: TEXT,
        summary: TEXT,
        tables: Type.Array(record({ name: TEXT, summary: TEXT })),
        bom: Type.Boolean(),
      }),
    ),
    checks: Type.Array(TEXT, { description: 'what a house rule may check' }),
  },
  'all codes with what they mean in words; it never changes while the server runs',
);
export type Vocabulary = Static<typeof VOCABULARY>;
