import type { WordView } from '../model/index.ts';
import type { Candidate, Setting } from './candidates.ts';
import { preposition } from './parts.ts';

/** Where a candidate stands in the syntax of what is said, in words: "subject", "behind by", "subject of what it is about". */
export function placesOf({ heads, topParts, words }: Candidate, setting: Setting): readonly string[] {
  const { view, content, telling, top } = setting;
  const out = new Set<string>();
  const inside = new Set(content);
  const first = content[0]!;
  for (const head of heads) {
    const [relation, by, up] = relationOf(view, head);
    const name = relation.startsWith('nmod') && relation !== 'nmod:poss' ? `behind ${by || 'nothing'}` : relation;
    if (!inside.has(head)) {
      const teller = telling.includes(up);
      out.add(`told, ${name}`);
      if (teller) out.add(`told, ${name} of what tells it`);
      out.add(head < first ? 'told before' : 'told behind');
      continue;
    }
    out.add(`in it, ${name}`);
    if (!inside.has(up)) out.add(`${name} of what tells it`);
    if (up === top) out.add(`${name} of what it is about`);
    if (head - first < 4) out.add(`opens it, ${name}`);
  }
  for (const part of topParts) if (part !== 'none') out.add(`${part} what it is about`);
  if (words !== undefined && view.quoted(words[0])) out.add('named in quotation marks');
  return [...out];
}

/** A noun's relation, its preposition and its head; one behind "and" stands as the first of them does. */
function relationOf(view: WordView, noun: number): readonly [string, string, number] {
  let at = noun;
  for (let step = 0; step < 3 && /^(?:conj|appos)$/.test(view.relation(at)) && view.head(at) !== at; step++) at = view.head(at);
  return [view.relation(at), preposition(view, at), view.head(at)];
}
