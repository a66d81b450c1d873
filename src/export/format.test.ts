import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../tests/csv.ts';
import { wholeRecord } from '../../tests/fakes/record.ts';
import { type ExportRecord, exportRecords, FORMATS, type Format, type FormatName, restore } from './index.ts';

/** What the suite must know of a format: how to ask for each of its files, and which reports stand in one, read by other code. */
interface Trial {
  readonly files: readonly object[];
  /** The reports' ids in the order of the file, once each; throws where the file breaks the format's rules. */
  readonly reports: (text: string) => readonly string[];
  /** All texts that a reader of the file meets, as they were before they were written. */
  readonly texts: (text: string) => readonly string[];
}

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};
const linesOf = (text: string) =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .filter((line) => line !== '');
const once = (ids: readonly string[]): readonly string[] => ids.filter((id, i) => id !== ids[i - 1]);

const TRIALS: Readonly<Record<FormatName, Trial>> = {
  ndjson: {
    files: [{}],
    reports: (text) => linesOf(text).map((line) => JSON.parse(line).id),
    texts: (text) => linesOf(text).flatMap((line) => stringsIn(JSON.parse(line))),
  },
  csv: {
    files: [{}, { table: 'reports' }, { table: 'speakers' }, { table: 'allegations' }, { bom: true }],
    reports: (text) =>
      once(
        parseCsv(text.replace(/^\uFEFF/, ''))
          .slice(1)
          .map(([id]) => restore(id!)),
      ),
    texts: (text) =>
      parseCsv(text.replace(/^\uFEFF/, ''))
        .slice(1)
        .flatMap((row) => row.map(restore)),
  },
};

async function written(format: Format, records: Iterable<ExportRecord>, options: object) {
  const chunks: string[] = [];
  const exported = await exportRecords(records, format.open({ write: async (chunk) => void chunks.push(chunk) }, options));
  return { ...exported, text: chunks.join('') };
}

/** A copy with one leaf changed, for each leaf: its path with "[]" for any place in a list. */
function* changes(value: unknown, path = ''): Generator<readonly [path: string, changed: unknown]> {
  if (typeof value === 'string') yield [path, `${value}x`];
  else if (typeof value === 'number') yield [path, value + (Number.isInteger(value) ? 1 : 0.0625)];
  else if (typeof value === 'boolean') yield [path, !value];
  else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      for (const [at, changed] of changes(item, `${path}[]`)) yield [at, value.with(i, changed)];
    }
  } else {
    for (const [key, item] of Object.entries(value as object)) {
      for (const [at, changed] of changes(item, path === '' ? key : `${path}.${key}`)) yield [at, { ...(value as object), [key]: changed }];
    }
  }
}

const HOSTILE = [
  '=HYPERLINK("https://evil.example","click")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '\u200B=1',
  '|cmd',
  "'=1",
  "''",
  '"',
  '""',
  '","',
  'a\r\nb',
  'a\nb',
  'a\u2028b',
  ';=1',
  'line\u0000nul',
  '\u202Egnirts',
  '</script><script>alert(1)</script>',
  '<![CDATA[x]]>',
  '&amp;',
  '{{7*7}}',
  '\\',
  '\\u0000',
  '%s%n',
  'ñ é 漢字 🚢 שלום',
  '  edges  ',
  '',
];

const hostileRecord = (words: string, id: string): ExportRecord => {
  const record = wholeRecord(id);
  const { analysis } = record;
  const article = { ...analysis.article, text: words, title: words, publisher: words, byline: words, credits: [words] };
  const whole = [[0, words.length]] as const;
  const statement = { ...analysis.statements[0]!, source: whole, content: whole, cue: [] };
  return {
    ...record,
    analysis: { ...analysis, article, statements: [statement], speakers: analysis.speakers.map((s) => ({ ...s, name: words })) },
  };
};

