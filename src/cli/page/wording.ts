import type { WireStatement } from '../../model/index.ts';
import { shown } from './shown.ts';

const LEVELS: readonly (readonly [least: number, words: string, meter: string])[] = [
  [0.9, 'sure', '●●●●'],
  [0.75, 'fairly sure', '●●●○'],
  [0.5, 'unsure', '●●○○'],
  [0, 'doubtful', '●○○○'],
];

/**
 * How sure the reading is, in words and as a number that is never rounded up.
 * @example sureness(0.938) // '●●●● 0.93 sure'
 */
export function sureness(confidence: number): string {
  const [, words, meter] = LEVELS.find(([least]) => confidence >= least) ?? LEVELS.at(-1)!;
  return `${meter} ${(Math.floor(confidence * 100 + 1e-9) / 100).toFixed(2)} ${words}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * A date as far as it is known: "2020" stays, "2020-07" is "July 2020", "2020-07-02T10:00:00Z" is "2 July 2020".
 * What is no date stays as it is.
 */
export function dateInWords(date: string): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(date);
  const month = MONTHS[Number(match?.[2]) - 1];
  if (match === null || (match[2] !== undefined && month === undefined)) return date;
  return [match[3] && String(Number(match[3])), month, match[1]].filter(Boolean).join(' ');
}

/** A code in plain words. */
export const plain = (code: string): string => code.replaceAll('-', ' ');

const GRADED: Readonly<Partial<Record<string, string>>> = { described: 'unnamed, described', bare: 'unnamed, bare', none: '' };

/** Joins facts so that a row never ends with the dot. */
export const DOT = ' ·\u00A0';

/** What is known of a statement beside its words: how it was read, and how it is sourced. */
export function about({ act, confidence, form, sourcing }: WireStatement): readonly string[] {
  const facts = [act === 'state' ? '' : (act ?? '')];
  if (sourcing !== undefined) {
    facts.push(GRADED[sourcing.grade] ?? sourcing.grade);
    if (sourcing.channel !== 'unknown' && sourcing.channel !== sourcing.grade) facts.push(plain(sourcing.channel));
    if (sourcing.outlet !== null) facts.push(`through ${shown(sourcing.outlet)}`);
  }
  return [sureness(confidence) + DOT + form, facts.filter((fact) => fact !== '').join(DOT)].filter((note) => note !== '');
}

/** @example counted(1, 'statement') // '1 statement' */
export const counted = (count: number, noun: string, many = `${noun}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? noun : many}`;

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** @example bytesInWords(1_234_567) // '1.2 MB' */
export function bytesInWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: unit === 0 || value >= 100 ? 0 : 1 })} ${UNITS[unit]}`;
}

/** A moment in words, in UTC: "2026-03-02T10:05:09.120Z" is "2 March 2026, 10:05 UTC". */
export function momentInWords(moment: string): string {
  const time = /T(\d\d:\d\d)/.exec(moment)?.[1];
  return time === undefined ? dateInWords(moment) : `${dateInWords(moment)}, ${time} UTC`;
}
