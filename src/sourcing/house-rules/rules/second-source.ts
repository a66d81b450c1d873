import { viewOf, wordsIn } from '../../../model/index.ts';
import { type Check, type CheckedStatement, placeOf } from '../check.ts';

/** Two statements that share so much of the shorter one's words say the same. */
const SAME = 0.4;
/** A word that more statements hold than this tells nothing. */
const COMMON = 200;

/** Claims of unnamed sources that no other speaker of the report makes too. */
export const secondSource: Check = ({ statements, reading }) => {
  const view = viewOf(reading);
  const wordsOf = ({ statement }: CheckedStatement): Set<string> => {
    const out = new Set<string>();
    for (const span of statement.content) {
      const range = wordsIn(reading.words, span);
      if (range !== undefined)
        for (let i = range[0]; i <= range[1]; i++)
          if (/^(?:NN|VB|JJ|CD)/.test(view.pos(i)) && view.lower(i).length > 3) out.add(view.lower(i));
    }
    return out;
  };
  const words = statements.map(wordsOf);
  const holders = new Map<string, number[]>();
  words.forEach((set, k) => {
    for (const word of set) holders.set(word, [...(holders.get(word) ?? []).slice(0, COMMON), k]);
  });
  return statements
    .filter((s, k) => {
      if (s.sourcing.type !== 'unnamed' || !/^(?:state|accuse|criticise|warn|deny)$/.test(s.act)) return false;
      const shared = new Map<number, number>();
      for (const word of words[k]!)
        for (const other of holders.get(word) ?? []) if (other !== k) shared.set(other, (shared.get(other) ?? 0) + 1);
      return ![...shared].some(
        ([other, n]) => statements[other]!.speaker !== s.speaker && n >= 2 && n >= SAME * Math.min(words[k]!.size, words[other]!.size),
      );
    })
    .map((s) => placeOf(s.statement));
};
