import type { Span, WordRange, WordView } from '../model/index.ts';
import { spanOf } from '../model/index.ts';
import { partOf, preposition } from './parts.ts';
import { wholePhrase } from './phrase.ts';
import type { Trigger } from './triggers.ts';

/** Some words of the report, or none. */
export interface Found {
  readonly text: string | null;
  readonly at: readonly Span[];
}

/** How far from the words for a wrong its place and time are looked for, in words. */
const REACH = 40;
const NOTHING: Found = { text: null, at: [] };
const TIME_BEFORE = /^(?:in|on|since|during|after|before|over|last|this|past|for|early|late|the|previous|recent|earlier|next)$/;

const found = (view: WordView, range: WordRange): Found => {
  const span = spanOf(view.reading.words, range);
  return { text: view.reading.text.slice(span[0], span[1]).replace(/\s+/g, ' '), at: [span] };
};

/** Who suffered the wrong: what the words for it are done to, in the report's words. */
export function victimsOf(view: WordView, content: readonly number[], trigger: Trigger | undefined, accused: WordRange | undefined): Found {
  if (trigger === undefined) return NOTHING;
  const near = content.filter((i) => Math.abs(i - trigger.head) < 25);
  for (const i of near) {
    if (!/^(?:NN|PRP$)/.test(view.pos(i)) || (accused !== undefined && accused[0] <= i && i <= accused[1])) continue;
    if (trigger.words[0] <= i && i <= trigger.words[1]) continue;
    if (/^(?:DATE|TIME|DURATION|MONEY|PERCENT)$/.test(view.entity(i)) || view.relation(i) === 'compound') continue;
    if (partOf(view, i, trigger) !== 'suffers') continue;
    return found(view, view.pos(i) === 'PRP' ? [i, i] : wholePhrase(view, i, near[0]!, near.at(-1)!));
  }
  return NOTHING;
}

/** Where it is said to have been done: a place behind "in", "at", "across" near the words for it. */
export function placeOf(view: WordView, content: readonly number[], trigger: Trigger | undefined): Found {
  for (const i of nearest(view, content, trigger)) {
    if (view.entity(i) !== 'LOCATION' || view.entity(i + 1) === 'LOCATION') continue;
    if (!/^(?:in|at|across|near|throughout|inside|outside|around)$/.test(preposition(view, i))) continue;
    let first = i;
    while (first > content[0]! && view.entity(first - 1) === 'LOCATION') first--;
    return found(view, [first, i]);
  }
  return NOTHING;
}

/** When, in the report's words: "in 2019", "over the past four years". */
export function whenOf(view: WordView, content: readonly number[], trigger: Trigger | undefined): Found {
  for (const i of nearest(view, content, trigger)) {
    if (!/^(?:DATE|DURATION|TIME)$/.test(view.entity(i))) continue;
    let [first, last] = [i, i];
    while (
      content.includes(first - 1) &&
      (/^(?:DATE|DURATION|TIME)$/.test(view.entity(first - 1)) || TIME_BEFORE.test(view.lower(first - 1)))
    )
      first--;
    while (content.includes(last + 1) && /^(?:DATE|DURATION|TIME)$/.test(view.entity(last + 1))) last++;
    return found(view, [first, last]);
  }
  return NOTHING;
}

/** The words of the trigger's sentence: those that hang on it or on its verb before the others, then the nearest. */
function nearest(view: WordView, content: readonly number[], trigger: Trigger | undefined): readonly number[] {
  if (trigger === undefined) return content.slice(0, 60);
  const { head } = trigger;
  const verb = /^VB/.test(view.pos(head)) ? head : view.head(head);
  const far = (i: number) => Math.abs(i - head) + (view.head(i) === head || view.head(i) === verb ? 0 : REACH);
  return content.filter((i) => view.sentence(i) === view.sentence(head) && Math.abs(i - head) < REACH).sort((a, b) => far(a) - far(b));
}
