import type { JudgementOf } from '../language/index.ts';
import {
  type Act,
  type Because,
  type Credit,
  type Reading,
  type Sourcing,
  type Speaker,
  type Statement,
  spanOf,
  viewOf,
} from '../model/index.ts';
import { actOf } from './act.ts';
import { type Addressed, addressedIn } from './addressing.ts';
import { chainOf, type Teller, tellersOf } from './chain.ts';
import { describedVoices, gradeOf } from './grade.ts';
import { fullestMedia, isMedium, mediumAt, sameMedium } from './media.ts';
import { saidOf } from './said.ts';
import { spreadChannels } from './spread.ts';
import { type Told, toldOf } from './told.ts';
import { keepTone } from './tone.ts';
import { partnersOf } from './transcript.ts';
import { weighAct } from './weigh-act.ts';

/** What is known beside the text. */
export interface Context {
  readonly publisher?: string;
  /** ISO date. */
  readonly published?: string;
  readonly credits: readonly Credit[];
}

/** Who speaks, as the room `identity` gives it. */
export interface Voices {
  readonly speakers: readonly Speaker[];
  readonly speakerOf: ReadonlyMap<string, string | null>;
}

export interface Sourced {
  readonly sourcing: Sourcing;
  readonly act: Act;
  /** One reason a value, named for the value it decided: "grade-…", "channel-…", "act-…", "said", "chain-…". */
  readonly because: readonly Because[];
}

/**
 * Says of every statement what it does, on whose word it stands and where it was said. All statements of a report are
 * sourced together, because where somebody speaks is often told once for many statements. Work grows in a straight line.
 *
 * @param judgementOf what the network says of each statement; rules alone where it says nothing
 * @example sourceStatements(reading, statements, identity, { credits: [] }).get('s1').sourcing.grade // 'named'
 */
export function sourceStatements(
  reading: Reading,
  statements: readonly Statement[],
  voices: Voices,
  context: Context,
  judgementOf: JudgementOf = () => undefined,
): ReadonlyMap<string, Sourced> {
  const byId = new Map(voices.speakers.map((speaker) => [speaker.id, speaker]));
  const byName = new Map(voices.speakers.filter((s) => s.name !== null).map((s) => [plain(s.name!), s]));
  const speakerOf = (id: string) => byId.get(voices.speakerOf.get(id) ?? '');
  const statementOf = new Map(statements.map((s) => [s.id, s]));
  const told = statements
    .map((s) => toldOf(reading, s, speakerOf(s.id), s.within === null ? undefined : statementOf.get(s.within)))
    .sort((a, b) => a.at - b.at);
  const acts = keepTone(told, told.map(actOf)).map((own, i) => {
    const { statement } = told[i]!;
    return weighAct(own, judgementOf(statement.id), statement.cue.length > 0 ? statement.cue : statement.content);
  });
  const addressed = told.map((t, i) => inTurn(t, addressedIn(t, context.publisher, acts[i]!.act === 'demand'), speakerOf));
  const places = spreadChannels(
    reading,
    viewOf(reading),
    told,
    addressed,
    acts.map(({ act }) => act),
  );
  const fullest = fullestMedia(viewOf(reading));
  const credits = context.credits.map((credit) => ({ credit, names: tellersOf(credit.text) }));
  const partners = partnersOf(told);
  const described = describedVoices(told);
  const ownMedium = new Map<Speaker, string>();
  const out = new Map<string, Sourced>();
  told.forEach((t, i) => {
    const { type, grade, because } = gradeOf(t, described);
    const { channel, outlet: heard, because: where } = places[i]!;
    const self = selfOutlet(t, context.publisher);
    if (self !== null && t.speaker?.type === 'person') ownMedium.set(t.speaker, self);
    const medium = self ?? heard ?? (t.speaker === undefined ? null : (ownMedium.get(t.speaker) ?? null));
    const own = medium !== null && context.publisher !== undefined && sameMedium(context.publisher, medium);
    const outlet = medium === null || own ? null : fullest(medium);
    const { said, because: when } = saidOf(t, context.published, rivalsOf(told, i));
    const chain = chainOf(
      t,
      outlet === null ? null : { name: outlet, at: where.at },
      tellersOfStatement(t.statement, statementOf, speakerOf),
      credits,
      (name) => byName.get(plain(name)),
      context.publisher,
    );
    const first: Because[] =
      outlet === null ? [] : [{ rule: 'outlet', at: self === null ? t.statement.source : where.at, note: `${outlet} got it first` }];
    const partner = partners.get(t) ?? (asks(t) ? besideOf(told, i) : undefined);
    const { addressee, at } =
      partner === undefined ? addressed[i]! : { addressee: partner.type === 'author' ? '(author)' : partner.name, at: [] };
    const whom: Because[] =
      addressee === null
        ? []
        : [{ rule: 'addressee', at: at.length === 0 ? [] : [spanOf(reading.words, [at[0]!, at.at(-1)!])], note: `said to ${addressee}` }];
    out.set(t.statement.id, {
      sourcing: { type, grade, channel, outlet, addressee, said, chain: chain.chain },
      act: acts[i]!.act,
      because: [because, where, ...first, ...whom, ...(when === undefined ? [] : [when]), ...chain.because, acts[i]!.because],
    });
  });
  return out;
}

