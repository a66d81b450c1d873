import { type Analysis, type Article, type Failure, notice } from '../model/index.ts';
import { looksLikeAnalysis, readAnalysis } from './analysis-line.ts';
import { decode } from './decode.ts';
import type { Hash, Known } from './known.ts';
import { normalise } from './normalise.ts';
import { toArticle } from './to-article.ts';

const FIELDS = ['id', 'title', 'publisher', 'byline', 'published', 'url'] as const;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const nameOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`);

/** The fields that are strings (numbers too, for ids and years), and the names of those that are neither. */
function knownOf(record: Readonly<Record<string, unknown>>): { known: Known; unread: readonly string[] } {
  const known: Record<string, string> = {};
  const unread: string[] = [];
  for (const field of FIELDS) {
    const value = record[field];
    if (typeof value === 'string') known[field] = value;
    else if (typeof value === 'number') known[field] = String(value);
    else if (value !== undefined && value !== null) unread.push(field);
  }
  return { known, unread };
}

/**
 * Reads one line of a batch: `{"text": …, "id"?, "title"?, "publisher"?, "byline"?, "published"?, "url"?}`. The hash of the
 * article's source is that of the line's bytes; its map leads into the value of `text`.
 *
 * @param bytes the line without its line end
 * @returns the article, or 'unreadable-line' or 'missing-text' with what was found
 * @example readLine(bytes, hash)
 */
export function readLine(bytes: Uint8Array, hash: Hash): Article | Failure {
  const read = readRecord(bytes, hash);
  return 'code' in read ? read : read.article;
}

/** What a line holds: a report, and where it came with one what was read in it. */
export interface ReadLine {
  readonly article: Article;
  readonly analysis?: Analysis;
}

/** As `readLine`; an analysis that `hearsay read` or `hearsay export` wrote comes with its report. */
export function readRecord(bytes: Uint8Array, hash: Hash): ReadLine | Failure {
  const decoded = decode(bytes);
  const value = parse(decoded.text.replace(/^\uFEFF/, ''));
  if (value === undefined) {
    return {
      code: 'unreadable-line',
      message: 'Expected one JSON object, found text that is no JSON (cut off?). Write one object a line.',
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { code: 'unreadable-line', message: `Expected one JSON object, found ${nameOf(value)}. Write {"text": "…"} on a line.` };
  }
  const record = value as Readonly<Record<string, unknown>>;
  if (looksLikeAnalysis(record)) return readAnalysis(record, hash);
  if (typeof record.text !== 'string') {
    const found =
      record.text === undefined ? `only ${Object.keys(record).slice(0, 8).join(', ') || 'an empty object'}` : nameOf(record.text);
    return { code: 'missing-text', message: `Expected the report in the field "text" as a string, found ${found}.` };
  }
  const { text, map, notices } = normalise(record.text);
  const { known, unread } = knownOf(record);
  const odd = unread.map((field) =>
    notice('unreadable-field', `Expected a string in "${field}", found ${nameOf(record[field])}; it was left out.`),
  );
  return { article: toArticle({ bytes, text, map, notices: [...decoded.notices, ...notices, ...odd] }, known, hash) };
}
