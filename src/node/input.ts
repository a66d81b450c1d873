import { kindOfName, readItems, sniffKind, type Tools } from '../ingest/index.ts';
import type { Article, Failure, InputKind, LinkItem, NoticeItem, Part, SignatureItem } from '../model/index.ts';
import { createExtractor, type Extractor } from './extractor.ts';
import { fileFailure, findFiles } from './input-files.ts';
import { openFile, readAhead } from './input-stream.ts';
import { machineTools } from './machine-tools.ts';

/**
 * One report, or why there is none, or something that must be said beside both: a link that a feed only names, what came of
 * checking an archive. `from` is the path as found ("-" for standard input), `line` the number of its part: a line, row, record,
 * item, message.
 */
export type Input =
  | { readonly kind: 'article'; readonly article: Article; readonly from: string; readonly line?: number; readonly part?: Part }
  | ({ readonly kind: 'failure'; readonly from: string; readonly line?: number; readonly part?: Part } & Failure)
  | { readonly kind: 'aside'; readonly from: string; readonly line?: number; readonly part?: Part; readonly message: string };

/** What is to be said of an item that is neither a report nor a failure. */
function asideOf(item: LinkItem | NoticeItem | SignatureItem): string {
  if (item.kind === 'notice') return `${item.notice.message} (${item.notice.code})`;
  if (item.kind === 'link') return `The feed only names this report, and nothing was fetched: ${item.url} ${item.title ?? ''}`.trimEnd();
  return `Signature ${item.status}${item.signer === undefined ? '' : ` (${item.signer})`}: ${item.because.join('; ')}.`;
}

export interface InputOptions {
  /** What "-" stands for; the standard input of the process if not given. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Bytes that a text or page may have; 64 MiB if not given. */
  readonly maxFileBytes?: number | undefined;
  /** Bytes that a line of a batch may have; 64 MiB if not given. */
  readonly maxLineBytes?: number | undefined;
  /** What takes pages and PDFs apart; a thread of its own, closed at the end, if not given. */
  readonly extractor?: Extractor | undefined;
}

const HEAD = 4096;

async function* readStream(
  from: string,
  stream: AsyncIterable<Uint8Array>,
  named: InputKind | undefined,
  tools: Tools,
): AsyncGenerator<Input> {
  const { head, all } = await readAhead(stream, HEAD);
  const kind = sniffKind(head, named);
  for await (const item of readItems(kind, all, {}, tools)) {
    const part = 'part' in item ? item.part : undefined;
    const place = { from, ...(part === undefined ? {} : { part, line: part.number }) };
    if (item.kind === 'article') yield { kind: 'article', article: item.article, ...place };
    else if (item.kind === 'failure') yield { kind: 'failure', code: item.code, message: item.message, ...place };
    else yield { kind: 'aside', message: asideOf(item), ...place };
  }
}

async function* readOne(
  from: string,
  named: InputKind | undefined,
  open: () => Promise<AsyncIterable<Uint8Array>>,
  tools: Tools,
): AsyncGenerator<Input> {
  try {
    yield* readStream(from, await open(), named, tools);
  } catch (error) {
    yield { kind: 'failure', from, ...fileFailure(from, error) };
  }
}

/**
 * Reads reports from files, folders and standard input ("-"), of every kind that `INPUT_KINDS` names; what is packed as a whole
 * (.gz) is unpacked. The kind is told by marks in the first bytes, then by the name, then by the first bytes at large. Never throws for an input:
 * one that cannot be read is a failure, and the rest goes on. One text, one page or one line is held at a time.
 *
 * @param paths in the order in which they are to be read
 * @example for await (const input of readInputs(['reports/', '-'])) if (input.kind === 'article') input.article.text
 */
export async function* readInputs(paths: readonly string[], options: InputOptions = {}): AsyncGenerator<Input> {
  const extractor = options.extractor ?? createExtractor();
  const { maxFileBytes: maxBytes, maxLineBytes } = options;
  const tools: Tools = {
    ...machineTools,
    readPage: extractor.readPage,
    readPdf: extractor.readPdf,
    seen: new Set(),
    maxBytes,
    maxLineBytes,
  };
  try {
    for (const path of paths) {
      if (path === '-') {
        yield* readOne('-', undefined, async () => options.stdin ?? process.stdin, tools);
        continue;
      }
      for await (const file of findFiles(path)) {
        if (file.kind === 'failure') yield { kind: 'failure', from: file.path, code: file.code, message: file.message };
        else yield* readOne(file.path, kindOfName(file.path.replace(/\.gz$/i, '')), () => openFile(file.path), tools);
      }
    }
  } finally {
    if (options.extractor === undefined) await extractor.close();
  }
}
