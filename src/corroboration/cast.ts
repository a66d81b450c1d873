import { hashText } from './hash.ts';
import type { Report } from './report.ts';
import type { Voice } from './voice.ts';

/** One description of a named speaker, where it stands, and who else speaks there. */
export interface Part {
  readonly voice: Voice;
  readonly refs: { readonly report: Report; readonly speaker: string }[];
  /** Numbers of the names that speak or stand beside it, the least of them, sorted. */
  company: number[];
}

/** As much company is kept of one: the least numbers of all, so that it does not depend on their order. */
const MOST_COMPANY = 48;

const isNamed = ({ name, type }: Voice): boolean => name !== null && (type === 'person' || type === 'organisation' || type === 'document');

/** True for a person of whom no more than one name is known: equal words of two reports do not make them one. */
export const isBareName = ({ type, words }: Voice): boolean => type === 'person' && words.length === 1;

/** Under what a description is kept: alone, or with its report where it is but one name. */
export const partIdOf = (voice: Voice, report: Report): string =>
  isBareName(voice) ? `${voice.index} ${report.index}` : String(voice.index);

const shortName = ({ type, words, bag }: Voice): string => (type === 'person' ? `p ${words.at(-1)}` : bag);

/** Notes who speaks in which report, and beside whom. */
export function createCast() {
  const parts = new Map<string, Part>();
  const bySurname = new Map<string, Set<Report>>();
  return {
    parts: parts as ReadonlyMap<string, Part>,
    /** Reports in which somebody of that surname, or a body of that name, speaks. */
    reportsOf: (voice: Voice): readonly Report[] => [...(bySurname.get(shortName(voice)) ?? [])],
    add(report: Report): void {
      const named = [...report.voices].filter(([, voice]) => isNamed(voice));
      const numbers = named.map(([, voice]) => hashText(`${voice.type} ${voice.bag}`, 23));
      for (const [i, [speaker, voice]] of named.entries()) {
        const key = partIdOf(voice, report);
        let part = parts.get(key);
        if (part === undefined) {
          part = { voice, refs: [], company: [] };
          parts.set(key, part);
        }
        part.refs.push({ report, speaker });
        const short = shortName(voice);
        bySurname.set(short, (bySurname.get(short) ?? new Set()).add(report));
        const others = numbers.filter((number, j) => j !== i && number !== numbers[i]);
        part.company = [...new Set([...part.company, ...others])].sort((a, b) => a - b).slice(0, MOST_COMPANY);
      }
    },
  };
}
export type Cast = ReturnType<typeof createCast>;

/** How many names two keep company with. */
export function sharedCompany(a: readonly number[], b: readonly number[]): number {
  const set = new Set(a);
  return b.reduce((sum, number) => sum + (set.has(number) ? 1 : 0), 0);
}
