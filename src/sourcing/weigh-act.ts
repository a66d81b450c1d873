import type { Judgement } from '../language/index.ts';
import { ACTS, type Act, type Because, type Span } from '../model/index.ts';

const NAMES = Object.keys(ACTS) as readonly Act[];
/**
 * How much each rule's word counts against the network's (natural log-odds). The rules were written while looking at the development reports and are
 * right there in 70 of 100, but in 55 of 100 on the training labels, which the network has learnt by heart; so neither set can tell alone. Fitted on
 * the development labels by bench/accuracy/fit-acts.mjs, near the log-odds of each rule's share of right acts on the training labels.
 */
const TRUST: Readonly<Record<string, number>> = {
  'act-cue': 3.5,
  'act-self': 2.5,
  'act-wrong': 1.6,
  'act-content': 2.5,
  'act-goes-on': 1.6,
  /** Where no word says more than that something was said. */
  'act-plain': 0.4,
  /** A question mark at the end. */
  'act-question': 6,
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
  const rule =
    own.because.rule !== 'act-content'
      ? own.because.rule
      : own.act === 'state'
        ? 'act-plain'
        : own.act === 'ask'
          ? 'act-question'
          : 'act-content';
  const trust = trusted[rule] ?? 1;
  let best: Act = own.act;
  let most = -Infinity;
  NAMES.forEach((act, k) => {
    // A question is asked by its words or its mark, or not at all.
    if (act === 'ask' && own.act !== 'ask') return;
    const score = Math.log(judgement.acts[k]! + FLOOR) + (act === own.act ? trust : 0);
    if (score > most) [best, most] = [act, score];
  });
  return best === own.act ? own : { act: best, because: { rule: 'act-network', at, note: `by its words as a whole: ${ACTS[best]}` } };
}
