import { type Check, placeOf } from '../check.ts';

/** Unnamed sources that accuse or disapprove. */
export const unnamedAttack: Check = ({ statements }) =>
  statements
    .filter(({ sourcing, act }) => sourcing.type === 'unnamed' && (act === 'accuse' || act === 'criticise'))
    .map((s) => placeOf(s.statement));
