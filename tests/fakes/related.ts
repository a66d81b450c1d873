import { relate } from '../../src/corroboration/index.ts';
import type { Cluster, Link, Person, Relation } from '../../src/model/index.ts';
import { type Line, reportOf, type Told } from './reports.ts';

export const isCluster = (one: Relation): one is Cluster => one.kind === 'cluster';
export const isLink = (one: Relation): one is Link => one.kind === 'link';
export const isPerson = (one: Relation): one is Person => one.kind === 'person';

export const related = (...told: Told[]): readonly Relation[] => relate(told.map(reportOf)).relations;

/** Each cluster's members as "report statement standing", sorted. */
export const clustersOf = (...told: Told[]): readonly string[][] =>
  related(...told)
    .filter(isCluster)
    .map(({ members }) => members.map(({ article, statement, standing }) => `${article} ${statement} ${standing}`).sort())
    .sort((a, b) => (a[0]! < b[0]! ? -1 : 1));

export const linksOf = (type: Link['type'], ...told: Told[]): readonly Link[] =>
  related(...told)
    .filter(isLink)
    .filter((link) => link.type === type);

export const ends = ({ from, to }: Link): string => `${from.article} ${from.statement} > ${to.article} ${to.statement}`;

export const DORN = 'Ilya Dorn (Kestrian foreign minister)';
export const QUOTE = 'Whole villages have been emptied at gunpoint, and the fences went up within a week';

/** A report of one statement. */
export const one = (id: string, line: Line, more: Partial<Told> = {}): Told => ({
  id,
  date: '2023-03-14',
  publisher: `Paper ${id}`,
  lines: [line],
  ...more,
});
