import { type Article, type Notice, notice, type TextMap } from '../model/index.ts';
import { bylineOf, findCredits } from './credits.ts';
import type { Hash, Known } from './known.ts';
import { readPublished } from './published.ts';

/** What an article is made of, whatever it came as. */
export interface Material {
  /** The bytes as received. */
  readonly bytes: Uint8Array;
  /** As normalised. */
  readonly text: string;
  readonly map: TextMap;
  readonly notices: readonly Notice[];
}

/** Notices that say themselves why there is no text. */
const SAYS_EMPTY: ReadonlySet<string> = new Set(['binary-bytes', 'no-text-layer']);

const given = (value: string | undefined): string | undefined => {
  const trimmed = value?.replace(/\s+/gu, ' ').trim();
  return trimmed === '' ? undefined : trimmed;
};

function dated(published: string | undefined, notices: Notice[], of = 'publication'): string | undefined {
  const written = given(published);
  if (written === undefined) return undefined;
  const date = readPublished(written);
  if (date === undefined) {
    notices.push(notice('unreadable-date', `Expected a date such as 2020-07-02, found "${written.slice(0, 40)}"; the date was left out.`));
  } else if (date.length < 10) {
    notices.push(notice('partial-date', `The date of ${of} has no day ("${date}"); days in the text are told from it less exactly.`));
  }
  return date;
}

/** Makes an article of a text and what is known of it: hashes it, finds its credit lines, reads its date. */
export function toArticle(material: Material, known: Known, hash: Hash): Article {
  const { bytes, text, map } = material;
  const notices = [...material.notices];
  if (text.trim() === '' && !notices.some(({ code }) => SAYS_EMPTY.has(code))) {
    notices.push(notice('empty-text', 'Expected a report, found no text; there is nothing to read.'));
  }
  const sourceHash = hash(bytes);
  const credits = findCredits(text);
  const facts = {
    title: given(known.title),
    publisher: given(known.publisher),
    byline: given(known.byline) ?? credits.map((credit) => bylineOf(credit.text)).find((names) => names !== undefined),
    published: dated(known.published, notices),
    url: given(known.url),
    modified: dated(known.modified, notices, 'the last change'),
    captured: given(known.captured),
    origin: known.origin,
    posts: known.posts?.length === 0 ? undefined : known.posts,
    pages: known.pages,
    headers: known.headers,
  };
  return {
    id: given(known.id) ?? sourceHash,
    text,
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    credits,
    sourceHash,
    textHash: hash(new TextEncoder().encode(text)),
    map,
    notices,
  };
}
