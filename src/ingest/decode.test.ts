import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredCharset, decode } from './index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    [...Array(text.length).keys()].flatMap((i) =>
      little ? [text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8] : [text.charCodeAt(i) >> 8, text.charCodeAt(i) & 255],
    ),
  );

describe('decode', () => {
  it.each<[string, Uint8Array, string, string, readonly string[]]>([
    ['empty', utf8(''), '', 'utf-8', []],
    ['UTF-8', utf8('“No,” said Žofie 🙂'), '“No,” said Žofie 🙂', 'utf-8', []],
    ['UTF-8 with a byte order mark keeps it for the map', utf8('\uFEFFNo.'), '\uFEFFNo.', 'utf-8', []],
    ['UTF-16 little-endian by its mark', utf16('\uFEFFNo.', true), '\uFEFFNo.', 'utf-16le', []],
    ['UTF-16 big-endian by its mark', utf16('\uFEFF“No.”', false), '\uFEFF“No.”', 'utf-16be', []],
    ['UTF-16 with a byte left over', latin('\xff\xfeN\0o'), '\uFEFFN\uFFFD', 'utf-16le', []],
    ['UTF-16 without a mark', utf16('The port closed.', true), 'The port closed.', 'utf-16le', ['wrong-encoding']],
    ['windows-1252', latin('\x93No\x94 \x97 caf\xe9 \x80'), '“No” — café €', 'windows-1252', ['wrong-encoding']],
    ['UTF-8 cut within a character', utf8('“Žofie” said “').slice(0, -1), '“Žofie” said \uFFFD', 'utf-8', ['wrong-encoding']],
    ['a PDF', utf8('%PDF-1.7 and text'), '', 'binary', ['binary-bytes']],
    ['a PNG', latin('\x89PNG\r\n\x1a\n'), '', 'binary', ['binary-bytes']],
    ['a ZIP', latin('PK\x03\x04word/document.xml'), '', 'binary', ['binary-bytes']],
    ['gzip', latin('\x1f\x8b\x08\0'), '', 'binary', ['binary-bytes']],
    ['many NULs', latin(`ab${'\0'.repeat(40)}cd`), '', 'binary', ['binary-bytes']],
    ['one NUL in a text', utf8('wo\0rd'), 'wo\0rd', 'utf-8', []],
  ])('%s', (_edge, bytes, text, encoding, codes) => {
    const decoded = decode(bytes);
    expect(decoded.text).toBe(text);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.notices.map((n) => n.code)).toEqual(codes);
  });

  it('takes the declared charset where the bytes are not UTF-8', () => {
    expect(decode(latin('\xee\xe4\xe8\xed'), 'windows-1251').text).toBe('один');
    expect(decode(latin('caf\xe9'), 'iso-8859-1')).toMatchObject({ text: 'café', notices: [] });
    expect(decode(utf8('café'), 'windows-1251').text).toBe('café');
    expect(decode(latin('caf\xe9'), 'no-such-charset').notices.map((n) => n.code)).toEqual(['wrong-encoding']);
    expect(declaredCharset(utf8('<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">'))).toBe('windows-1250');
    expect(declaredCharset(utf8('<meta charset=utf-8>'))).toBe('utf-8');
    expect(declaredCharset(utf8('<p>charset'))).toBeUndefined();
  });

  it('reads UTF-8 as it was written, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(decode(utf8(text)).text).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof decode(bytes).text).toBe('string');
      }),
    );
  });
});
