import Type, { type Static } from 'typebox';
import { codeOf, orNull, record, SPANS, TEXT, TEXT_OR_NULL, VERSION } from './parts.ts';

export const STATES = {
  open: 'a suggestion of the machine; nobody has decided',
  accepted: 'a person found it right',
  rejected: 'a person found it wrong',
  corrected: 'a person put something else in place of what was found',
} as const;
export type State = keyof typeof STATES;

export const DECISION = record({
  number: Type.Integer({ minimum: 1 }),
  at: TEXT,
  by: TEXT,
  why: TEXT_OR_NULL,
  action: codeOf(['accept', 'reject', 'correct', 'note', 'merge', 'split', 'undo']),
  about: codeOf(['article', 'statement', 'speaker', 'person', 'cluster', 'link', 'review']),
  ref: orNull(
    Type.String({ description: 'r12, r12/s3, r12/p2, a person, a cluster; of a sign-off or an undoing the number of the decision' }),
  ),
  report: TEXT_OR_NULL,
  value: Type.Unknown({ description: 'of a correction {set} or {add}; of a merge or split {speakers, persons}' }),
  undoes: orNull(Type.Integer({ minimum: 1 })),
  stands: Type.Boolean({ description: 'false where a later decision took it back' }),
  redoable: Type.Boolean({ description: 'true where it was taken back and can be made again: POST /api/decisions/N/redo' }),
});
export type DecisionJson = Static<typeof DECISION>;

/** What people made of one thing. */
export const STANDING = record({
  state: codeOf(STATES),
  by: TEXT_OR_NULL,
  at: TEXT_OR_NULL,
  decision: orNull(Type.Integer({ minimum: 1, description: 'number of the decision that tells the state' })),
  signed: orNull(
    record(
      { by: TEXT, at: TEXT, agrees: Type.Boolean(), why: TEXT_OR_NULL, decision: Type.Integer({ minimum: 1 }) },
      "a second reader's word on that decision: agrees, or not; the two stand side by side",
    ),
  ),
  notes: Type.Integer({ minimum: 0 }),
});
export type StandingJson = Static<typeof STANDING>;

const BY = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S', description: 'who decides' });
const WHY = Type.Optional(orNull(Type.String({ maxLength: 10_000 })));
const REF = Type.String({ minLength: 2, maxLength: 2000, description: 'r12, r12/s3, r12/a7, r12/p2, a cluster' });

export const DECIDE = Type.Union([
  record({ action: codeOf(['accept', 'reject']), ref: REF, by: BY, why: WHY }),
  record({
    action: Type.Literal('correct'),
    ref: REF,
    by: BY,
    why: WHY,
    set: Type.Record(Type.String(), Type.Union([TEXT, Type.Null(), SPANS]), {
      description: 'the fields that are otherwise; which there are is in /api/vocabulary under "correctable"',
    }),
  }),
  record({ action: Type.Literal('note'), ref: REF, by: BY, why: Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' }) }),
  record(
    {
      action: Type.Literal('add'),
      ref: REF,
      by: BY,
      why: WHY,
      statement: record({
        content: SPANS,
        source: Type.Optional(SPANS),
        cue: Type.Optional(SPANS),
        speaker: Type.Optional(orNull(Type.String({ pattern: '^p[1-9][0-9]*$' }))),
        act: Type.Optional(TEXT),
      }),
    },
    'a statement of a report that the machine missed; ref is the report',
  ),
]);
export type Decide = Static<typeof DECIDE>;

export const DECIDED = record({ decision: DECISION, version: VERSION, standing: orNull(STANDING) });
export type DecidedJson = Static<typeof DECIDED>;

export const SIGN = record({ agrees: Type.Boolean(), by: BY, why: WHY });
export const UNDO = record({ by: BY, why: WHY });
export const MERGE = record({ persons: Type.Array(TEXT, { minItems: 2, maxItems: 100 }), by: BY, why: WHY });
export const SPLIT = record({ speakers: Type.Array(TEXT, { minItems: 1, maxItems: 10_000 }), by: BY, why: WHY });
