import {
  type Failure,
  type InputKind,
  ingestBatch,
  ingestHtml,
  ingestText,
  kindOfName,
  noteDuplicate,
  sniffKind,
} from '../ingest/index.ts';
import type { Article } from '../model/index.ts';
import { hash } from './hash.ts';
import { createPageReader, type PageReader } from './html-worker-client.ts';
import { fileFailure, findFiles } from './input-files.ts';
import { gather, openFile, readAhead } from './input-stream.ts';

/** One report, or why there is none. `from` is the path as found ("-" for standard input), `line` that of a batch. */
export type Input =
  | { readonly kind: 'article'; readonly article: Article; readonly from: string; readonly line?: number }
  | ({ readonly kind: 'failure'; readonly from: string; readonly line?: number } & Failure);

export interface InputOptions {
  /** What "-" stands for; the standard input of the process if not given. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Bytes that a text or page may have; 64 MiB if not given. */
  readonly maxFileBytes?: number | undefined;
  /** Bytes that a line of a batch may have; 64 MiB if not given. */
  readonly maxLineBytes?: number | undefined;
  /** What reads web pages; a thread of its own, closed at the end, if not given. */
  readonly pages?: PageReader | undefined;
}

const HEAD = 4096;
const MAX_FILE_BYTES = 64 * 2 ** 20;

interface Run extends InputOptions {
  readonly pages: PageReader;
  readonly seen: Set<string>;
}

async function* readStream(from: string, stream: AsyncIterable<Uint8Array>, named: InputKind | undefined, run: Run): AsyncGenerator<Input> {
  const { head, all } = await readAhead(stream, HEAD);
  const kind = named ?? sniffKind(head);
  if (kind === 'ndjson') {
    for await (const item of ingestBatch(all, hash, { maxLineBytes: run.maxLineBytes, seen: run.seen })) yield { ...item, from };
    return;
  }
  const most = run.maxFileBytes ?? MAX_FILE_BYTES;
  const bytes = await gather(all, most);
  if (bytes === undefined) {
    const message = `Expected at most ${most} bytes, found more; nothing was read. Cut it, or give its reports as NDJSON.`;
    yield { kind: 'failure', from, code: 'text-too-long', message };
    return;
  }
  const article = kind === 'html' ? await ingestHtml(bytes, {}, hash, run.pages.read) : ingestText(bytes, {}, hash);
  yield { kind: 'article', article: noteDuplicate(article, run.seen), from };
}

async function* readOne(
  from: string,
  named: InputKind | undefined,
  open: () => AsyncIterable<Uint8Array>,
  run: Run,
): AsyncGenerator<Input> {
  try {
    yield* readStream(from, open(), named, run);
  } catch (error) {
    yield { kind: 'failure', from, ...fileFailure(from, error) };
  }
}

/**
 * Reads reports from files, folders and standard input ("-"): plain text (.txt, .md), web pages (.html, .htm) and batches
 * (.ndjson, .jsonl, either packed as .gz). An input of any other name is told by its first bytes. Never throws for an input:
 * one that cannot be read is a failure, and the rest goes on. One text, one page or one line is held at a time.
 *
 * @param paths in the order in which they are to be read
 * @example for await (const input of readInputs(['reports/', '-'])) if (input.kind === 'article') input.article.text
 */
export async function* readInputs(paths: readonly string[], options: InputOptions = {}): AsyncGenerator<Input> {
  const pages = options.pages ?? createPageReader();
  const run: Run = { ...options, pages, seen: new Set() };
  try {
    for (const path of paths) {
      if (path === '-') {
        yield* readOne('-', undefined, () => options.stdin ?? process.stdin, run);
        continue;
      }
      for await (const file of findFiles(path)) {
        if (file.kind === 'failure') yield { kind: 'failure', from: file.path, code: file.code, message: file.message };
        else yield* readOne(file.path, kindOfName(file.path.replace(/\.gz$/i, '')), () => openFile(file.path), run);
      }
    }
  } finally {
    if (options.pages === undefined) await pages.close();
  }
}