/** "Asked whether …, he said": nobody is said to ask, and who speaks in the sentence was asked. */
const asks = ({ speaker, source, cue, view }: Told): boolean =>
  speaker === undefined && source.length === 0 && cue.some((i) => /^(?:asked|questioned|pressed|quizzed|grilled)$/.test(view.lower(i)));

/** The words at which others than its speaker speak in the sentence of a statement, among its neighbours. */
const rivalsOf = (told: readonly Told[], i: number): readonly number[] =>
  [-3, -2, -1, 1, 2, 3].flatMap((k) => {
    const [own, other] = [told[i]!, told[i + k]];
    const rival =
      other !== undefined && other.sentence === own.sentence && other.speaker !== own.speaker && other.statement.within === null;
    return rival ? [other.at] : [];
  });

/** Who speaks in the sentence of a statement, in the next statement or else the one before. */
const besideOf = (told: readonly Told[], i: number): Speaker | undefined =>
  [1, 2, -1, -2].map((k) => told[i + k]).find((o) => o !== undefined && o.sentence === told[i]!.sentence && o.speaker !== undefined)
    ?.speaker;

/** "told me" in somebody's turn or post is said to who speaks there, not to the writer. */
function inTurn({ statement }: Told, addressed: Addressed, speakerOf: (id: string) => Speaker | undefined): Addressed {
  if (addressed.addressee !== '(author)' || statement.within === null) return addressed;
  return { ...addressed, addressee: speakerOf(statement.within)?.name ?? null };
}

const plain = (name: string): string => name.toLowerCase().replace(/^the /, '');

/** A medium that speaks is its own outlet, and so is the medium that owns a voice: "the Gazette's Ann Poe". */
function selfOutlet({ speaker, source, view }: Told, publisher: string | undefined): string | null {
  const own = (name: string) => publisher !== undefined && sameMedium(publisher, name);
  if (speaker?.type === 'organisation' && speaker.name !== null && isMedium(speaker.name)) return own(speaker.name) ? null : speaker.name;
  const story =
    speaker?.type === 'document' && source.some((i) => /^(?:reports?|story|stories|article|investigation|scoop)$/.test(view.lower(i)));
  if (story && speaker.name !== null && isMedium(speaker.name)) return own(speaker.name) ? null : speaker.name;
  if (speaker?.type !== 'person' || source.length === 0) return null;
  const medium = mediumAt(view, source[0]!);
  if (medium === undefined || !/^['’]$/.test(view.word(medium.last + 1)) || own(medium.name)) return null;
  return medium.name;
}

/** Those who tell a statement that is told inside another's, from the inside out. */
function tellersOfStatement(
  statement: Statement,
  of: ReadonlyMap<string, Statement>,
  speakerOf: (id: string) => Speaker | undefined,
): readonly Teller[] {
  const out: Teller[] = [];
  let teller = statement.within === null ? undefined : of.get(statement.within);
  for (let depth = 0; teller !== undefined && depth < 16; depth++) {
    const speaker = speakerOf(teller.id);
    if (speaker !== undefined) out.push({ speaker, at: teller.source });
    teller = teller.within === null ? undefined : of.get(teller.within);
  }
  return out;
}
