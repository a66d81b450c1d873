import { createReadStream } from 'node:fs';
import { kindOfName } from '../ingest/index.ts';
import { findFiles } from './input-files.ts';

const LINE_FEED = 10;

/** Lines of a file that are not empty. */
async function countLines(path: string): Promise<number> {
  let lines = 0;
  let last = LINE_FEED;
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 }) as AsyncIterable<Uint8Array>) {
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) {
      if ((at === 0 ? last : chunk[at - 1]) !== LINE_FEED) lines++;
    }
    last = chunk.at(-1)!;
  }
  return last === LINE_FEED ? lines : lines + 1;
}

/** Kinds of one report a file. */
const SINGLE: ReadonlySet<string | undefined> = new Set(['text', 'html', 'pdf', 'mail', 'mhtml']);

/**
 * How many reports paths hold, counted without reading them.
 *
 * @returns undefined where that cannot be told before they are read: archives, feeds, addresses, standard input, packed batches
 */
export async function countReports(paths: readonly string[]): Promise<number | undefined> {
  let count = 0;
  for (const path of paths) {
    if (path === '-' || /^https?:/i.test(path)) return undefined;
    for await (const file of findFiles(path)) {
      if (file.kind === 'failure') count++;
      else {
        const kind = kindOfName(file.path);
        if (SINGLE.has(kind)) count++;
        else if (kind === 'ndjson') count += await countLines(file.path);
        else return undefined;
      }
    }
  }
  return count;
}
