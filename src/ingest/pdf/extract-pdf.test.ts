import { describe, expect, it } from 'vitest';
import { type PlacedLine, pdfFile, type Setting, setPdf } from '../../../tests/inputs/pdf-file.ts';
import { BREAKABLE, TEXT, TITLE } from '../../../tests/inputs/report.ts';
import { extractPdf } from './extract-pdf.ts';

const LONG = [...BREAKABLE, ...BREAKABLE.map((paragraph) => paragraph.replace('Thurs', 'Wednes')), ...BREAKABLE];
const LONG_TEXT = LONG.map((paragraph) => paragraph.replaceAll('\u00ad', '')).join('\n\n');

async function read(pages: readonly (readonly PlacedLine[])[], options?: Parameters<typeof pdfFile>[1]) {
  const pdf = await extractPdf(pdfFile(pages, options));
  if ('code' in pdf) throw new Error(pdf.message);
  return pdf;
}
const codes = (pdf: { readonly notices: readonly { readonly code: string }[] }): readonly string[] => pdf.notices.map(({ code }) => code);

describe('extractPdf', () => {
  it.each<[string, Setting]>([
    ['one column', {}],
    ['one column with indents and no gaps', { indent: 12, gap: 0 }],
    ['one column, neither indents nor gaps', { gap: 0 }],
    ['two columns', { columns: 2, depth: 18 }],
    ['two columns, justified', { columns: 2, depth: 18, justify: true, indent: 10, gap: 0 }],
    ['three narrow columns, justified', { columns: 3, depth: 20, justify: true, indent: 8, gap: 0, size: 9 }],
    ['large type over three pages', { size: 18, depth: 12 }],
    ['double-spaced type', { size: 10, gap: 14 }],
  ])('reads %s', async (_edge, setting) => {
    const pdf = await read(setPdf(BREAKABLE, setting));
    expect(pdf.text).toBe(TEXT);
    expect(pdf.notices).toEqual([]);
  });

  it('reads a page whatever the order in which its lines are written', async () => {
    const pages = setPdf(BREAKABLE, { columns: 2, depth: 18 });
    const pdf = await read(pages.map((lines) => [...lines].sort((a, b) => a.y - b.y || b.x - a.x)));
    expect(pdf.text).toBe(TEXT);
  });

  it.each([90, 180, 270])('reads pages that are shown turned by %i degrees', async (rotate) => {
    // The text is set for the page as it lies; what is shown is turned, and so are its lines.
    expect((await read(setPdf(BREAKABLE, { columns: 2, depth: 18 }), { rotate })).text).toBe(TEXT);
  });

  it('leaves out heads, feet and page numbers, says so, and joins what pages part', async () => {
    const pages = setPdf(LONG, {
      columns: 2,
      depth: 14,
      head: (number) => (number % 2 === 0 ? 'The Kelvin Bay Courier' : 'Thursday, March 4, 2021'),
      foot: (number) => `Page ${number} of 4`,
    });
    expect(pages.length).toBeGreaterThan(2);
    const pdf = await read(pages);
    expect(pdf.text).toBe(LONG_TEXT);
    expect(codes(pdf)).toEqual(['running-lines']);
  });

  it('keeps the page of every character', async () => {
    const pages = setPdf(LONG, { depth: 14, foot: String });
    const pdf = await read(pages);
    expect(pdf.pages.map(({ page }) => page)).toEqual(pages.map((_, i) => i + 1));
    for (const [i, { at }] of pdf.pages.entries()) {
      const printed = pages[i]!.filter(({ size }) => size === 10);
      const words = (line: string): string => line.replace(/-$/, '').slice(0, 20);
      expect(pdf.text.slice(at, at + 20)).toBe(words(printed[0]!.text));
      const end = pdf.pages[i + 1]?.at ?? pdf.text.length;
      expect(pdf.text.slice(at, end).trimEnd().endsWith(printed.at(-1)!.text.replace(/-$/, '').slice(-10))).toBe(true);
    }
  });

  it('takes what is set large for the title, and the title that the file names if the page shows it', async () => {
    const large = setPdf(BREAKABLE, { columns: 2, depth: 18, headline: TITLE });
    expect(await read(large)).toMatchObject({ title: TITLE, text: `${TITLE}\n\n${TEXT}` });
    expect((await read(large, { title: 'Microsoft Word - final2.docx' })).title).toBe(TITLE);
    const plain = setPdf([TITLE, ...BREAKABLE]);
    expect((await read(plain, { title: TITLE })).title).toBe(TITLE);
    expect((await read(plain)).title).toBeUndefined();
  });

  it.each([
    ['a word that the text has whole elsewhere', ['the govern-', 'ment'], 'the government'],
    [
      'a word that the text has with its hyphen elsewhere',
      ['of long-', 'term plans and long-term debts'],
      'of long-term plans and long-term debts',
    ],
    ['a hyphen before a capital', ['the Anglo-', 'Saxon'], 'the Anglo-Saxon'],
    ['a hyphen that stands for a word', ['pre-', 'and post-war'], 'pre- and post-war'],
    ['a first half that keeps its hyphen', ['in self-', 'defence'], 'in self-defence'],
    ['a number', ['Covid-', '19'], 'Covid-19'],
    ['a dash', ['the port –', 'closed'], 'the port – closed'],
  ])('joins %s', async (_edge, lines, text) => {
    expect((await read([lines.map((line, i) => ({ text: line, x: 60, y: 700 - 12 * i, size: 10 }))])).text).toBe(text);
  });

  it('reads a list by its bullets', async () => {
    const items = ['• Ten ships wait.', '• Two have', 'left.', '1. First', '2. Second'];
    const pdf = await read([items.map((text, i) => ({ text, x: text === 'left.' ? 68 : 60, y: 700 - 12 * i, size: 10 }))]);
    expect(pdf.text).toBe('• Ten ships wait.\n\n• Two have left.\n\n1. First\n\n2. Second');
  });

  it('gives nothing for pages without text, and says which', async () => {
    const none = await read([[], []]);
    expect([none.text, codes(none)]).toEqual(['', ['no-text-layer']]);
    const some = await read([...setPdf(BREAKABLE), []]);
    expect([some.text, codes(some)]).toEqual([TEXT, ['no-text-layer']]);
    expect(some.notices[0]!.message).toContain('page 2');
  });

  it.each([
    ['no PDF', new TextEncoder().encode('%PDF-1.4 and nothing more')],
    ['nothing', new Uint8Array()],
  ])('says why %s cannot be opened', async (_edge, bytes) => {
    expect(await extractPdf(bytes)).toMatchObject({ code: 'pdf-unreadable' });
  });

  it('reads what it can of a file that is cut anywhere, and never throws', async () => {
    const whole = pdfFile(setPdf(LONG, { depth: 14 }));
    for (let part = 1; part < 12; part++) {
      const pdf = await extractPdf(whole.subarray(0, (whole.length * part) >> 4));
      if ('text' in pdf) expect(LONG_TEXT.startsWith(pdf.text.slice(0, 100))).toBe(true);
      else expect(pdf.code).toBe('pdf-unreadable');
    }
  });
});
