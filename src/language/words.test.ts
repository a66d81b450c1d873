import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAP } from '../model/index.ts';
import { createPieces } from './pieces.ts';
import { cutWindows, layPieces } from './windows.ts';
import { cutWords } from './words.ts';

const wordsOf = (text: string) => {
  const words = cutWords(text);
  return Array.from({ length: words.count }, (_, i) => text.slice(words.start[i], words.end[i]));
};

describe('words', () => {
  it.each([
    ['signs stand alone', 'Yes—no?', ['Yes', '—', 'no', '?']],
    ['an apostrophe cuts', 'didn’t', ['didn', '’', 't']],
    ['marks stay with their letters', 'hindi हिन्दी', ['hindi', 'हिन्दी']],
    ['a sign beyond the basic plane is one word', 'a😀b', ['a', '😀', 'b']],
    ['a lone surrogate is one word', 'a\uD800b', ['a', '\uD800', 'b']],
    ['right-to-left letters', 'شالوم עולם', ['شالوم', 'עולם']],
  ])('%s', (_, text, words) => expect(wordsOf(text)).toEqual(words));

  it('words and white space tile any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const words = cutWords(text);
        let at = 0;
        for (let i = 0; i < words.count; i++) {
          expect(
            text
              .slice(at, words.start[i]!)
              .trim()
              .replace(/\p{White_Space}/gu, ''),
          ).toBe('');
          expect(words.end[i]!).toBeGreaterThan(words.start[i]!);
          at = words.end[i]!;
        }
        expect(text.slice(at).replace(/\p{White_Space}/gu, '')).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('tells line from paragraph, and starts the quotation state anew on each', () => {
    const words = cutWords('“a\nb\n\nc');
    expect([...words.gap]).toEqual([GAP.start, GAP.none, GAP.line, GAP.paragraph]);
    expect([...words.quote]).toEqual([1, 2, 0, 0]);
    expect([...words.paragraph]).toEqual([0, 0, 1, 2]);
  });
});

describe('pieces', () => {
  const pieces = createPieces(['[UNK]', '[CLS]', '[SEP]', 'har', '##bour', 'cafe', '_', 'a']);
  it.each([
    ['longest first', 'harbour', [3, 4]],
    ['uncased and without accents', 'CAFÉ', [5]],
    ['nothing fits', 'xyz', [0]],
    ['a word of 101 letters', 'a'.repeat(101), [0]],
    ['an underscore stands alone', 'a_a', [7, 6, 7]],
  ])('%s', (_, word, ids) => expect(pieces.of(word)).toEqual(ids));

  it('a vocabulary without [UNK] is refused', () => expect(() => createPieces(['[CLS]'])).toThrow(/\[UNK\]/));
});

describe('windows', () => {
  it('their cores tile the words of any length, each core within its window', () => {
    const pieces = createPieces(['[UNK]', '[CLS]', '[SEP]', 'a', '##a']);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 1500 }), (lengths) => {
        const words = cutWords(lengths.map((n) => 'a'.repeat(n)).join(' '));
        const row = layPieces(words, pieces);
        let next = 0;
        for (const { words: range, core } of cutWindows(row)) {
          expect(core[0]).toBe(next);
          expect(core[0] >= range[0] && core[1] <= range[1]).toBe(true);
          expect(row.from[range[1] + 1]! - row.from[range[0]]!).toBeLessThanOrEqual(382);
          next = core[1] + 1;
        }
        expect(next).toBe(words.count);
      }),
      { numRuns: 60 },
    );
  });
});
