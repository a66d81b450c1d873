import { viewOf, wordsIn } from '../../../model/index.ts';
import { CLAIM_WORDS, WRONG_WORDS } from '../../lexicon.generated.ts';
import { type Check, placeOf } from '../check.ts';
import { holdsRow, sentenceSpan, wordsAround } from '../sentences.ts';

const WRONG: ReadonlySet<string> = new Set(WRONG_WORDS);

/** Sentences that claim a wrong, or mark a claim as contestable, and that no source is given for; and "was accused of" by nobody. */
export const unsourcedClaim: Check = ({ statements, reading }) => {
  const view = viewOf(reading);
  const sourced = new Set<number>();
  for (const { statement } of statements) {
    for (const span of [...statement.source, ...statement.cue, ...statement.content]) {
      const range = wordsIn(reading.words, span);
      if (range !== undefined) for (let k = view.sentence(range[0]); k <= view.sentence(range[1]); k++) sourced.add(k);
    }
  }
  const bare = reading.sentences
    .map(([first, last], k) => {
      let wrong = 0;
      for (let i = first; i <= last; i++) if (WRONG.has(view.lower(i))) wrong++;
      return { k, first, wrong, long: last - first };
    })
    .filter(
      ({ k, first, wrong, long }) =>
        !sourced.has(k) && long > 5 && (wrong > 0 || holdsRow(wordsAround(reading, reading.words.start[first]!, 0, 0), CLAIM_WORDS)),
    )
    .map(({ k }) => sentenceSpan(reading, k));
  const nobody = statements
    .filter(({ sourcing, act }) => sourcing.type === 'none' && (act === 'accuse' || act === 'criticise'))
    .map((s) => placeOf(s.statement));
  return [...bare, ...nobody].sort((a, b) => a[0] - b[0]);
};
