import { readRecord, splitLines } from '../ingest/index.ts';
import type { Analysis, Failure } from '../model/index.ts';
import { hash } from './hash.ts';
import { fileFailure, findFiles } from './input-files.ts';
import { openFile } from './input-stream.ts';

/** One analysis, or why there is none; `from` is the path as found ("-" for standard input). */
export type AnalysisInput =
  | { readonly kind: 'analysis'; readonly analysis: Analysis; readonly from: string; readonly line: number }
  | { readonly kind: 'failure'; readonly from: string; readonly line?: number; readonly code: string; readonly message: string };

/** Bytes that a line may have; a longer one is passed over. */
const MAX_LINE_BYTES = 256 * 2 ** 20;

/** The analysis on a line, or why there is none: it is read as `hearsay add` reads it. */
function analysisOn(bytes: Uint8Array): Analysis | Failure {
  const read = readRecord(bytes, hash);
  if ('code' in read) return { ...read, message: `${read.message} ${ADVICE}` };
  if (read.analysis !== undefined) return read.analysis;
  const message = `Expected an analysis as hearsay read writes it, found a report that was not read yet. ${ADVICE}`;
  return { code: 'unreadable-line', message };
}

const ADVICE = 'Try: hearsay read FILE | hearsay relate -';

async function* readLines(from: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<AnalysisInput> {
  for await (const { number: line, bytes, size } of splitLines(chunks, MAX_LINE_BYTES)) {
    if (bytes === undefined) {
      const message = `Expected a line of at most ${MAX_LINE_BYTES} bytes, found one of ${size}; it was passed over.`;
      yield { kind: 'failure', from, line, code: 'text-too-long', message };
      continue;
    }
    if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) continue;
    const read = analysisOn(bytes);
    yield 'code' in read ? { kind: 'failure', from, line, ...read } : { kind: 'analysis', analysis: read, from, line };
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
