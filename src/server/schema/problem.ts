import Type, { type Static } from 'typebox';
import { codeOf, record, TEXT } from './parts.ts';

/** Why a request was refused, and with which status. */
export const PROBLEMS = {
  'no-session': [401, 'the session cookie is missing or of another run of the server'],
  'wrong-host': [421, 'the Host header names another machine'],
  'wrong-origin': [403, 'another page asks'],
  'not-found': [404, 'there is no such route or thing'],
  'wrong-method': [405, 'the route does not take this method'],
  'wrong-input': [400, 'a parameter, header or body is not as described'],
  'wrong-media': [415, 'the body is of another type than the route takes'],
  'not-allowed': [422, 'it is well formed, but makes no sense in this case'],
  'needs-version': [428, 'If-Match is missing'],
  changed: [412, 'somebody else changed the thing since it was shown; "current" is what it is now'],
  'other-case': [409, 'the header Hearsay-Case names another case than the one that is served'],
  'read-only': [403, 'nothing can be written'],
  locked: [423, 'the case is encrypted and not unlocked yet'],
  'wrong-passphrase': [403, 'the passphrase does not open the case'],
  busy: [503, 'another process holds the case file, or all that the server does at once is taken'],
  damaged: [503, 'the case file cannot be read'],
  full: [507, 'there is no room on the disk'],
  'too-large': [413, 'the body or file is larger than is taken'],
  'too-many': [429, 'more requests of this kind than are taken at once'],
  failed: [500, 'something went wrong that is our mistake'],
} as const satisfies Record<string, readonly [status: number, meaning: string]>;
export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM = record({
  error: record({
    code: codeOf(PROBLEMS),
    message: Type.String({ description: 'what was expected, what was found, what to do' }),
    at: Type.Optional(Type.String({ description: 'the parameter, or the place in the body: "query.limit", "body/set/grade"' })),
    current: Type.Optional(Type.Unknown({ description: 'of "changed": { version, decisions } as they are now' })),
    reference: Type.Optional(TEXT),
  }),
});
export type Problem = Static<typeof PROBLEM>;
