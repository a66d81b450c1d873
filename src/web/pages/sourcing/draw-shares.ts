import { axisFy, axisX, axisY, barY, gridY, plot } from '@observablehq/plot';
import type { ShareRow } from '../../../server/index.ts';
import { counted, percent } from '../../words/counts.ts';
import { dateInWords } from '../../words/dates.ts';
import { withoutStyle } from '../../words/without-style.ts';
import { patternOf, patterns } from './patterns.ts';
import { VOICES } from './voices.ts';

/** Publishers that are drawn; the table holds the others. */
const MOST = 8;
/** Pixels for the hundredths. */
const LEFT = 48;

interface Piece {
  readonly row: ShareRow;
  readonly voice: (typeof VOICES)[number];
  readonly from: number;
  readonly to: number;
}

function piecesOf(row: ShareRow): Piece[] {
  let from = 0;
  return VOICES.map((voice) => {
    const part = row[voice.voice] / Math.max(1, row.statements);
    const piece = { row, voice, from, to: from + part };
    from += part;
    return piece;
  });
}

/** The publishers that are drawn of these rows: those who speak most. */
export function publishersDrawn(rows: readonly ShareRow[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const { publisher, statements } of rows) if (publisher !== null) sums.set(publisher, (sums.get(publisher) ?? 0) + statements);
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([name]) => name);
}

/** Draws shares over time: a column a day, month or year, one band a publisher where they are parted so. */
export function drawShares(rows: readonly ShareRow[], width: number): Element {
  const dated = rows.filter(({ period }) => period !== null && period !== '');
  const bands = publishersDrawn(dated);
  const shown = bands.length === 0 ? dated : dated.filter(({ publisher }) => bands.includes(publisher!));
  const periods = [...new Set(shown.map(({ period }) => period!))].sort();
  const pieces = shown.flatMap(piecesOf).filter(({ from, to }) => to > from);
  const faceted = bands.length > 0;
  const right = faceted ? Math.min(170, Math.round(width * 0.32)) : 12;
  const drawn = Math.min(width, Math.max(240, 60 + periods.length * 180));
  // A day takes the room of its words; on a phone the year stands in the table alone.
  const narrow = drawn < 560;
  const words = (period: string) => (narrow && period.length === 10 ? dateInWords(period).slice(0, -5) : dateInWords(period));
  const longest = Math.max(...periods.map((period) => words(period).length), 1);
  const every = Math.max(1, Math.ceil((periods.length * (longest * 7 + 10)) / Math.max(1, drawn - LEFT - right)));
  return withoutStyle(
    plot({
      width: drawn,
      height: faceted ? bands.length * 84 + 40 : 240,
      marginLeft: LEFT,
      marginRight: right,
      marginTop: 12,
      marginBottom: 30,
      x: { type: 'band', domain: periods, paddingInner: 0.25, paddingOuter: 0.1, label: null },
      y: { domain: [0, 1], label: null },
      fy: { domain: [...bands], label: null, padding: 0.25, axis: null },
      ...(faceted ? { facet: { data: pieces, y: ({ row }: Piece) => row.publisher } } : {}),
      marks: [
        patterns,
        ...(faceted
          ? [
              axisFy({
                anchor: 'right',
                color: 'var(--ink)',
                fontSize: 12,
                lineWidth: (right - 14) / 13,
                textOverflow: 'ellipsis',
                label: null,
              }),
            ]
          : []),
        gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: [0, 0.5, 1] }),
        axisY({
          ticks: faceted ? [0, 1] : [0, 0.5, 1],
          tickFormat: (share: number) => `${100 * share} %`,
          color: 'var(--ink-2)',
          fontSize: 12,
          tickSize: 0,
        }),
        axisX({
          ticks: periods.filter((_, i) => i % every === 0),
          tickFormat: words,
          color: 'var(--ink-2)',
          fontSize: 12,
          tickSize: 0,
        }),
        barY(pieces, {
          x: ({ row }: Piece) => row.period,
          y1: 'from',
          y2: 'to',
          fill: ({ voice }: Piece) => patternOf(voice.voice),
          stroke: 'var(--surface)',
          strokeWidth: 1,
          title: ({ row, voice }: Piece) =>
            `${row.publisher === null ? '' : `${row.publisher}, `}${dateInWords(row.period)}\n${voice.words}: ${counted(row[voice.voice], 'statement')}, ${percent(row[voice.voice], row.statements)}`,
        }),
      ],
    }),
  );
}
