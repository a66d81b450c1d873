const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/;

/**
 * A date as exact as it is known, with the zone that it was given in; what is none stays as it is.
 * @example dateInWords('2024-05-08T14:10:00Z') // '8 May 2024, 14:10 UTC'
 * @example dateInWords('2024-05') // 'May 2024'
 */
export function dateInWords(date: string | null | undefined): string {
  if (date == null || date === '') return 'no date';
  const [, year, month, day, hour, minute, zone] = DATE.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || (month !== undefined && name === undefined)) return date;
  const days = [day === undefined ? undefined : String(Number(day)), name, year].filter((part) => part !== undefined).join(' ');
  if (hour === undefined) return days;
  return `${days}, ${hour}:${minute} ${zone === undefined ? '(no zone)' : zoneInWords(zone)}`;
}

const zoneInWords = (zone: string): string => (zone === 'Z' ? 'UTC' : `UTC${zone.replace('-', '−')}`);

/** The day alone: '8 May 2024'. */
export const dayInWords = (date: string | null | undefined): string => dateInWords(date?.slice(0, 10));

/** A moment of the log: in UTC, to the second. */
export function momentInWords(moment: string): string {
  const [day, time = ''] = moment.split('T');
  return `${dateInWords(day)}, ${time.slice(0, 8)} UTC`;
}

/**
 * Milliseconds of a date, for placing it in time: the middle of what is not known is not guessed, its beginning is taken.
 * Undefined for what is no date.
 */
export function timeOf(date: string | null): number | undefined {
  if (date === null || !DATE.test(date)) return undefined;
  const whole = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  const time = Date.parse(/T/.test(whole) && !/(Z|[+-]\d\d:?\d\d)$/.test(whole) ? `${whole}Z` : whole);
  return Number.isNaN(time) ? undefined : time;
}
