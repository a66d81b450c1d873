import type { Span } from '../../model/index.ts';
import { type CodeField, closest, type TextField } from './fields.ts';

/** A search, as it was understood. */
export interface Query {
  /** What is looked for; null for a search that names nothing, which finds everything. */
  readonly wanted: Node | null;
  readonly sort: Sort;
  /** What was not understood as it stands, and what was made of it; empty for a query without fault. */
  readonly repairs: readonly Repair[];
}

/** Something in a query that could not stand as it was typed. */
export interface Repair {
  /** A sentence for people: what was found, and what was done. */
  readonly message: string;
  /** Where in the query. */
  readonly at: Span;
}

export const SORTS = {
  relevance: 'best match first',
  date: 'oldest first; reports without a date last',
  '-date': 'newest first; reports without a date last',
  publisher: 'by the publisher, A to Z',
  confidence: 'most doubtful first',
  '-confidence': 'surest first',
} as const;
export type Sort = keyof typeof SORTS;

/** Reads the value of `sort:`; no order where none can be meant. */
export function readSort(typed: string): { readonly order?: Sort; readonly repair?: string } {
  const asked = typed.toLowerCase();
  const order = Object.hasOwn(SORTS, asked) ? asked : closest(asked, Object.keys(SORTS));
  if (order !== undefined) return { order: order as Sort };
  return { repair: `There is no order "${typed}"; it was left out. Orders: ${Object.keys(SORTS).join(', ')}.` };
}

/** A word, or several that stand one after the other. */
export interface Words {
  readonly kind: 'words';
  /** As the index holds them: at least one, each at least a letter or digit; folded. */
  readonly words: readonly string[];
  /** True if the last one is only the beginning of a word. */
  readonly prefix: boolean;
  /** Where to look; everywhere if not given. */
  readonly field?: TextField;
}

/** Words that stand near each other, in any order. */
export interface Near {
  readonly kind: 'near';
  readonly terms: readonly Words[];
  /** The most words that may stand between the first and the last. */
  readonly distance: number;
  readonly field?: TextField;
}

/** A property with one of a few values: grade, channel, act. */
export interface Coded {
  readonly kind: 'code';
  readonly field: CodeField;
  readonly value: string;
}

/** A range of dates of publication, both ends included; each as exact as it was typed ("2020-06" ends with June). */
export interface Dated {
  readonly kind: 'date';
  readonly from?: string;
  readonly to?: string;
}

export type Node =
  | Words
  | Near
  | Coded
  | Dated
  | { readonly kind: 'and' | 'or'; readonly of: readonly Node[] }
  | { readonly kind: 'not'; readonly of: Node };

/** Several conditions as one; null for none. */
export function joined(kind: 'and' | 'or', parts: readonly Node[]): Node | null {
  if (parts.length < 2) return parts[0] ?? null;
  return { kind, of: parts.flatMap((part) => (part.kind === kind ? part.of : [part])) };
}
