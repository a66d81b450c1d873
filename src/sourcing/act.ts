import { findAll, lemmaIn, tableOf } from '../language/index.ts';
import { ACTS, type Act, type Because, spanOf } from '../model/index.ts';
import { leaning, leaningsOf } from './leaning.ts';
import { ACT_VERBS } from './lexicon.generated.ts';
import type { Told } from './told.ts';

const VERBS = tableOf<Act | '~'>(ACT_VERBS);
const LINK = /^(?:of|the|a|an|on|as|in|has|its|his|her|their|much|say|to|for|with|by|from|about|at|up|out)$/;
const NEGATED = /^(?:don|isn|wasn|doesn|didn|won|couldn|wouldn|hasn|haven|aren|weren|can)$/;

/** The words of a clause in dictionary form, without auxiliaries and adverbs; "n't" is "not". */
function lemmas(told: Told, among: readonly number[]): { readonly words: readonly string[]; readonly places: readonly number[] } {
  const { view } = told;
  const words: string[] = [];
  const places: number[] = [];
  for (const i of among) {
    let word = view.lower(i);
    if (word === 't' && /^['’]$/.test(view.word(i - 1))) word = 'not';
    else if (!/\p{L}/u.test(word)) continue;
    else word = NEGATED.test(word) && view.lower(i + 2) === 't' ? 'do' : lemmaIn(word, VERBS.words);
    if (/^(?:be|have|do)$/.test(word) && !(word === 'have' && view.pos(i + 1).startsWith('JJ'))) continue;
    if (view.pos(i) === 'RB' && word !== 'not' && !VERBS.words.has(word)) continue;
    words.push(word);
    places.push(i);
  }
  return { words, places };
}

/** The act that a row of words does; '~' where it leaves it to what was said, undefined where no word is known. */
function actIn(told: Told, among: readonly number[]): { readonly act: Act | '~' | undefined; readonly at: number } {
  const { words, places } = lemmas(told, among);
  const hits = findAll(VERBS, words).map((h) => ({ value: h.value, at: places[h.from]! }));
  const kept = words.map((w, k) => ({ w, at: places[k]! })).filter(({ w }) => !LINK.test(w));
  for (const h of findAll(
    VERBS,
    kept.map(({ w }) => w),
  ))
    hits.push({ value: h.value, at: kept[h.from]!.at });
  const decided = hits.find((h) => h.value === 'decline') ?? hits.find((h) => h.value !== '~');
  if (decided !== undefined) return { act: decided.value, at: decided.at };
  return { act: hits.length > 0 ? '~' : undefined, at: told.at };
}

/** What the cue's words do, with "to" and "whether" behind them. */
function actOfCue(told: Told): { readonly act: Act | '~' | undefined; readonly at: number } {
  const { view, cue, content } = told;
  const end = cue.at(-1) ?? -1;
  const next = content.find((i) => i > end);
  const tail = next !== undefined && /^(?:to|whether|if)$/.test(view.lower(next)) ? [next] : [];
  const found = actIn(told, [...cue, ...tail]);
  const asks = found.act === 'ask' || (found.act === '~' && /^t(?:ell|old|ells|elling)$/.test(view.lower(end)));
  if (asks && next !== undefined && commands(told, content.indexOf(next))) return { act: 'demand', at: found.at };
  return found;
}

/** "asked | the crowd to wait": within a few words what was said says who is to do what. */
function commands({ view, content }: Told, from: number): boolean {
  for (let k = from; k < Math.min(content.length - 1, from + 6); k++) {
    if (
      /^(?:whether|if|what|who|why|how|that|when|where)$/.test(view.lower(content[k]!)) ||
      /^(?:VB[DZP]|MD|,)/.test(view.pos(content[k]!))
    )
      return false;
    if (view.lower(content[k]!) === 'to' && view.pos(content[k + 1]!) === 'VB') return true;
    if (view.lower(content[k]!) === 'never' && view.lower(content[k + 1]!) === 'to') return true;
  }
  return false;
}

/** "she said | she opposes it": what the speaker says of herself, in the first words of what was said. */
function actOfSelf(told: Told): { readonly act: Act | '~' | undefined; readonly at: number } {
  const { view, content } = told;
  const open = content.findIndex((i) => /\p{L}/u.test(view.word(i)) && !/^(?:that|but|and|why|how|well|so)$/.test(view.lower(i)));
  const subject = open < 0 ? '' : view.lower(content[open]!);
  const self = told.statement.form === 'direct' ? /^(?:i|we)$/ : /^(?:he|she|it|they|i|we)$/;
  if (!self.test(subject)) return { act: undefined, at: told.at };
  const verbs: number[] = [];
  for (const i of content.slice(open + 1, open + 6)) {
    if (/^(?:MD|VB|RB|JJ|NN)/.test(view.pos(i)) || /^['’t]$/.test(view.lower(i))) verbs.push(i);
    else break;
  }
  return actIn(told, verbs);
}

/** The first word of what was said, in lower case. */
const firstWord = ({ view, content }: Told): string =>
  view.lower(content.find((i) => /\p{L}/u.test(view.word(i)) && view.lower(i) !== 'that') ?? -1);

/**
 * What a statement does: as its cue says ("urged", "denied"), else as the speaker says of herself ("said she opposes it"),
 * else as what was said leans: words that charge a wrong, blame, praise, ask or commit.
 */
export function actOf(told: Told): { readonly act: Act; readonly because: Because } {
  const words = told.view.reading.words;
  const decided = (act: Act, at: number, rule: string): { act: Act; because: Because } => ({
    act,
    because: { rule, at: [spanOf(words, [at, at])], note: `"${told.view.word(at)}": ${ACTS[act]}` },
  });
  const cue = actOfCue(told);
  if (cue.act !== undefined && cue.act !== '~') {
    const { wrong } = leaningsOf(told);
    if (cue.act === 'criticise' && wrong.length > 0 && told.content.length < 40) return decided('accuse', wrong[0]!, 'act-wrong');
    return decided(cue.act, cue.at, 'act-cue');
  }
  const self = actOfSelf(told);
  const onIt = self.act === 'decline' && /^(?:it|they)$/.test(firstWord(told));
  if (self.act !== undefined && !onIt && self.act !== '~' && self.act !== 'believe' && self.act !== 'decide')
    return decided(self.act, self.at, 'act-self');
  const leans = leaning(told);
  return { act: leans.act, because: { rule: 'act-content', at: leans.at.map((i) => spanOf(words, [i, i])), note: leans.note } };
}
