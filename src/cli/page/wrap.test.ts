import { describe, expect, test } from 'vitest';
import { paintWith } from './style.ts';
import { clip, pad, widthOf, wrap } from './wrap.ts';

describe('wrap', () => {
  test.each([
    ['short words go into rows', 'one two three', 8, ['one two', 'three']],
    ['a word wider than the row is cut', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['a combining mark stays with its letter', 'e\u0301e\u0301e\u0301', 2, ['éé', 'é']],
    ['an emoji of several signs is never cut', '👩‍🚒👩‍🚒👩‍🚒', 4, ['👩‍🚒👩‍🚒', '👩‍🚒']],
    ['wide letters count for two', '日本語の新聞', 6, ['日本語', 'の新聞']],
    ['a no-break space holds words together', 'he ·\u00A0said', 7, ['he', '· said']],
    ['right-to-left words are held together', 'שלום', 10, ['\u2068שלום\u2069']],
  ])('%s', (_edge, text, columns, expected) => {
    expect(wrap([[text]], columns)).toEqual(expected);
  });

  test('a colour ends with its row and begins again on the next', () => {
    expect(wrap([['ab cd', 'source'], [' ef']], 2, paintWith(true))).toEqual(['\u001B[36mab\u001B[39m', '\u001B[36mcd\u001B[39m', 'ef']);
  });

  test('a word of many rows fills them', () => {
    const rows = wrap([['x'.repeat(6_010)]], 60);
    expect(rows.length).toBe(Math.ceil(6_010 / 60));
  });
});

test.each([
  ['what fits stays', 'abc', 3, 'abc'],
  ['what does not ends with dots', 'abcdef', 4, 'abc…'],
  ['a wide letter is not halved', '日本語', 4, '日…'],
])('clip: %s', (_edge, text, columns, expected) => {
  expect(clip(text, columns)).toBe(expected);
});

test('pad fills by cells, not by code units', () => {
  expect(widthOf(pad('日本', 6))).toBe(6);
  expect(pad('abc', 2)).toBe('abc');
});
