/**
 * When a date that is known to the day, month or year is over, in milliseconds; of a moment the moment itself.
 * @example endOf('2024-05') // 2024-06-01T00:00Z, as milliseconds
 */
export function endOf(date: string): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) {
    const moment = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(date) ? date : `${date}Z`);
    return Number.isNaN(moment) ? undefined : moment;
  }
  if (month === undefined) return Date.UTC(Number(year) + 1, 0);
  if (day === undefined) return Date.UTC(Number(year), Number(month));
  return Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A point of an axis of time, in UTC: the hour within a day, the day at its beginning, the year at its. */
export function tickInWords(moment: Date): string {
  const day = `${moment.getUTCDate()} ${MONTHS[moment.getUTCMonth()]}`;
  const hour = moment.toISOString().slice(11, 16);
  if (hour !== '00:00') return hour;
  return moment.getUTCMonth() === 0 && moment.getUTCDate() === 1 ? `${day} ${moment.getUTCFullYear()}` : day;
}
