import { allege, ownVoice } from '../allegation/index.ts';
import { attribute } from '../attribution/index.ts';
import type { Related } from '../corroboration/index.ts';
import { type Identity, identify } from '../identity/index.ts';
import { guessOtherLanguage, judgeAll, judged, type Network, readText } from '../language/index.ts';
import {
  type Allegation,
  type Analysis,
  type Article,
  type CheckedReport,
  type HouseProfile,
  type Missed,
  type Notice,
  notice,
  type Speaker,
  type Statement,
  type WireArticle,
  type WireStatement,
} from '../model/index.ts';
import { type Checked, checkRules, defaultProfile, type Sourced, sourceStatements } from '../sourcing/index.ts';
import { numbered } from './numbering.ts';
import { type RelateOptions, relate } from './relate.ts';
import { noteSharer } from './share-notes.ts';
import { ENGINE_VERSION } from './version.ts';

export interface Engine {
  /**
   * Reads one article. Nothing is kept between articles, so the same article gives the same analysis in any order.
   * @throws what the network throws; never because of the text
   */
  read(article: Article): Promise<Analysis>;
  /**
   * Reads one article and holds it against a newsroom's rules on sources.
   *
   * @param profile the shipped one where none is given
   * @throws what the network throws; RangeError if a rule names a check that there is none of
   * @example (await engine.check(article)).findings[0].message // 'does not meet rule S1 of profile default: …'
   */
  check(article: Article, profile?: HouseProfile): Promise<CheckedReport>;
  /**
   * Relates analyses of this version to each other; see `relate`.
   * @throws VersionMismatch
   */
  relate(analyses: Iterable<Analysis>, options?: RelateOptions): Related;
}

/** An article read to the end; `checked` is what house rules look at, missing where nothing was read. */
interface Whole {
  readonly analysis: Analysis;
  readonly checked?: () => Checked;
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
  // What only finding and judging statements take is let go when this returns.
  const readStatements = async (text: string, share: ReturnType<typeof noteSharer>) => {
    const read = await readText(text, network);
    const { missed, notices, ...attributed } = await attribute(read, (part) => readText(part, network), network.calibration);
    const { statements: found, isAdded: isOwn } = numbered(attributed.statements, ownVoice(read, attributed.statements));
    const statements = found.map((statement) => ({ ...statement, because: share(statement.because) }));
    return { reading: judged(read), statements, isOwn, judgementOf: judgeAll(read, statements), missed, notices };
  };
  const readWhole = async (article: Article): Promise<Whole> => {
    const language = guessOtherLanguage(article.text);
    if (language !== undefined) return { analysis: withNotices(frame(article), [foreign(language)]) };
    const share = noteSharer();
    const { reading, statements, isOwn, judgementOf, missed, notices } = await readStatements(article.text, share);
    const spoken = statements.filter(({ id }) => !isOwn(id));
    const found = identify(reading, spoken, article);
    const identity = { ...found, because: mapValues(found.because, share) };
    const voices = withPublisher(identity, statements.map(({ id }) => id).filter(isOwn), article);
    const sourced = mapValues(sourceStatements(reading, statements, voices, article, judgementOf), (one) => ({
      ...one,
      because: share(one.because),
    }));
    const actOf = (id: string) => (isOwn(id) ? 'accuse' : sourced.get(id)!.act);
    const alleged = mapValues(allege(reading, statements, { ...voices, actOf, judgementOf }), (all) =>
      all.map((one) => ({ ...one, because: share(one.because) })),
    );
    const told = statements.map((s) => wireStatement(s, voices, { ...sourced.get(s.id)!, act: actOf(s.id) }, alleged.get(s.id) ?? []));
    const analysis = { ...frame(article), statements: told, speakers: voices.speakers, missed };
    const all = [
      ...reading.notices,
      ...notices,
      ...identity.notices,
      ...silence(article, spoken, missed),
      ...nameless(identity),
      ...shouting(article.text),
    ];
    const checked = () => {
      const speakers = new Map(identity.speakers.map((speaker) => [speaker.id, speaker]));
      return {
        reading,
        statements: spoken.map((statement) => {
          const { act, sourcing } = sourced.get(statement.id)!;
          return { statement, speaker: speakers.get(identity.speakerOf.get(statement.id) ?? ''), act, sourcing };
        }),
        credits: article.credits,
        ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
      };
    };
    return { analysis: withNotices(analysis, all), checked };
  };
  return {
    relate,
    read: async (article) => (await readWhole(article)).analysis,
    async check(article, profile = defaultProfile) {
      const { analysis, checked } = await readWhole(article);
      return { analysis, profile, findings: checked === undefined ? [] : checkRules(profile, checked()) };
    },
  };
}

const mapValues = <T, U>(map: ReadonlyMap<string, T>, change: (value: T) => U): ReadonlyMap<string, U> =>
  new Map([...map].map(([key, value]) => [key, change(value)]));

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

const silence = (article: Article, statements: readonly Statement[], missed: readonly Missed[]): Notice[] => {
  if (statements.length > 0 || article.text.trim() === '') return [];
  const quoted = missed.some(({ why }) => why.startsWith('quotation'));
  return [
    notice('no-statements', quoted ? 'the text quotes words, but names nobody who said them' : 'nobody is quoted or reported in this text'),
  ];
};

/** Among those who speak; bodies and documents that the report names are named voices. */
const nameless = ({ speakers, speakerOf }: Identity): Notice[] => {
  const speaking = new Set(speakerOf.values());
  const none = speakerOf.size > 0 && !speakers.some(({ id, name }) => speaking.has(id) && name !== null);
  return none ? [notice('nobody-named', 'nobody who speaks in this text is named')] : [];
};

/** A text of fewer letters may be a headline. */
const FEWEST_LETTERS = 60;
/** Characters that are looked at. */
const SAMPLE = 20_000;

const shouting = (text: string): Notice[] => {
  const letters = text.slice(0, SAMPLE).match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const big = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  const message = 'the text is in capitals, which name everything alike; names and who they are are told less surely';
  return letters.length >= FEWEST_LETTERS && big >= 0.9 * letters.length ? [notice('in-capitals', message)] : [];
};

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
