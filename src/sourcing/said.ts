import type { Because } from '../model/index.ts';
import type { Told } from './told.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const SHORT: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sept: 9,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** Days since 1970-01-01 in the Gregorian calendar, by Howard Hinnant's "days from civil". */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

function isoOf(days: number): string {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return date(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1);
}

const two = (n: number): string => String(n).padStart(2, '0');
const date = (year: number, month: number, day?: number): string =>
  `${String(year).padStart(4, '0')}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;

/** A day that the calendar has. */
const exists = (year: number, month: number, day: number): boolean =>
  day >= 1 && day <= 31 && isoOf(dayNumber(year, month, day)) === date(year, month, day);

const monthOf = (word: string): number | undefined => {
  const full = MONTHS.indexOf(word);
  return full >= 0 ? full + 1 : SHORT[word];
};

interface Dated {
  readonly said: string;
  readonly words: readonly number[];
}

/**
 * The date of speaking, as far as the words beside a statement tell it: "on Monday" counts back from the day of
 * publication (at most six days; the day itself if it is that day), "June 29, 2020", "29 June", "in 2016". No guess.
 *
 * @param published ISO date of the report; without it weekdays and "yesterday" tell nothing
 * @param rivals words at which others speak in the same sentence: a date that is nearer to one of them is theirs
 * @returns an ISO date, perhaps partial, or null
 */
export function saidOf(
  told: Told,
  published: string | undefined,
  rivals: readonly number[] = [],
): { readonly said: string | null; readonly because: Because | undefined } {
  const { view, beside, at } = told;
  const day = published === undefined ? undefined : dayOf(published);
  const found: Dated[] = [];
  beside.forEach((_, k) => {
    const dated = datedAt(told, k, day);
    if (dated === undefined) return;
    const place = dated.words[0]!;
    if (!rivals.some((rival) => Math.abs(rival - place) < Math.abs(at - place))) found.push(dated);
  });
  const near = found.sort((a, b) => Math.abs(a.words[0]! - at) - Math.abs(b.words[0]! - at) || a.words[0]! - b.words[0]!)[0];
  if (near === undefined) return { said: null, because: undefined };
  const { words } = view.reading;
  const span = [words.start[near.words[0]!]!, words.end[near.words.at(-1)!]!] as const;
  return {
    said: near.said,
    because: {
      rule: 'said',
      at: [span],
      note: published === undefined ? near.said : `${near.said}, for a report of ${published.slice(0, 10)}`,
    },
  };
}

function dayOf(published: string): { year: number; number: number } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return exists(year, month, day) ? { year, number: dayNumber(year, month, day) } : undefined;
}

function datedAt(
  { view, beside, source, speaker }: Told,
  k: number,
  published: { year: number; number: number } | undefined,
): Dated | undefined {
  const at = (n: number) => (beside[k + n] === beside[k]! + n ? view.lower(beside[k]! + n) : '');
  const word = at(0);
  const first = beside[k]!;
  const month = monthOf(word);
  if (
    month !== undefined &&
    (word !== 'may' || /^\d/.test(at(1)) || /^\d/.test(view.lower(first - 1)) || view.pos(first) !== 'MD') &&
    /^\p{Lu}/u.test(view.word(first))
  ) {
    const dot = at(1) === '.' ? 1 : 0;
    const number = Number(at(1 + dot));
    const year = yearIn(at(2 + dot) === ',' ? at(3 + dot) : at(2 + dot));
    if (/^\d{1,2}$/.test(at(1 + dot))) {
      const of = year ?? nearest(published, month, number);
      return of !== undefined && exists(of, month, number)
        ? { said: date(of, month, number), words: [first, first + 1 + dot + (year === undefined ? 0 : 2)] }
        : undefined;
    }
    const alone = yearIn(at(1 + dot));
    if (/^\d{1,2}$/.test(view.lower(first - 1))) {
      const d = Number(view.lower(first - 1));
      const of = alone ?? nearest(published, month, d);
      return of !== undefined && exists(of, month, d) ? { said: date(of, month, d), words: [first - 1, first] } : undefined;
    }
    if (alone !== undefined) return { said: date(alone, month), words: [first, first + 1 + dot] };
    if (view.lower(first - 1) === 'in' && published !== undefined)
      return { said: date(nearest(published, month, 28) ?? published.year, month), words: [first] };
    return undefined;
  }
  const record = speaker?.type === 'document' && source.includes(first) && view.lower(first - 1) === 'of';
  if ((record || view.lower(first - 1) === 'in') && yearIn(word) !== undefined) return { said: word, words: [first] };
  if (published === undefined) return undefined;
  const weekday = DAYS.indexOf(word);
  if (weekday >= 0 && /^\p{Lu}/u.test(view.word(first)) && !/^(?:next|last|every|until|by|since|each)$/.test(view.lower(first - 1))) {
    const today = (((published.number + 4) % 7) + 7) % 7;
    return { said: isoOf(published.number - ((today - weekday + 7) % 7)), words: [first] };
  }
  if (word === 'yesterday') return { said: isoOf(published.number - 1), words: [first] };
  if (word === 'today' && /^\p{Ll}/u.test(view.word(first))) return { said: isoOf(published.number), words: [first] };
  return undefined;
}

const yearIn = (word: string): number | undefined => (/^(?:19|20)\d\d$/.test(word) ? Number(word) : undefined);

/** The year in which such a day last came before publication. */
function nearest(published: { year: number; number: number } | undefined, month: number, day: number): number | undefined {
  if (published === undefined) return undefined;
  return dayNumber(published.year, month, Math.min(day, 28)) <= published.number ? published.year : published.year - 1;
}
