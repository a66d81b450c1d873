import { axisX, dot, gridX, link, plot, text } from '@observablehq/plot';
import type { ClusterJson } from '../../../server/index.ts';
import { dateInWords, timeOf } from '../../words/dates.ts';
import { endOf, tickInWords } from '../../words/spans-of-time.ts';
import { withoutStyle } from '../../words/without-style.ts';
import { rowsOf, type TreeRow } from './tree-rows.ts';

const LINE = 34;
const HOUR = 3_600_000;
const SYMBOLS = { origin: 'square', echo: 'circle', independent: 'diamond' } as const;
const COLORS = { origin: 'var(--accent)', echo: 'var(--ink-2)', independent: 'var(--good)' } as const;

/** Draws the tellings: time to the right, each below what it passes on; dates that are known to the day alone are as long as the day. */
export function drawTree(cluster: ClusterJson, width: number): Element {
  const rows = rowsOf(cluster.members);
  const at = new Map(rows.map((row) => [row.member.ref, row]));
  const ends = rows.flatMap(({ member: { report } }) => {
    const time = timeOf(report.published);
    return time === undefined ? [] : [time, endOf(report.published!) ?? time];
  });
  const first = ends.length === 0 ? 0 : Math.min(...ends);
  const last = Math.max(first + HOUR, ...ends);
  const spread = last - first;
  const isDated = ({ member }: TreeRow) => timeOf(member.report.published) !== undefined;
  const undated = rows.some((row) => !isDated(row));
  // Those without a date stand beyond the last one, and say so.
  const beyond = last + spread * 0.08;
  const when = ({ member }: TreeRow) => new Date(timeOf(member.report.published) ?? beyond);
  const until = ({ member }: TreeRow) => new Date(endOf(member.report.published!) ?? beyond);
  const ties = rows.flatMap((row) => {
    const of = row.member.of === null ? undefined : at.get(row.member.of);
    return of === undefined ? [] : [{ from: of, to: row }];
  });
  const narrow = width < 560;
  const label = (row: TreeRow) => {
    const name = row.member.report.publisher ?? row.member.report.title ?? row.member.ref;
    const most = narrow ? 22 : 40;
    return (name.length > most ? `${name.slice(0, most - 1)}…` : name) + (isDated(row) ? '' : ' (no date)');
  };
  const isLeft = (row: TreeRow) => when(row).getTime() - first < spread * 0.6;
  const labels = (some: TreeRow[], anchor: 'start' | 'end') =>
    text(some, {
      x: when,
      y: 'line',
      text: label,
      textAnchor: anchor,
      dx: anchor === 'start' ? 12 : -12,
      fill: 'var(--ink)',
      stroke: 'var(--surface)',
      strokeWidth: 6,
      fontSize: narrow ? 11 : 13,
      fontWeight: 550,
    });
  return withoutStyle(
    plot({
      width,
      height: rows.length * LINE + 48,
      marginLeft: 20,
      marginRight: 20,
      marginTop: 30,
      marginBottom: 12,
      x: { type: 'utc', domain: [new Date(first - spread * 0.03), new Date((undated ? beyond : last) + spread * 0.05)], label: null },
      y: { axis: null, domain: [rows.length - 0.5, -0.5] },
      marks: [
        gridX({ stroke: 'var(--line)', strokeOpacity: 1, ticks: narrow ? 3 : 6 }),
        axisX({
          anchor: 'top',
          ticks: narrow ? 3 : 6,
          tickFormat: tickInWords,
          tickSize: 0,
          color: 'var(--ink-2)',
          fontSize: 12,
          label: null,
        }),
        link(
          rows.filter((row) => isDated(row) && until(row).getTime() > when(row).getTime()),
          { x1: when, x2: until, y1: 'line', y2: 'line', stroke: 'var(--ink-2)', strokeWidth: 5, strokeOpacity: 0.25 },
        ),
        link(ties, {
          x1: ({ from }) => when(from),
          x2: ({ to }) => when(to),
          y1: ({ from }) => from.line,
          y2: ({ to }) => to.line,
          curve: 'step-before',
          stroke: 'var(--line-strong)',
          strokeWidth: 1.5,
        }),
        dot(rows, {
          x: when,
          y: 'line',
          r: 6.5,
          symbol: ({ member }: TreeRow) => SYMBOLS[member.standing],
          fill: ({ member }: TreeRow) => (member.standing === 'echo' ? 'var(--surface)' : COLORS[member.standing]),
          stroke: ({ member }: TreeRow) => COLORS[member.standing],
          strokeWidth: 1.8,
          title: (row: TreeRow) => `${label(row)}\n${dateInWords(row.member.report.published)}\n${row.member.words}`,
        }),
        labels(rows.filter(isLeft), 'start'),
        labels(
          rows.filter((row) => !isLeft(row)),
          'end',
        ),
      ],
    }),
  );
}
