import {
  BODY_NOUNS,
  DOCUMENT_NOUNS,
  FEMALE_NAMES,
  GIVEN_NAME_FORMS,
  GOVERNMENTS,
  KEPT_UNNAMED,
  MALE_NAMES,
  QUANTITIES,
  ROLE_NOUNS,
  SURVEY_NOUNS,
  TITLES,
} from './lexicon.generated.ts';

export type Gender = 'female' | 'male';

/** A list whose entries may carry marks after the word: "spokesman male name". */
const marked = (list: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(list.map((line) => [line.split(' ')[0]!, new Set(line.split(' ').slice(1))]));

export const titles = marked(TITLES);
export const roleNouns = marked(ROLE_NOUNS);
export const bodyNouns = marked(BODY_NOUNS);
export const documentNouns = marked(DOCUMENT_NOUNS);
export const keptUnnamed: ReadonlySet<string> = new Set(KEPT_UNNAMED);
export const surveyNouns: ReadonlySet<string> = new Set(SURVEY_NOUNS);
export const quantities: ReadonlySet<string> = new Set(QUANTITIES);
const female: ReadonlySet<string> = new Set(FEMALE_NAMES);
const male: ReadonlySet<string> = new Set(MALE_NAMES);

const forms = new Map<string, Set<string>>();
for (const line of GIVEN_NAME_FORMS) {
  const group = line.split(' ');
  for (const name of group) forms.set(name, new Set([...(forms.get(name) ?? []), ...group]));
}

/** The words that tie a capital to its government: "beijing" to "china" and "chinese". */
export const governments: ReadonlyMap<string, readonly string[]> = new Map(
  GOVERNMENTS.map((line) => {
    const [capital = '', ties = ''] = line.split(' = ');
    return [capital.replace('-', ' '), ties.split(' ').map((tie) => tie.replace('-', ' '))];
  }),
);

/** The gender that a mark tells, if it tells one. */
export const genderMark = (marks: ReadonlySet<string> | undefined): Gender | undefined =>
  marks?.has('female') ? 'female' : marks?.has('male') ? 'male' : undefined;

/** Endings that hardly any man's name has, for names that are on no list. */
const FEMALE_ENDING = /.(?:lita|ina|ella|etta|isha|ania|elle|ette|lyn|lynn|ica|issa|essa|anna|enna|ilda|inda)$/;

/** The gender that a given name tells; undefined for a name of both or of none that we know. */
export function genderOfName(given: string): Gender | undefined {
  const [f, m] = [female.has(given), male.has(given)];
  if (!f && !m) return FEMALE_ENDING.test(given) ? 'female' : undefined;
  return f === m ? undefined : f ? 'female' : 'male';
}

export const isGivenName = (word: string): boolean => female.has(word) || male.has(word);

/** True if two given names can be one: equal, forms of one name, or an initial of the other. */
export const sameGiven = (a: string, b: string): boolean =>
  a === b || forms.get(a)?.has(b) === true || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  wives: 'wife',
  children: 'child',
  parties: 'party',
  media: 'medium',
  police: 'police',
  congress: 'congress',
  press: 'press',
};

/**
 * The singular of a noun in lower case, by its ending.
 * @example singularOf('spokeswomen') // 'spokeswoman'
 */
export function singularOf(noun: string): string {
  const known = IRREGULAR[noun];
  if (known !== undefined) return known;
  if (/.{3}is$/.test(noun)) return noun;
  if (/(?:wo)?men$/.test(noun)) return noun.replace(/men$/, 'man');
  if (/[^aeiou]ies$/.test(noun)) return noun.replace(/ies$/, 'y');
  if (/(?:ss|sh|ch|x|z)es$/.test(noun)) return noun.slice(0, -2);
  return /[^su]s$/.test(noun) ? noun.slice(0, -1) : noun;
}

/** True if the noun is plural by its form: "officials", "people". */
export const isPlural = (noun: string): boolean =>
  !/^(?:police|congress|press|news|series|species|headquarters)$/.test(noun) && !/(?:is|ics)$/.test(noun) && singularOf(noun) !== noun;
