import type { Analysis, Article, Failure, WireArticle } from '../model/index.ts';
import type { Hash } from './known.ts';

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** True if a line of a batch is an analysis rather than a report: an engine, an article and statements. */
export const looksLikeAnalysis = (line: Bag): boolean => isBag(line.engine) && isBag(line.article) && Array.isArray(line.statements);

const text = (value: unknown): boolean => typeof value === 'string';
const textOrNone = (value: unknown): boolean => value === null || value === undefined || text(value);
const list = (each: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(each);
const span = (value: unknown): boolean => Array.isArray(value) && value.length === 2 && value.every((end) => Number.isInteger(end));
const spans = list(span);
const optional = (check: (value: unknown) => boolean) => (value: unknown) => value === undefined || value === null || check(value);
const because = list((value) => isBag(value) && text(value.rule) && text(value.note) && spans(value.at));
const sure = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;
const bag = (shape: Shape) => (value: unknown) => isBag(value) && Object.entries(shape).every(([field, check]) => check(value[field]));

const ALLEGATION: Shape = {
  accused: textOrNone,
  accusedSpeaker: textOrNone,
  wrong: text,
  victims: textOrNone,
  place: textOrNone,
  when: textOrNone,
  status: text,
  spans: (value) => isBag(value) && Object.values(value).every(spans),
  because,
};
const SOURCING: Shape = {
  type: text,
  grade: text,
  channel: text,
  outlet: textOrNone,
  addressee: textOrNone,
  said: textOrNone,
  chain: list(text),
};
const STATEMENT: Shape = {
  id: text,
  source: spans,
  cue: spans,
  content: spans,
  form: (value) => value === 'direct' || value === 'indirect' || value === 'mixed',
  within: textOrNone,
  act: optional(text),
  speaker: textOrNone,
  sourcing: optional(bag(SOURCING)),
  allegations: optional(list(bag(ALLEGATION))),
  confidence: sure,
  because,
};
const SHAPE: Shape = {
  id: text,
  engine: bag({ version: text, model: text, modelHash: text }),
  article: bag({
    title: textOrNone,
    publisher: textOrNone,
    byline: textOrNone,
    published: textOrNone,
    url: textOrNone,
    credits: list(text),
    sourceHash: text,
    textHash: text,
    text,
  }),
  statements: list(bag(STATEMENT)),
  speakers: list(bag({ id: text, name: textOrNone, type: text, role: textOrNone, mentions: spans })),
  missed: list(bag({ at: span, why: text })),
  notices: list(bag({ code: text, message: text, at: optional(span) })),
};

const FIELDS = Object.keys(SHAPE) as (keyof Analysis)[];
const HASH = /^sha256:[0-9a-f]{64}$/;

/** The report that an analysis is of, as far as the analysis tells. */
function articleOf(id: string, wire: WireArticle): Article {
  const { text: words, sourceHash, textHash, credits, characters: _, title, publisher, byline, published, url, ...more } = wire;
  const known = Object.entries({ title, publisher, byline, published, url }).filter(([, value]) => value != null);
  return {
    id,
    text: words,
    ...Object.fromEntries(known),
    ...more,
    credits: credits.flatMap((credit) => {
      const start = words.indexOf(credit);
      return start < 0 ? [] : [{ text: credit, at: [start, start + credit.length] as const }];
    }),
    sourceHash,
    textHash,
    map: { text: [0], source: [0] },
    notices: [],
  };
}

/**
 * Takes a line that `hearsay read` or `hearsay export` wrote. Its hash of the text is proved; the bytes that its report was
 * read from are not there, so that their hash is taken on its word.
 *
 * @param line where `looksLikeAnalysis`
 */
export function readAnalysis(line: Bag, hash: Hash): { readonly article: Article; readonly analysis: Analysis } | Failure {
  const wrong = FIELDS.find((field) => !SHAPE[field]!(line[field]));
  if (wrong !== undefined) {
    return { code: 'unreadable-line', message: `Expected an analysis as hearsay read writes it, found another form in its "${wrong}".` };
  }
  const { id, engine, article, statements, speakers, missed, notices } = line as unknown as Analysis;
  const found = hash(new TextEncoder().encode(article.text));
  if (found !== article.textHash || !HASH.test(article.sourceHash)) {
    const message = `Expected an analysis with the text that it was made of (${article.textHash}), found another text (${found}).`;
    return { code: 'unreadable-line', message };
  }
  return { article: articleOf(id, article), analysis: { id, engine, article, statements, speakers, missed, notices } };
}
