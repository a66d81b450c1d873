import { foldName } from './fold.ts';
import { families } from './lexicon.ts';

const LEFT_OUT = new Set(['the', 'com', 'online', 'sunday', 'org', 'net', 'www', 'digital', 'website', 'on']);

/** A publisher's name for comparing: without "The", "Online", ".com". */
export function outletKey(name: string): string {
  const words = foldName(name.replace(/\.(?:com|org|net|co\.\p{L}{2}|\p{L}{2,3})$/iu, '')).filter((word) => !LEFT_OUT.has(word));
  const kept = words.length > 1 && words.at(-1) === 'news' ? words.slice(0, -1) : words;
  return kept.join(' ');
}

const folded = new Map([...families].map(([title, house]) => [outletKey(title), outletKey(house)]));

/** The house that a title belongs to; the title's own key where no list tells more. */
export const familyOf = (name: string): string => {
  const key = outletKey(name);
  return folded.get(key) ?? key;
};

/** Credits that name nobody in particular. */
export const NOBODY =
  /^(?:(?:news )?agenc(?:y|ies)|agency reports?|wire (?:services?|reports?)|wires?|staff(?: (?:writers?|reporters?|correspondents?))?|our correspondent|(?:news|web) desk|correspondents?|reporters?|inputs?|files?|and|by|with|from)$/;
const ROLE =
  /^(?:reporting|additional reporting|further reporting|writing|editing|edited|written|compiled|reported|by|with|inputs? from|additional|source)\b[: ]*/iu;

/**
 * Whom the credit lines of a report name, as keys for comparing: agencies and reporters, never "agencies" alone.
 * @example creditKeys(['TARROW, March 3 (Kestrian Press Agency) —']) // ['kestrian press agency']
 */
export function creditKeys(credits: readonly string[]): readonly string[] {
  const out = new Set<string>();
  for (const credit of credits) {
    const dateline = /\(([^()]{2,60})\)\s*(?:[—–:-]|--)/u.exec(credit);
    const plain = dateline?.[1] ?? credit.replace(/^[\s([*—–-]+|[\s)\].*]+$/gu, '');
    for (const part of plain.split(/[,;/|&]|\band\b|\bin\b|\bwith inputs? from\b|\bcontributed\b.*$/iu)) {
      let name = part.trim();
      for (let k = 0; k < 3 && ROLE.test(name); k++) name = name.replace(ROLE, '').replace(/^(?:by|from)\s+/iu, '');
      if (!/\p{Lu}/u.test(name)) continue;
      const key = outletKey(name);
      if (key !== '' && !NOBODY.test(key) && key.split(' ').length <= 5) out.add(folded.get(key) ?? key);
    }
  }
  return [...out];
}

/** A byline for comparing; undefined for "Staff" and the like. */
export function bylineKey(byline: string | null): string | undefined {
  const key = foldName((byline ?? '').replace(/^by:?\s+/iu, '').split(/[,|]/u)[0]!).join(' ');
  return key === '' || NOBODY.test(key) || key.split(' ').length < 2 ? undefined : key;
}

/** An address for comparing: without scheme, "www.", query, fragment and end slash. */
export const urlKey = (url: string | null): string | undefined =>
  url === null
    ? undefined
    : url
        .trim()
        .toLowerCase()
        .replace(/^[a-z]+:\/\//, '')
        .replace(/^(?:www|m|amp)\./, '')
        .replace(/[?#].*$/, '')
        .replace(/\/(?:amp\/?)?$/, '') || undefined;
