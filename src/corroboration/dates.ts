import type { Certainty } from '../model/index.ts';

/** When something was published, as far as it is known: minutes since 1970, UTC; a time without a zone as if it were UTC. */
export interface Moment {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly precision: 'year' | 'month' | 'day' | 'time';
  readonly zoned: boolean;
}

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i;
const DAY = 1440;

/** Days from 1970-01-01 to a day of the Gregorian calendar (Hinnant's days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/**
 * Reads an ISO date as far as it goes; undefined for anything else.
 * @example momentOf('2023-03') // all of March 2023
 */
export function momentOf(date: string | null): Moment | undefined {
  const match = date === null ? null : ISO.exec(date.trim());
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const start = dayNumber(year, month, day) * DAY;
  const whole = (to: number, precision: Moment['precision']): Moment => ({ from: start, to: to * DAY, precision, zoned: false });
  if (match[2] === undefined) return whole(dayNumber(year + 1, 1, 1), 'year');
  if (match[3] === undefined) return whole(month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1), 'month');
  if (match[4] === undefined) return whole(start / DAY + 1, 'day');
  const zone = match[6];
  const sign = zone?.startsWith('-') ? -1 : 1;
  const digits = zone?.replace(/[^\d]/g, '') ?? '';
  const offset = digits === '' ? 0 : sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
  const from = start + Number(match[4]) * 60 + Number(match[5]) - offset;
  return { from, to: from + 1, precision: 'time', zoned: zone !== undefined };
}

/** The day of a moment, in days since 1970; undefined where not even the day is known. */
export const dayOf = (moment: Moment | undefined): number | undefined =>
  moment === undefined || moment.precision === 'year' || moment.precision === 'month' ? undefined : Math.floor(moment.from / DAY);

/** A time without a zone may be off by this many minutes. */
const ZONES = 14 * 60;

export interface Dated {
  readonly moment: Moment | undefined;
  /** The date is that of an update. */
  readonly updated: boolean;
}

/** Those of a list that may be the earliest, by their dates alone: all, where none has a date. */
export function earliestOf<T extends Dated>(list: readonly T[]): readonly T[] {
  const dated = list.filter(({ moment }) => moment !== undefined);
  if (dated.length === 0) return list;
  let end = Number.POSITIVE_INFINITY;
  for (const { moment } of dated) end = Math.min(end, moment!.to);
  return dated.filter(({ moment }) => moment!.from < end);
}

/** How sure it is that one is the earliest of a list. */
export function certaintyOf<T extends Dated>(first: T, list: readonly T[]): Certainty {
  if (list.some(({ moment }) => moment === undefined)) return 'undated';
  const rivals = earliestOf(list);
  if (first.updated || rivals.some(({ updated }) => updated)) return 'updated';
  if (rivals.length > 1) return 'same-day';
  const mine = first.moment!;
  const near = list.filter((other) => other !== first && other.moment!.from - mine.from < ZONES && isTimed(other.moment!, mine));
  return near.some(({ moment }) => !moment!.zoned) || (near.length > 0 && !mine.zoned) ? 'no-zone' : 'dated';
}

const isTimed = (a: Moment, b: Moment): boolean => a.precision === 'time' && b.precision === 'time';
