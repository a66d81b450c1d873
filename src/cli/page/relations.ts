import type { Analysis, Certainty, Cluster, ClusterMember, Link, LinkEnd, Person, Relation } from '../../model/index.ts';
import { type Album, createAlbum } from './album.ts';
import { type PageFormat, rule } from './page.ts';
import { shown } from './shown.ts';
import { type Paint, paintWith } from './style.ts';
import { counted, DOT } from './wording.ts';
import { clip, type Piece, pad, widthOf, wrap } from './wrap.ts';

const WIDEST = 120;
const NARROWEST = 40;
/** Persons, clusters and links of a kind that are drawn; the rest is counted. */
const LISTED = 40;
/** Reasons for a member's standing that are told: the strongest. */
const REASONS = 2;
/** Echoes of one member that are drawn. */
const ECHOES = 12;

/** What a page of a case file has beside that of files. */
export interface CaseNames {
  /** The number of a report in its case, by which it can be shown. */
  readonly numberOf?: (article: string) => string | undefined;
}

interface Draft extends CaseNames {
  readonly album: Album;
  readonly columns: number;
  readonly paint: Paint;
}

/**
 * What reports have in common, as a page for people: who speaks in several, what is told in several and by whom first, and what changes, answers or
 * returns what.
 *
 * @param analyses the reports that were related
 * @param names of a case file: then reports are told by their numbers, persons and clusters with their ids
 */
export function renderRelations(
  relations: readonly Relation[],
  analyses: readonly Analysis[],
  format: PageFormat,
  names: CaseNames = {},
): string {
  const columns = Math.max(NARROWEST, Math.min(WIDEST, format.columns));
  const draft: Draft = { album: createAlbum(analyses), columns, paint: paintWith(format.colour), ...names };
  const persons = relations.filter((one) => one.kind === 'person');
  const clusters = relations.filter((one) => one.kind === 'cluster');
  const links = relations.filter((one) => one.kind === 'link');
  const publishers = ({ members }: Cluster): number => new Set(members.map(({ article }) => draft.album.publisher(article))).size;
  const wide = clusters.filter((cluster) => publishers(cluster) > 1);
  const statements = analyses.reduce((sum, { statements: list }) => sum + list.length, 0);
  const rows = [
    rule(`${counted(analyses.length, 'report')}${DOT}${counted(statements, 'statement')}`, columns, draft.paint),
    ...section(
      draft,
      'Told in several reports',
      drawn(wide.sort(bySize), (cluster) => clusterRows(draft, cluster)),
      wide.length,
    ),
    ...(wide.length < clusters.length ? ['', draft.paint('quiet', narrow(clusters.length - wide.length))] : []),
    ...ofType(draft, links, 'altered', 'Quotations in other words', alteredRows),
    ...ofType(draft, links, 'answers', 'Answered', (d, link) => tieRows(d, link, 'answers')),
    ...ofType(draft, links, 'reciprocal', 'Accusations returned', (d, link) => tieRows(d, link, 'accused before by')),
    ...ofType(draft, links, 'version', 'Later versions', versionRows),
    ...people(draft, persons),
  ];
  if (clusters.length === 0 && links.length === 0) rows.push('', 'No statement of one report was found in another.');
  return `${rows.map((row) => row.trimEnd()).join('\n')}\n`;
}

const narrow = (count: number): string => `${counted(count, 'statement')} told by several reports of one outlet alone; --json lists them`;

const bySize = (a: Cluster, b: Cluster): number => b.members.length - a.members.length || (a.id < b.id ? -1 : 1);
const drawn = <T>(list: readonly T[], rows: (one: T) => readonly string[]): readonly string[] =>
  list.slice(0, LISTED).flatMap((one, i) => (i === 0 ? rows(one) : ['', ...rows(one)]));

function section({ paint }: Draft, title: string, rows: readonly string[], count: number): readonly string[] {
  if (count === 0) return [];
  const more =
    count > LISTED ? ['', paint('quiet', `and ${counted(count - LISTED, 'more')}; --json lists them all`.replace('mores', 'more'))] : [];
  return ['', `${paint('title', title)}${paint('quiet', DOT + count)}`, '', ...rows, ...more];
}

const ofType = (
  draft: Draft,
  links: readonly Link[],
  type: Link['type'],
  title: string,
  rows: (draft: Draft, link: Link) => readonly string[],
) => {
  const list = links.filter((link) => link.type === type);
  return section(
    draft,
    title,
    drawn(list, (link) => rows(draft, link)),
    list.length,
  );
};

