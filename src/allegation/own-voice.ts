import type { Reading, Span, Statement, WordView, Wrong } from '../model/index.ts';
import { spanOf, viewOf, WRONGS, wordsIn } from '../model/index.ts';
import { partOf, preposition } from './parts.ts';
import { type Trigger, triggersIn } from './triggers.ts';

/** The wrongs that are recorded where the report itself says them: those against life, body, liberty, groups, freedoms and needs. */
const GRAVE: ReadonlySet<Wrong> = new Set(
  (Object.keys(WRONGS) as Wrong[]).slice(0, Object.keys(WRONGS).indexOf('aggression') + 1).filter((wrong) => wrong !== 'discrimination'),
);
/** Words by which a report leaves a wrong to others, to the law or to chance. */
const HEDGE =
  /^(?:alleg|accus|reported|suspect|claim|sa(?:y|id|ys|ying)$|tell$|told$|den(?:y|ied|ies)|accord|charg|convict|indict|investigat|whether$|if$|would$|could$|might$|may$|should$|fear|warn|threat|apparent|presum|believ|possibl|purport|supposed|so-called|fiction|novel|film|movie|book|series|play$|show$|character|anti$|against$|law$|laws$|bill$|ban$)/;
/** How likely it is that a careful reader would mark such a sentence; not measured, since no corpus has them marked. */
const CONFIDENCE = 0.5;

/**
 * Sentences in which the report itself, on nobody's word, says that somebody did a grave wrong ("the army has tortured prisoners"):
 * words for the wrong and who did it, outside of all that is attributed, not denied, supposed or left to others.
 *
 * @returns statements without source and cue, numbered "o1", "o2", …
 */
export function ownVoice(reading: Reading, statements: readonly Statement[]): readonly Statement[] {
  const view = viewOf(reading);
  const taken = takenWords(reading, statements);
  const out: Statement[] = [];
  for (const [first, last] of reading.sentences) {
    const free: number[] = [];
    for (let i = first; i <= last; i++) if (taken[i] === 0 && !view.quoted(i)) free.push(i);
    if (free.length < 4 || view.word(last) === '?') continue;
    const trigger = triggersIn(view, free).find((t) => t.strong && !t.negated && GRAVE.has(t.wrong) && isDone(view, t));
    if (trigger === undefined) continue;
    const run = runAround(free, trigger.head);
    if (run.some((i) => HEDGE.test(view.lower(i)))) continue;
    const doer = run.find((i) => isNamed(view, i) && /^(?:does|owns)$/.test(partOf(view, i, trigger))) ?? subjectBefore(view, run, trigger);
    if (doer === undefined) continue;
    const content: Span = trimmed(view, run);
    out.push({
      id: `o${out.length + 1}`,
      source: [],
      cue: [],
      content: [content],
      form: 'indirect',
      within: null,
      continues: null,
      confidence: CONFIDENCE,
      because: [
        {
          rule: 'own-voice',
          at: [spanOf(reading.words, [doer, doer]), spanOf(reading.words, trigger.words)],
          note: `the report itself says it, on nobody's word: ${WRONGS[trigger.wrong]}`,
        },
      ],
    });
  }
  return out;
}

function takenWords(reading: Reading, statements: readonly Statement[]): Uint8Array {
  const taken = new Uint8Array(reading.words.count);
  for (const { source, cue, content } of statements) {
    for (const span of [...source, ...cue, ...content]) {
      const range = wordsIn(reading.words, span);
      if (range !== undefined) taken.fill(1, range[0], range[1] + 1);
    }
  }
  return taken;
}

/** The words beside each other around one of them; a few attributed words between do not part them. */
function runAround(free: readonly number[], at: number): readonly number[] {
  const k = free.indexOf(at);
  let [from, to] = [k, k];
  while (from > 0 && free[from]! - free[from - 1]! === 1) from--;
  while (to + 1 < free.length && free[to + 1]! - free[to]! === 1) to++;
  return free.slice(from, to + 1);
}

/** A thing that was done: a verb in the past, or a noun that somebody did ("inflicted torture", "the persecution of"). */
function isDone(view: WordView, { head }: Trigger): boolean {
  const pos = view.pos(head);
  if (/^VB[DN]$/.test(pos) || (pos === 'VBG' && view.relation(head) !== 'amod')) return true;
  if (!pos.startsWith('NN')) return false;
  const verb = view.head(head);
  return (view.relation(head) === 'dobj' && /^VB[DNGZ]$/.test(view.pos(verb))) || hasOwner(view, head);
}

const hasOwner = (view: WordView, noun: number): boolean => {
  for (let i = Math.max(0, noun - 8); i < noun; i++) if (view.relation(i) === 'nmod:poss' && view.head(i) === noun) return true;
  for (let i = noun + 1; i < noun + 8; i++) if (view.head(i) === noun && preposition(view, i) === 'by') return true;
  return false;
};

/**
 * The named doer of "X, which is old, has inflicted torture", where the syntax lost the subject over the clause between: the noun before
 * "has", "have" or "had", or before the comma that opens that clause.
 */
function subjectBefore(view: WordView, run: readonly number[], { head }: Trigger): number | undefined {
  const verb = /^VB/.test(view.pos(head)) ? head : view.head(head);
  const children = run.filter((i) => view.head(i) === verb);
  if (view.pos(verb) !== 'VBN' || children.some((i) => /^(?:nsubj|nsubjpass|auxpass)$/.test(view.relation(i)))) return undefined;
  let at = children.find((i) => i < verb && /^(?:has|have|had)$/.test(view.lower(i)));
  if (at === undefined) return undefined;
  at--;
  if (view.word(at) === ',') {
    do at--;
    while (at > run[0]! && view.word(at) !== ',');
    if (!/^(?:which|who|a|an|the)$/.test(view.lower(at + 1))) return undefined;
    at--;
  }
  return run.includes(at) && isNamed(view, at) && view.pos(at).startsWith('NN') ? at : undefined;
}

const NAME = /^(?:ORGANIZATION|LOCATION|PERSON|MISC)$/;

/** A name, or a noun that a name stands before: "the Norland army". */
function isNamed(view: WordView, i: number): boolean {
  if (NAME.test(view.entity(i))) return true;
  if (!view.pos(i).startsWith('NN')) return false;
  for (let k = i - 1; k >= i - 3 && k >= 0; k--)
    if (view.head(k) === i && /^(?:compound|amod|nmod:poss)$/.test(view.relation(k)) && NAME.test(view.entity(k))) return true;
  return false;
}

function trimmed(view: WordView, run: readonly number[]): Span {
  let [from, to] = [0, run.length - 1];
  while (from < to && !/\p{L}|\p{N}/u.test(view.word(run[from]!))) from++;
  while (to > from && !/\p{L}|\p{N}/u.test(view.word(run[to]!))) to--;
  return spanOf(view.reading.words, [run[from]!, run[to]!]);
}
