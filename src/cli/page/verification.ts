import type { Counts, Fault, Stamp } from '../../casefile/index.ts';
import type { PageFormat } from './page.ts';
import { excerpt, shown } from './shown.ts';
import { stampLine } from './stamp.ts';
import { paintWith } from './style.ts';
import { bytesInWords, counted } from './wording.ts';
import { pad, wrap } from './wrap.ts';

export interface Verified {
  readonly path: string;
  readonly counts: Counts;
  /** The hash of the log's last row. */
  readonly head: string;
  /** Timestamps that hold. */
  readonly stamps: readonly Stamp[];
  readonly faults: readonly Fault[];
  /** How many faults in all. */
  readonly count: number;
}

const NUMBER = 10;
const LISTED = 10;

const number = (value: number): string => value.toLocaleString('en-GB');

/** What was proved, as a page for people: what was checked against what, the first fault, the head of the log. */
export function renderVerification({ path, counts, head, stamps, faults, count }: Verified, { columns, colour }: PageFormat): string {
  const paint = paintWith(colour);
  const width = Math.max(32, Math.min(120, columns));
  const row = (what: string, words: string): readonly string[] => {
    const lines = wrap([[words]], width - NUMBER - 3);
    return lines.map((line, i) => `${i === 0 ? pad(what.padStart(NUMBER), NUMBER) : ' '.repeat(NUMBER)}  ${line}`);
  };
  const unproved = counts.unproved === 0 ? '' : ` (of ${number(counts.unproved)} the original bytes are not here: they came as analyses)`;
  const rows = [
    ...row(
      number(counts.received),
      `${counts.received === 1 ? 'thing' : 'things'} received, ${bytesInWords(counts.bytes)}: every byte against its sha256`,
    ),
    ...row(number(counts.articles), `${counts.articles === 1 ? 'report' : 'reports'}: text and record against their sha256${unproved}`),
    ...row(
      number(counts.statements),
      `${counts.statements === 1 ? 'statement' : 'statements'} of ${counted(counts.analyses, 'analysis', 'analyses')}: ${counted(counts.spans, 'span')} against the text`,
    ),
    ...row(number(counts.reviews), counts.reviews === 1 ? 'decision' : 'decisions'),
    ...row(number(counts.events), `${counts.events === 1 ? 'event' : 'events'} of the log: each holds the hash of the one before`),
    ...(counts.relations > 0 ? row(number(counts.relations), 'persons, clusters and links') : []),
    ...(counts.timestamps > 0 ? row(number(counts.timestamps), counts.timestamps === 1 ? 'timestamp' : 'timestamps') : []),
  ];
  const verdict =
    count === 0
      ? [paint('title', `All of ${shown(path)} holds.`)]
      : [
          paint('warning', `${shown(path)} does not hold. ${count === 1 ? 'One fault:' : `${number(count)} faults, the first:`}`),
          ...faults
            .slice(0, LISTED)
            .flatMap(({ where, message }, i) =>
              wrap([[shown(where), 'title'], [': '], [excerpt(message)]], width - 4, paint).map(
                (line, n) => `${n === 0 ? (i === 0 ? '  ▸ ' : '    ') : '      '}${line}`,
              ),
            ),
          ...(count > LISTED ? [paint('quiet', `    and ${number(count - LISTED)} more; --json lists them`)] : []),
        ];
  const stamped = stamps.flatMap((stamp) => wrap([[shown(stampLine(stamp))]], width, paint));
  return `${[...rows, '', ...verdict, ...stamped, paint('quiet', `Head of the log: ${head}`)].map((line) => line.trimEnd()).join('\n')}\n`;
}