/** Rows behind a first and an other beginning. */
function hung({ columns, paint }: Draft, first: string, other: string, pieces: readonly Piece[]): readonly string[] {
  const room = columns - Math.max(widthOf(first), widthOf(other));
  return wrap(pieces, Math.max(16, room), paint).map((row, i) => (i === 0 ? first : other) + row);
}

const SURE: Readonly<Record<Certainty, string>> = {
  dated: 'the earliest by its date',
  'same-day': 'the earliest as it seems: others bear the same date',
  'no-zone': 'the earliest as it seems: times without a zone decide',
  updated: 'the earliest as it seems: a date is that of an update',
  undated: 'the earliest as it seems: a report has no date',
};

/** An id by which `hearsay show` finds it; nothing where there is no case. */
const idOf = ({ numberOf }: Draft, id: string): string => (numberOf === undefined ? '' : DOT + shown(id));

/** Where a statement stands: "s3", and in a case "r7/s3". */
function refOf({ numberOf }: Draft, { article, statement }: LinkEnd | ClusterMember): string {
  const number = numberOf?.(article);
  return [number, statement === null ? undefined : shown(statement)].filter((part) => part !== undefined).join('/');
}

function clusterRows(draft: Draft, { id, earliest, firstVoices, members }: Cluster): readonly string[] {
  const { album, paint } = draft;
  const reports = new Set(members.map(({ article }) => article)).size;
  const bar = paint('quiet', '│ ');
  const head = wrap(
    [
      [album.speakerName(earliest), 'source'],
      [`${DOT}${counted(firstVoices, 'first voice')} in ${counted(reports, 'report')}${idOf(draft, id)}`, 'quiet'],
    ],
    draft.columns,
    paint,
  );
  const said = hung(draft, bar, bar, [[clip(album.words(earliest), 3 * draft.columns)]]);
  const roots = members.filter((member) => member.of === null);
  return [
    ...head,
    ...said,
    ...roots.flatMap((member, i) => treeRows(draft, member, members, '', i === roots.length - 1, SURE[earliest.certainty])),
  ];
}

/** A member with its echoes under it. */
function treeRows(
  draft: Draft,
  member: ClusterMember,
  all: readonly ClusterMember[],
  indent: string,
  last: boolean,
  origin: string,
): readonly string[] {
  const { album, paint } = draft;
  const echoes = all.filter(({ of }) => of?.article === member.article && of.statement === member.statement);
  const root = member.of === null;
  const branch = root ? '' : last ? '└ ' : '├ ';
  const under = root ? '' : last ? '  ' : '│ ';
  const notes = member.because.slice(0, REASONS).map(({ note }) => shown(note));
  const more = member.because.length > REASONS ? ['…'] : [];
  const why = member.standing === 'origin' ? origin : [...notes, ...more].join('; ');
  const label = member.standing === 'origin' ? '' : `${member.standing}: `;
  const speaker = member.standing === 'independent' ? `${album.speakerName(member)}, ` : '';
  const pieces: Piece[] = [
    [`${speaker}${album.reportName(member.article)}`, root ? 'source' : undefined],
    [`${DOT}${refOf(draft, member)} `, 'quiet'],
    [`${DOT.trimStart()}${label}${why}`, 'quiet'],
  ].map(([text, role]) => (role === undefined ? [text!] : [text!, role]) as Piece);
  const own = hung(
    draft,
    `${paint('quiet', indent + branch)}${root ? '●' : '○'} `,
    `${paint('quiet', indent + under + (echoes.length > 0 ? '│ ' : '  '))}`,
    pieces,
  );
  const shownEchoes = echoes.slice(0, ECHOES);
  const rest = echoes.length - shownEchoes.length;
  return [
    ...own,
    ...shownEchoes.flatMap((echo, i) => treeRows(draft, echo, all, indent + under, i === shownEchoes.length - 1 && rest === 0, origin)),
    ...(rest > 0 ? [paint('quiet', `${indent}${under}└ and ${counted(rest, 'more echo', 'more echoes')}`)] : []),
  ];
}

function nameAndReport(draft: Draft, end: LinkEnd): readonly Piece[] {
  const { album } = draft;
  const ref = refOf(draft, end);
  return [
    [end.statement === null ? 'The report' : album.speakerName(end), 'source'],
    [`${DOT}${album.reportName(end.article)}${ref === '' ? '' : DOT + ref}`, 'quiet'],
  ];
}

