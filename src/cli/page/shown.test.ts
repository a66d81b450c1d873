import { expect, test } from 'vitest';
import { shown } from './shown.ts';

test.each([
  ['plain words stay', 'She said “no”.', 'She said “no”.'],
  ['white space becomes one space', ' a\r\n\tb\u00A0\u2003c\u2028d ', 'a b c d'],
  ['an escape sequence becomes a picture', '\u001B[2J\u001B]0;gone\u0007', '␛[2J␛]0;gone␇'],
  ['an eight-bit escape is not obeyed either', 'a\u009B31mb', 'a�31mb'],
  ['NUL, backspace and delete are pictures', 'a\0b\bc\u007F', 'a␀b␈c␡'],
  ['signs that turn the writing direction go', 'abc\u202Etxt.exe\u2066x\u2069', 'abctxt.exex'],
  ['a zero-width space and a byte order mark go', '\uFEFFa\u200Bb', 'ab'],
  ['a joiner inside an emoji stays', '👩\u200D🚒', '👩\u200D🚒'],
  ['right-to-left words stay', 'שלום', 'שלום'],
  ['a lone surrogate is a replacement character', 'a\uD800b', 'a\uFFFDb'],
  ['a joiner of hieroglyphs without any is a replacement character', '\0\u{13430}\0', '␀\uFFFD␀'],
  ['more marks than any writing needs are cut', `a${'\u0301'.repeat(500)}b`, `a${'\u0301'.repeat(8)}b`],
])('%s', (_edge, text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('no control character is left of any that there is', () => {
  const all = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).join('x');
  expect(shown(all)).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
});
