import { attribute } from '../attribution/index.ts';
import { type Identity, identify } from '../identity/index.ts';
import { guessOtherLanguage, type Network, readText } from '../language/index.ts';
import { type Analysis, type Article, type Notice, notice, type Statement, type WireArticle, type WireStatement } from '../model/index.ts';
import { type Sourced, sourceStatements } from '../sourcing/index.ts';

/** The version that stands on every analysis. */
export const ENGINE_VERSION = '0.1.0';

export interface Engine {
  /**
   * Reads one article. Nothing is kept between articles, so the same article gives the same analysis in any order.
   * @throws what the network throws; never because of the text
   */
  read(article: Article): Promise<Analysis>;
}

/**
 * The only place that knows the order of the stages.
 *
 * @example const { statements } = await createEngine(network).read(article);
 */
export function createEngine(network: Network): Engine {
  const frame = (article: Article): Analysis => ({
    id: article.id,
    engine: { version: ENGINE_VERSION, model: network.name, modelHash: network.hash },
    article: wireArticle(article),
    statements: [],
    speakers: [],
    missed: [],
    notices: article.notices,
  });
  return {
    async read(article) {
      const language = guessOtherLanguage(article.text);
      if (language !== undefined) return withNotices(frame(article), [foreign(language)]);
      const reading = await readText(article.text, network);
      const { statements, missed, notices } = await attribute(reading, (text) => readText(text, network), network.calibration);
      const identity = identify(reading, statements, article);
      const sourced = sourceStatements(reading, statements, identity, article);
      const told = statements.map((statement) => wireStatement(statement, identity, sourced.get(statement.id)!));
      const analysis = { ...frame(article), statements: told, speakers: identity.speakers, missed };
      return withNotices(analysis, [...reading.notices, ...notices, ...identity.notices, ...silence(article, statements)]);
    },
  };
}

const withNotices = (analysis: Analysis, notices: readonly Notice[]): Analysis => ({
  ...analysis,
  notices: [...analysis.notices, ...notices],
});

const foreign = (language: string): Notice =>
  notice('other-language', `the text is in ${language}; this model reads English, so no statement is given rather than a wrong one`);

const silence = (article: Article, statements: readonly Statement[]): Notice[] =>
  statements.length > 0 || article.text.trim() === '' ? [] : [notice('no-statements', 'nobody is quoted or reported in this text')];

function wireStatement(
  { continues: _, because, ...statement }: Statement,
  identity: Identity,
  { act, sourcing, because: why }: Sourced,
): WireStatement {
  const speaker = identity.speakerOf.get(statement.id) ?? null;
  return { ...statement, act, speaker, sourcing, because: [...because, ...(identity.because.get(statement.id) ?? []), ...why] };
}

const wireArticle = (article: Article): WireArticle => ({
  title: article.title ?? null,
  publisher: article.publisher ?? null,
  byline: article.byline ?? null,
  published: article.published ?? null,
  url: article.url ?? null,
  ...(article.modified === undefined ? {} : { modified: article.modified }),
  ...(article.captured === undefined ? {} : { captured: article.captured }),
  ...(article.origin === undefined ? {} : { origin: article.origin }),
  ...(article.posts === undefined ? {} : { posts: article.posts }),
  ...(article.pages === undefined ? {} : { pages: article.pages }),
  credits: article.credits.map((credit) => credit.text),
  sourceHash: article.sourceHash,
  textHash: article.textHash,
  characters: article.text.length,
  text: article.text,
});
