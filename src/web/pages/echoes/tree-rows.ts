import type { ClusterJson } from '../../../server/index.ts';

type Member = ClusterJson['members'][number];

/** A telling and the line of the drawing on which it stands. */
export interface TreeRow {
  readonly member: Member;
  readonly line: number;
}

/** Lines for tellings: each below what it passes on, earlier ones first. */
export function rowsOf(members: readonly Member[]): TreeRow[] {
  const known = new Set(members.map(({ ref }) => ref));
  const roots = members.filter(({ of, ref }) => of === null || !known.has(of) || of === ref);
  const children = new Map<string, Member[]>();
  for (const member of members) {
    if (roots.includes(member)) continue;
    children.set(member.of!, [...(children.get(member.of!) ?? []), member]);
  }
  const rows: TreeRow[] = [];
  const seen = new Set<string>();
  const lay = (member: Member): void => {
    if (seen.has(member.ref)) return;
    seen.add(member.ref);
    rows.push({ member, line: rows.length });
    for (const child of children.get(member.ref) ?? []) lay(child);
  };
  roots.forEach(lay);
  // What stands in a circle is shown all the same.
  members.forEach(lay);
  return rows;
}
