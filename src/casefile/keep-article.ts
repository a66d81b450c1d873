import { type Article, type ArticleItem, notice, type Span } from '../model/index.ts';
import { type Case, encode, type Packed, record, wellFormed } from './case.ts';
import { appendEvent } from './event.ts';

/** Where a report came from: which item of which received thing. */
export interface Origin {
  /** Number of the received thing. */
  readonly received: number;
  /** 1 for its first item. */
  readonly item: number;
}

/** A report that is in the case. */
export interface KeptArticle {
  readonly number: number;
  /** Its id in this case: the caller's, made unique. */
  readonly id: string;
}

/** The report that an item gave, if it is there already. */
export const articleOfItem = ({ db }: Case, { received, item }: Origin): KeptArticle | undefined =>
  db.get<{ number: number; id: string }>('SELECT number, id FROM articles WHERE received = ? AND item = ?', received, item);

/** A report that was read from the very same bytes to the very same text; told by another id it is another report. */
export function sameArticle({ db }: Case, article: Article): KeptArticle | undefined {
  return db.get<{ number: number; id: string }>(
    `SELECT a.number, a.id FROM articles AS a JOIN texts AS t ON t.number = a.text
     WHERE a.source_hash = ? AND t.hash = ? AND (a.id = ? OR ? = a.source_hash) ORDER BY a.number LIMIT 1`,
    article.sourceHash,
    article.textHash,
    wellFormed(article.id),
    article.id,
  );
}

/** The id that an article gets in this case: its own, or where another report has that, its own with "~2", "~3", … behind it. */
function freeId({ db }: Case, id: string): string {
  const taken = (candidate: string): boolean => db.get('SELECT 1 AS there FROM articles WHERE id = ?', candidate) !== undefined;
  if (!taken(id)) return id;
  // ":" follows "9" in the order of characters.
  const most = db.get<{ n: number | null }>(
    'SELECT max(CAST(substr(id, length(?) + 2) AS INTEGER)) AS n FROM articles WHERE id >= ? AND id < ?',
    id,
    `${id}~`,
    `${id}~:`,
  );
  let next = Math.max(1, most?.n ?? 1) + 1;
  while (taken(`${id}~${next}`)) next++;
  return `${id}~${next}`;
}

/** The article under an id that no other report of this case has. */
export function withFreeId(kept: Case, given: Article): Article {
  const article = { ...given, id: wellFormed(given.id) };
  const id = freeId(kept, article.id);
  if (id === article.id) return article;
  const told = notice('duplicate-id', `Another report of this case has the id "${article.id}"; here this one is called "${id}".`);
  return { ...article, id, notices: [...article.notices.filter(({ code }) => code !== 'duplicate-id'), told] };
}

/** What is known of the thing that a report came in. */
export interface Container {
  readonly hash: string;
  /** True if the item's bytes stand in it as they are, where the item says. */
  readonly holds: boolean;
}

interface Source {
  readonly source: 'whole' | 'span' | 'own' | 'elsewhere';
  readonly at?: Span;
  readonly own?: Packed;
}

/** How the bytes that a report was read from are kept. */
function sourceOf({ tools }: Case, { article, bytes, part }: ArticleItem, container: Container): Source {
  if (article.sourceHash === container.hash) return { source: 'whole' };
  if (tools.hash(bytes) !== article.sourceHash) return { source: 'elsewhere' };
  if (container.holds && part?.at !== undefined) return { source: 'span', at: part.at };
  return { source: 'own', own: tools.pack(bytes) };
}

/** The text's row; the same text is kept once. */
function keepText({ db, tools }: Case, article: Article): number {
  const known = db.get<{ number: number }>('SELECT number FROM texts WHERE hash = ?', article.textHash);
  if (known !== undefined) return known.number;
  const { size, bytes } = tools.pack(encode(article.text));
  return db.run('INSERT INTO texts (hash, characters, size, text) VALUES (?, ?, ?, ?)', article.textHash, article.text.length, size, bytes)
    .number;
}

/** What is known of an article but for its text, as it is kept. */
export type ArticleRecord = Omit<Article, 'text'> & { readonly part?: ArticleItem['part'] };

/**
 * Keeps a report: its text, what is known of it, and the bytes that it was read from where they do not stand in the received
 * thing as they are. Call it with an article from `withFreeId`.
 *
 * @param container the thing that it came in
 */
export function keepArticle(kept: Case, item: ArticleItem, origin: Origin, container: Container): KeptArticle {
  const { db, tools } = kept;
  const { article, part } = item;
  return db.transaction(() => {
    const { text: _, ...known } = article;
    const about = record(kept, (part === undefined ? known : { ...known, part }) satisfies ArticleRecord);
    const { source, at, own } = sourceOf(kept, item, container);
    const { number } = db.run(
      `INSERT INTO articles (id, received, item, text, title, publisher, byline, published, url, source_hash, source,
         source_start, source_end, source_size, source_bytes, tool, record_hash, record_size, record)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      article.id,
      origin.received,
      origin.item,
      keepText(kept, article),
      wellFormed(article.title) ?? null,
      wellFormed(article.publisher) ?? null,
      wellFormed(article.byline) ?? null,
      wellFormed(article.published) ?? null,
      wellFormed(article.url) ?? null,
      article.sourceHash,
      source,
      at?.[0] ?? null,
      at?.[1] ?? null,
      own?.size ?? null,
      own?.bytes ?? null,
      tools.version,
      about.hash,
      about.size,
      about.bytes,
    );
    appendEvent(kept, {
      event: 'article',
      article: number,
      id: article.id,
      received: origin.received,
      item: origin.item,
      source: article.sourceHash,
      text: article.textHash,
      record: about.hash,
      tool: tools.version,
    });
    return { number, id: article.id };
  });
}
