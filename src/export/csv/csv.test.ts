import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../tests/csv.ts';
import { wholeRecord } from '../../../tests/fakes/record.ts';
import { CSV_TABLES, type CsvOptions, cellOf, csv, defuse, type ExportRecord, exportRecords, restore } from '../index.ts';

async function written(records: readonly ExportRecord[], options: CsvOptions = {}) {
  const chunks: string[] = [];
  const exported = await exportRecords(records, csv.open({ write: async (chunk) => void chunks.push(chunk) }, options));
  return { ...exported, text: chunks.join('') };
}

describe('a cell', () => {
  test.each([
    ['plain words', 'No comment', 'No comment'],
    ['a comma', 'no, he said', '"no, he said"'],
    ['quotation marks', 'the "offer"', '"the ""offer"""'],
    ['curly quotation marks', '“No”', '“No”'],
    ['a line break', 'one\ntwo', '"one\ntwo"'],
    ['a semicolon, at which some programs part', 'a;b', '"a;b"'],
    ['white space at its edges', ' a ', '" a "'],
    ['nothing', null, ''],
    ['what is not known', undefined, ''],
    ['zero', 0, '0'],
    ['a number below one', 0.8125, '0.8125'],
    ['a number below zero, which is no formula', -3, '-3'],
    ['a list', [[1, 2]], '"[[1,2]]"'],
    ['half a character', 'a\uD800b', 'a\uFFFDb'],
  ])('%s', (_, value, cell) => {
    expect(cellOf(value)).toBe(cell);
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@A1',
    '\t1',
    '\r1',
    '\n1',
    '＝1',
    '＋1',
    '－1',
    '＠A1',
    ' =1',
    '\u200B=1',
    '\uFEFF=1',
    '\u0000=1',
    "'=1",
    '\u00A0-1',
  ])('the formula %j becomes a text', (formula) => {
    expect(defuse(formula)).toBe(`'${formula}`);
  });

  test.each(['a=1', 'No - never', '“-1”', "'tis", '5-3', '[1]', '…'])('%j is none and stays', (text) => {
    expect(defuse(text)).toBe(text);
  });

  test('comes back as it was, whatever it holds, and never begins a formula', () => {
    const signs = fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\r', '\n', ' ', '\u200B', '＝', 'a', '1', 'é');
    const text = fc.oneof(fc.string({ unit: signs }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        const [row] = parseCsv(`${cells.map(cellOf).join(',')}\r\n`);
        expect(row!.map(restore)).toEqual(cells);
        for (const cell of row!) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a file', () => {
  test('begins with its header and ends each row with CR LF', async () => {
    const { text } = await written([wholeRecord()]);
    expect(text).toMatch(/^report,title,publisher,published,url,statement,speaker,[^\r\n]*\r\n.*\r\n$/);
  });

  test('has a byte order mark only where it is asked for, once, at its head', async () => {
    const plain = await written([wholeRecord('a'), wholeRecord('b')]);
    const marked = await written([wholeRecord('a'), wholeRecord('b')], { bom: true });
    expect(plain.text).not.toContain('\uFEFF');
    expect(marked.text).toBe(`\uFEFF${plain.text}`);
  });

  test('cuts nothing off, and says which cells a spreadsheet would cut', async () => {
    const { analysis } = wholeRecord();
    const article = { ...analysis.article, text: 'a'.repeat(40_000), title: 't'.repeat(32_767) };
    const { text, notes } = await written([{ analysis: { ...analysis, article }, reviews: [] }], { table: 'reports' });
    expect(parseCsv(text)[1]!.at(-1)).toHaveLength(40_000);
    expect(notes).toEqual([expect.stringMatching(/^1 cell of the column "text" is longer than 32767 characters\./)]);
  });

  test('gives a report without rows of its table no row, and counts it', async () => {
    const { analysis } = wholeRecord();
    const { text, records, rows } = await written([{ analysis: { ...analysis, statements: [] }, reviews: [] }]);
    expect([parseCsv(text).length, records, rows]).toEqual([1, 1, 0]);
  });
});

test.each(Object.entries(CSV_TABLES))('the columns of %s have names that a statistics program takes, each once', (_, { columns }) => {
  const names = columns.map(({ name }) => name);
  expect(names.filter((name) => !/^[a-z][a-z_]*$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
