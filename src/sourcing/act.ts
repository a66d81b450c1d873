import { type Act, ACTS, type Because, spanOf } from '../model/index.ts';
import { leaning } from './leaning.ts';
import { lemmaIn } from './lemma.ts';
import { ACT_VERBS } from './lexicon.generated.ts';
import type { Told } from './told.ts';
import { findAll, tableOf } from './word-table.ts';

const VERBS = tableOf<Act | '~'>(ACT_VERBS);
const AUXILIARY = /^(?:be|have|do|also|further|then|now|again|still|later|even|just|once|twice|already|immediately|repeatedly|publicly|steadily|frequently|effectively|of|the|a|an|on|as|in|has|its|his|her|their|much|say)$/;

/** What the cue's words do; '~' where they leave it to what was said. */
function actOfCue(told: Told): { readonly act: Act | '~' | undefined; readonly at: number } {
  const { view, cue, content } = told;
  const words: string[] = [];
  const places: number[] = [];
  const next = content.find((i) => i > (cue.at(-1) ?? -1));
  const tail = next !== undefined && /^(?:to|whether|if)$/.test(view.lower(next)) ? [next] : [];
  for (const i of [...cue, ...tail]) {
    let word = view.lower(i);
    if (word === 't' && /^['’]$/.test(view.word(i - 1))) word = 'not';
    else if (/^[^\p{L}]+$/u.test(word)) continue;
    word = /^(?:don|isn|wasn|doesn|didn|won|can|couldn|wouldn|hasn|haven|aren|weren)$/.test(word) && view.lower(i + 2) === 't' ? 'do' : lemmaIn(word, VERBS.words);
    if (/^(?:be|have|do)$/.test(word) || (view.pos(i) === 'RB' && word !== 'not' && !VERBS.words.has(word))) continue;
    words.push(word);
    places.push(i);
  }
  const hits = [...findAll(VERBS, words), ...findAll(VERBS, words.filter((w) => !AUXILIARY.test(w)))];
  const decided = hits.find((h) => h.value === 'decline') ?? hits.find((h) => h.value !== '~');
  if (decided !== undefined) return { act: decided.value, at: places[decided.from] ?? told.at };
  return { act: hits.length > 0 ? '~' : undefined, at: told.at };
}

/**
 * What a statement does: as its cue says ("urged", "denied"), else as what was said leans ("said" with words that charge
 * a wrong, blame, praise, ask or commit).
 */
export function actOf(told: Told): { readonly act: Act; readonly because: Because } {
  const { act, at } = actOfCue(told);
  const words = told.view.reading.words;
  if (act !== undefined && act !== '~') return { act, because: { rule: 'act-cue', at: [spanOf(words, [at, at])], note: `"${told.view.word(at)}": ${ACTS[act]}` } };
  const leans = leaning(told);
  return { act: leans.act, because: { rule: 'act-content', at: leans.at.map((i) => spanOf(words, [i, i])), note: leans.note } };
}
