import { expect, test } from 'vitest';
import { find } from '../../../tests/fakes/analysis.ts';
import { contextsOf } from './context.ts';

const TEXT = 'The mayor of the old town said on Monday evening that the bridge would stay shut.\nA second paragraph follows here.';
const flat = (words: readonly string[], beside?: number) =>
  contextsOf(
    TEXT,
    words.map((word) => find(TEXT, word)),
    beside,
  ).map((pieces) => pieces.map(([text]) => text).join(''));

test.each([
  ['words are bracketed where they stand', ['said'], 20, ['…of the old town [said] on Monday evening…']],
  [
    'nothing is cut at the edges of a paragraph',
    ['shut.'],
    100,
    ['The mayor of the old town said on Monday evening that the bridge would stay [shut.]'],
  ],
  [
    'words that stand close together share a context',
    ['mayor', 'said'],
    30,
    ['The [mayor] of the old town [said] on Monday evening that the…'],
  ],
  ['words of two paragraphs do not', ['stay shut', 'A second'], 12, ['…would [stay shut].', '[A second] paragraph…']],
  ['words without a place give none', [], 10, []],
])('%s', (_edge, words, beside, expected) => {
  expect(flat(words, beside)).toEqual(expected);
});

test('the order of the spans does not matter, and long words keep their beginning and end', () => {
  expect(flat(['said', 'mayor'], 30)).toEqual(flat(['mayor', 'said'], 30));
  const long = 'x'.repeat(400);
  expect(
    contextsOf(long, [[0, 400]])[0]!
      .map(([text]) => text)
      .join(''),
  ).toBe(`[${'x'.repeat(80)} … ${'x'.repeat(80)}]`);
});
