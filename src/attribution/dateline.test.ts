import { expect, test } from 'vitest';
import { readingOf } from '../../tests/reading-of.ts';
import { withoutDateline } from './dateline.ts';

test.each([
  ['a place', 'GENTIAN LAKE — The talks failed.', 'The talks failed.'],
  ['a place and an agency', 'GENEVA (AFP) — The talks failed.', 'The talks failed.'],
  ['a place, its country and a day', 'PORT ANSEL, Velmora, March 3 - The talks failed.', 'The talks failed.'],
  ['a place and an agency, two hyphens', 'OSK (Reuters) -- The talks failed.', 'The talks failed.'],
  ['a name in capitals without a dash', 'NATO said the talks failed.', 'NATO said the talks failed.'],
  ['a hyphenated word', 'UN-backed talks failed.', 'UN-backed talks failed.'],
  ['words that are no capitals', 'The talks — all of them — failed.', 'The talks — all of them — failed.'],
  ['nothing but a dateline', 'GENEVA —', 'GENEVA —'],
])('%s', (_edge, text, expected) => {
  const reading = readingOf(text);
  const [first, last] = withoutDateline(reading, [0, reading.words.count - 1]);
  expect(text.slice(reading.words.start[first], reading.words.end[last])).toBe(expected);
});
