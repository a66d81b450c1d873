import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../model/index.ts';
import { type BatchItem, type BatchOptions, type Hash, ingestBatch, ingestHtml, ingestText, sniffKind } from './index.ts';

/** Stands for sha256: FNV-1a, 32 bits. */
const hash: Hash = (bytes) => `sha256:${bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 16_777_619) >>> 0, 2_166_136_261).toString(16)}`;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = (article: Article): readonly string[] => article.notices.map((n) => n.code);

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function batch(text: string | Uint8Array, options?: BatchOptions, size = 7): Promise<readonly BatchItem[]> {
  const items: BatchItem[] = [];
  for await (const item of ingestBatch(inChunks(typeof text === 'string' ? utf8(text) : text, size), hash, options)) items.push(item);
  return items;
}
const brief = (item: BatchItem): string =>
  item.kind === 'article' ? `${item.line} ${item.article.id}: ${item.article.text}` : `${item.line} ${item.code}`;

describe('ingestText', () => {
  it.each([
    ['an empty file', '', ['empty-text']],
    ['white space', ' \n\t', ['empty-text']],
    ['a byte order mark and no more', '\uFEFF', ['empty-text']],
    ['a PDF', '%PDF-1.4', ['binary-bytes']],
    ['only emoji', '🙂🙂', []],
    ['control characters and no more', '\0\x01', ['control-characters', 'empty-text']],
  ])('%s', (_edge, text, expected) => {
    expect(codes(ingestText(utf8(text), {}, hash))).toEqual(expected);
  });

  it('takes what the caller knows, tidied, before what the text says', () => {
    const bytes = utf8('By Orla Venn\nThe port closed.');
    const known = { id: 'a1', title: ' Port\nclosed ', publisher: '', published: 'July 2, 2020' };
    const article = ingestText(bytes, known, hash);
    expect(article).toMatchObject({
      id: 'a1',
      title: 'Port closed',
      published: '2020-07-02',
      byline: 'Orla Venn',
      sourceHash: hash(bytes),
    });
    expect(article).not.toHaveProperty('publisher');
    expect(ingestText(bytes, { byline: 'Sim Tarrow' }, hash).byline).toBe('Sim Tarrow');
    expect(ingestText(bytes, {}, hash).id).toBe(hash(bytes));
  });

  it.each([
    ['2020', '2020', ['partial-date']],
    ['last week', undefined, ['unreadable-date']],
  ])('says what is wrong with the date "%s"', (published, date, expected) => {
    const article = ingestText(utf8('No.'), { published }, hash);
    expect(article.published).toBe(date);
    expect(codes(article)).toEqual(expected);
  });

  it('gives the same article for the same bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const article = ingestText(bytes, {}, hash);
        expect(article).toEqual(ingestText(bytes.slice(), {}, hash));
        expect(article.textHash).toBe(hash(utf8(article.text)));
        for (const { text, at } of article.credits) expect(article.text.slice(...at)).toBe(text);
        for (const { at } of article.notices) if (at !== undefined) expect(at[1]).toBeLessThanOrEqual(article.text.length);
      }),
    );
  });
});

describe('ingestHtml', () => {
  const page = '<meta charset="windows-1250"><title>t</title><article><p>The port of Kelvin Bay was closed by \x8eofie.</p></article>';

  it('reads the charset that the page declares', async () => {
    const bytes = Uint8Array.from(page, (sign) => sign.charCodeAt(0));
    const article = await ingestHtml(bytes, { publisher: 'The Courier' }, hash);
    expect(article).toMatchObject({ text: 'The port of Kelvin Bay was closed by Žofie.', publisher: 'The Courier', notices: [] });
  });

  it.each([
    ['an empty page', '', ['empty-text']],
    ['a picture', '\x89PNG', ['binary-bytes']],
    ['a page of scripts', '<html><script>a()</script></html>', ['no-article-found', 'empty-text']],
  ])('%s', async (_edge, html, expected) => {
    expect(
      codes(
        await ingestHtml(
          Uint8Array.from(html, (sign) => sign.charCodeAt(0)),
          {},
          hash,
        ),
      ),
    ).toEqual(expected);
  });
});

describe('ingestBatch', () => {
  it.each([
    ['a cut line', '{"id": "a", "text": "The port', ['1 unreadable-line']],
    ['a list', '["text"]', ['1 unreadable-line']],
    ['null', 'null', ['1 unreadable-line']],
    ['no text', '{"id": "a"}', ['1 missing-text']],
    ['a text that is a number', '{"text": 7}', ['1 missing-text']],
    ['bytes that are no text', `{"text": "${'\x01'.repeat(40)}"}`, ['1 unreadable-line']],
    [
      'blank lines, CRLF, a byte order mark, no line end at the end',
      '\uFEFF{"id":"a","text":"A."}\r\n\r\n{"id":2,"text":"B."}',
      ['1 a: A.', '3 2: B.'],
    ],
    ['good lines around a bad one', '{"id":"a","text":"A."}\n{"id"\n{"id":"b","text":"B."}\n', ['1 a: A.', '2 unreadable-line', '3 b: B.']],
    ['nothing', '', []],
  ])('%s', async (_edge, text, expected) => {
    expect((await batch(text)).map(brief)).toEqual(expected);
  });

  it('reads both of two lines with one id, and says so of the second', async () => {
    const items = await batch('{"id":"a","text":"A."}\n{"id":"a","text":"B."}\n{"text":"C."}\n{"text":"C."}');
    expect(items.map((item) => item.kind === 'article' && codes(item.article))).toEqual([[], ['duplicate-id'], [], ['duplicate-id']]);
  });

  it('passes over a line that is too long and goes on with the next', async () => {
    const long = `{"text": "${'x'.repeat(5000)}"}`;
    const items = await batch(`${long}\n{"id":"b","text":"B."}\n${long}`, { maxLineBytes: 1000 }, 64);
    expect(items.map(brief)).toEqual(['1 text-too-long', '2 b: B.', '3 text-too-long']);
  });

  it('leaves out fields of another kind, and keeps the rest', async () => {
    const [item] = await batch('{"id":{},"title":["t"],"publisher":null,"byline":"Orla Venn","text":"A\\ud800\\u0000."}');
    const article = (item as { readonly article: Article }).article;
    expect(article).toMatchObject({ text: 'A\uFFFD.', byline: 'Orla Venn', id: article.sourceHash });
    expect(codes(article)).toEqual(['control-characters', 'lone-surrogate', 'unreadable-field', 'unreadable-field']);
  });

  it('reads every text as it was written, cut wherever the stream is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 50 }), async (texts, size) => {
        const lines = texts.map((text, i) => JSON.stringify({ id: `${i}`, text }));
        const items = await batch(lines.join('\n'), {}, size);
        expect(items.map((item) => item.kind === 'article' && item.article.text)).toEqual(texts);
      }),
    );
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array(), async (bytes) => void (await batch(bytes))));
  });
});

describe('sniffKind', () => {
  it.each([
    ['{"text": "No."}', 'ndjson'],
    ['\uFEFF\n { "id": 1', 'ndjson'],
    ['<!DOCTYPE html><p>', 'html'],
    ['<?xml version="1.0"?>\n<!-- a -->\n<html lang="en">', 'html'],
    ['<p class="a">No.', 'html'],
    ['{No}', 'text'],
    ['<No comment>, she said.', 'text'],
    ['A text with <p> in it', 'text'],
    ['', 'text'],
  ])('%s', (head, kind) => {
    expect(sniffKind(utf8(head))).toBe(kind);
  });
});
