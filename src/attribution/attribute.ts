import {
  type Missed,
  type Notice,
  notice,
  type Reading,
  type Span,
  type Statement,
  type WordRange,
  wordFrom,
  wordsIn,
} from '../model/index.ts';
import { calibrate } from './confidence.ts';
import { outsideDateline, withoutDateline } from './dateline.ts';
import { type Draft, sizeOf } from './draft.ts';
import { draftsOf } from './drafts.ts';
import { formOf, quotedWords } from './form.ts';
import { marksOf, withMarks } from './marks.ts';
import { missedIn } from './missed.ts';
import { isSaying } from './saying.ts';

/** Statements told inside statements are followed to this depth. */
const DEEPEST = 8;
/** A content shorter than this, in words, is not read again. */
const FEWEST_WORDS = 5;

export interface Attribution {
  readonly statements: readonly Statement[];
  readonly missed: readonly Missed[];
  readonly notices: readonly Notice[];
}

/** Reads a stretch of text on its own; the engine gives one that runs the network. */
export type Reread = (text: string) => Promise<Reading>;

/** A statement in characters of the article, not yet numbered. */
interface Found {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly draft: Draft;
  readonly quoted: Statement['form'];
  readonly within: Found | undefined;
}

/**
 * Gives the attributed statements of a reading: those that the network's cues tell, those that rules find (posts, labelled
 * lines, quotations that go on), and, read again on their own, those told inside them.
 *
 * @param calibration from a draft's score to a probability
 * @returns statements in the order of the text, tellers before what they tell
 * @example (await attribute(reading, reread, network.calibration)).statements[0].form // 'direct'
 */
export async function attribute(
  reading: Reading,
  reread: Reread,
  calibration: readonly (readonly [number, number])[],
): Promise<Attribution> {
  const found = foundIn(reading, 0, undefined);
  const notices: Notice[] = [];
  const told = new Map<Found, Found[]>();
  for (const f of found) if (f.within !== undefined) told.set(f.within, [...(told.get(f.within) ?? []), f]);
  for (let queue = found.map((f) => ({ f, depth: 1 })); queue.length > 0; ) {
    const next: typeof queue = [];
    for (const { f, depth } of queue) {
      const inner = await toldInside(reading, f, reread);
      const news = inner.filter((i) => !told.get(f)?.some((o) => meet(o.content, i.content)));
      if (depth >= DEEPEST && news.length > 0) {
        notices.push(notice('nesting-capped', `statements are followed ${DEEPEST} deep; one more lies here`, f.content[0]));
        continue;
      }
      found.push(...news);
      next.push(...news.map((n) => ({ f: n, depth: depth + 1 })));
    }
    queue = next;
  }
  const ordered = order(found);
  const ids = new Map(ordered.map((f, i) => [f, `s${i + 1}`]));
  const statements = ordered.map((f, i) => ({
    id: `s${i + 1}`,
    source: f.source,
    cue: f.cue,
    content: f.content,
    form: f.quoted,
    within: f.within === undefined ? null : ids.get(f.within)!,
    continues: f.draft.continues ? lastTop(ordered, i, ids) : null,
    confidence: Math.round(10000 * calibrate(f.draft.score, calibration)) / 10000,
    because: f.draft.because,
  }));
  return { statements, missed: missedIn(reading, statements), notices };
}

/** Source, cue and content of one text's drafts, moved by `offset`. */
function foundIn(reading: Reading, offset: number, teller: Found | undefined): Found[] {
  const quoted = quotedWords(reading, (at) => wordFrom(reading.words, at));
  const made = new Map<Draft, Found>();
  const spans = (range: WordRange | undefined): readonly Span[] => (range === undefined ? [] : [trim(reading, range, offset)]);
  const placed = draftsOf(reading);
  const marks = marksOf(reading);
  const tellerOf = new Map(placed.map((p) => [p.draft, p.within]));
  const make = (draft: Draft, within: Draft | undefined): Found => {
    const known = made.get(draft);
    if (known !== undefined) return known;
    const moved =
      offset === 0
        ? draft
        : { ...draft, because: draft.because.map((b) => ({ ...b, at: b.at.map(([s, e]): Span => [s + offset, e + offset]) })) };
    const one: Found = {
      source: spans(withoutMarks(reading, teller === undefined ? draft.source : withoutThat(reading, draft.source))),
      cue: spans(draft.cue),
      content: outsideDateline(reading, draft.content).map((range) =>
        trim(reading, withMarks(withoutDateline(reading, range), marks), offset),
      ),
      draft: moved,
      quoted: draft.verbatim ? 'direct' : formOf(reading, draft.content, quoted),
      within: within === undefined ? teller : make(within, tellerOf.get(within)),
    };
    made.set(draft, one);
    return one;
  };
  return placed.map(({ draft, within }) => make(draft, within));
}

