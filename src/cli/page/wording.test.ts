import { expect, test } from 'vitest';
import type { WireStatement } from '../../model/index.ts';
import { about, counted, dateInWords, sureness } from './wording.ts';

test.each([
  [1, '●●●● 1.00 sure'],
  [0.9999, '●●●● 0.99 sure'],
  [0.9, '●●●● 0.90 sure'],
  [0.8999, '●●●○ 0.89 fairly sure'],
  [0.75, '●●●○ 0.75 fairly sure'],
  [0.5, '●●○○ 0.50 unsure'],
  [0.29, '●○○○ 0.29 doubtful'],
  [0, '●○○○ 0.00 doubtful'],
])('confidence %d is "%s" and never rounded up', (confidence, expected) => {
  expect(sureness(confidence)).toBe(expected);
});

test.each([
  ['2020', '2020'],
  ['2020-07', 'July 2020'],
  ['2020-07-02', '2 July 2020'],
  ['2020-07-02T23:59:00Z', '2 July 2020'],
  ['2020-13-01', '2020-13-01'],
  ['last week', 'last week'],
])('the date %s is shown as "%s"', (date, expected) => {
  expect(dateInWords(date)).toBe(expected);
});

const statement: WireStatement = { id: 's1', source: [], cue: [], content: [], form: 'mixed', within: null, confidence: 0.8, because: [] };
const sourcing = {
  type: 'unnamed',
  grade: 'described',
  channel: 'press-conference',
  outlet: null,
  addressee: null,
  said: null,
  chain: [],
} as const;
const plain = (facts: readonly string[]) => facts.map((fact) => fact.replaceAll('\u00A0', ' '));

test.each([
  ['only what is known is told', statement, ['●●●○ 0.80 fairly sure · mixed']],
  ['to state is the plain case and goes without saying', { ...statement, act: 'state' }, ['●●●○ 0.80 fairly sure · mixed']],
  [
    'act, grade and channel',
    { ...statement, act: 'deny', sourcing },
    ['●●●○ 0.80 fairly sure · mixed', 'deny · unnamed, described · press conference'],
  ],
  [
    'a document that speaks for itself is said once, and an unknown channel not at all',
    { ...statement, sourcing: { ...sourcing, grade: 'document', channel: 'document' } },
    ['●●●○ 0.80 fairly sure · mixed', 'document'],
  ],
  [
    'the outlet is cleaned',
    { ...statement, sourcing: { ...sourcing, grade: 'named', channel: 'unknown', outlet: 'The\u001B Times' } },
    ['●●●○ 0.80 fairly sure · mixed', 'named · through The␛ Times'],
  ],
] as const)('%s', (_edge, given, expected) => {
  expect(plain(about(given as WireStatement))).toEqual(expected);
});

test.each([
  [0, '0 places'],
  [1, '1 place'],
  [1200, '1,200 places'],
])('%d is "%s"', (count, expected) => {
  expect(counted(count, 'place')).toBe(expected);
});
