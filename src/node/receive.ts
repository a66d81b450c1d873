import { createHash } from 'node:crypto';
import { bytesSource, gather, joinBytes, kindOfName, readItems, sniffKind, type Tools } from '../ingest/index.ts';
import type { ByteSource, Failure, FailureItem, InputKind, Item, Received } from '../model/index.ts';
import { createExtractor, type Extractor } from './extractor.ts';
import { fileFailure, findFiles, isPacked } from './input-files.ts';
import { fileSource, gunzip } from './input-stream.ts';
import { machineTools } from './machine-tools.ts';
import { type Fetched, type FetchOptions, fetchUrl } from './url/fetch-url.ts';

/** One thing that came in, or why there is none. */
export type Arrival =
  | { readonly kind: 'received'; readonly received: Received }
  | ({ readonly kind: 'failure'; readonly from: string } & Failure);

export interface ReceiveOptions {
  /** The moment, ISO 8601 in UTC; this machine's clock if not given. */
  readonly now?: (() => string) | undefined;
  /** What "-" stands for; the standard input of the process if not given. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Bytes that one report may have; 64 MiB if not given. */
  readonly maxBytes?: number | undefined;
  /** Bytes that a line or row of a batch may have; 64 MiB if not given. */
  readonly maxLineBytes?: number | undefined;
  /** Bytes that standard input may have, since it is held in memory; 1 GiB if not given. */
  readonly maxStdinBytes?: number | undefined;
  /** How addresses are asked: private ones too, how long, how far. */
  readonly fetch?: Omit<FetchOptions, 'now'> | undefined;
  /** What takes pages and PDFs apart; a thread of its own, closed at the end, if not given. */
  readonly extractor?: Extractor | undefined;
}

const HEAD = 4096;
const MAX_STDIN = 2 ** 30;

/** The first bytes of a stream, which is not read further. */
async function headOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    size += piece.length;
    if (size >= HEAD) break;
  }
  return joinBytes(pieces).subarray(0, HEAD);
}

async function hashOf(source: ByteSource): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of source.stream()) digest.update(chunk);
  return `sha256:${digest.digest('hex')}`;
}

/** The stream of a source, which breaks off at its end if the bytes are no longer those that were hashed. */
async function* checked(source: ByteSource, expected: string): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256');
  for await (const chunk of source.stream()) {
    digest.update(chunk);
    yield chunk;
  }
  if (`sha256:${digest.digest('hex')}` !== expected) throw new Error('its bytes changed while it was read');
}

async function* itemsOf(from: string, read: () => AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* read();
  } catch (error) {
    yield { kind: 'failure', ...fileFailure(from, error) } satisfies FailureItem;
  }
}

async function receiveSource(from: string, named: InputKind | undefined, source: ByteSource, run: Run): Promise<Received> {
  const when = run.now();
  const packed = isPacked(from);
  const kind = sniffKind(packed ? await headOf(gunzip(source.stream())) : await source.read(0, Math.min(HEAD, source.size)), named);
  const sha256 = await hashOf(source);
  const kept: ByteSource = { ...source, stream: () => checked(source, sha256) };
  const open = () => (packed ? gunzip(kept.stream()) : kept);
  return { from, when, kind, hash: sha256, source: kept, items: () => itemsOf(from, () => readItems(kind, open(), {}, run.tools)) };
}

interface Run {
  readonly now: () => string;
  readonly fetch: Omit<FetchOptions, 'now'>;
  readonly tools: Tools;
}

async function* receiveOne(from: string, receive: () => Promise<Received | Failure>): AsyncGenerator<Arrival> {
  try {
    const result = await receive();
    yield 'code' in result ? { kind: 'failure', from, ...result } : { kind: 'received', received: result };
  } catch (error) {
    yield { kind: 'failure', from, ...fileFailure(from, error) };
  }
}

async function receiveStdin(stdin: AsyncIterable<Uint8Array>, most: number, run: Run): Promise<Received | Failure> {
  const bytes = await gather(stdin, most);
  if (bytes !== undefined) return receiveSource('-', undefined, bytesSource(bytes), run);
  const message = `Expected at most ${most} bytes on standard input, found more; nothing was read. Save them to a file and name it.`;
  return { code: 'text-too-long', message };
}

/** True for what is named by a web address. */
export const isAddress = (name: string): boolean => /^https?:\/\//i.test(name);

/** The items of what an address gave, and a failure where no report is among them. That redirects were followed needs no telling. */
async function* pageItems(items: AsyncIterable<Item>, { status, url }: Fetched): AsyncGenerator<Item> {
  let found = false;
  for await (const item of items) {
    if (item.kind === 'notice' && item.notice.code === 'records-left-out') continue;
    found ||= item.kind === 'article' || item.kind === 'failure';
    yield item;
  }
  if (found) return;
  const message = `Expected a page or a PDF at ${url.slice(0, 200)}, found ${status < 300 ? 'something else' : `the answer ${status}`}; what was answered is kept.`;
  yield { kind: 'failure', code: 'url-failed', message };
}

async function receiveUrl(address: string, run: Run): Promise<Received | Failure> {
  const fetched = await fetchUrl(address, { ...run.fetch, now: run.now });
  if ('code' in fetched) return fetched;
  const received = await receiveSource(address, 'warc', bytesSource(fetched.bytes), run);
  return { ...received, items: () => pageItems(received.items(), fetched) };
}

/**
 * Receives things to be kept: files, folders, standard input ("-"), and addresses of the web, which are asked for here and
 * kept as a WARC. Each comes with the sha256 of its bytes, the bytes
 * themselves, and what it holds, which is read only when it is asked for: whoever has the bytes already need not ask. Never
 * throws for an input: one that cannot be read is a failure, and the rest goes on.
 *
 * @param paths in the order in which they are to be received
 * @example for await (const arrival of receive(['clips/'])) if (arrival.kind === 'received') arrival.received.hash
 */
export async function* receive(paths: readonly string[], options: ReceiveOptions = {}): AsyncGenerator<Arrival> {
  const extractor = options.extractor ?? createExtractor();
  const { maxBytes, maxLineBytes } = options;
  const tools: Tools = { ...machineTools, readPage: extractor.readPage, readPdf: extractor.readPdf, maxBytes, maxLineBytes };
  const run: Run = { now: options.now ?? (() => new Date().toISOString()), fetch: options.fetch ?? {}, tools };
  try {
    for (const path of paths) {
      if (path === '-') {
        yield* receiveOne('-', () => receiveStdin(options.stdin ?? process.stdin, options.maxStdinBytes ?? MAX_STDIN, run));
        continue;
      }
      if (isAddress(path)) {
        yield* receiveOne(path, () => receiveUrl(path, run));
        continue;
      }
      for await (const file of findFiles(path)) {
        if (file.kind === 'failure') yield { kind: 'failure', from: file.path, code: file.code, message: file.message };
        else {
          const named = kindOfName(file.path.replace(/\.gz$/i, ''));
          yield* receiveOne(file.path, async () => receiveSource(file.path, named, await fileSource(file.path), run));
        }
      }
    }
  } finally {
    if (options.extractor === undefined) await extractor.close();
  }
}
