import { type Notice, notice, type PageStart } from '../../model/index.ts';
import { orderColumns } from './columns.ts';
import { joinOf, wordsOf } from './hyphens.ts';
import { linesOf, segmentsOf } from './lines.ts';
import { bodySize, joinColumns, type PdfParagraph } from './paragraphs.ts';
import { type PdfDocument, type PdfLine, PdfUnreadable } from './pdf-page.ts';
import { partRunningLines } from './running-lines.ts';

/** What a PDF gave: its text, or why there is none. */
export type PdfText =
  | {
      readonly text: string;
      readonly pages: readonly PageStart[];
      readonly title?: string;
      readonly notices: readonly Notice[];
    }
  | { readonly code: 'pdf-locked' | 'pdf-unreadable'; readonly message: string };

const LONGEST_TITLE = 200;
const HEADLINE = 1.25;
const SHOWN = 3;

const list = (numbers: readonly number[]): string =>
  numbers.length > 12 ? `${numbers.slice(0, 12).join(', ')} and ${numbers.length - 12} more` : numbers.join(', ');

/** Writes paragraphs as text, parted by blank lines, and notes where each page begins. */
function write(paragraphs: readonly PdfParagraph[]): { readonly text: string; readonly pages: readonly PageStart[] } {
  const words = wordsOf(paragraphs.flatMap((lines) => lines.map(({ text }) => text)).join('\n'));
  const pages: PageStart[] = [];
  let text = '';
  const put = ({ text: line, page }: PdfLine): void => {
    if (pages.at(-1)?.page !== page) pages.push({ page, at: text.length });
    text += line;
  };
  for (const lines of paragraphs) {
    if (text !== '') text += '\n\n';
    for (const [i, line] of lines.entries()) {
      if (i > 0) {
        const how = joinOf(lines[i - 1]!.text, line.text, words);
        if (how === 'join') text = text.replace(/[-‐\u00ad]$/u, '');
        if (how === 'space') text += ' ';
      }
      put(line);
    }
  }
  return { text, pages };
}

/** The headline: the title that the file names, if its first page shows it too, else the line set largest at its beginning. */
function titleOf(document: PdfDocument, paragraphs: readonly PdfParagraph[]): string | undefined {
  const flat = (lines: PdfParagraph): string => lines.map(({ text }) => text).join(' ');
  const start = paragraphs.filter((lines) => lines[0]!.page === paragraphs[0]?.[0]?.page);
  const named = document.title?.replace(/\s+/gu, ' ').trim();
  if (named !== undefined && start.map(flat).join(' ').toLowerCase().includes(named.toLowerCase())) return named;
  const largest = [...start].sort((a, b) => b[0]!.size - a[0]!.size)[0];
  if (largest === undefined || largest[0]!.size < HEADLINE * bodySize(paragraphs)) return undefined;
  const title = flat(largest);
  return title.length <= LONGEST_TITLE ? title : undefined;
}

function noticesOf(document: PdfDocument, text: string, leftOut: readonly PdfLine[]): readonly Notice[] {
  const { pages, pageCount, broken } = document;
  const notices: Notice[] = [];
  const empty = pages.filter(({ pieces }) => pieces.length === 0).map(({ number }) => number);
  if (empty.length > 0) {
    const which = text === '' ? 'none of its pages' : `no page ${list(empty)}`;
    const what = text === '' ? 'nothing was read' : 'nothing was read of them';
    notices.push(
      notice(
        'no-text-layer',
        `Expected pages with text, found ${which} with any (scanned?); ${what}. Run a text recogniser over the file, and check what it gives.`,
      ),
    );
  }
  const unread = pageCount - pages.length - broken.length;
  if (broken.length > 0 || unread > 0) {
    const reasons = [broken.length > 0 ? `page ${list(broken)} broken` : '', unread > 0 ? `${unread} pages over the limit` : ''];
    notices.push(
      notice('pages-missing', `Expected ${pageCount} pages, found ${reasons.filter(Boolean).join(' and ')}; the rest was read.`),
    );
  }
  if (leftOut.length > 0) {
    const shown = [...new Set(leftOut.map(({ text: line }) => line.slice(0, 60)))];
    const more = shown.length > SHOWN ? ' …' : '';
    const quoted = shown
      .slice(0, SHOWN)
      .map((line) => `"${line}"`)
      .join(', ');
    notices.push(
      notice(
        'running-lines',
        `Left out ${leftOut.length} line(s) at the edges of pages, as heads, feet and page numbers: ${quoted}${more}.`,
      ),
    );
  }
  const unknown = text.match(/[\uE000-\uF8FF\uFFFD]/g)?.length ?? 0;
  if (unknown * 50 > text.length) {
    notices.push(
      notice(
        'unknown-letters',
        `Found ${unknown} sign(s) of which the file does not say what letters they are; words there are not to be trusted.`,
      ),
    );
  }
  return notices;
}

/**
 * Reads the text of a PDF: columns in the order in which they are read, words joined that the end of a line parts, running
 * heads, feet and page numbers left out. Only the text layer is read; a page without one gives nothing, and a notice says so.
 *
 * Its time is not bounded; `node` runs it in a thread with a time limit.
 *
 * @returns the text with the page of every character; or why the file cannot be opened
 * @example const pdf = await extractPdf(bytes); if ('text' in pdf) pdf.pages // [{ page: 1, at: 0 }, …]
 */
export async function extractPdf(bytes: Uint8Array): Promise<PdfText> {
  let document: PdfDocument;
  try {
    // pdfjs is large; whoever reads no PDF need not wait for it.
    const { openPdf } = await import('./open-pdf.ts');
    document = await openPdf(bytes);
  } catch (error) {
    if (!(error instanceof PdfUnreadable)) throw error;
    if (error.reason === 'locked') {
      return { code: 'pdf-locked', message: 'Expected a PDF that can be opened, found one that asks for a password. Save it without one.' };
    }
    return { code: 'pdf-unreadable', message: `Expected a PDF, found bytes that cannot be opened as one (${error.message}).` };
  }
  const { pages, leftOut } = partRunningLines(document.pages);
  const columns = pages.flatMap((page) => orderColumns(segmentsOf(page.pieces)).map((segments) => linesOf(segments, page.number)));
  const paragraphs = joinColumns(columns);
  const written = write(paragraphs);
  const title = titleOf(document, paragraphs);
  return { ...written, ...(title === undefined ? {} : { title }), notices: noticesOf(document, written.text, leftOut) };
}
