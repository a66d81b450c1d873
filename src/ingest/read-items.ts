import type { Article, ByteSource, Failure, FailureItem, InputKind, Item } from '../model/index.ts';
import { gather } from './byte-source.ts';
import { ingestBatch, noteDuplicate } from './ingest-batch.ts';
import { ingestHtml } from './ingest-html.ts';
import { ingestText } from './ingest-text.ts';
import type { Known } from './known.ts';
import { ingestPdf } from './pdf/ingest-pdf.ts';
import { MAX_BYTES, type Tools } from './tools.ts';

type Read = (stream: AsyncIterable<Uint8Array>, known: Known, tools: Tools) => AsyncIterable<Item>;

const tooLong = (most: number): FailureItem => ({
  kind: 'failure',
  code: 'text-too-long',
  message: `Expected at most ${most} bytes, found more; nothing was read. Cut it, or give its reports as NDJSON.`,
});

/** Reads a thing that is one report. */
const whole = (ingest: (bytes: Uint8Array, known: Known, tools: Tools) => Article | Promise<Article | Failure>): Read =>
  async function* (stream, known, tools) {
    const most = tools.maxBytes ?? MAX_BYTES;
    const bytes = await gather(stream, most);
    if (bytes === undefined) return yield tooLong(most);
    const article = await ingest(bytes, known, tools);
    if ('code' in article) yield { kind: 'failure', ...article };
    else yield { kind: 'article', article: tools.seen === undefined ? article : noteDuplicate(article, tools.seen), bytes };
  };

const lines: Read = async function* (stream, _known, tools) {
  for await (const item of ingestBatch(stream, tools.hash, tools)) {
    const { line, ...rest } = item;
    yield { ...rest, part: { kind: 'line', number: line, at: item.at } };
  }
};

const text = whole((bytes, known, { hash }) => ingestText(bytes, known, hash));

const READERS: Readonly<Partial<Record<InputKind, Read>>> = {
  text,
  html: whole((bytes, known, { hash, readPage }) => ingestHtml(bytes, known, hash, readPage)),
  pdf: whole((bytes, known, { hash, readPdf }) => ingestPdf(bytes, known, hash, readPdf)),
  ndjson: lines,
};

const isSource = (input: ByteSource | AsyncIterable<Uint8Array>): input is ByteSource => 'stream' in input;

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
  yield* (READERS[kind] ?? text)(isSource(input) ? input.stream() : input, known, tools);
}
