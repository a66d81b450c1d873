import type { Speaker } from '../../../model/index.ts';
import { REASONS_UNNAMED } from '../../lexicon.generated.ts';
import { type Check, placeOf } from '../check.ts';
import { holdsRow, wordsAround } from '../sentences.ts';

/** The first statement of each unnamed source about whom neither its sentence nor its neighbours say why. */
export const reasonUnnamed: Check = ({ statements, reading }) => {
  const told = new Set<Speaker | undefined>();
  return statements
    .filter(({ sourcing, speaker }) => {
      if (sourcing.type !== 'unnamed' || (speaker !== undefined && told.has(speaker))) return false;
      told.add(speaker);
      return true;
    })
    .map(({ statement }) => placeOf(statement))
    .filter(([start]) => !holdsRow(wordsAround(reading, start, 1, 1), REASONS_UNNAMED));
};
