import { splitLines } from '../ingest/index.ts';
import type { Analysis } from '../model/index.ts';
import { fileFailure, findFiles } from './input-files.ts';
import { openFile } from './input-stream.ts';

/** One analysis, or why there is none; `from` is the path as found ("-" for standard input). */
export type AnalysisInput =
  | { readonly kind: 'analysis'; readonly analysis: Analysis; readonly from: string; readonly line: number }
  | { readonly kind: 'failure'; readonly from: string; readonly line?: number; readonly code: string; readonly message: string };

/** Bytes that a line may have; a longer one is passed over. */
const MAX_LINE_BYTES = 256 * 2 ** 20;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Why a value is no analysis; undefined if it is one, as far as relating looks. */
function lackOf(value: unknown): string | undefined {
  if (!isRecord(value)) return 'no JSON object';
  const { id, engine, article, statements, speakers } = value;
  if (typeof id !== 'string') return 'a line without a string in "id"';
  if (!isRecord(engine) || typeof engine.version !== 'string')
    return typeof value.text === 'string' ? 'a report, not its analysis' : 'a line without "engine"';
  if (!isRecord(article) || typeof article.text !== 'string') return 'an analysis without its text ("article.text")';
  if (!Array.isArray(statements) || !Array.isArray(speakers)) return 'a line without "statements" and "speakers"';
  const odd = statements.findIndex(
    (s) => !isRecord(s) || typeof s.id !== 'string' || !Array.isArray(s.content) || !Array.isArray(s.source),
  );
  if (odd >= 0) return `a statement (number ${odd + 1}) without "id", "source" and "content"`;
  return undefined;
}

const decoder = new TextDecoder();

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

async function* readLines(from: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<AnalysisInput> {
  for await (const { number: line, bytes, size } of splitLines(chunks, MAX_LINE_BYTES)) {
    if (bytes === undefined) {
      const message = `Expected a line of at most ${MAX_LINE_BYTES} bytes, found one of ${size}; it was passed over.`;
      yield { kind: 'failure', from, line, code: 'text-too-long', message };
      continue;
    }
    if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) continue;
    const value = parse(bytes);
    const lack = lackOf(value);
    if (lack === undefined) yield { kind: 'analysis', analysis: value as Analysis, from, line };
    else {
      const message = `Expected an analysis as "hearsay read" gives it, found ${lack}. Try: hearsay read FILE | hearsay relate -`;
      yield { kind: 'failure', from, line, code: 'unreadable-line', message };
    }
  }
}

/**
 * Reads analyses, one a line, from files (.ndjson, also packed as .gz), folders and standard input ("-"). A line that is none is a failure, and
 * reading goes on. One line is held at a time.
 *
 * @example for await (const input of readAnalyses(['found.ndjson'])) if (input.kind === 'analysis') relations.add(input.analysis);
 */
export async function* readAnalyses(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): AsyncGenerator<AnalysisInput> {
  for (const path of paths) {
    if (path === '-') {
      yield* readLines('-', stdin);
      continue;
    }
    for await (const file of findFiles(path)) {
      if (file.kind === 'failure') {
        yield { kind: 'failure', from: file.path, code: file.code, message: file.message };
        continue;
      }
      try {
        yield* readLines(file.path, await openFile(file.path));
      } catch (error) {
        yield { kind: 'failure', from: file.path, ...fileFailure(file.path, error) };
      }
    }
  }
}
