const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i;
const DAY_FIRST = /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+(\p{L}{3,9})\.?,?\s+(\d{4})\b/u;
const MONTH_FIRST = /^(?:\p{L}+,?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u;

/** What follows the day in a mail or feed: "10:00:00 +0200". */
const CLOCK = /^\s*,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*(Z|UTC?|GMT|[ECMP][SD]T|[+-]\d{2}:?\d{2}))?(?![\p{L}\d])/u;
const ZONES: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

const two = (number: number): string => String(number).padStart(2, '0');
const daysIn = (year: number, month: number): number =>
  month === 2 ? ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

function dayOf(year: number, monthName: string, day: number): string | undefined {
  const month = MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${year}-${two(month)}-${two(day)}`;
}

/** A day with the time and zone that stand after it, where they do. */
function momentOf(day: string | undefined, after: string): string | undefined {
  const clock = day === undefined ? null : CLOCK.exec(after);
  if (clock === null || Number(clock[1]) > 23 || Number(clock[2]) > 59) return day;
  const [, hour, minute, second = '00', zone] = clock;
  const offset = zone === undefined ? '' : (ZONES[zone] ?? (/^[+-]/.test(zone) ? zone.replace(/^(...):?/, '$1:') : 'Z'));
  return `${day}T${two(Number(hour))}:${minute}:${second}${offset}`;
}

/**
 * Reads a date of publication into ISO 8601, as exact as it is given: a year, a month, a day, or a moment with its offset
 * from UTC as written. English dates ("2 July 2020", "July 2, 2020") give their day, and their moment as mails
 * and feeds write it ("Thu, 2 Jul 2020 10:00:00 +0200").
 *
 * @returns undefined for anything else, days that no month has included
 * @example readPublished('July 2, 2020') // '2020-07-02'
 */
export function readPublished(written: string): string | undefined {
  const text = written.trim().slice(0, 60);
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, time, zone] = iso;
    if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return undefined;
    if (day !== undefined && (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month)))) return undefined;
    if (time === undefined) return text;
    if (Number(time.slice(0, 2)) > 23 || Number(time.slice(3, 5)) > 59) return undefined;
    return `${year}-${month}-${day}T${time}${(zone ?? '').toUpperCase()}`;
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const day = dayOf(Number(dayFirst[3]), dayFirst[2]!, Number(dayFirst[1]));
    return momentOf(day, text.slice(dayFirst[0].length));
  }
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst === null ? undefined : dayOf(Number(monthFirst[3]), monthFirst[1]!, Number(monthFirst[2]));
}
