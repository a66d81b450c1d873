import type { Decided, StoredAnalysis } from '../../casefile/index.ts';
import {
  type Analysis,
  CERTAINTIES,
  type Cluster,
  LINK_TYPES,
  type Link,
  type Person,
  type Speaker,
  STANDINGS,
  type StatementRef,
  textOf,
} from '../../model/index.ts';
import { contextsOf } from './context.ts';
import { decisionRows } from './decisions.ts';
import { pageWidth } from './kept-report.ts';
import { type PageFormat, rule } from './page.ts';
import { excerpt, shown } from './shown.ts';
import { type Paint, paintWith } from './style.ts';
import { counted, DOT, dateInWords } from './wording.ts';
import { clip, wrap } from './wrap.ts';

/** Finds the analysis of a report by its id. */
export type FindAnalysis = (article: string) => StoredAnalysis | undefined;

const LISTED = 20;

const page = (rows: readonly string[]): string =>
  `${rows
    .map((row) => row.trimEnd())
    .join('\n')
    .trimEnd()}\n`;

/** A report in a few words: its number (and a statement of it), publisher, date and title. */
export function reportInWords(found: StoredAnalysis | undefined, id: string, statement?: string): string {
  const part = statement === undefined ? '' : `/${statement}`;
  if (found === undefined) return shown(id + part);
  const { publisher, published, title } = found.analysis.article;
  return [`r${found.article}${part}`, publisher, published && dateInWords(shown(published)), title]
    .map((fact) => shown(fact ?? ''))
    .filter((fact) => fact !== '')
    .join(DOT);
}

const shortRef = (found: StoredAnalysis | undefined, { article, statement }: StatementRef): string =>
  shown(`${found === undefined ? article : `r${found.article}`}/${statement}`);

function saidBy(analysis: Analysis, speaker: string, report: string, columns: number, paint: Paint): readonly string[] {
  const said = analysis.statements.filter((statement) => statement.speaker === speaker);
  if (said.length === 0) return [paint('quiet', '  is named, and says nothing')];
  return said
    .slice(0, LISTED)
    .flatMap(({ id, content, act }) => [
      clip(
        `  ${report}/${shown(id)} ${act === undefined || act === 'state' ? '' : `(${act}) `}${excerpt(textOf(analysis.article.text, content))}`,
        columns,
      ),
    ])
    .map((row) => row.replace(/^( {2}\S+)/, (id) => paint('quiet', id)));
}

/** A speaker of one report: who, every mention in its place, and what is said. */
export function renderSpeaker(
  { analysis, article }: StoredAnalysis,
  speaker: Speaker,
  decided: Decided | undefined,
  format: PageFormat,
): string {
  const columns = pageWidth(format.columns);
  const paint = paintWith(format.colour);
  const places = contextsOf(analysis.article.text, speaker.mentions);
  return page([
    rule(`r${article}/${shown(speaker.id)}`, columns, paint),
    ...wrap(
      [
        [shown(speaker.name ?? 'unnamed'), 'source'],
        [`${DOT}${shown(speaker.type)}${speaker.role === null ? '' : `${DOT}${shown(speaker.role)}`}`],
      ],
      columns,
      paint,
    ),
    ...decisionRows(decided, columns, paint),
    '',
    paint('title', counted(speaker.mentions.length, 'mention')),
    ...places.slice(0, LISTED).flatMap((pieces) => wrap(pieces, columns - 4, paint).map((row) => `  ${row}`)),
    ...(places.length > LISTED ? [paint('quiet', `  and ${places.length - LISTED} more`)] : []),
    '',
    paint('title', 'Says'),
    ...saidBy(analysis, speaker.id, `r${article}`, columns, paint),
  ]);
}

