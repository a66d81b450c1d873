import { answering, type Judgement, type JudgementOf } from '../language/index.ts';
import type { Act, Allegation, Because, Reading, Speaker, Statement, Wrong } from '../model/index.ts';
import { spanOf, viewOf, WRONGS, wordsOf } from '../model/index.ts';
import { type Accused, accusedOf } from './accused.ts';
import { ALLEGES } from './alleges-weights.generated.ts';
import type { Setting } from './candidates.ts';
import { placeOf, victimsOf, whenOf } from './circumstances.ts';
import { partOf } from './parts.ts';
import { referentsOf, tellingWords } from './referents.ts';
import { statusOf } from './status.ts';
import { type Trigger, triggersIn } from './triggers.ts';
import { BY_GRAVITY, type WeighedWrong, weighWrongs } from './wrongs.ts';

/** Wrongs that are told as facts too ("soldiers fired on the depot"): with their doer named they are alleged, however plainly they are said. */
const AGAINST_LIFE: ReadonlySet<Wrong> = new Set<Wrong>([
  'killing',
  'torture',
  'sexual-violence',
  'attack-on-civilians',
  'enforced-disappearance',
]);
const JUST = 0.05;
/** How sure the network must be of a wrong that no word names, by somebody whom no word of the statement names (natural log-odds). */
const UNSAID = 1.5;
const ELSEWHERE = /^accused-(?:again|before|main|nobody)$/;
/** Words of a content that are looked at, at most. */
const MOST_WORDS = 400;
/** Speakers accused before that are kept in mind. */
const MOST_BEFORE = 6;

/** What the rooms before tell of the statements. */
export interface Told {
  readonly speakers: readonly Speaker[];
  readonly speakerOf: ReadonlyMap<string, string | null>;
  readonly actOf: (statement: string) => Act;
  /** What the network says of each statement. */
  readonly judgementOf: JudgementOf;
}

/** A statement with all that its allegation is read from. */
export interface Weighing {
  readonly setting: Setting;
  readonly act: Act;
  readonly judgement: Judgement | undefined;
  readonly wrongs: readonly WeighedWrong[];
  /** Natural log-odds that it says, denies, asks or supposes a wrong. */
  readonly alleges: number;
}

/**
 * What each statement alleges: whether somebody did a wrong, who, which, to whom, where, when, and how it stands. Statements that
 * allege nothing are left out. Read in the order of the text, since who was accused before is likely to be accused again.
 *
 * @example allege(reading, statements, told).get('s2')?.[0]?.wrong // 'torture'
 */
export function allege(reading: Reading, statements: readonly Statement[], told: Told): ReadonlyMap<string, readonly Allegation[]> {
  const out = new Map<string, readonly Allegation[]>();
  weighAll(reading, statements, told, (weighing) => {
    if (weighing.alleges < 0) return undefined;
    const accused = accusedOf(weighing.setting, weighing.act);
    const said = weighing.setting.triggers.length > 0 || !ELSEWHERE.test(accused.because.rule);
    if (!said && weighing.judgement !== undefined && weighing.judgement.alleges < UNSAID) return undefined;
    out.set(weighing.setting.statement.id, allegationsOf(weighing, accused));
    return accused.speaker;
  });
  return out;
}

/** Lays out each statement in the order of the text; `visit` gives the speaker that it accuses, if it does. */
export function weighAll(
  reading: Reading,
  statements: readonly Statement[],
  told: Told,
  visit: (weighing: Weighing) => Speaker | undefined,
): void {
  const view = viewOf(reading);
  const referents = referentsOf(view, told.speakers);
  const indexOf = new Map(told.speakers.map((s, k) => [s.id, k]));
  const laid = statements
    .map((statement) => ({ statement, content: wordsOf(reading, statement.content).slice(0, MOST_WORDS) }))
    .filter(({ content }) => content.length > 0)
    .sort((a, b) => a.content[0]! - b.content[0]!);
  let accusedBefore: readonly number[] = [];
  const accusedBy = new Map<Speaker, readonly number[]>();
  const accusersOf = new Map<number, readonly number[]>();
  const accusedIn = new Map<string, number>();
  for (const { statement, content } of laid) {
    const id = told.speakerOf.get(statement.id);
    const speaker = id == null ? undefined : told.speakers[indexOf.get(id)!];
    const telling = tellingWords(view, statement, content);
    const act = told.actOf(statement.id);
    const triggers = triggersIn(view, content);
    const judgement = told.judgementOf(statement.id);
    const wrongs = weighWrongs(triggers, judgement);
    const main = wrongs[0]!.trigger ?? triggers.find((t) => t.strong) ?? triggers[0];
    const setting: Setting = {
      view,
      statement,
      speaker,
      content,
      telling,
      triggers,
      main,
      referents,
      accusedBefore,
      accusedAround: accusedIn.get(statement.within ?? '') ?? -1,
      accusedBySpeaker: (speaker && accusedBy.get(speaker)) ?? [],
      accusersOfSpeaker: (speaker && accusersOf.get(indexOf.get(speaker.id)!)) ?? [],
      ...(judgement === undefined ? {} : { answers: { of: answering(reading, statement, judgement), nobody: judgement.nobody } }),
    };
    const alleges = oddsOf(setting, act, judgement);
    const accused = visit({ setting, act, judgement, wrongs, alleges });
    if (accused === undefined) continue;
    const k = indexOf.get(accused.id)!;
    accusedBefore = latest(k, accusedBefore);
    accusedIn.set(statement.id, k);
    if (speaker === undefined || speaker === accused) continue;
    accusedBy.set(speaker, latest(k, accusedBy.get(speaker) ?? []));
    accusersOf.set(k, latest(indexOf.get(speaker.id)!, accusersOf.get(k) ?? []));
  }
}

