import type { Speaker } from '../../../model/index.ts';
import { REASONS_UNNAMED } from '../../lexicon.generated.ts';
import { type Check, placeOf } from '../check.ts';
import { holdsRow, wordsAround } from '../sentences.ts';

/** A reason that is given in one place for all: "who, like others quoted here, asked not to be named". */
const FOR_ALL =
  /\b(?:like|as did|and) (?:the |most |all )?others\b|\bothers (?:quoted|interviewed)\b|\b(?:all|both|none|neither) (?:of (?:them|whom)|(?:spoke|asked|requested|insisted|declined) )/;

/** The first statement of each unnamed source about whom neither its sentence nor its neighbours say why. */
export const reasonUnnamed: Check = ({ statements, reading }) => {
  const told = new Set<Speaker | undefined>();
  const unnamed = statements.filter(({ sourcing }) => sourcing.type === 'unnamed');
  const forAll = unnamed.some(({ statement }) => {
    const around = wordsAround(reading, placeOf(statement)[0], 0, 1);
    return holdsRow(around, REASONS_UNNAMED) && FOR_ALL.test(around);
  });
  if (forAll) return [];
  return unnamed
    .filter(({ speaker }) => {
      if (speaker !== undefined && told.has(speaker)) return false;
      told.add(speaker);
      return true;
    })
    .map(({ statement }) => placeOf(statement))
    .filter(([start]) => !holdsRow(wordsAround(reading, start, 1, 1), REASONS_UNNAMED));
};