/** A content begins with "that …", which belongs to no source inside it. */
function withoutThat({ words, text }: Reading, source: WordRange | undefined): WordRange | undefined {
  if (source === undefined || source[0] === source[1] || source[0] !== 0) return source;
  return text.slice(words.start[0], words.end[0]).toLowerCase() === 'that' ? [1, source[1]] : source;
}

/** A source without a mark that opens behind it: the quotation begins there. */
function withoutMarks({ words, text }: Reading, source: WordRange | undefined): WordRange | undefined {
  if (source === undefined || source[0] === source[1]) return source;
  const last = text.slice(words.start[source[1]], words.end[source[1]]);
  const opens = /^["“„«‘]$/.test(last) && !/["“„«‘]/.test(text.slice(words.start[source[0]], words.start[source[1]]));
  return opens ? [source[0], source[1] - 1] : source;
}

const DROPPED = /^[,;:–—-]$/;

/** The characters of a run of words, without a comma or dash at its edges. */
function trim({ words, text }: Reading, [first, last]: WordRange, offset: number): Span {
  let [f, l] = [first, last];
  while (f < l && DROPPED.test(text.slice(words.start[f], words.end[f]))) f++;
  while (l > f && DROPPED.test(text.slice(words.start[l], words.end[l]))) l--;
  return [words.start[f]! + offset, words.end[l]! + offset];
}

/** Statements told inside another's content, where a word of saying makes it worth reading again. */
async function toldInside(reading: Reading, teller: Found, reread: Reread): Promise<Found[]> {
  const out: Found[] = [];
  for (const span of teller.content) {
    const range = wordsIn(reading.words, span);
    if (range === undefined || range[1] - range[0] + 1 < FEWEST_WORDS || !speaks(reading, range)) continue;
    const start = clauseFrom(reading, range);
    const inner = await reread(reading.text.slice(start, span[1]));
    for (const f of foundIn(inner, start, teller)) {
      const own = sizeOf(f.draft.content) < inner.words.count - 1 && f.cue.length > 0 && !isThat(reading.text, f.content);
      const spoken = own && ownWords(reading.text, f) ? { ...f, source: teller.source } : f;
      if (own && spoken.source.length > 0) out.push(spoken);
    }
  }
  return out;
}

/** Where a content begins to read as a sentence: behind the "that" of "that the mayor had said …". */
function clauseFrom({ words, text }: Reading, [first, last]: WordRange): number {
  const that = first < last && text.slice(words.start[first], words.end[first]).toLowerCase() === 'that';
  return words.start[that ? first + 1 : first]!;
}

/** A "that" whose clause was cut off is no content. */
const isThat = (text: string, [one, more]: readonly Span[]): boolean =>
  one !== undefined && more === undefined && text.slice(one[0], one[1]).toLowerCase() === 'that';

const GERUND = /\b(?:by|while|when|after|before|in)\s+$/;

/** True for "by saying …": the teller speaks there, not somebody told of. */
function ownWords(text: string, { cue }: Found): boolean {
  const [start, end] = cue[0]!;
  return text.slice(start, end).split(/\s/)[0]!.endsWith('ing') && GERUND.test(text.slice(Math.max(0, start - 12), start));
}

function speaks({ words, text }: Reading, [first, last]: WordRange): boolean {
  for (let i = first; i <= last; i++) if (isSaying(text.slice(words.start[i], words.end[i]))) return true;
  return false;
}

const meet = (a: readonly Span[], b: readonly Span[]): boolean => a.some(([s, e]) => b.some(([f, l]) => s < l && f < e));

const begin = (f: Found): number => Math.min(...[...f.source, ...f.cue, ...f.content].map(([s]) => s));
const depthOf = (f: Found): number => (f.within === undefined ? 0 : 1 + depthOf(f.within));

function order(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) => begin(a) - begin(b) || depthOf(a) - depthOf(b) || a.content[0]![0] - b.content[0]![0]);
}

/** Id of the last statement before, on the top level, that a quotation without a source goes on with. */
function lastTop(ordered: readonly Found[], index: number, ids: ReadonlyMap<Found, string>): string | null {
  for (let k = index - 1; k >= 0; k--) if (ordered[k]!.within === undefined) return ids.get(ordered[k]!)!;
  return null;
}
