import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOffset } from '../src/ingest/index.ts';
import type { InputKind } from '../src/model/index.ts';
import { FORMATS, PAGE, RSS } from './inputs/formats.ts';
import { pdfFile, setPdf } from './inputs/pdf-file.ts';
import { brief, briefs, read } from './inputs/read-all.ts';
import { BREAKABLE, PARAGRAPHS, TEXT } from './inputs/report.ts';

describe('a feed', () => {
  const rss = (items: string, before = ''): string =>
    `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>C</title>${items}</channel></rss>`;
  it.each<[string, string, readonly string[]]>([
    [
      'with a teaser',
      rss('<item><title>T</title><link>https://c.example/1</link><description>Short.</description></item>'),
      ['link https://c.example/1'],
    ],
    [
      'with a long teaser that is cut',
      rss(`<item><link>https://c.example/1</link><description>${TEXT} […]</description></item>`),
      ['link https://c.example/1'],
    ],
    [
      'with all of the report as its description',
      rss(`<item><title>T</title><description>${PARAGRAPHS.map((p) => `&lt;p&gt;${p}&lt;/p&gt;`).join('')}</description></item>`),
      ['T'],
    ],
    ['with an item that has nothing', rss('<item><title>T</title></item>'), ['! missing-text']],
    ['without items', rss(''), []],
    [
      'with entities that grow',
      rss(
        '<item><title>&b;</title><link>https://c.example/1</link></item>',
        '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
      ),
      ['! feed-unreadable'],
    ],
    [
      'with an entity that reads a file',
      rss('<item><title>&x;</title></item>', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
      ['! feed-unreadable'],
    ],
    [
      'with a declaration that only names it',
      rss(
        '<item><title>T</title><link>https://c.example/1</link></item>',
        '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://n.example/rss.dtd">',
      ),
      ['link https://c.example/1'],
    ],
    ['that is a page', PAGE, ['! feed-unreadable']],
    ['that is cut', RSS.slice(0, 900), ['! feed-unreadable']],
    ['that is no JSON feed', '{"version": "https://jsonfeed.org/version/1.1"', ['! feed-unreadable']],
  ])('%s', async (_edge, text, expected) => {
    expect(await briefs('feed', text)).toEqual(expected);
  });
  it('keeps where an item comes from, and what is known of a link', async () => {
    const [item] = await read(
      'feed',
      rss(
        '<item><title>A &amp;amp; B</title><link>https://c.example/1</link><pubDate>Thu, 04 Mar 2021 10:00:00 EST</pubDate><author>d@c.example (Orla Venn)</author><description>&lt;b&gt;Short&lt;/b&gt; one.</description></item>',
      ),
    );
    expect(item).toMatchObject({ title: 'A & B', publisher: 'C', byline: 'Orla Venn', summary: 'Short one.' });
  });
});

describe('a table', () => {
  it.each<[string, string, readonly string[]]>([
    ['with no column of texts', 'name,place\na,b\n', ['! missing-columns']],
    ['that is empty', '', ['! missing-columns']],
    [
      'with rows of other lengths',
      'id,text\na,One was said.\nb\nc,Two,three\nd,Four was said.\n',
      ['One was said', '! unreadable-row', '! unreadable-row', 'Four was sai'],
    ],
    ['with a cell that does not end', 'id,text\na,One was said.\nb,"Two\nc,Three\n', ['One was said', '! unreadable-row']],
    ['with an empty text and a blank row', 'id,text\na,\n\nb,One was said.', ['! missing-text', 'One was said']],
    ['with columns that say nothing', 'text,mood\nOne was said.,glad\n', ['note unused-columns', 'One was said']],
    ['with quotation marks and line ends in a cell', 'text\n"She said: ""No.""\nYes."\n', ['She said: "N']],
  ])('%s', async (_edge, text, expected) => {
    expect(await briefs('csv', text)).toEqual(expected);
  });
  it('numbers rows as a table program does, and maps cells to the table', async () => {
    const text = 'id,text\na,"One ""é"" said."\n\n,Two\n';
    const items = await read('csv', text);
    expect(items.map((item) => ('part' in item ? item.part?.number : 0))).toEqual([2, 4]);
    if (items[0]?.kind !== 'article') throw new Error('expected an article');
    expect(items[0].article).toMatchObject({
      id: 'a',
      text: 'One "é" said.',
    });
    for (const [i, sign] of [...items[0].article.text].entries()) expect(text[sourceOffset(items[0].article.map, i)]).toBe(sign);
    expect(
      Buffer.from(text)
        .subarray(...items[0].part!.at!)
        .toString(),
    ).toBe('a,"One ""é"" said."');
  });
});

describe('a mail', () => {
  const headers = 'From: Orla Venn <v@c.example>\nTo: d@c.example\nDate: Thu, 4 Mar 2021 10:00:00 +0200\nSubject: S\nMIME-Version: 1.0\n';
  const mixed = (...parts: readonly string[]): string =>
    `${headers}Content-Type: multipart/mixed; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`;
  const pdf = Buffer.from(pdfFile(setPdf(BREAKABLE))).toString('base64');
  const attached = (type: string, name: string, body: string): string =>
    `Content-Type: ${type}; name=${name}\nContent-Disposition: attachment; filename=${name}\nContent-Transfer-Encoding: base64\n\n${body}`;
  it.each<[string, string, readonly string[]]>([
    ['with nothing in it', headers, ['S + empty-text']],
    [
      'with a PDF and a table attached',
      mixed(
        'Content-Type: text/plain\n\nSee below.',
        attached('application/pdf', 'a.pdf', pdf),
        attached('application/x-t', 'b.xls', 'AAAA'),
      ),
      ['S', 'The harbour ', 'note attachments-unread'],
    ],
    ['that is nothing but what is attached', mixed(attached('application/pdf', 'a.pdf', pdf)), ['The harbour ']],
    [
      'with a broken PDF attached',
      mixed('Content-Type: text/plain\n\nSee below.', attached('application/pdf', 'a.pdf', 'AAAA')),
      ['S', '! pdf-unreadable'],
    ],
    [
      'whose parts lie too deep in each other',
      `${headers}${Array.from({ length: 100 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('')}`,
      ['! mail-unreadable'],
    ],
    [
      'whose plain text only points to its HTML',
      `${headers}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nView this in a browser.\n--b\nContent-Type: text/html\n\n${PARAGRAPHS.map((p) => `<p>${p}</p>`).join('')}\n--b--\n`,
      ['S'],
    ],
  ])('%s', async (_edge, text, expected) => {
    expect(await briefs('mail', text)).toEqual(expected);
  });

  it('in an mbox stands at its bytes, and a line that only looks like the next one does not part it', async () => {
    const first = `${headers}Message-ID: <1@c.example>\n\nFrom here on nobody spoke.\nFrom there they did.\n`;
    const second = `${headers}Message-ID: <2@c.example>\n\nThe second.\n`;
    const box = Buffer.from(`From a@b Thu Mar  4 08:00:00 2021\n${first}\nFrom a@b Thu Mar  4 08:00:00 2021\n${second}`);
    const items = await read('mbox', box);
    expect(items.map(brief)).toEqual(['S', 'S']);
    const parts = items.map((item) => (item.kind === 'article' ? item.part : undefined));
    expect(parts.map((part) => part?.id)).toEqual(['<1@c.example>', '<2@c.example>']);
    expect(parts.map((part) => box.subarray(...part!.at!).toString())).toEqual([first, second]);
    expect(await briefs('mbox', 'no message')).toEqual(['! mail-unreadable']);
  });
});

describe('a page', () => {
  it('that is 10,000 elements deep is read without a tree', async () => {
    expect(await briefs('html', `${'<div>'.repeat(10_000)}<p>${TEXT}</p>`)).toEqual(['The harbour  + html-capped']);
    const [item] = await read('feed', RSS.replace('<![CDATA[', `<![CDATA[${'<div>'.repeat(10_000)}`));
    expect(item).toMatchObject({ kind: 'article' });
  });
});

describe('bytes of any kind', () => {
  it.each(FORMATS.map((format) => [format.edge, format] as const))(
    '%s, cut and with bits flipped, never throws',
    async (_edge, { bytes, kind }) => {
      const whole = Buffer.from(await bytes);
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 4 }), async (cut, flips) => {
          const changed = Buffer.from(whole.subarray(0, (cut % whole.length) + 1));
          for (const [at, bit] of flips) changed[at % changed.length]! ^= 1 << bit;
          for (const item of await read(kind as InputKind, changed)) expect(brief(item)).not.toBe('');
        }),
        { numRuns: 12 },
      );
    },
  );
});
