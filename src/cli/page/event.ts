import type { LoggedEvent } from '../../casefile/index.ts';
import { pageWidth } from './kept-report.ts';
import type { PageFormat } from './page.ts';
import { shown } from './shown.ts';
import { paintWith } from './style.ts';
import { bytesInWords, counted } from './wording.ts';
import { type Piece, wrap } from './wrap.ts';

const DONE: Readonly<Record<string, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
  note: 'put a note to',
  merge: 'merged',
  split: 'split',
  undo: 'undid decision',
};

const placeOf = (event: Extract<LoggedEvent, { readonly event: 'reviewed' }>): string => {
  if (event.about === 'review') return shown(event.id);
  if (event.article === undefined) return shown(`${event.about} ${event.id}`);
  return event.about === 'article' ? `r${event.article}` : `r${event.article}/${shown(event.id)}`;
};

/** The beginning of a hash; --json has all of it. */
const short = (hash: string): string => `${hash.slice(0, 'sha256:'.length + 12)}…`;

/** What an event tells, in words. */
function wordsOf(event: LoggedEvent): readonly Piece[] {
  switch (event.event) {
    case 'created':
      return [['made', 'title'], [` the case, by Hearsay ${shown(event.tool)}`]];
    case 'migrated':
      return [['brought up', 'title'], [` to schema ${event.schema}, by Hearsay ${shown(event.tool)}`]];
    case 'received':
      return [
        ['received', 'title'],
        [` ${event.from === '-' ? 'standard input' : shown(event.from)}, ${shown(event.kind)}, ${bytesInWords(event.size)}`],
        [` ${short(event.hash)}`, 'quiet'],
      ];
    case 'article':
      return [
        ['report', 'title'],
        [` r${event.article}`, 'source'],
        [` out of it, item ${event.item}`],
        [event.id === event.source ? '' : ` as ${shown(event.id)}`],
      ];
    case 'analysis':
      return [
        ['read', 'title'],
        [` r${event.article}`, 'source'],
        [` by engine ${shown(event.engine)}`],
        [` ${short(event.record)}`, 'quiet'],
      ];
    case 'finished':
      return [
        ['through', 'title'],
        [
          ` with what was received: ${counted(event.articles, 'report')}${event.leftovers > 0 ? `, ${counted(event.leftovers, 'other')} beside` : ''}`,
        ],
      ];
    case 'reviewed':
      return [
        [shown(event.by), 'cue'],
        [` ${DONE[event.action] ?? event.action}`, 'title'],
        [` ${placeOf(event)}`, 'source'],
        [` (decision ${event.review})`, 'quiet'],
      ];
    case 'related':
      return [
        ['related', 'title'],
        [` ${counted(event.analyses, 'report')}: ${counted(event.relations, 'person, cluster or link', 'persons, clusters and links')}`],
      ];
    case 'set':
      return [['set', 'title'], [` ${shown(event.name)} to ${shown(event.value)}`]];
    case 'stamped':
      return [['timestamped', 'title'], [` the log up to event ${event.of}`]];
    default:
      return [[shown(JSON.stringify(event))]];
  }
}

const AT = 19;
const NUMBER = 5;

/** One event as a row or more: its number, when, and what. */
export function renderEvent(event: LoggedEvent, format: PageFormat): string {
  const columns = pageWidth(format.columns);
  const paint = paintWith(format.colour);
  const gutter = NUMBER + AT + 4;
  const at = event.at.slice(0, AT).replace('T', ' ');
  return wrap(wordsOf(event), columns - gutter, paint)
    .map((row, i) =>
      i === 0 ? `${paint('quiet', `${String(event.number).padStart(NUMBER)}  ${at}`)}  ${row}` : `${' '.repeat(gutter)}${row}`,
    )
    .join('\n');
}
