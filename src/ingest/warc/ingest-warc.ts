import { type Article, type Failure, type Item, type Notice, notice, type Part } from '../../model/index.ts';
import { ingestHtml } from '../ingest-html.ts';
import type { Known } from '../known.ts';
import { ingestPdf } from '../pdf/ingest-pdf.ts';
import { sniffKind } from '../sniff.ts';
import { MAX_BYTES, MAX_PAGE_BYTES, type Tools } from '../tools.ts';
import { joinChunks, readContentType } from './http-message.ts';
import type { WarcRecord } from './open-warc.ts';
import { type ReadRecord, readRecord } from './read-record.ts';

const HOLDS: ReadonlySet<string> = new Set(['response', 'resource', 'conversion']);
const SHOWN = 6;

/** Counts what gave no article, so that it can be said. */
function createTally() {
  const counts = new Map<string, number>();
  const add = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  const tell = (): Notice | undefined => {
    if (counts.size === 0) return undefined;
    const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const shown = sorted.slice(0, SHOWN).map(([what, count]) => `${count} ${what}`);
    const more = sorted.length > SHOWN ? ' …' : '';
    return notice('records-left-out', `Left out records that are no page and no PDF: ${shown.join(', ')}${more}.`);
  };
  return { add, tell };
}

/** A body with its packing taken off. */
async function unpacked({ http, payload }: ReadRecord, tools: Tools): Promise<Uint8Array | Failure> {
  const most = tools.maxBytes ?? MAX_BYTES;
  let body = payload;
  if (/\bchunked\b/i.test(http?.headers.get('transfer-encoding') ?? '')) body = joinChunks(body) ?? body;
  const encodings = (http?.headers.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim());
  for (const encoding of encodings.reverse()) {
    if (encoding === '' || encoding === 'identity') continue;
    // Crawlers that unpack a body often keep the header that says it is packed.
    if (/gzip/.test(encoding) && !(body[0] === 0x1f && body[1] === 0x8b)) continue;
    try {
      if (tools.unpack === undefined) throw new Error('nothing here can unpack it');
      body = await tools.unpack(encoding, body, most);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const message = `Expected a body packed with ${encoding} of at most ${most} bytes, found one that cannot be unpacked (${why}); it was passed over.`;
      return { code: 'body-unreadable', message };
    }
  }
  return body;
}

/** The moment in UTC as a WARC writes it, "2021-03-04T10:00:00Z". */
const momentOf = (written: string | undefined): string | undefined =>
  written !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(written) ? written : undefined;

function kindOf(type: string, body: Uint8Array): 'html' | 'pdf' | undefined {
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return 'html';
  if (type === 'application/pdf') return 'pdf';
  if (type !== '' && type !== 'application/octet-stream') return undefined;
  const kind = sniffKind(body.subarray(0, 4096));
  return kind === 'html' || kind === 'pdf' ? kind : undefined;
}

async function readPayload(
  record: WarcRecord,
  read: ReadRecord,
  tools: Tools,
): Promise<{ article: Article | Failure; bytes: Uint8Array } | string> {
  const { http } = read;
  if (http !== undefined && (http.status < 200 || http.status > 299)) return `answers ${http.status}`;
  const { type, charset } = readContentType(http === undefined ? record.header('Content-Type') : http.headers.get('content-type'));
  const body = await unpacked(read, tools);
  if ('code' in body) return { article: body, bytes: read.payload };
  const kind = kindOf(type, body);
  if (kind === undefined) return type === '' ? 'without a type' : `of type ${type.slice(0, 60)}`;
  if (kind === 'html' && body.length > MAX_PAGE_BYTES) {
    const message = `Expected a page of at most ${MAX_PAGE_BYTES} bytes, found one of ${body.length}; it was passed over.`;
    return { article: { code: 'text-too-long', message }, bytes: body };
  }
  const known: Known = {
    url: record.header('WARC-Target-URI')?.replace(/^<|>$/g, ''),
    captured: momentOf(record.header('WARC-Date')),
    charset,
  };
  const article =
    kind === 'html' ? await ingestHtml(body, known, tools.hash, tools.readPage) : await ingestPdf(body, known, tools.hash, tools.readPdf);
  return { article, bytes: body };
}

/** Reads a WARC's records from wherever they come; `file` is its path in a WACZ. */
export async function* ingestRecords(stream: AsyncIterable<Uint8Array>, tools: Tools, file?: string): AsyncGenerator<Item> {
  const { openWarc } = await import('./open-warc.ts');
  const tally = createTally();
  const records = openWarc(stream);
  const within = file === undefined ? {} : { file };
  let number = 0;
  for (;;) {
    const next = await records.next();
    if (next.done === true) {
      const { unread, broken } = next.value;
      if (number === 0) {
        yield {
          kind: 'failure',
          code: 'warc-unreadable',
          message: 'Expected the records of a WARC, found none.',
          part: { kind: 'record', number: 1, ...within },
        };
      } else if (unread > 0 || broken !== undefined) {
        const why = broken === undefined ? '' : ` (${broken})`;
        const message = `Expected whole records to the end of the file, found ${unread} bytes that are none${why}: it is cut off or damaged. The records before were read.`;
        yield { kind: 'failure', code: 'record-cut', message, part: { kind: 'record', number: number + 1, ...within } };
      }
      break;
    }
    const record = next.value;
    number++;
    const type = record.header('WARC-Type');
    const read = await readRecord(record, tools);
    const { offset, length } = record.place();
    const id = record.header('WARC-Record-ID');
    const part: Part = { kind: 'record', number, ...(id === undefined ? {} : { id }), ...within, at: [offset, offset + length] };
    if ('code' in read) {
      yield { kind: 'failure', ...read, part };
      continue;
    }
    if (type === undefined || !HOLDS.has(type)) {
      for (const one of read.notices) yield { kind: 'notice', notice: one, part };
      if (type === 'revisit') tally.add('repeated (revisit)');
      continue;
    }
    const result = await readPayload(record, read, tools);
    if (typeof result === 'string') {
      tally.add(result);
      for (const one of read.notices) yield { kind: 'notice', notice: one, part };
    } else if ('code' in result.article) yield { kind: 'failure', ...result.article, part };
    else
      yield {
        kind: 'article',
        article: { ...result.article, notices: [...read.notices, ...result.article.notices] },
        bytes: result.bytes,
        part,
      };
  }
  const left = tally.tell();
  if (left !== undefined) yield { kind: 'notice', notice: left };
}

/**
 * Reads a WARC: every page and PDF that a server answered with is an article, with its address and the moment of its capture.
 * Lengths and digests that its records state are checked; what does not hold is said on the article. The hash of an article's source
 * is that of the response's body with its packing taken off.
 *
 * @see ISO 28500:2017
 */
export const ingestWarc = (stream: AsyncIterable<Uint8Array>, _known: Known, tools: Tools): AsyncIterable<Item> =>
  ingestRecords(stream, tools);
