import { type Article, type Failure, notice, type Span } from '../model/index.ts';
import type { Hash } from './known.ts';
import { type ReadLine, readRecord } from './read-line.ts';
import { splitLines } from './split-lines.ts';

/** What one line of a batch gave. */
export type BatchItem =
  | ({ readonly kind: 'article'; readonly line: number; readonly at: Span; readonly bytes: Uint8Array } & ReadLine)
  | ({ readonly kind: 'failure'; readonly line: number; readonly at: Span } & Failure);

export interface BatchOptions {
  /** Bytes that a line may have; 64 MiB if not given. */
  readonly maxLineBytes?: number | undefined;
  /** Ids met so far; hand in one set to find an id again over several batches. */
  readonly seen?: Set<string> | undefined;
}

export const MAX_LINE_BYTES = 64 * 2 ** 20;
const BLANK_LINE = 4096;

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.length < BLANK_LINE && bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));

/** Adds the notice 'duplicate-id' to an article whose id was met before; remembers it otherwise. */
export function noteDuplicate(article: Article, seen: Set<string>): Article {
  if (!seen.has(article.id)) {
    seen.add(article.id);
    return article;
  }
  const message = `The id "${article.id.slice(0, 80)}" stands for an earlier report too; both were read. Give each its own id.`;
  return { ...article, notices: [...article.notices, notice('duplicate-id', message)] };
}

/**
 * Reads a batch in NDJSON, one report a line; blank lines are passed over. Keeps one line in memory at a time.
 *
 * @param chunks bytes in pieces of any size
 * @returns of each line its article or why there is none, in order; a line over the cap is 'text-too-long'
 * @example for await (const item of ingestBatch(stream, hash)) if (item.kind === 'article') item.article.text
 */
export async function* ingestBatch(chunks: AsyncIterable<Uint8Array>, hash: Hash, options: BatchOptions = {}): AsyncGenerator<BatchItem> {
  const most = options.maxLineBytes ?? MAX_LINE_BYTES;
  const seen = options.seen ?? new Set<string>();
  for await (const line of splitLines(chunks, most)) {
    const at: Span = [line.start, line.start + line.size];
    const { bytes, number } = line;
    if (bytes === undefined) {
      const message = `Expected a line of at most ${most} bytes, found one of ${line.size}; it was passed over. Give it as a file of its own.`;
      yield { kind: 'failure', line: number, at, code: 'text-too-long', message };
      continue;
    }
    if (isBlank(bytes)) continue;
    const result = readRecord(bytes, hash);
    if ('code' in result) yield { kind: 'failure', line: number, at, ...result };
    else yield { kind: 'article', line: number, at, bytes, ...result, article: noteDuplicate(result.article, seen) };
  }
}
