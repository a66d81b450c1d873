import type { Allegation } from '../../model/index.ts';
import { excerpt } from './shown.ts';
import { DOT, plain } from './wording.ts';
import type { Piece } from './wrap.ts';

/**
 * Who is accused of what, and how that stands: facts of the statement, not of the world.
 * @example 'accused: Norland army · torture · denied · victims: forty prisoners · place: Vell'
 */
export function allegationPieces({ accused, wrong, status, victims, place, when }: Allegation): readonly Piece[] {
  const name = excerpt(accused ?? '');
  const circumstances = Object.entries({ victims, place, when }).flatMap(([label, words]): readonly Piece[] =>
    words === null ? [] : [[`${DOT}${label}:\u00A0`, 'quiet'], [excerpt(words)]],
  );
  return [
    ['accused: ', 'quiet'],
    name === '' ? ['nobody is named', 'quiet'] : [name, 'source'],
    [DOT, 'quiet'],
    [plain(wrong), 'cue'],
    [`${DOT}${status}`, 'quiet'],
    ...circumstances,
  ];
}
