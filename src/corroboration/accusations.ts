import type { Allegation, Wrong } from '../model/index.ts';
import { foldName } from './fold.ts';
import type { Persons } from './persons.ts';
import type { Report, Telling } from './report.ts';
import { politiesOf } from './side.ts';
import { bodyWords } from './voice.ts';

/** An allegation of a statement, with all that its two ends may be called across reports. */
export interface Accusation {
  readonly telling: Telling;
  readonly allegation: Allegation;
  readonly wrong: Wrong;
  /** Who accuses, as keys: "person …", "side …", "name …". */
  readonly accuser: readonly string[];
  readonly accused: readonly string[];
}

/** Statuses under which a statement accuses; a denial, an admission and a fear of the future do not. */
const ACCUSES: ReadonlySet<string> = new Set(['alleged', 'charged', 'investigated', 'convicted']);

export const isAccusing = ({ status }: Allegation): boolean => ACCUSES.has(status);

/** Keys of a speaker: the person, the sides for which it stands, its name. */
export function voiceKeys(report: Report, speaker: string | null, persons: Persons): readonly string[] {
  const voice = speaker === null ? undefined : report.voices.get(speaker);
  if (voice === undefined) return [];
  const person = persons.of(voice, report);
  return [
    ...(person === undefined ? [] : [`person ${person}`]),
    ...new Set([...voice.polities, ...(person === undefined ? [] : persons.politiesOf(person))].map((polity) => `side ${polity}`)),
    ...(voice.name === null || voice.words.length < 2 ? [] : [`name ${voice.bag}`]),
  ];
}

/** Keys of one accused who may be no speaker of the report: by a name within the words, or the state whose body it is. */
function accusedKeys(report: Report, { accused, accusedSpeaker }: Allegation, persons: Persons): readonly string[] {
  const keys = new Set(voiceKeys(report, accusedSpeaker, persons));
  if (accused !== null) {
    for (const polity of politiesOf(accused, true)) keys.add(`side ${polity}`);
    const folded = foldName(accused).join(' ');
    for (const [speaker, voice] of report.voices) {
      if (voice.name === null) continue;
      if (
        voice.folded === folded ||
        voice.letters.includes(folded) ||
        (voice.type === 'person' && voice.words.length > 1 && voice.words.at(-1) === folded)
      )
        for (const key of voiceKeys(report, speaker, persons)) keys.add(key);
    }
    const words = bodyWords(accused);
    if (words.length > 1 && /\p{Lu}/u.test(accused)) keys.add(`name ${[...words].sort().join(' ')}`);
  }
  return [...keys];
}

/** The allegations of a statement that pass a test, with their ends' keys. */
export const accusationsOf = (telling: Telling, persons: Persons, test: (allegation: Allegation) => boolean): readonly Accusation[] =>
  telling.allegations.filter(test).map((allegation) => ({
    telling,
    allegation,
    wrong: allegation.wrong,
    accuser: voiceKeys(telling.report, telling.speaker, persons),
    accused: accusedKeys(telling.report, allegation, persons),
  }));

/** True if two lists of keys have one in common. */
export const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key));
