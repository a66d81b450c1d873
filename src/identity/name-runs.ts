import { CASE, type WordRange, type WordView } from '../model/index.ts';
import { bodyNouns, documentNouns, isGivenName, isPlural, roleNouns, singularOf, titles } from './lexicon.ts';

/** What the words of a name seem to name; `open` where nothing tells. */
export type NameKind = 'person' | 'body' | 'place' | 'other' | 'open';

/** A name as it stands in the text, without titles before it and possessives behind. */
export interface NameRun {
  readonly words: WordRange;
  readonly kind: NameKind;
  /** First word of the titles before a person's name; the name's own first word where none stands. */
  readonly titled: number;
}

const KINDS: Readonly<Record<string, NameKind>> = { PERSON: 'person', ORGANIZATION: 'body', LOCATION: 'place', MISC: 'other' };
const QUOTE = /^["“”'‘’]$/u;
/** Words that begin no name, in capitals neither. */
const SMALL = /^(?:of|in|on|at|by|for|from|to|with|and|or|a|an|that|had|was|were|said|she|he|it|they)$/;

function kindAt(view: WordView, i: number): NameKind | undefined {
  const kind = KINDS[view.entity(i)];
  if (kind !== undefined) return kind;
  const letters = view.reading.words.letters[i]!;
  const cased = letters === CASE.title || letters === CASE.upper || letters === CASE.mixed;
  return cased && view.pos(i).startsWith('NNP') ? 'open' : undefined;
}

const isTitle = (view: WordView, i: number): boolean => titles.has(view.lower(i));
const isCommonNoun = (view: WordView, i: number): boolean => {
  const noun = singularOf(view.lower(i));
  return roleNouns.has(noun) || bodyNouns.has(noun) || documentNouns.has(noun) || isTitle(view, i);
};
const isWord = (view: WordView, i: number): boolean => view.reading.words.letters[i]! !== CASE.sign;

/**
 * Finds the names of a text: runs of words with one entity class, mended by their form (initials, nicknames in quotation
 * marks, half a name that the network missed, titles).
 *
 * @returns in the order of the text, none overlapping
 */
export function nameRuns(view: WordView): readonly NameRun[] {
  const rough: { first: number; last: number; kind: NameKind }[] = [];
  for (let i = 0; i < view.count; i++) {
    const kind = kindAt(view, i);
    if (kind === undefined) continue;
    const open = rough.at(-1);
    const same = open !== undefined && open.last === i - 1 && open.kind === kind && view.sentence(i) === view.sentence(i - 1);
    const parted = view.lower(i) === 'and' && (kind === 'person' || kind === 'place');
    if (parted || (/^[,;:()]$/.test(view.word(i)) && kind !== 'body')) continue;
    if (same) open.last = i;
    else if ((isWord(view, i) && !SMALL.test(view.lower(i))) || view.word(i) === '@') rough.push({ first: i, last: i, kind });
  }
  return join(view, rough)
    .map((run) => withSyllable(view, run))
    .filter((run) => !onlyTitles(view, run) && !isNoName(view, run))
    .map((run) => finish(view, run));
}

interface Rough {
  first: number;
  last: number;
  kind: NameKind;
  /** "Commission on …" whose rest is still to come. */
  goesOn?: boolean;
}

/** Joins the parts of one person's name. */
function join(view: WordView, rough: readonly Rough[]): readonly Rough[] {
  const out: Rough[] = [];
  for (const [k, run] of rough.entries()) {
    const before = out.at(-1);
    if (before === undefined || view.sentence(before.first) !== view.sentence(run.first)) {
      out.push({ ...run });
      continue;
    }
    const gap = run.first - before.last - 1;
    const between = Array.from({ length: Math.min(gap, 6) }, (_, k) => view.word(before.last + 1 + k));
    const spaced = gap === 0;
    const initial = gap === 1 && between[0] === '.' && view.word(before.last).length === 1;
    const hyphen = gap === 1 && between[0] === '-' && view.tight(run.first) && view.tight(run.first - 1);
    const near = spaced || initial || hyphen;
    const nickname = gap >= 2 && gap <= 5 && QUOTE.test(between[0]!) && QUOTE.test(between[gap - 1]!) && !view.tight(before.last + 1);
    const after = rough[k + 1];
    const quoted = gap === 1 && QUOTE.test(between[0]!) && QUOTE.test(view.word(run.last + 1)) && !view.tight(before.last + 1);
    const person = before.kind === 'person' || run.kind === 'person';
    const loose = (r: Rough) => r.kind === 'open' && r.last - r.first < 3 && !anyCommon(view, r);
    if (person && near && before.kind === 'person' && (loose(run) || run.kind === 'person')) before.last = run.last;
    else if (
      person &&
      near &&
      run.kind === 'person' &&
      before.kind === 'open' &&
      before.first === before.last &&
      isGivenName(view.lower(before.last))
    )
      Object.assign(before, { last: run.last, kind: 'person' });
    else if (
      spaced &&
      run.first === run.last &&
      isForename(view, before, run.first) &&
      (run.kind === 'person' || run.kind === 'open') &&
      person
    )
      Object.assign(before, { last: run.last, kind: 'person' });
    else if (before.kind === 'person' && SUFFIX.test(view.word(run.first)) && run.first === run.last && gap <= 1) before.last = run.last;
    else if (ofMany(view, before, run)) Object.assign(before, { last: run.last, kind: 'body' });
    else if (spaced && isForepart(view, before, run)) Object.assign(before, { last: run.last, kind: 'body' });
    else if (before.kind === 'person' && quoted && after?.kind === 'person' && after.first === run.last + 2) before.last = run.last + 1;
    else if (person && nickname && before.kind === 'person' && (run.kind === 'person' || run.kind === 'open')) before.last = run.last;
    else if (near && before.kind === 'body' && before.goesOn === true && run.kind === 'open') before.last = run.last;
    else if (spaced && ofBody(view, before, run)) Object.assign(before, { last: run.last, kind: 'body' });
    else if (goesOn(view, before, run)) Object.assign(before, { last: run.last, kind: 'body', goesOn: true });
    else if (near && hyphen && before.kind === run.kind) before.last = run.last;
    else out.push({ ...run });
  }
  return out;
}

/** "Han Ki-woon": the second half of a given name, in small letters behind a hyphen; not "Han-led". */
function withSyllable<R extends Rough>(view: WordView, run: R): R {
  const [hyphen, half] = [run.last + 1, run.last + 2];
  const given = run.kind === 'person' && run.last > run.first && /^\p{Lu}\p{Ll}{1,4}$/u.test(view.word(run.last));
  if (!given || view.word(hyphen) !== '-' || !view.tight(hyphen) || !view.tight(half)) return run;
  return /^\p{Ll}{2,5}$/u.test(view.word(half)) && !BEHIND_A_NAME.test(view.word(half)) ? { ...run, last: half } : run;
}
const BEHIND_A_NAME = /ed$|^(?:led|era|style|born|like|run|held|bound|free|type|esque|ish|hit|made|owned|aided|wide|proof)$/;

const SUFFIX = /^(?:Jr|Sr|II|III|IV)$/;
const NO_FORENAME = /^(?:former|then|ex|young|old|poor|dear|new|big|little|super|team|dr|mr|mrs|ms|but|and|the|while|when|even|like)$/;

/** "Nurses' | League": many who own a body give it its name. */
function ofMany(view: WordView, before: Rough, run: Rough): boolean {
  return (
    run.first === before.last + 2 &&
    /^['’]$/.test(view.word(before.last + 1)) &&
    view.tight(before.last + 1) &&
    /s$/.test(view.word(before.last)) &&
    before.kind !== 'person' &&
    before.kind !== 'place' &&
    bodyNouns.has(view.lower(run.last)) &&
    /^\p{Lu}/u.test(view.word(run.first))
  );
}

const CAPITALS = /^\p{Lu}{3,}$/u;

/** A capitalised word right before a lone surname that is no title, no part and no people: a given name that the tags missed. */
function isForename(view: WordView, before: Rough, surname: number): boolean {
  const word = view.word(before.last);
  return (
    before.kind === 'open' &&
    before.first === before.last &&
    (/^\p{Lu}\p{Ll}{2,}|^\p{Lu}\p{Ll}*\p{Lu}\p{Ll}+$/u.test(word) || (CAPITALS.test(word) && CAPITALS.test(view.word(surname)))) &&
    !isCommonNoun(view, before.last) &&
    !NO_FORENAME.test(view.lower(before.last)) &&
    !NO_NAME.test(view.lower(before.last))
  );
}

/** "American | Crossroads": a capitalised word right before the one word of a body's name, which is no acronym. */
function isForepart(view: WordView, before: Rough, run: Rough): boolean {
  return (
    (before.kind === 'other' || before.kind === 'open') &&
    before.first === before.last &&
    run.kind === 'body' &&
    run.first === run.last &&
    /^\p{Lu}\p{Ll}+$/u.test(view.word(before.last)) &&
    /^\p{Lu}\p{Ll}{2,}/u.test(view.word(run.first)) &&
    !/^(?:Senate|Congress|Parliament|House|Cabinet)$/.test(view.word(run.first)) &&
    !isCommonNoun(view, before.last) &&
    !NO_NAME.test(view.lower(before.last))
  );
}

/** "Mr." alone is no name. */
function onlyTitles(view: WordView, { first, last, kind }: Rough): boolean {
  if (kind !== 'open' && kind !== 'person') return false;
  for (let i = first; i <= last; i++) if (!isTitle(view, i) && isWord(view, i)) return false;
  return true;
}

/** "Chinese | Foreign Ministry": a people or a place before a body's name is part of it. */
function ofBody(view: WordView, before: Rough, run: Rough): boolean {
  const noun = view.lower(run.last);
  return (
    (before.kind === 'other' || before.kind === 'place') &&
    (run.kind === 'body' || run.kind === 'open') &&
    bodyNouns.has(noun) &&
    !isPlural(noun)
  );
}

const NO_NAME =
  /^(?:i|he|she|it|they|we|you|me|us|them|who|that|this|these|those|never|always|not|no|yes|now|then|here|there|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|july|august|september|october|november|december)$/;

/** A pronoun, a weekday or a month under a name's tag, as in headlines that begin every word with a capital. */
const isNoName = (view: WordView, { first, last, kind }: Rough): boolean =>
  first === last && (kind === 'open' || kind === 'other') && NO_NAME.test(view.lower(first));

/** "Commission on Harbours", "Department of Trade": a noun for a body goes on with its name. */
function goesOn(view: WordView, before: Rough, run: Rough): boolean {
  const link = view.lower(before.last + 1);
  if (run.first !== before.last + 2 || !/^(?:of|on|for)$/.test(link) || before.kind === 'person' || run.kind === 'person') return false;
  const noun = view.lower(before.last);
  return bodyNouns.has(noun) || /^(?:centre|center)$/.test(noun);
}

function anyCommon(view: WordView, { first, last }: Rough): boolean {
  for (let i = first; i <= last; i++) if (isCommonNoun(view, i)) return true;
  return false;
}

function finish(view: WordView, run: Rough): NameRun {
  let { first, last, kind } = run;
  while (
    last > first &&
    (view.pos(last) === 'POS' || /^['’.,]$/.test(view.word(last)) || (view.lower(last) === 's' && /^['’]$/.test(view.word(last - 1))))
  ) {
    if (view.word(last) === '.' && view.tight(last) && view.word(last - 1).length === 1) break;
    last--;
  }
  if (kind === 'open') kind = guess(view, first, last);
  if (kind === 'person') while (first < last && (isTitle(view, first) || (view.word(first) === '.' && first > run.first))) first++;
  let titled = first;
  if (kind === 'person')
    while (
      titled > 0 &&
      view.sentence(titled - 1) === view.sentence(first) &&
      (isTitle(view, titled - 1) || (view.word(titled - 1) === '.' && isTitle(view, titled - 2)))
    )
      titled--;
  return { words: [first, last], kind, titled };
}

/** What a capitalised run without an entity seems to name. */
function guess(view: WordView, first: number, last: number): NameKind {
  const size = last - first + 1;
  const nouns = Array.from({ length: size }, (_, k) => view.lower(first + k));
  if (isTitle(view, first) && size > 1 && !isCommonNoun(view, last)) return 'person';
  if (isTitle(view, first - 1) || (view.word(first - 1) === '.' && isTitle(view, first - 2)))
    return isCommonNoun(view, last) ? 'open' : 'person';
  const final = nouns.at(-1)!;
  if (bodyNouns.has(final) && !isPlural(final) && size > 1) return 'body';
  if (size >= 2 && size <= 4 && isGivenName(nouns[0]!) && !isCommonNoun(view, last)) return 'person';
  return 'open';
}
