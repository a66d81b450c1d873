import { viewOf, wordsIn } from '../../../model/index.ts';
import { ROLE_NOUNS } from '../../lexicon.generated.ts';
import { type Check, placeOf } from '../check.ts';

const ROLES: ReadonlySet<string> = new Set(ROLE_NOUNS.map((line) => line.split(' ')[0]!));

/** Unnamed sources described by the very role that somebody named in the report has and speaks in. */
export const namedAndUnnamed: Check = ({ statements, reading }) => {
  const view = viewOf(reading);
  const named = new Set<string>();
  for (const { speaker, sourcing } of statements) {
    if (sourcing.type === 'person' && speaker?.role != null) named.add(plain(speaker.role));
  }
  return statements
    .filter(({ statement, sourcing }) => {
      if (sourcing.type !== 'unnamed' || statement.source.length === 0) return false;
      const range = wordsIn(reading.words, statement.source[0]!);
      if (range === undefined) return false;
      const words: string[] = [];
      for (let i = range[0]; i <= range[1]; i++) {
        if (/^(?:who|,)$/.test(view.lower(i))) break;
        words.push(view.lower(i));
      }
      const role = plain(words.join(' '));
      return words.some((word) => ROLES.has(word)) && role.includes(' ') && named.has(role);
    })
    .map((s) => placeOf(s.statement));
};

const plain = (role: string): string =>
  role
    .toLowerCase()
    .replace(/^(?:an?|the|one)\s+/, '')
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
