import type { Act } from '../model/index.ts';
import { BLAME_WORDS, PRAISE_WORDS, WRONG_WORDS } from './lexicon.generated.ts';
import type { Told } from './told.ts';

const WRONG: ReadonlySet<string> = new Set(WRONG_WORDS);
const BLAME: ReadonlySet<string> = new Set(BLAME_WORDS);
const PRAISE: ReadonlySet<string> = new Set(PRAISE_WORDS);
const NEGATION = /^(?:not|no|never|nobody|nothing|neither|nor|cannot)$/;
const SILENT =
  /\b(?:(?:can ?not|could not|would not|will not|won ' t|can ' t|couldn ' t|wouldn ' t|declin\w+ to|refus\w+ to|too early to) (?:comment|answer|discuss|say|speak|respond|elaborate)|improper|premature to)\b/;

/** The words of what was said that lean one way or another. */
export interface Leanings {
  readonly wrong: readonly number[];
  readonly blame: readonly number[];
  readonly praise: readonly number[];
  readonly not: readonly number[];
}

export interface Leaning {
  readonly act: Act;
  /** The words that decided. */
  readonly at: readonly number[];
  readonly note: string;
}

export function leaningsOf({ view, content }: Told): Leanings {
  const wrong: number[] = [];
  const blame: number[] = [];
  const praise: number[] = [];
  const not: number[] = [];
  content.forEach((i, k) => {
    const word = view.lower(i);
    const before = k > 0 ? view.lower(content[k - 1]!) : '';
    const negated = NEGATION.test(before) || before === 't';
    if (WRONG.has(word) && !negated) wrong.push(i);
    else if (BLAME.has(word)) blame.push(i);
    else if (PRAISE.has(word)) (negated ? blame : praise).push(i);
    else if (NEGATION.test(word) || (word === 't' && /^['’]$/.test(before))) not.push(i);
  });
  return { wrong, blame, praise, not };
}

/** What was said, as its words lean, where the cue ("said") does not tell. */
export function leaning(told: Told): Leaning {
  const { view, content, statement, speaker } = told;
  const lean = (act: Act, at: readonly number[], note: string): Leaning => ({ act, at, note });
  const { wrong, blame, praise, not } = leaningsOf(told);
  const lower = content.map((i) => view.lower(i).replace('’', "'"));
  const direct = statement.form === 'direct';
  const open = lower.findIndex((word) => /\p{L}/u.test(word));
  const first = content[open];
  const last = content.at(-1);
  if (first === undefined || last === undefined) return lean('state', [], 'nothing was said');
  if (SILENT.test(lower.slice(0, 40).join(' '))) return lean('decline', content.slice(0, 3), 'will not speak of it');
  const marks = content.filter((i) => view.word(i) === '?');
  if (marks.length > 0 && last - marks.at(-1)! < 3 && content.length < 120 && marks.length * 40 >= content.length)
    return lean('ask', marks, 'what was said is a question');
  if (speaker?.type === 'document')
    return wrong.length > 1 ? lean('accuse', wrong, 'words for a wrong') : lean('state', [], 'a record that tells');
  if (direct && (view.pos(first) === 'VB' || /^(?:don|let)$/.test(lower[open]!)) && !/^(?:thank|well|look|say)$/.test(lower[open]!))
    return lean('demand', [first], 'what was said is a command');
  const will = ownFuture(told, lower);
  if (will >= 0 && wrong.length === 0 && blame.length < 2) return lean('promise', [content[will]!], 'speaks of what will be done');
  if (wrong.length > 0 && wrong.length * 60 >= content.length) return lean('accuse', wrong, 'words for a wrong');
  const must = content.filter(
    (_, k) => /^(?:should|must|ought)$/.test(lower[k]!) || (/^(?:need|needs)$/.test(lower[k]!) && /^(?:to|for)$/.test(lower[k + 1] ?? '')),
  );
  if (must.length * 30 >= content.length && must.length > 0 && blame.length < 2) return lean('demand', must, 'says what must be done');
  const risk = content.filter((_, k) =>
    /^(?:risk|risks|danger|threat|threatens|vulnerable|jeopardize|jeopardise|depress|consequences|deadly)$/.test(lower[k]!),
  );
  if (lower[open] === 'if' && blame.length + risk.length > 0 && lower.some((word) => /^(?:will|would|could)$/.test(word)))
    return lean('warn', risk.length > 0 ? risk : blame, 'what will come of it');
  if (risk.length > 0 && direct) return lean('warn', risk, 'speaks of a danger');
  const bad = blame.length + 0.5 * not.length;
  if (bad >= 1 && bad > praise.length && bad * 30 >= content.length) return lean('criticise', [...blame, ...not], 'words of blame');
  if (praise.length > 0 && praise.length > bad && praise.length * 30 >= content.length) return lean('support', praise, 'words of praise');
  return lean('state', [], 'nothing in the words says more');
}

/** The place of "will", "would" or "plans" that speaks of what the speaker's own side will do; -1 if none. */
function ownFuture({ speaker, statement }: Told, lower: readonly string[]): number {
  const reach = Math.min(lower.length, 14);
  const body = speaker?.type === 'organisation' || /spokes|campaign|manager|aide|minister|press secretary/i.test(speaker?.role ?? '');
  const names = (speaker?.name ?? '').toLowerCase().split(/\s+/);
  for (let k = 0; k < reach; k++) {
    const word = lower[k]!;
    const before = lower[k - 1] ?? '';
    const aposted = word === 'll' && /^['’]$/.test(before);
    const future =
      word === 'will' ||
      aposted ||
      (word === 'would' && statement.form !== 'direct') ||
      (/^(?:plans|intends|expects|vowed|pledged)$/.test(word) && lower[k + 1] === 'to');
    if (!future || lower[k + 1] === 'not' || lower[k + 1] === 'be') continue;
    const subject = aposted ? (lower[k - 2] ?? '') : before;
    if (
      /^(?:i|we)$/.test(subject) ||
      (statement.form !== 'direct' && /^(?:he|she|it|they)$/.test(subject)) ||
      names.includes(subject) ||
      (body && statement.form !== 'direct')
    )
      return k;
  }
  return -1;
}