const latest = (k: number, before: readonly number[]): readonly number[] =>
  [k, ...before.filter((other) => other !== k)].slice(0, MOST_BEFORE);

/** What speaks for an allegation, by name; every figure between 0 and 1 but the network's. */
export function signsOf(
  { view, triggers, content }: Setting,
  act: Act,
  judgement: Judgement | undefined,
): Readonly<Record<string, number>> {
  const strong = triggers.filter((t) => t.strong);
  const out: Record<string, number> = { always: 1, [act]: 1 };
  if (judgement !== undefined) out.network = Math.max(-4, Math.min(4, judgement.alleges));
  if (strong.length > 0) out['a word for a wrong'] = 1;
  if (strong.length > 1) out['words for wrongs'] = 1;
  if (triggers.length > strong.length) out['a word that may name a wrong'] = 1;
  if (strong.length > 0 && strong.every((t) => t.negated)) out.negated = 1;
  const isDone = (trigger: Trigger) => content.some((i) => /^(?:NN|PRP)/.test(view.pos(i)) && partOf(view, i, trigger) === 'does');
  if (strong.some((t) => !t.negated && isDone(t))) out['somebody does it'] = 1;
  out.brief = content.length < 8 ? 1 : 0;
  return out;
}

function oddsOf(setting: Setting, act: Act, judgement: Judgement | undefined): number {
  const weights: Readonly<Record<string, number>> = judgement === undefined ? ALLEGES.words : ALLEGES.network;
  const signs = signsOf(setting, act, judgement);
  let sum = 0;
  for (const [name, value] of Object.entries(signs)) sum += value * (weights[name] ?? 0);
  const plain = signs['somebody does it'] === 1 && setting.main?.strong === true && AGAINST_LIFE.has(setting.main.wrong);
  return plain ? Math.max(sum, JUST) : sum;
}

function allegationsOf(weighing: Weighing, accused: Accused): readonly Allegation[] {
  const main = weighing.wrongs[0]!;
  const own = weighing.setting.main;
  const others = weighing.wrongs.slice(1).filter(({ trigger }) => trigger?.strong === true && isApart(trigger, own));
  return [main, ...others]
    .map((wrong) => allegationOf(weighing, accused, wrong, wrong === main ? own : wrong.trigger))
    .sort((a, b) => BY_GRAVITY.indexOf(a.wrong) - BY_GRAVITY.indexOf(b.wrong));
}

const isApart = (trigger: Trigger, main: Trigger | undefined) =>
  main === undefined || trigger.words[0] > main.words[1] || trigger.words[1] < main.words[0];

function allegationOf(
  { setting, act, judgement }: Weighing,
  accused: Accused,
  { wrong, trigger: named }: WeighedWrong,
  trigger: Trigger | undefined,
): Allegation {
  const { view, content, telling, speaker } = setting;
  const words = view.reading.words;
  const status = statusOf(view, act, telling, content, trigger, judgement, accused.speaker !== undefined && accused.speaker === speaker);
  const victims = victimsOf(view, content, trigger, accused.words);
  const place = placeOf(view, content, trigger);
  const when = whenOf(view, content, trigger);
  const at = trigger === undefined ? [] : [spanOf(words, trigger.words)];
  const why: Because =
    named === undefined
      ? { rule: 'wrong-network', at, note: `the network reads it as ${WRONGS[wrong]}` }
      : { rule: 'wrong-words', at: [spanOf(words, named.words)], note: WRONGS[wrong] };
  return {
    accused: accused.name,
    accusedSpeaker: accused.speaker?.id ?? null,
    wrong,
    victims: victims.text,
    place: place.text,
    when: when.text,
    status: status.status,
    spans: {
      ...(accused.words === undefined ? {} : { accused: [spanOf(words, accused.words)] }),
      ...(trigger === undefined ? {} : { wrong: at }),
      ...(victims.text === null ? {} : { victims: victims.at }),
      ...(place.text === null ? {} : { place: place.at }),
      ...(when.text === null ? {} : { when: when.at }),
      ...(status.at.length === 0 ? {} : { status: status.at }),
    },
    because: [why, accused.because, status.because],
  };
}
