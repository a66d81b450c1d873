import type { WordView } from '../model/index.ts';
import { MEDIA, MEDIA_ENDINGS } from './lexicon.generated.ts';

/** A medium named in the text. */
export interface Medium {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** Heard or seen, not read. */
  readonly air: boolean;
}

const LONGEST = 6;
const known = new Map<string, boolean>();
for (const line of MEDIA) known.set(line.replace(/ air$/, ''), line.endsWith(' air'));
const endings = new Map<string, boolean>();
for (const line of MEDIA_ENDINGS) endings.set(line.replace(/ air$/, ''), line.endsWith(' air'));

const isCapital = (view: WordView, i: number): boolean => /^\p{Lu}|^\d/u.test(view.word(i));

/** The words from `first` on as one string, with signs as they stand. */
function join(view: WordView, first: number, last: number): string {
  let out = '';
  for (let i = first; i <= last; i++) out += (i > first && !view.tight(i) ? ' ' : '') + view.lower(i);
  return out;
}

/**
 * The medium whose name begins at a word: one of lexicon/en/media.txt, or capitalised words that end like a medium.
 * The longest name wins.
 */
export function mediumAt(view: WordView, first: number): Medium | undefined {
  const the = view.lower(first) === 'the';
  if (/^["“‘]$/.test(view.word(first))) return programme(view, first + 1);
  if (!isCapital(view, first) && !the) return undefined;
  const station = stationAt(view, the ? first + 1 : first);
  if (station !== undefined) return station;
  const listed = listedAt(view, first) ?? (the && isCapital(view, first + 1) ? listedAt(view, first + 1) : undefined);
  const ending = endingAt(view, first, the);
  return ending !== undefined && (listed === undefined || ending.last > listed.last) ? ending : listed;
}

function listedAt(view: WordView, first: number): Medium | undefined {
  if (view.lower(first) === 'the' && !isCapital(view, first + 1)) return undefined;
  for (let last = Math.min(view.count - 1, first + LONGEST - 1); last >= first; last--) {
    if (view.sentence(last) !== view.sentence(first)) continue;
    const air = known.get(join(view, first, last));
    if (air !== undefined) return medium(view, first, last, air);
  }
  return undefined;
}

/** "Radio Ferrin", "TV Osk": a station that begins with what it is. */
function stationAt(view: WordView, first: number): Medium | undefined {
  if (!/^(?:Radio|TV|Television)$/.test(view.word(first))) return undefined;
  let last = first;
  while (last - first < 3 && /^\p{Lu}|^\d+$/u.test(view.word(last + 1)) && view.sentence(last + 1) === view.sentence(first)) last++;
  return last === first ? undefined : medium(view, first, last, true);
}

/** Capitalised words that end like a medium. */
function endingAt(view: WordView, first: number, the: boolean): Medium | undefined {
  let last = first;
  while (
    last + 1 < view.count &&
    last - first < LONGEST &&
    (isCapital(view, last + 1) || /^['’s&-]$/.test(view.lower(last + 1))) &&
    view.sentence(last + 1) === view.sentence(first)
  )
    last++;
  for (; last > first; last--) {
    const air = endings.get(view.lower(last)) ?? endings.get(`${view.lower(last - 1)} ${view.lower(last)}`);
    if (air !== undefined && isCapital(view, last) && view.entity(last) !== 'LOCATION' && last - first > (the ? 1 : 0))
      return medium(view, first, last, air);
  }
  return undefined;
}

/** Two to six capitalised words: whom one gives an interview to, if it is no person. */
export function capitalsAt(view: WordView, first: number): Medium | undefined {
  let last = first;
  while (isCapital(view, last) && view.entity(last) !== 'PERSON' && last - first < LONGEST) last++;
  return last - first < 2 ? undefined : medium(view, first, last - 1, true);
}

/** A name of two to six capitalised words in quotation marks, as programmes are named: on "Harbour Tonight". */
function programme(view: WordView, first: number): Medium | undefined {
  let last = first;
  while (last - first < LONGEST && /^\p{Lu}|^\d|^(?:the|of|and|in|with|[’'&])$/u.test(view.word(last))) last++;
  const end = /^,$/.test(view.word(last)) ? last + 1 : last;
  if (last - first < 2 || !/^["”’]$/.test(view.word(end))) return undefined;
  return medium(view, first, last - 1, true);
}

function medium(view: WordView, first: number, last: number, air: boolean): Medium {
  const { text, words } = view.reading;
  return { name: text.slice(words.start[first]!, words.end[last]!).replace(/\s+/gu, ' '), first, last, air };
}

/** True if a name is that of a medium. */
export const isMedium = (name: string): boolean => mediumNamed(name) !== undefined;

/** Last words that hardly any body but a medium has: "Kelling Herald", "Harbour Radio". */
const PAPER_ENDING =
  /^(?:times|post|journal|tribune|herald|gazette|chronicle|courier|dispatch|examiner|inquirer|sentinel|bulletin|telegraph|news|magazine|weekly)$/;
const AIR_ENDING = /^(?:radio|tv|television|broadcasting)$/;

/** Whether a name is that of a medium heard or seen, or of one that is read; undefined for a name of none. */
export function mediumNamed(name: string): 'air' | 'print' | undefined {
  const plain = name.toLowerCase().replace(/[.]/g, '');
  const air = known.get(plain) ?? known.get(`the ${plain}`) ?? known.get(plain.replace(/^the /, ''));
  if (air !== undefined) return air ? 'air' : 'print';
  const last = /\s(\p{Lu}[\p{L}]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  return PAPER_ENDING.test(last) ? 'print' : AIR_ENDING.test(last) ? 'air' : undefined;
}

/** True if two names are one medium's: "The Harbour Post" and "harbour-post". */
export const sameMedium = (a: string, b: string): boolean => plainMedium(a) === plainMedium(b) || shortFor(a, b) || shortFor(b, a);

/** A publisher may be known by a short form, as "harb-post" or "hp" is of "The Harbour Post". */
function shortFor(short: string, name: string): boolean {
  if (!/^[a-z0-9-]+$/.test(short)) return false;
  const words = name
    .toLowerCase()
    .replace(/^the /, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const parts = short.split('-');
  if (parts.length === 1) return words.length > 2 && words.map((word) => word[0]).join('') === short;
  return parts.length === words.length && parts.every((part, i) => words[i]!.startsWith(part) && part.length > 2);
}

const plainMedium = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^a-z0-9]+/g, '')
    .replace(/(?:com|online)$/, '');

/** Gives a medium the fullest name that the report has for it: "Harbour" is "Harbour News" if that stands anywhere. */
export function fullestMedia(view: WordView): (name: string) => string {
  const names = new Map<string, string>();
  for (let i = 0; i < view.count; i++) {
    const found = mediumAt(view, i);
    if (found === undefined) continue;
    const first = found.name.toLowerCase().replace(/^the /, '').split(' ')[0]!;
    const known = names.get(first);
    if (known === undefined || found.name.length > known.length) names.set(first, found.name);
    i = found.last;
  }
  return (name) => {
    const plain = name.toLowerCase().replace(/^the /, '');
    const full = names.get(plain.split(' ')[0]!);
    return full?.toLowerCase().replace(/^the /, '').startsWith(`${plain} `) ? full : name;
  };
}

const AGENCY =
  /^(?:the )?(?:ap|associated press|reuters|afp|agence france-presse|upi|bloomberg|dpa|xinhua|tass|interfax|kyodo|yonhap|pti|ani|efe|ansa|press association|anadolu|bernama|antara|irna|wafa)$/i;

/** True for a news agency, which sends copy to others. */
export const isAgency = (name: string): boolean => AGENCY.test(name);
