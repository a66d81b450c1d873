import { type Check, placeOf } from '../check.ts';

/** Statements of sources without any role: "sources say". */
export const bareSource: Check = ({ statements }) => statements.filter((s) => s.sourcing.grade === 'bare').map((s) => placeOf(s.statement));
