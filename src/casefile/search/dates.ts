/** What was made of the value of `date:`. */
export interface ReadRange {
  readonly from?: string;
  readonly to?: string;
  /** What was amended, in a sentence. */
  readonly repair?: string;
}

const DATE = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:T.*)?)?)?$/;

/** A date as far as it was typed, in the form of ISO 8601; undefined where it is none. */
function readDate(typed: string): string | undefined {
  const found = DATE.exec(typed.trim());
  if (found === null) return undefined;
  const [, year, month, day] = found;
  if (month === undefined) return year;
  const m = Number(month);
  if (m < 1 || m > 12) return undefined;
  const stem = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return stem;
  const d = Number(day);
  const days = [
    31,
    Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return d >= 1 && d <= days[m - 1]! ? `${stem}-${day.padStart(2, '0')}` : undefined;
}

const OPEN = /^\*?$/;
const COMPARED = /^([<>]=?)(.*)$/s;

function ranged(left: string, right: string): ReadRange | undefined {
  const from = OPEN.test(left.trim()) ? undefined : readDate(left);
  const to = OPEN.test(right.trim()) ? undefined : readDate(right);
  if ((from === undefined && !OPEN.test(left.trim())) || (to === undefined && !OPEN.test(right.trim()))) return undefined;
  const swap = from !== undefined && to !== undefined && from > to && !from.startsWith(to);
  const [first, last] = swap ? [to, from] : [from, to];
  return {
    ...(first === undefined ? {} : { from: first }),
    ...(last === undefined ? {} : { to: last }),
    ...(swap ? { repair: `the range ended before it began, so its ends were changed over: ${first} to ${last}` } : {}),
  };
}

/**
 * Reads a date or a range of dates: "2020", "2020-06", "2020-01 TO 2020-06", "* TO 2020", "2020-01..2020-06", ">=2020-03".
 * Both ends belong to the range, each as exact as it is typed. Undefined where there is no date in it.
 *
 * @example readRange('2020-01 TO 2020-06') // { from: '2020-01', to: '2020-06' }
 */
export function readRange(typed: string): ReadRange | undefined {
  const text = typed.trim();
  const parts = text.split(/\s+TO\s+|^TO\s+|\s+TO$|\.\.+/i);
  if (parts.length === 2) return ranged(parts[0]!, parts[1]!);
  const compared = COMPARED.exec(text);
  if (compared !== null) {
    const date = readDate(compared[2]!);
    if (date === undefined) return undefined;
    const inclusive = compared[1]!.endsWith('=');
    const open = compared[1]!.startsWith('>') ? { from: date } : { to: date };
    return inclusive ? open : { ...open, repair: `a range holds both its ends, so ${date} itself is found too` };
  }
  const date = readDate(text);
  return date === undefined ? undefined : { from: date, to: date };
}
