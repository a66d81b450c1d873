import type { ReportJson, ReportStatement } from '../../../server/index.ts';
import { type Mark, sortMarks } from '../../text/cut-marks.ts';

/** How deep each statement stands within others. */
export function depthsOf(statements: readonly ReportStatement[]): Map<string, number> {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const depths = new Map<string, number>();
  const depthOf = (id: string, seen = 0): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const within = byId.get(id)?.within ?? null;
    // A loop cannot be; if it is, it ends.
    const depth = within === null || !byId.has(within) || seen > 50 ? 0 : depthOf(within, seen + 1) + 1;
    depths.set(id, depth);
    return depth;
  };
  for (const { id } of statements) depthOf(id);
  return depths;
}

/** All that is marked in a report's text. */
export function marksOf({ statements, missed }: ReportJson): Mark[] {
  const depths = depthsOf(statements);
  const marks: Mark[] = [];
  for (const { id, source, cue, content } of statements) {
    const depth = depths.get(id)!;
    for (const at of content) marks.push({ at, part: 'content', of: id, depth });
    for (const at of source) marks.push({ at, part: 'source', of: id, depth });
    for (const at of cue) marks.push({ at, part: 'cue', of: id, depth });
  }
  missed.forEach(({ at }, i) => {
    marks.push({ at, part: 'missed', of: `m${i}`, depth: 0 });
  });
  return sortMarks(marks);
}
