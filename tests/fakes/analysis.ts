import { type Allegation, type Analysis, type Article, type Span, textAt, type WireStatement, type Wrong } from '../../src/model/index.ts';

/** An article of this text, with nothing else known. */
export const articleOf = (text: string, known: Partial<Article> = {}): Article => ({
  id: 'report',
  text,
  credits: [],
  sourceHash: 'sha256:source',
  textHash: 'sha256:text',
  map: { text: [0], source: [0] },
  notices: [],
  ...known,
});

/** The span of the first place where these words stand; throws where they do not, so that a test cannot mean another text. */
export function find(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`expected "${words}" in the text`);
  return [start, start + words.length];
}

export interface Said extends Omit<Partial<WireStatement>, 'source' | 'cue' | 'content'> {
  readonly source?: string;
  readonly cue?: string;
  readonly content: string;
}

/** An analysis whose statements are given by their words. */
export function analysisOf(article: Article, said: readonly Said[], more: Partial<Analysis> = {}): Analysis {
  const spans = (words: string | undefined): readonly Span[] =>
    words === undefined ? [] : words.split(' … ').map((part) => find(article.text, part));
  return {
    id: article.id,
    engine: { version: '0', model: 'fake', modelHash: 'sha256:fake' },
    article: {
      title: article.title ?? null,
      publisher: article.publisher ?? null,
      byline: article.byline ?? null,
      published: article.published ?? null,
      url: article.url ?? null,
      credits: [],
      sourceHash: article.sourceHash,
      textHash: article.textHash,
      characters: article.text.length,
      text: article.text,
    },
    statements: said.map(({ source, cue, content, ...rest }, i) => ({
      id: `s${i + 1}`,
      source: spans(source),
      cue: spans(cue),
      content: spans(content),
      form: 'direct',
      within: null,
      confidence: 0.95,
      because: [{ rule: 'fake', at: spans(cue), note: 'the fake reader says so' }],
      ...rest,
    })),
    speakers: [],
    missed: [],
    notices: article.notices,
    ...more,
  };
}

const SAID = /^(?<source>[^“\n]+?) (?<cue>said|told|claimed)[ ,:]+(?<content>[^\n]+)$/gm;

/** Reads "NAME said WORDS" lines: enough of a reader for tests of what stands around it. */
export function fakeAnalysis(article: Article): Analysis {
  const said = [...article.text.matchAll(SAID)].map(({ groups }) => groups as unknown as Said);
  const missed = article.text.includes('?') ? [{ at: find(article.text, '?'), why: 'a question' }] : [];
  return analysisOf(article, said, { missed });
}

/** Every span of an analysis, as words. */
export const wordsOf = (text: string, spans: readonly Span[]): readonly string[] => spans.map((span) => textAt(text, span));

/** A plain allegation without places in the text: who is accused, of what, and what else is told of it. */
export const allegationOf = (accused: string | null, wrong: Wrong, more: Partial<Allegation> = {}): Allegation => ({
  accused,
  accusedSpeaker: null,
  wrong,
  victims: null,
  place: null,
  when: null,
  status: 'alleged',
  spans: {},
  because: [],
  ...more,
});
