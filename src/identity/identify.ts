import {
  type Because,
  type Notice,
  type Reading,
  type Span,
  type Speaker,
  type Statement,
  spanOf,
  viewOf,
  type WordRange,
  wordsIn,
} from '../model/index.ts';
import { askedOf } from './asked.ts';
import { Bodies } from './bodies.ts';
import { Cast, type Character } from './character.ts';
import { Focus, partOf } from './focus.ts';
import { questionOrAnswer } from './labels.ts';
import { withLands } from './lands.ts';
import { type NameRun, nameRuns } from './name-runs.ts';
import { nameSurveys } from './name-surveys.ts';
import { People } from './people.ts';
import { ownedBody } from './resolve-noun.ts';
import { isPersonal, resolvePronoun } from './resolve-pronoun.ts';
import { resolveSource } from './resolve-source.ts';
import { takeRoles } from './roles.ts';
import { type Resolved, type Scene, trait } from './scene.ts';
import { firstAfter, signaturesOf } from './signatures.ts';
import { speakersOf } from './speakers.ts';
import { type Earlier, resolveVoiceless } from './voiceless.ts';

/** What is known of the article beside its text. */
export interface About {
  readonly publisher?: string;
  readonly byline?: string;
  readonly title?: string;
  readonly published?: string;
}

export interface Identity {
  readonly speakers: readonly Speaker[];
  /** Statement id to speaker id; null where nobody is said to have spoken. */
  readonly speakerOf: ReadonlyMap<string, string | null>;
  /** Statement id to why it has that speaker. */
  readonly because: ReadonlyMap<string, readonly Because[]>;
  readonly notices: readonly Notice[];
}

/** How many earlier statements a statement without a source looks back on. */
const EARLIER = 12;

/**
 * Finds who speaks in a report: first every name, then, in the order of the text, every source and pronoun against
 * who has been spoken of so far. Work grows in a straight line with the text.
 *
 * @param statements in any order; those told inside others are resolved like the rest
 * @example identify(reading, statements, {}).speakerOf.get('s1') // 'p2'
 */
export function identify(reading: Reading, statements: readonly Statement[], about: About): Identity {
  const scene = createScene(reading, about);
  const { view, focus } = scene;
  const found = new Map<string, Character | undefined>();
  const because = new Map<string, readonly Because[]>();
  const earlier: Earlier[] = [];
  const labelled: Character[] = [];
  const tellers = new Map(statements.map((s) => [s.id, s]));
  const turnOf = ({ within }: Statement): Character | undefined =>
    within !== null && tellers.get(within)?.because.some(({ rule }) => rule === 'transcript') ? found.get(within) : undefined;
  const sources = statements
    .map((statement) => ({ statement, range: rangeOf(reading, statement.source), at: placeOf(reading, statement) }))
    .sort((a, b) => a.at - b.at);
  const named = new Set<number>();
  for (const { range } of sources) if (range !== undefined) for (let i = range[0] + 1; i <= range[1]; i++) named.add(i);
  let next = 0;
  const settle = (until: number) => {
    while (next < sources.length && sources[next]!.at <= until) {
      const { statement, range, at } = sources[next++]!;
      const { character, because: why } =
        askedOf(view, statement) ??
        (range === undefined
          ? undefined
          : (questionOrAnswer(scene, range[0], range[1], labelled) ?? ownVoice(scene, statement, range, (id) => tellers.get(id), found))) ??
        (range === undefined
          ? resolveVoiceless(scene, statement, earlier, (id) => found.get(id))
          : resolveSource({ ...scene, teller: turnOf(statement) }, range));
      found.set(statement.id, character);
      if (character !== undefined && range !== undefined && view.word(range[1] + 1) === ':') labelled.push(character);
      because.set(statement.id, [why]);
      if (character !== undefined && range !== undefined) {
        character.spans.push(spanAround(statement.source));
        focus.note(character, view.sentence(range[0]), range[0], statement.within === null ? 'speaker' : 'other');
      }
      earlier.push({ statement, character, sentence: view.sentence(at), paragraph: view.paragraph(at) });
      if (earlier.length > EARLIER) earlier.shift();
    }
  };
  for (let i = 0; i < view.count; i++) {
    const run = scene.runAt(i);
    if (run !== undefined && run.words[0] === i) {
      const character = scene.characterOf(run);
      if (character !== undefined) focus.note(character, view.sentence(i), i, partOf(view, i, run.words[1]));
    } else if (run === undefined && isPersonal(view.lower(i)) && !view.quoted(i) && !named.has(i)) follow(scene, i);
    settle(i);
  }
  settle(Infinity);
  nameSurveys(scene.cast.characters);
  const speaking = new Set([...found.values()].filter((c) => c !== undefined));
  const speakers = speakersOf(view, scene.cast.characters, speaking);
  const speakerOf = new Map(statements.map((s) => [s.id, speakers.get(found.get(s.id)!)?.id ?? null]));
  return { speakers: [...speakers.values()], speakerOf, because, notices: scene.notices };
}

