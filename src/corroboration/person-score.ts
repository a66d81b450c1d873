import type { Reason } from '../model/index.ts';
import { type Part, sharedCompany } from './cast.ts';
import { givenFits, type Voice } from './voice.ts';

/** One or more descriptions that are taken for one person or body. */
export interface Known {
  /** One of them: all have the same name. */
  readonly name: Voice;
  readonly parts: readonly Part[];
  readonly role: ReadonlySet<string>;
  readonly company: readonly number[];
  /** Ids of the clusters in which they speak. */
  readonly statements: ReadonlySet<string>;
}

export const mergeKnown = (a: Known, b: Known): Known => ({
  name: a.name,
  parts: [...a.parts, ...b.parts],
  role: new Set([...a.role, ...b.role]),
  company: [...new Set([...a.company, ...b.company])],
  statements: new Set([...a.statements, ...b.statements]),
});

/** In points of 100. */
export const JOIN = 70;
export const PROPOSE = 40;

const POINTS = {
  fullName: 80,
  formOfName: 72,
  initial: 60,
  surname: 35,
  sameBody: 90,
  toldLetters: 78,
  firstLetters: 55,
  shorterName: 45,
  document: 75,
  role: 20,
  otherRole: -15,
  company: 10,
  muchCompany: 15,
  sameStatement: 20,
} as const;

/** Words of roles that many have, and that tell nobody apart. */
const PLAIN_ROLE = new Set(['former', 'senior', 'chief', 'new', 'old', 'top', 'longtim', 'late', 'current', 'deputi']);

export interface Score {
  /** 0 to 100; 0 where the two cannot be one. */
  readonly score: number;
  readonly because: readonly Reason[];
  /** True where nothing of the names agrees but the surname. */
  readonly surnameAlone: boolean;
  readonly company: boolean;
}

const NONE: Score = { score: 0, because: [], surnameAlone: false, company: false };

function nameScore(a: Voice, b: Voice): readonly [points: number, reason: Reason] | undefined {
  if (a.type !== b.type) return undefined;
  if (a.type !== 'person') return bodyScore(a, b);
  const [x, y] = [a.words, b.words];
  if (x.at(-1) !== y.at(-1) || !givenFits(x, y)) return undefined;
  if (x.length === 1 && y.length === 1) return [POINTS.surname, { rule: 'surname', note: 'the same surname' }];
  if (x.length === 1 || y.length === 1) return [POINTS.surname, { rule: 'surname', note: 'the surname of the other' }];
  if (middlesClash(x, y)) return [POINTS.surname, { rule: 'surname', note: 'the same given name and surname, with another name between' }];
  if (x[0] === y[0]) return [POINTS.fullName, { rule: 'full-name', note: 'the same given name and surname' }];
  if (x[0]!.length === 1 || y[0]!.length === 1)
    return [POINTS.initial, { rule: 'initial', note: 'the initial of the other and the same surname' }];
  return [POINTS.formOfName, { rule: 'form-of-name', note: 'a form of the same given name, and the same surname' }];
}

const middlesClash = (x: readonly string[], y: readonly string[]): boolean => {
  const [a, b] = [x.slice(1, -1), y.slice(1, -1)];
  return a.length === 1 && b.length === 1 && !a[0]!.startsWith(b[0]!) && !b[0]!.startsWith(a[0]!);
};

function bodyScore(a: Voice, b: Voice): readonly [points: number, reason: Reason] | undefined {
  if (a.bag === b.bag) {
    if (a.type === 'document' && a.words.length < 3)
      return [POINTS.shorterName, { rule: 'document-name', note: 'a short name that other documents may have' }];
    return [a.type === 'document' ? POINTS.document : POINTS.sameBody, { rule: 'same-name', note: 'the same name' }];
  }
  if (a.type === 'document') return undefined;
  const told = a.letters.find((letters) => b.letters.includes(letters));
  if (told !== undefined) return [POINTS.toldLetters, { rule: 'acronym', note: `both are called ${told.toUpperCase()}` }];
  const first = a.letters.find((l) => b.acronyms.includes(l)) ?? b.letters.find((l) => a.acronyms.includes(l));
  if (first !== undefined)
    return [POINTS.firstLetters, { rule: 'acronym', note: `${first.toUpperCase()} are the first letters of the other` }];
  const [short, long] = a.words.length < b.words.length ? [a, b] : [b, a];
  const within =
    short.words.length >= 2 && short.words.length < long.words.length && short.words.every((word) => long.words.includes(word));
  return within ? [POINTS.shorterName, { rule: 'shorter-name', note: 'its name stands within the other' }] : undefined;
}

/** How much speaks for two being one; symmetric. */
export function scoreOf(a: Known, b: Known): Score {
  const named = nameScore(a.name, b.name);
  if (named === undefined) return NONE;
  const because: Reason[] = [named[1]];
  let score: number = named[0];
  const shared = [...a.role].filter((word) => b.role.has(word) && !PLAIN_ROLE.has(word));
  if (shared.length > 0) {
    score += POINTS.role;
    because.push({ rule: 'role', note: `the same role: ${[...shared].sort().join(', ')}` });
  } else if (a.role.size > 0 && b.role.size > 0) {
    score += POINTS.otherRole;
    because.push({ rule: 'other-role', note: 'roles that share no word' });
  }
  const company = sharedCompany(a.company, b.company);
  if (company > 0) {
    score += company > 1 ? POINTS.muchCompany : POINTS.company;
    because.push({
      rule: 'company',
      note: company > 1 ? `${company} of the same others beside them` : 'one of the same others beside them',
    });
  }
  const statements = [...a.statements].filter((id) => b.statements.has(id)).length;
  if (statements > 0) {
    score += POINTS.sameStatement;
    because.push({ rule: 'same-statement', note: 'both are said to have made one statement' });
  }
  const surnameAlone = named[1].rule === 'surname';
  return { score: Math.max(0, Math.min(97, score)), because, surnameAlone, company: company > 0 };
}
