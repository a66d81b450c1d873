import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMaps, normalise, sourceOffset, sourceSpan } from './index.ts';

/** Any text, rich in what is altered. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\r\n', '\r', '\n', '\0', '\x0c', '\ud800', '\udc00', '\uFEFF', '\u00a0', ' ', 'é', '🙂'),
    ),
  )
  .map((parts) => parts.join(''));

describe('normalise', () => {
  it.each([
    ['nothing to alter', '  “No,” she said.\n\tThen\u00a0more.  ', '  “No,” she said.\n\tThen\u00a0more.  ', []],
    ['empty', '', '', []],
    ['a byte order mark at the start', '\uFEFFNo.', 'No.', []],
    ['a byte order mark within', 'N\uFEFFo.', 'N\uFEFFo.', []],
    ['CRLF', 'a\r\nb\r\n', 'a\nb\n', []],
    ['CR alone', 'a\rb\r\r\n', 'a\nb\n\n', []],
    ['NUL within a word', 'wo\0rd', 'word', ['control-characters']],
    ['form feed between words', 'a\x0cb', 'a b', ['control-characters']],
    ['C1 control', 'a\x85b\x90', 'a b', ['control-characters']],
    ['a high half alone', 'a\ud83d!', 'a\uFFFD!', ['lone-surrogate']],
    ['a low half alone', '\ude42', '\uFFFD', ['lone-surrogate']],
    ['halves parted by a NUL', '\ud83d\0\ude42', '\uFFFD\uFFFD', ['control-characters', 'lone-surrogate']],
    ['only emoji', '🙂👩‍👩‍👧🇨🇿', '🙂👩‍👩‍👧🇨🇿', []],
    ['combining marks and right to left', 'e\u0301 שָׁלוֹם \u202bابجد\u202c', 'e\u0301 שָׁלוֹם \u202bابجد\u202c', []],
    ['soft hyphen and zero width space', 'mu\u00adni\u200bcipal', 'mu\u00adni\u200bcipal', []],
  ])('%s', (_edge, source, text, codes) => {
    const result = normalise(source);
    expect(result.text).toBe(text);
    expect(result.notices.map((n) => n.code)).toEqual(codes);
  });

  it('maps every character to the one it was read from', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text, map } = normalise(source);
        let last = -1;
        for (let i = 0; i < text.length; i++) {
          const at = sourceOffset(map, i);
          const [now, then] = [text[i]!, source[at]!];
          if (now === '\n') expect('\r\n').toContain(then);
          else if (now === ' ') expect(then).toMatch(/[ \p{Cc}]/u);
          else if (now === '\uFFFD') expect(then).toMatch(/[\ud800-\udfff\uFFFD]/);
          else expect(then).toBe(now);
          expect(at).toBeGreaterThan(last);
          last = at;
        }
      }),
    );
  });

  it('leaves nothing to alter, and what needs nothing as it is', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text } = normalise(source);
        expect(text).not.toMatch(/\p{Cs}|(?![\t\n])\p{Cc}/u);
        const again = normalise(text.replace(/^\uFEFF+/, ''));
        expect(again.text).toBe(text.replace(/^\uFEFF+/, ''));
        expect(again.map).toEqual({ text: [0], source: [0] });
        expect(again.notices).toEqual([]);
      }),
    );
  });

  it('maps a span with what was dropped within it, line end and all', () => {
    const { map } = normalise('\uFEFFa\r\nb\0c\r\n');
    expect(sourceSpan(map, [0, 1])).toEqual([1, 2]);
    expect(sourceSpan(map, [2, 4])).toEqual([4, 7]);
    expect(sourceSpan(map, [2, 2])).toEqual([4, 4]);
  });
});

describe('composeMaps', () => {
  it('leads where the two maps lead one after the other', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const first = normalise(source);
        const second = normalise(`\uFEFF${first.text}`.replaceAll('a', '\0'));
        const shifted = { text: second.map.text, source: second.map.source.map((at) => at - 1) };
        const map = composeMaps(shifted, first.map, second.text.length);
        for (let i = 0; i < second.text.length; i++) expect(sourceOffset(map, i)).toBe(sourceOffset(first.map, sourceOffset(shifted, i)));
      }),
    );
  });

  it('keeps what has no place', () => {
    const map = composeMaps({ text: [0, 2, 4], source: [10, -1, 12] }, { text: [0, 11], source: [5, -1] }, 6);
    expect([0, 1, 2, 3, 4, 5].map((at) => sourceOffset(map, at))).toEqual([15, -1, -1, -1, -1, -1]);
    expect(sourceSpan(map, [0, 2])).toBeUndefined();
  });
});
