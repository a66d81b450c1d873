import type { Judgement } from '../language/index.ts';
import { WRONGS, type Wrong } from '../model/index.ts';
import type { Trigger } from './triggers.ts';

/** Wrongs in the order of their gravity. */
export const BY_GRAVITY = Object.keys(WRONGS) as readonly Wrong[];

/** How much a word for a wrong adds to what the network thinks (natural log-odds). */
const STRONG = 3;
const WEAK = 2;
/** How far the network is believed: it has learnt from few reports and is surer than it should be. */
const BELIEF = 0.7;
/** What a wrong has of its own where neither network nor words know it. */
const FLOOR = 0.01;

/** A wrong with how much speaks for it and the words that do. */
export interface WeighedWrong {
  readonly wrong: Wrong;
  readonly score: number;
  readonly trigger: Trigger | undefined;
}

/** The wrongs that a statement may be about, the likeliest first: the network's opinion and the words together. */
export function weighWrongs(triggers: readonly Trigger[], judgement: Judgement | undefined): readonly WeighedWrong[] {
  const words = new Map<Wrong, Trigger>();
  for (const trigger of triggers) {
    const known = words.get(trigger.wrong);
    if (known === undefined || (trigger.strong && !known.strong)) words.set(trigger.wrong, trigger);
  }
  return BY_GRAVITY.map((wrong, k) => {
    const trigger = words.get(wrong);
    const word = trigger === undefined ? 0 : trigger.strong ? STRONG : WEAK;
    return { wrong, score: BELIEF * Math.log((judgement?.wrongs[k] ?? 0) + FLOOR) + word, trigger };
  }).sort((a, b) => b.score - a.score);
}
