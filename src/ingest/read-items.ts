import type { Article, ByteSource, Failure, FailureItem, InputKind, Item, Part } from '../model/index.ts';
import { bytesSource, gather } from './byte-source.ts';
import { ingestCsv } from './csv/ingest-csv.ts';
import { ingestFeed } from './feed/ingest-feed.ts';
import { ingestBatch, noteDuplicate } from './ingest-batch.ts';
import { ingestHtml } from './ingest-html.ts';
import { ingestText } from './ingest-text.ts';
import type { Known } from './known.ts';
import { ingestMail, ingestSavedPage } from './mail/ingest-mail.ts';
import { splitMbox } from './mail/split-mbox.ts';
import { ingestPdf } from './pdf/ingest-pdf.ts';
import { MAX_ARCHIVE_BYTES, MAX_BYTES, MAX_PAGE_BYTES, type Tools } from './tools.ts';
import { ingestWacz } from './wacz/ingest-wacz.ts';
import { ingestWarc } from './warc/ingest-warc.ts';

type Read = (stream: AsyncIterable<Uint8Array>, known: Known, tools: Tools) => AsyncIterable<Item>;
type ReadWhole = (bytes: Uint8Array, known: Known, tools: Tools) => AsyncIterable<Item>;

const tooLong = (most: number, part?: Part): FailureItem => ({
  kind: 'failure',
  code: 'text-too-long',
  message: `Expected at most ${most} bytes, found more; nothing was read. Cut it, or give its reports as NDJSON.`,
  ...(part === undefined ? {} : { part }),
});

/** Reads a thing of which all bytes are needed at once. */
const whole = (read: ReadWhole, cap = MAX_BYTES): Read =>
  async function* (stream, known, tools) {
    const most = Math.min(cap, tools.maxBytes ?? cap);
    const bytes = await gather(stream, most);
    if (bytes === undefined) yield tooLong(most);
    else yield* read(bytes, known, tools);
  };

/** Reads a thing that is one report. */
const oneReport = (ingest: (bytes: Uint8Array, known: Known, tools: Tools) => Article | Promise<Article | Failure>, cap?: number): Read =>
  whole(async function* (bytes, known, tools) {
    const article = await ingest(bytes, known, tools);
    if ('code' in article) yield { kind: 'failure', ...article };
    else yield { kind: 'article', article, bytes };
  }, cap);

const readLines: Read = async function* (stream, _known, tools) {
  for await (const { line: number, at, ...item } of ingestBatch(stream, tools.hash, tools))
    yield { ...item, part: { kind: 'line', number, at } };
};

const readMbox: Read = async function* (stream, known, tools) {
  const most = tools.maxBytes ?? MAX_BYTES;
  let none = true;
  for await (const { number, at, bytes } of splitMbox(stream, most)) {
    none = false;
    const part: Part = { kind: 'message', number, at };
    if (bytes === undefined) yield tooLong(most, part);
    else yield* ingestMail(bytes, known, tools, part);
  }
  if (none) yield { kind: 'failure', code: 'mail-unreadable', message: 'Expected messages that begin with a line "From …", found none.' };
};

const READERS: Readonly<Record<Exclude<InputKind, 'wacz'>, Read>> = {
  text: oneReport((bytes, known, { hash }) => ingestText(bytes, known, hash)),
  html: oneReport((bytes, known, { hash, readPage }) => ingestHtml(bytes, known, hash, readPage), MAX_PAGE_BYTES),
  pdf: oneReport((bytes, known, { hash, readPdf }) => ingestPdf(bytes, known, hash, readPdf)),
  mail: whole(ingestMail),
  mhtml: whole(ingestSavedPage),
  mbox: readMbox,
  feed: whole(ingestFeed),
  csv: (stream, _known, tools) => ingestCsv(stream, tools),
  ndjson: readLines,
  warc: ingestWarc,
};

const isSource = (input: ByteSource | AsyncIterable<Uint8Array>): input is ByteSource => 'stream' in input;

async function* readWacz(input: ByteSource | AsyncIterable<Uint8Array>, known: Known, tools: Tools): AsyncGenerator<Item> {
  if (isSource(input)) return yield* ingestWacz(input, known, tools);
  const bytes = await gather(input, MAX_ARCHIVE_BYTES);
  if (bytes === undefined) yield tooLong(MAX_ARCHIVE_BYTES);
  else yield* ingestWacz(bytesSource(bytes), known, tools);
}

/**
 * Reads what a thing of any kind holds. Never throws for its input, unless the stream of its bytes does: what cannot be read
 * is a failure or a notice, and the rest goes on. Of a batch one part is held at a time.
 *
 * @param input its bytes; a WACZ is read in place if they are a source
 * @param known what the caller knows of the report, where the thing is one report
 * @example for await (const item of readItems('ndjson', stream, {}, { hash })) if (item.kind === 'article') item.article.text
 */
export async function* readItems(
  kind: InputKind,
  input: ByteSource | AsyncIterable<Uint8Array>,
  known: Known,
  tools: Tools,
): AsyncGenerator<Item> {
  const items = kind === 'wacz' ? readWacz(input, known, tools) : READERS[kind](isSource(input) ? input.stream() : input, known, tools);
  const { seen } = tools;
  // NDJSON minds its ids itself.
  for await (const item of items) {
    yield item.kind === 'article' && seen !== undefined && kind !== 'ndjson'
      ? { ...item, article: noteDuplicate(item.article, seen) }
      : item;
  }
}
