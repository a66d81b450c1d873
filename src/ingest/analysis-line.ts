import type { Analysis, Article, Failure, WireArticle } from '../model/index.ts';
import type { Hash } from './known.ts';

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** True if a line of a batch is an analysis rather than a report: an engine, an article and statements. */
export const looksLikeAnalysis = (line: Bag): boolean => isBag(line.engine) && isBag(line.article) && Array.isArray(line.statements);

/** Where a value is not of a form: '' for the value itself, '.statements[0].content' for a place in it; undefined where it is. */
type Form = (value: unknown) => string | undefined;

const is =
  (holds: (value: unknown) => boolean): Form =>
  (value) =>
    holds(value) ? undefined : '';
const optional =
  (form: Form): Form =>
  (value) =>
    value === undefined || value === null ? undefined : form(value);
const list =
  (form: Form): Form =>
  (value) => {
    if (!Array.isArray(value)) return '';
    for (const [i, each] of value.entries()) {
      const odd = form(each);
      if (odd !== undefined) return `[${i}]${odd}`;
    }
    return undefined;
  };
const bag =
  (shape: Readonly<Record<string, Form>>): Form =>
  (value) => {
    if (!isBag(value)) return '';
    for (const [field, form] of Object.entries(shape)) {
      const odd = form(value[field]);
      if (odd !== undefined) return `.${field}${odd}`;
    }
    return undefined;
  };

const text = is((value) => typeof value === 'string');
const textOrNone = optional(text);
const span = is((value) => Array.isArray(value) && value.length === 2 && value.every((end) => Number.isInteger(end)));
const spans = list(span);
const because = list(bag({ rule: text, note: text, at: spans }));

const allegation = bag({
  accused: textOrNone,
  accusedSpeaker: textOrNone,
  wrong: text,
  victims: textOrNone,
  place: textOrNone,
  when: textOrNone,
  status: text,
  spans: (value) => (isBag(value) ? list(spans)(Object.values(value)) : ''),
  because,
});
const sourcing = bag({
  type: text,
  grade: text,
  channel: text,
  outlet: textOrNone,
  addressee: textOrNone,
  said: textOrNone,
  chain: list(text),
});
const statement = bag({
  id: text,
  source: spans,
  cue: spans,
  content: spans,
  form: is((value) => value === 'direct' || value === 'indirect' || value === 'mixed'),
  within: textOrNone,
  act: optional(text),
  speaker: textOrNone,
  sourcing: optional(sourcing),
  allegations: optional(list(allegation)),
  confidence: is((value) => typeof value === 'number' && value >= 0 && value <= 1),
  because,
});
const analysisForm = bag({
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
  statements: list(statement),
  speakers: list(bag({ id: text, name: textOrNone, type: text, role: textOrNone, mentions: spans })),
  missed: list(bag({ at: span, why: text })),
  notices: list(bag({ code: text, message: text, at: optional(span) })),
});

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
  const odd = analysisForm(line);
  if (odd !== undefined) {
    const message = `Expected an analysis as hearsay read writes it, found another form in its "${odd.slice(1)}".`;
    return { code: 'unreadable-line', message };
  }
  const { id, engine, article, statements, speakers, missed, notices } = line as unknown as Analysis;
  const found = hash(new TextEncoder().encode(article.text));
  if (found !== article.textHash || !HASH.test(article.sourceHash)) {
    const message = `Expected an analysis with the text that it was made of (${article.textHash}), found another text (${found}).`;
    return { code: 'unreadable-line', message };
  }
  return { article: articleOf(id, article), analysis: { id, engine, article, statements, speakers, missed, notices } };
}