function alteredRows(draft: Draft, { from, to, words }: Link): readonly string[] {
  const bar = draft.paint('quiet', '│ ');
  const side = (end: LinkEnd, marks: readonly (readonly [number, number])[]): readonly string[] => [
    ...wrap(nameAndReport(draft, end), draft.columns, draft.paint),
    ...hung(draft, bar, bar, bracketPieces(clip(draft.album.marked(end, marks), 4 * draft.columns))),
  ];
  return [...side(to, words?.to ?? []), ...side(from, words?.from ?? [])];
}

/** What stands in brackets is marked by colour too. */
const bracketPieces = (text: string): readonly Piece[] =>
  text
    .split(/(\[[^\]]*\])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('[') ? [part, 'cue'] : [part]));

function tieRows(draft: Draft, link: Link, verb: string): readonly string[] {
  const { paint, album, columns } = draft;
  const bar = paint('quiet', '│ ');
  const side = (end: LinkEnd): readonly string[] => {
    const words = clip(album.words(end), 2 * columns);
    return [...wrap(nameAndReport(draft, end), columns, paint), ...(words === '' ? [] : hung(draft, bar, bar, [[words]]))];
  };
  const same = link.sameWrong === undefined ? '' : link.sameWrong ? `${DOT}of the same wrong` : `${DOT}of another wrong`;
  const why = link.because.map(({ note }) => shown(note)).join('; ');
  return [...side(link.from), ...hung(draft, '↳ ', '  ', [[verb], [`${same}${DOT}${why}`, 'quiet']]), ...side(link.to)];
}

const versionName = ({ album, numberOf }: Draft, { article }: LinkEnd): string =>
  [album.reportName(article), numberOf?.(article)].filter((part) => part !== undefined).join(DOT);

function versionRows(draft: Draft, { from, to, changes, because }: Link): readonly string[] {
  const { paint, album, columns } = draft;
  const list = (end: LinkEnd, ids: readonly string[], sign: string): readonly string[] =>
    ids.slice(0, ECHOES).flatMap((statement) => {
      const ref = { article: end.article, statement };
      return hung(draft, `${sign} `, '  ', [[album.speakerName(ref), 'source'], [`${DOT}${clip(album.words(ref), columns)}`]]);
    });
  const rest = (ids: readonly string[]): readonly string[] =>
    ids.length > ECHOES ? [paint('quiet', `  and ${ids.length - ECHOES} more`)] : [];
  const added = changes?.added ?? [];
  const dropped = changes?.dropped ?? [];
  const resourced = changes?.resourced ?? [];
  return [
    ...wrap(
      [
        [versionName(draft, from), 'source'],
        [` follows ${versionName(draft, to)}${DOT}${because.map(({ note }) => shown(note)).join('; ')}`, 'quiet'],
      ],
      columns,
      paint,
    ),
    ...list(from, added, '+'),
    ...rest(added),
    ...list(to, dropped, '−'),
    ...rest(dropped),
    ...resourced.slice(0, ECHOES).flatMap(({ from: id, note }) => hung(draft, '~ ', '  ', [[`${shown(id)}: ${shown(note)}`]])),
    ...(added.length + dropped.length + resourced.length === 0 ? [paint('quiet', '  the same statements on the same word')] : []),
  ];
}

function people(draft: Draft, persons: readonly Person[]): readonly string[] {
  const { paint, columns } = draft;
  const names = new Map(persons.map(({ id, name }) => [id, shown(name ?? 'unnamed')]));
  const count = ({ speakers }: Person): number => new Set(speakers.map(({ article }) => article)).size;
  const several = persons.filter((person) => count(person) > 1).sort((a, b) => count(b) - count(a) || (a.id < b.id ? -1 : 1));
  const listed = new Set(several.map(({ id }) => id));
  const width = Math.min(40, Math.max(0, ...several.map(({ name }) => widthOf(shown(name ?? '')))));
  const rows = several.slice(0, LISTED).flatMap((person) => {
    const first = `${paint('source', pad(clip(names.get(person.id)!, width), width))}  ${paint('quiet', `${counted(count(person), 'report')}${DOT}${person.type}${idOf(draft, person.id)}`)}`;
    const perhaps = person.proposed
      .filter(({ with: id }) => person.id < id || !listed.has(id))
      .slice(0, 2)
      .flatMap(({ with: id, score, because }) => {
        const why = because.map(({ note }) => shown(note)).join(', ');
        return wrap([[`perhaps ${names.get(id) ?? shown(id)}`], [` ${score.toFixed(2)}: ${why}`, 'quiet']], columns - 2, paint).map(
          (row) => `  ${row}`,
        );
      });
    return [first, ...perhaps];
  });
  return section(draft, 'Named in several reports', rows, several.length);
}