describe.each(Object.values(FORMATS).map((format) => [format.name, format as Format] as const))('format %s', (name, format) => {
  const { files, reports, texts } = TRIALS[name as FormatName];

  test('is listed under its own name, with all that a download needs', () => {
    expect(FORMATS[format.name as FormatName]).toBe(format);
    expect(format.extension).toMatch(/^[a-z0-9.]+$/);
    expect(format.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+/);
    expect(format.summary).not.toBe('');
  });

  describe.each(files.map((options) => [JSON.stringify(options), options] as const))('%s', (_, options) => {
    test('is complete: every report, in the order in which they came', async () => {
      const ids = Array.from({ length: 300 }, (_, i) => `report-${(i * 7919) % 300}`);
      const { text, records } = await written(format, ids.map(wholeRecord), options);
      expect(reports(text)).toEqual(ids);
      expect(records).toBe(300);
    });

    test('counts its rows', async () => {
      const { text, rows } = await written(format, [wholeRecord('a'), wholeRecord('b'), wholeRecord('c')], options);
      const lines = name === 'csv' ? parseCsv(text).length - 1 : linesOf(text).length;
      expect(rows).toBe(lines);
    });

    test('of nothing is a file that can be read and holds nothing', async () => {
      const { text, records, rows, notes } = await written(format, [], options);
      expect([records, rows, notes]).toEqual([0, 0, []]);
      expect(reports(text)).toEqual([]);
    });

    test('a report without statements, speakers and known facts is written as well', async () => {
      const { analysis } = wholeRecord('bare');
      const { title: _t, origin: _o, posts: _p, pages: _g, modified: _m, captured: _c, ...article } = analysis.article;
      const bare = {
        ...analysis,
        article: { ...article, title: null, credits: [] },
        statements: [],
        speakers: [],
        missed: [],
        notices: [],
      };
      const { text, records } = await written(format, [{ analysis: bare, reviews: [] }], options);
      expect(records).toBe(1);
      expect(() => reports(text)).not.toThrow();
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    });

    test('streams: a report has left before the next one is asked for, and none is kept', async () => {
      let asked = 0;
      let longest = 0;
      let total = 0;
      const one = (await written(format, [wholeRecord('report-1000')], options)).text.length;
      function* source() {
        for (; asked < 4000; asked++) yield wholeRecord(`report-${asked}`);
      }
      await exportRecords(
        source(),
        format.open(
          {
            async write(chunk) {
              longest = Math.max(longest, chunk.length);
              total += chunk.length;
              if (asked > 1) expect(total).toBeGreaterThan((asked - 1) * (one / 4));
            },
          },
          options,
        ),
      );
      expect(longest).toBeLessThan(2 * one);
    });

    test('waits for a slow sink: nothing is asked for while a write is under way', async () => {
      let asked = 0;
      let writing = 0;
      async function* source() {
        for (; asked < 30; asked++) {
          expect(writing).toBe(0);
          yield wholeRecord(`report-${asked}`);
        }
      }
      await exportRecords(
        source(),
        format.open(
          {
            async write() {
              expect(++writing).toBe(1);
              const before = asked;
              for (let turn = 0; turn < 5; turn++) await setImmediate();
              expect(asked).toBe(before);
              writing--;
            },
          },
          options,
        ),
      );
      expect(asked).toBe(30);
    });

    test('ends its source when the sink breaks off', async () => {
      let ended = false;
      function* source() {
        try {
          for (let i = 0; ; i++) yield wholeRecord(`report-${i}`);
        } finally {
          ended = true;
        }
      }
      let writes = 0;
      const sink = {
        write: async () => {
          if (++writes > 3) throw new Error('the disk is full');
        },
      };
      await expect(exportRecords(source(), format.open(sink, options))).rejects.toThrow('the disk is full');
      expect([ended, writes]).toEqual([true, 4]);
    });

    test('the same records give the same bytes', async () => {
      const [a, b] = [await written(format, [wholeRecord()], options), await written(format, [wholeRecord()], options)];
      expect(a).toEqual(b);
    });

    test.each(HOSTILE.map((words) => [JSON.stringify(words), words] as const))(
      'hostile text %s comes back as it was and takes nothing else with it',
      async (_shown, words) => {
        const { text } = await written(format, [hostileRecord(words, 'before'), wholeRecord('after')], options);
        expect(reports(text)).toEqual(['before', 'after']);
        expect(texts(text)).toContain(words);
      },
    );
  });

  test('every field of a record is in one of its files, or is named with the reason why not', async () => {
    const record = wholeRecord();
    const plain = await Promise.all(files.map((options) => written(format, [record], options)));
    const lost = new Set<string>();
    for (const [path, changed] of changes(record)) {
      const tried = await Promise.all(files.map((options) => written(format, [changed as ExportRecord], options)));
      if (tried.every(({ text }, i) => text === plain[i]!.text))
        lost.add(path.replace(/^analysis\./, '').replace(/\[\]\[\](\[\])?$/, '[]'));
    }
    expect([...lost].map((path) => path.replace(/at\[\]$/, 'at')).sort()).toEqual(Object.keys(format.leavesOut).sort());
    expect(Object.values(format.leavesOut).every((reason) => reason.length > 20)).toBe(true);
  });
});
