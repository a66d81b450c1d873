import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { kindOfName } from '../ingest/index.ts';
import type { Failure } from '../model/index.ts';
import { findMatching, isPattern } from './glob.ts';

/** A file to be read, or why a path gives none. */
export type FoundFile = { readonly kind: 'file'; readonly path: string } | ({ readonly kind: 'failure'; readonly path: string } & Failure);

/** What the error of a file says, in the terms of a failure. */
export function fileFailure(path: string, error: unknown): Failure {
  const code = (error as { readonly code?: string }).code;
  if (code === 'ENOENT') return { code: 'missing-file', message: `Expected a file or folder at ${path}, found none. Check the path.` };
  const why = error instanceof Error ? error.message : String(error);
  return { code: 'unreadable-file', message: `Expected a file that can be read, found: ${why}.` };
}

/** Notes about reports, which a folder may hold beside them. */
const NOTE = /^readme\.|\.note\.[a-z]+$/i;

/** True if a file is packed as a whole; a WARC is packed record by record, and read so. */
export const isPacked = (name: string): boolean => /\.gz$/i.test(name) && !/\.warc\.gz$/i.test(name);

/** A name that counts within a folder: no dot file or note, an extension that tells its kind (packed batches too). */
const counts = (name: string): boolean => {
  if (NOTE.test(name) || name.startsWith('.')) return false;
  const kind = kindOfName(name.replace(/\.gz$/i, ''));
  return kind !== undefined && (!isPacked(name) || kind === 'ndjson' || kind === 'csv');
};

async function* walk(folder: string): AsyncGenerator<FoundFile> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) {
      try {
        yield* walk(path);
      } catch (error) {
        yield { kind: 'failure', path, ...fileFailure(path, error) };
      }
    } else if (counts(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isFile()))) {
      yield { kind: 'file', path };
    }
  }
}

/**
 * The files that a path stands for: itself, those that a pattern finds where there is no file of that very name, or for a folder all its files whose extension tells their kind (and .ndjson.gz,
 * .jsonl.gz, .csv.gz, .tsv.gz, .warc.gz), in the order of their names' code units, dot files, linked folders and notes
 * (README.*, *.note.*) left out.
 */
export async function* findFiles(path: string): AsyncGenerator<FoundFile> {
  if (isPattern(path) && (await stat(path).catch(() => undefined)) === undefined) {
    const paths = await findMatching(path);
    for (const found of paths) yield* findFiles(found);
    const message = `Expected files that ${path} finds, found none. Check the path.`;
    if (paths.length === 0) yield { kind: 'failure', path, code: 'missing-file', message };
    return;
  }
  try {
    if (!(await stat(path)).isDirectory()) return yield { kind: 'file', path };
    let found = 0;
    for await (const file of walk(path)) {
      found++;
      yield file;
    }
    if (found > 0) return;
    const message = `Expected files named .txt, .html, .pdf, .eml, .csv, .ndjson, .warc.gz or the like in ${path}, found none.`;
    yield { kind: 'failure', path, code: 'missing-file', message };
  } catch (error) {
    yield { kind: 'failure', path, ...fileFailure(path, error) };
  }
}
