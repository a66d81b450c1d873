import { allege, ownVoice } from '../allegation/index.ts';
import { attribute } from '../attribution/index.ts';
import { type Identity, identify } from '../identity/index.ts';
import { guessOtherLanguage, type Network, readText } from '../language/index.ts';
import {
  type Allegation,
  type Analysis,
  type Article,
  type Notice,
  notice,
  type Speaker,
  type Statement,
  type WireArticle,
  type WireStatement,
} from '../model/index.ts';
import { type Sourced, sourceStatements } from '../sourcing/index.ts';
import { numbered } from './numbering.ts';

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
      const { missed, notices, ...attributed } = await attribute(reading, (text) => readText(text, network), network.calibration);
      const { statements, isAdded: isOwn } = numbered(attributed.statements, ownVoice(reading, attributed.statements));
      const identity = identify(
        reading,
        statements.filter(({ id }) => !isOwn(id)),
        article,
      );
      const voices = withPublisher(identity, statements.map(({ id }) => id).filter(isOwn), article);
      const sourced = sourceStatements(reading, statements, voices, article);
      const actOf = (id: string) => (isOwn(id) ? 'accuse' : sourced.get(id)!.act);
      const alleged = allege(reading, statements, { ...voices, actOf });
      const told = statements.map((s) => wireStatement(s, voices, { ...sourced.get(s.id)!, act: actOf(s.id) }, alleged.get(s.id) ?? []));
      const analysis = { ...frame(article), statements: told, speakers: voices.speakers, missed };
      return withNotices(analysis, [...reading.notices, ...notices, ...identity.notices, ...silence(article, statements)]);
    },
  };
}

/** For what the report says in its own voice, its publisher is answerable. */
function withPublisher(identity: Identity, own: readonly string[], { publisher, byline }: Article): Identity {
  if (own.length === 0) return identity;
  const speaker: Speaker = {
    id: `p${identity.speakers.length + 1}`,
    name: publisher ?? null,
    type: 'author',
    role: byline ?? null,
    mentions: [],
  };
  return {
    ...identity,
    speakers: [...identity.speakers, speaker],
    speakerOf: new Map([...identity.speakerOf, ...own.map((id): [string, string] => [id, speaker.id])]),
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
  allegations: readonly Allegation[],
): WireStatement {
  const speaker = identity.speakerOf.get(statement.id) ?? null;
  return {
    ...statement,
    act,
    speaker,
    sourcing,
    allegations,
    because: [...because, ...(identity.because.get(statement.id) ?? []), ...why],
  };
}

const wireArticle = (article: Article): WireArticle => ({
  title: article.title ?? null,
  publisher: article.publisher ?? null,
  byline: article.byline ?? null,
  published: article.published ?? null,
  url: article.url ?? null,
  credits: article.credits.map((credit) => credit.text),
  sourceHash: article.sourceHash,
  textHash: article.textHash,
  characters: article.text.length,
  text: article.text,
});
