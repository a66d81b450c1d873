import type { Speaker } from '../../../model/index.ts';
import { HOW_OBTAINED } from '../../lexicon.generated.ts';
import { type Check, placeOf } from '../check.ts';
import { holdsRow, wordsAround } from '../sentences.ts';

/** The first statement of each document of which neither its sentence nor its neighbours say how it was obtained. */
export const documentObtained: Check = ({ statements, reading }) => {
  const told = new Set<Speaker>();
  return statements
    .filter(({ sourcing, speaker }) => {
      if (sourcing.type !== 'document' || speaker === undefined || told.has(speaker)) return false;
      told.add(speaker);
      return true;
    })
    .map(({ statement }) => placeOf(statement))
    .filter(([start]) => !holdsRow(wordsAround(reading, start, 1, 1), HOW_OBTAINED));
};
