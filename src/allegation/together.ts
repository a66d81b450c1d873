import type { WordRange } from '../model/index.ts';
import type { Candidate, Setting } from './candidates.ts';
import { isPeople } from './people.ts';
import { nounPhrase } from './phrase.ts';

type Place = Pick<Setting, 'view' | 'content' | 'referents'>;

/** Words between the first of two who do something together and the second's own words, and how many words the second may have. */
const AND = /^(?:and|&|nor)$/;
/** "Vell or her aides" are both meant; "Vell or another" is not. */
const OWN = /^(?:his|her|its|their)$/;
const MOST = 7;

/**
 * Who does it together with a candidate: the name or description that follows the candidate's behind "and" in what was said ("Vell and
 * her aides"), or that it follows. Undefined where it stands alone.
 */
export function togetherWith(
  { view, content, referents }: Place,
  { heads, speaker }: Pick<Candidate, 'heads' | 'speaker'>,
): Together | undefined {
  const said = new Set(content);
  for (const head of heads) {
    if (!said.has(head)) continue;
    const last = endOf(head);
    const at = view.word(last + 1) === ',' ? last + 2 : last + 1;
    if (!said.has(at) || !(AND.test(view.lower(at)) || (view.lower(at) === 'or' && OWN.test(view.lower(at + 1))))) continue;
    for (let other = at + 1; other <= at + MOST && said.has(other) && view.sentence(other) === view.sentence(head); other++) {
      if (
        !/^NN/.test(view.pos(other)) ||
        /^NN/.test(view.pos(other + 1)) ||
        view.word(other + 1) === '-' ||
        view.relation(other) === 'compound'
      )
        continue;
      const words = referents.mention(other) ?? nounPhrase(view, other, at + 1);
      const who = referents.at(other);
      if (!leadsTo(words[0], at + 1) || (who >= 0 && who === speaker) || !isJoined(head, other)) break;
      if (who < 0 && !/^(?:LOCATION|ORGANIZATION|PERSON)$/.test(view.entity(other)) && !isPeople(view.lower(other))) break;
      return { speaker: who, words };
    }
  }
  return undefined;

  /** True if only articles, owners and titles stand between. */
  function leadsTo(first: number, from: number): boolean {
    for (let i = from; i < first; i++) if (!/^(?:DT|PRP\$|NNP)$/.test(view.pos(i)) && view.word(i) !== '.') return false;
    return first >= from;
  }

  function isJoined(head: number, other: number): boolean {
    // People of its own right behind "and" belong to it, however the syntax reads.
    if (view.head(other) === head || OWN.test(view.lower(nounPhrase(view, other)[0]))) return true;
    return view.relation(other) === 'conj' && view.head(other) === view.head(head);
  }

  /** The last word of a candidate's own words, whose head this is. */
  function endOf(head: number): number {
    const mention = referents.mention(head);
    return mention === undefined ? head : mention[1];
  }
}

/** The other of two: a speaker's index, or -1, and its words. */
export interface Together {
  readonly speaker: number;
  readonly words: WordRange;
}