/** A person across reports: in which reports, what is said there, who else may be meant. */
export function renderPerson(person: Person, find: FindAnalysis, decided: Decided | undefined, format: PageFormat): string {
  const columns = pageWidth(format.columns);
  const paint = paintWith(format.colour);
  return page([
    rule(`person ${shown(person.id)}`, columns, paint),
    ...wrap(
      [
        [shown(person.name ?? 'unnamed'), 'source'],
        [`${DOT}${shown(person.type)}${DOT}${counted(person.speakers.length, 'speaker')} of reports`],
      ],
      columns,
      paint,
    ),
    ...decisionRows(decided, columns, paint),
    ...person.speakers.flatMap(({ article, speaker }) => {
      const found = find(article);
      const name = found?.analysis.speakers.find(({ id }) => id === speaker)?.name;
      return [
        '',
        ...wrap(
          [
            [reportInWords(found, article), 'title'],
            [`${DOT}as ${shown(name ?? speaker)}`, 'quiet'],
          ],
          columns,
          paint,
        ),
        ...(found === undefined ? [] : saidBy(found.analysis, speaker, `r${found.article}`, columns, paint)),
      ];
    }),
    ...(person.proposed.length === 0 ? [] : ['', paint('title', 'May be the same as')]),
    ...person.proposed.flatMap(({ with: other, score, because }) =>
      wrap(
        [
          [`  ${shown(other)}`, 'source'],
          [` ${score.toFixed(2)}${DOT}${because.map(({ note }) => shown(note)).join('; ')}`, 'quiet'],
        ],
        columns,
        paint,
      ),
    ),
  ]);
}

/** A cluster: the same statement in several reports, who had it first, who passes it on and why that is thought. */
export function renderCluster(cluster: Cluster, find: FindAnalysis, decided: Decided | undefined, format: PageFormat): string {
  const columns = pageWidth(format.columns);
  const paint = paintWith(format.colour);
  return page([
    rule(`cluster ${shown(cluster.id)}`, columns, paint),
    ...wrap(
      [
        [
          `${counted(cluster.members.length, 'report')} with the same statement, ${counted(cluster.firstVoices, 'first voice')} behind it`,
          'title',
        ],
      ],
      columns,
      paint,
    ),
    ...wrap(
      [
        [
          `Earliest here: ${reportInWords(find(cluster.earliest.article), cluster.earliest.article)}: ${CERTAINTIES[cluster.earliest.certainty]}.`,
          'quiet',
        ],
      ],
      columns,
      paint,
    ),
    ...decisionRows(decided, columns, paint),
    ...cluster.members.flatMap(({ article, statement, standing, of, because }) => {
      const found = find(article);
      const said = found?.analysis.statements.find(({ id }) => id === statement);
      const words = found === undefined || said === undefined ? '' : excerpt(textOf(found.analysis.article.text, said.content));
      const reasons = because.map(({ note }) => shown(note)).join('; ');
      return [
        '',
        ...wrap(
          [[`${standing}`, standing === 'echo' ? 'quiet' : 'title'], [`  ${reportInWords(found, article, statement)}`]],
          columns,
          paint,
        ),
        ...wrap([[words]], columns - 2, paint).map((row) => `  ${row}`),
        ...wrap(
          [
            [
              `${standing === 'origin' ? reasons || STANDINGS.origin : STANDINGS[standing]}${of === null ? '' : ` (${shortRef(find(of.article), of)})`}${reasons === '' || standing === 'origin' ? '' : `: ${reasons}`}`,
              'quiet',
            ],
          ],
          columns - 2,
          paint,
        ).map((row) => `  ${row}`),
      ];
    }),
  ]);
}

/** The clusters and links in which a statement stands, a row each. */
export function relatedRows(
  related: readonly (Cluster | Link)[],
  article: string,
  find: FindAnalysis,
  columns: number,
  paint: Paint,
): readonly string[] {
  if (related.length === 0) return [];
  const rows = related.flatMap((relation) => {
    if (relation.kind === 'cluster')
      return wrap(
        [
          [`cluster ${shown(relation.id)}`, 'source'],
          [`${DOT}${counted(relation.members.length, 'report')}, ${counted(relation.firstVoices, 'first voice')}`],
        ],
        columns - 2,
        paint,
      );
    const other = relation.from.article === article ? relation.to : relation.from;
    const found = find(other.article);
    const ref = `${found === undefined ? shown(other.article) : `r${found.article}`}${other.statement === null ? '' : `/${shown(other.statement)}`}`;
    const { publisher, published } = found?.analysis.article ?? {};
    const facts = [ref, publisher, published && dateInWords(shown(published))].filter(Boolean).map((fact) => shown(fact!));
    return wrap([[`${relation.type}`, 'cue'], [`${DOT}${LINK_TYPES[relation.type]}: ${facts.join(DOT)}`]], columns - 2, paint);
  });
  return ['', paint('title', 'In other reports'), ...rows.map((row) => `  ${row}`)];
}