/** "I" in the words of a turn or a post is who says them; in quotation marks it is found as other words are. */
function ownVoice(
  { view }: Scene,
  { within }: Statement,
  [first, last]: WordRange,
  statementOf: (id: string) => Statement | undefined,
  found: ReadonlyMap<string, Character | undefined>,
): Resolved | undefined {
  let outer = within === null ? undefined : statementOf(within);
  while (outer !== undefined && outer.form !== 'direct') outer = outer.within === null ? undefined : statementOf(outer.within);
  const teller = outer === undefined ? undefined : found.get(outer.id);
  if (teller === undefined || first !== last || !/^(?:i|we)$/.test(view.lower(first)) || view.quoted(first)) return undefined;
  const note = `"${view.word(first)}" in the words of ${teller.name ?? 'the one who speaks'}`;
  return { character: teller, because: { rule: 'own-voice', at: [spanOf(view.reading.words, [first, last])], note } };
}

/** A pronoun that speaks nothing still tells who is spoken of. */
function follow(scene: Scene, at: number): void {
  const quiet: Scene = { ...scene, notices: [] };
  const { character } = resolvePronoun(quiet, at);
  if (character === undefined) return;
  character.mentions.push([at, at]);
  scene.focus.note(character, scene.view.sentence(at), at, partOf(scene.view, at, at));
}

function createScene(reading: Reading, about: About): Scene {
  const view = viewOf(reading);
  const runs = withLands(view, nameRuns(view));
  const covering = new Map<number, NameRun>();
  for (const run of runs) for (let i = run.words[0]; i <= run.words[1]; i++) covering.set(i, run);
  const cast = new Cast();
  const people = new People(view, cast, runs);
  const bodies = new Bodies(view, cast, runs, people.of);
  const characterOf = (run: NameRun) => people.of.get(run) ?? bodies.of.get(run);
  const signatures = signaturesOf(view, runs);
  let reporter: Character | undefined;
  const scene: Scene = {
    view,
    cast,
    people,
    bodies,
    focus: new Focus(),
    runAt: (word) => covering.get(word),
    characterOf,
    byTrait: new Map(),
    owned: new Map(),
    known: new Map(),
    author: (word) => {
      const below = firstAfter(signatures, word);
      const signed = below === undefined ? undefined : people.of.get(below);
      if (signed !== undefined) return signed;
      reporter ??= cast.add('author', null);
      if (about.byline !== undefined) reporter.role = about.byline;
      return reporter;
    },
    notices: [],
  };
  for (const run of runs) {
    takeOwned(scene, run);
    const character = people.of.get(run);
    if (character === undefined) continue;
    takeRoles(view, run, character);
    for (const noun of character.traits) trait(scene, noun, character);
  }
  return scene;
}

/** "the Dunmore police", "Poe's campaign": bodies known by an owner, wherever they stand. */
function takeOwned(scene: Scene, run: NameRun): void {
  const { view } = scene;
  let at = run.words[1] + 1;
  if (view.lower(at + 1) === 's' && /^['’]$/.test(view.word(at))) at += 2;
  if (/^(?:police|campaign|administration|government)$/.test(view.lower(at))) ownedBody(scene, run, at).mentions.push([run.words[0], at]);
}

/** The words of a source, from its first to its last span. */
function rangeOf(reading: Reading, source: readonly Span[]): WordRange | undefined {
  return source.length === 0 ? undefined : wordsIn(reading.words, spanAround(source));
}

const spanAround = (spans: readonly Span[]): Span => [Math.min(...spans.map(([s]) => s)), Math.max(...spans.map(([, e]) => e))];

/** The word at which a statement is resolved: the last of its source, else the first of its cue or content. */
function placeOf(reading: Reading, statement: Statement): number {
  const range = rangeOf(reading, statement.source);
  if (range !== undefined) return range[1];
  const first = statement.cue[0] ?? statement.content[0];
  return first === undefined ? 0 : (wordsIn(reading.words, first)?.[0] ?? 0);
}
