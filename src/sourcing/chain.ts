import type { Because, Credit, Span, Speaker } from '../model/index.ts';
import { isAgency, isMedium, mediumAt, sameMedium } from './media.ts';
import type { Told } from './told.ts';

export interface Chain {
  readonly chain: readonly string[];
  readonly because: readonly Because[];
}

/** Who tells a statement inside another, and the words that name them. */
export interface Teller {
  readonly speaker: Speaker;
  readonly at: readonly Span[];
}

const AGENCIES = /\b(?:agenc(?:y|ies)|wires?|wire services)\b/i;

/**
 * The tellers that a credit line names: "(With inputs from agencies)" gives "agencies", "— AP" gives "AP". A newspaper beside
 * the writers in a byline is the publisher itself and passes nothing on.
 */
export function tellersOf(credit: string): readonly string[] {
  const out: string[] = [];
  const byline = /^\s*by\b/i.test(credit);
  const plain = credit
    .replace(/[()[\]—–]/gu, ' , ')
    .replace(/\bby\b|\bwith\b|\binputs?\b|\bfrom\b|\bstaff\b|\breporting\b|\breports\b/giu, ' , ');
  for (const part of plain.split(/[,/;]|\band\b|\s-\s|-$/u)) {
    const name = part.trim().replace(/[.\s]+$/u, '');
    if (name !== '' && isMedium(name) && (!byline || isAgency(name))) out.push(name);
  }
  if (out.length === 0 && AGENCIES.test(credit)) out.push('agencies');
  return out;
}

/**
 * Every teller of a statement in order: who spoke first, who tells it in the report ("Paper B reports"), the medium that
 * got it, and whom the report's credit lines name. The publisher itself is the end of every chain and is left out.
 */
export function chainOf(
  told: Told,
  outlet: { readonly name: string; readonly at: readonly Span[] } | null,
  tellers: readonly Teller[],
  credits: readonly { readonly credit: Credit; readonly names: readonly string[] }[],
  speakerNamed: (name: string) => Speaker | undefined,
  publisher: string | undefined,
): Chain {
  const chain: string[] = [];
  const because: Because[] = [];
  const add = (id: string, rule: string, at: readonly Span[], note: string) => {
    if (chain.includes(id)) return;
    chain.push(id);
    because.push({ rule: `chain-${rule}`, at, note });
  };
  const idOf = (name: string) => speakerNamed(name)?.id ?? name;
  const own = (name: string) => publisher !== undefined && sameMedium(publisher, name);
  if (told.speaker !== undefined) add(told.speaker.id, 'voice', told.statement.source, 'the first voice');
  for (const { speaker, at } of tellers) add(speaker.id, 'teller', at, `told by ${speaker.name ?? 'somebody unnamed'}`);
  if (outlet !== null && !own(outlet.name)) add(idOf(outlet.name), 'outlet', outlet.at, `got by ${outlet.name}`);
  for (const { name, at } of relaysIn(told)) if (!own(name)) add(idOf(name), 'relay', [at], `passed on by ${name}`);
  for (const { credit, names } of credits)
    for (const name of names) if (!own(name)) add(idOf(name), 'credit', [credit.at], `credited: ${credit.text}`);
  return { chain, because };
}

/** "Paper B reports", "as reported by Agency A", "according to Agency A" beside the statement. */
function relaysIn({ view, beside }: Told): readonly { readonly name: string; readonly at: Span }[] {
  const out: { name: string; at: Span }[] = [];
  const { start, end } = view.reading.words;
  for (const i of beside) {
    const medium = mediumAt(view, i);
    if (medium === undefined || (out.length > 0 && start[medium.first]! < out.at(-1)!.at[1])) continue;
    const after = view.lower(medium.last + 1);
    const before = view.lower(i - 1);
    const reports =
      /^(?:reports?|reported|quoted|cited|writes)$/.test(after) ||
      (/^(?:by|to)$/.test(before) && /^(?:reported|according|quoted|cited)$/.test(view.lower(i - 2)));
    if (reports) out.push({ name: medium.name, at: [start[medium.first]!, end[medium.last]!] });
  }
  return out;
}
