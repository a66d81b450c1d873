import type { Judgement } from '../language/index.ts';
import { ACTS, type Act, type Because, type Span } from '../model/index.ts';

const NAMES = Object.keys(ACTS) as readonly Act[];
/** How much each rule's word counts against the network's (natural log-odds), fitted on the development labels. */
const TRUST: Readonly<Record<string, number>> = {
  'act-cue': 3,
  'act-self': 2.5,
  'act-wrong': 2,
  'act-content': 1,
  'act-goes-on': 0.7,
  /** Where no word says more than that something was said. */
  'act-plain': 0.5,
};
const FLOOR = 0.005;

/** An act with what decided it. */
export interface DecidedAct {
  readonly act: Act;
  readonly because: Because;
}

/**
 * What the rules say of an act and what the network thinks of it, together: a verb that names the act is trusted most, the lean of the
 * words least.
 *
 * @param at the words to point at where the network decides
 * @param trusted how far each rule is trusted
 */
export function weighAct(own: DecidedAct, judgement: Judgement | undefined, at: readonly Span[], trusted = TRUST): DecidedAct {
  if (judgement === undefined) return own;
  const plain = own.because.rule === 'act-content' && own.act === 'state';
  const trust = trusted[plain ? 'act-plain' : own.because.rule] ?? 1;
  let best: Act = own.act;
  let most = -Infinity;
  NAMES.forEach((act, k) => {
    const score = Math.log(judgement.acts[k]! + FLOOR) + (act === own.act ? trust : 0);
    if (score > most) [best, most] = [act, score];
  });
  return best === own.act ? own : { act: best, because: { rule: 'act-network', at, note: `by its words as a whole: ${ACTS[best]}` } };
}
