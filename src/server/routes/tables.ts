import type { RouteName } from '../api.ts';
import { columnsOf, type ListTable, listTable } from '../list.ts';
import type { EdgeStatements, Matrix } from '../schema/accusations.ts';
import type { FacetsAnswer } from '../schema/report.ts';

const REPORT = [
  ['report', 'report.ref'],
  ['title', 'report.title'],
  ['publisher', 'report.publisher'],
  ['published', 'report.published'],
] as const;

const FINDINGS = listTable('items', ...REPORT, 'rule', 'line', 'column', 'words', 'message', 'at');

const FACETS: ListTable = {
  rows: (answer) =>
    Object.entries((answer as FacetsAnswer).facets).flatMap(([facet, values]) => values.map((value) => ({ facet, ...value }))),
  columns: columnsOf('facet', 'value', 'count'),
};

/** A row for each cell, also where nobody accuses: so it can be turned into a matrix again, whatever the names are. */
const MATRIX: ListTable = {
  rows(answer) {
    const { rows, columns, cells } = answer as Matrix;
    return rows.flatMap((accuser, i) => columns.map((accused, j) => ({ accuser, accused, firstVoices: cells[i]![j]! })));
  },
  columns: columnsOf(
    ['accuser', 'accuser.name'],
    ['accused', 'accused.name'],
    ['first_voices', 'firstVoices'],
    ['accuser_id', 'accuser.id'],
    ['accused_id', 'accused.id'],
  ),
};

const EDGE: ListTable = {
  rows(answer) {
    const { items, denials } = answer as EdgeStatements;
    return [...items.map((item) => ({ ...item, part: 'accuses' })), ...denials.map((denial) => ({ ...denial, part: 'denies' }))];
  },
  columns: columnsOf(
    ['statement', 'ref'],
    'part',
    'speaker',
    'role',
    'words',
    'grade',
    'accused',
    'wrong',
    'status',
    'place',
    'when',
    'confidence',
    'state',
    'standing',
    ...REPORT,
    'tie',
    ['denies', 'of'],
  ),
};

/** Every list as a table: what its rows are, and their columns. New columns are only added at the end. */
export const TABLES: Readonly<Partial<Record<RouteName, ListTable>>> = {
  reports: listTable(
    'items',
    ['report', 'ref'],
    'title',
    'publisher',
    'published',
    'byline',
    'url',
    'statements',
    'allegations',
    ['gravest_wrong', 'wrong'],
    'unnamed',
    'decided',
    'signed',
    'id',
    ['words', 'context.text'],
  ),
  statements: listTable(
    'items',
    ['statement', 'ref'],
    'speaker',
    'role',
    'source',
    ['words', 'context.text'],
    'form',
    'act',
    'grade',
    'channel',
    'accused',
    'wrong',
    'confidence',
    'state',
    ...REPORT,
  ),
  speakers: listTable(
    'items',
    ['speaker', 'id'],
    'name',
    'type',
    'roles',
    'reports',
    'statements',
    'first',
    'last',
    'accuses',
    'accused',
    'proposals',
    'confirmed',
  ),
  accusations: listTable(
    'edges',
    ['accuser', 'accuserName'],
    ['accused', 'accusedName'],
    ['first_voices', 'firstVoices'],
    'statements',
    'reports',
    'publishers',
    'wrongs',
    'statuses',
    'grades',
    'first',
    'last',
    'reciprocal',
    'denials',
    'confidence',
    'open',
    ['accuser_id', 'accuser'],
    ['accused_id', 'accused'],
  ),
  matrix: MATRIX,
  edge: EDGE,
  reportFacets: FACETS,
  statementFacets: FACETS,
  reportFindings: FINDINGS,
  jobs: listTable('items', 'id', 'kind', 'state', 'begun', 'ended', 'done', 'failed', 'total', 'result', 'trouble'),
  echoes: listTable(
    'items',
    ['cluster', 'id'],
    'words',
    'speaker',
    ['earliest', 'earliest.ref'],
    ['earliest_publisher', 'earliest.publisher'],
    ['earliest_published', 'earliest.published'],
    ['certainty', 'earliest.certainty'],
    'last',
    'reports',
    'publishers',
    ['first_voices', 'firstVoices'],
    'echoes',
    'independent',
    'altered',
  ),
  shares: listTable('items', 'publisher', 'period', 'reports', 'statements', 'named', 'described', 'collective', 'bare', 'other'),
  findings: FINDINGS,
  queue: listTable(
    'items',
    ['statement', 'ref'],
    'matters',
    'why',
    ['words', 'around.text'],
    ['speaker', 'speaker.name'],
    'form',
    'act',
    'grade',
    'channel',
    'wrong',
    'accused',
    'confidence',
    ['state', 'standing.state'],
    ...REPORT,
  ),
  decisions: listTable('items', 'number', 'at', 'by', 'action', 'about', ['of', 'ref'], 'report', 'why', 'value', 'undoes', 'stands'),
  log: listTable('items', 'number', 'at', 'event', ['of', 'ref'], 'by', 'words', 'fact', 'hash'),
};
