import type { Added } from '../../casefile/index.ts';
import type { PageFormat } from './page.ts';
import { shown } from './shown.ts';
import { paintWith } from './style.ts';
import { counted } from './wording.ts';
import { clip, pad, widthOf } from './wrap.ts';

/** What became of everything that was to be added. */
export interface Tally {
  reports: number;
  statements: number;
  /** Things that were in the case already. */
  known: number;
  /** Reports that were. */
  duplicates: number;
  links: number;
  failed: number;
  /** Things that were looked at. */
  things: number;
}

/** Counts an outcome in. */
export function tallied(tally: Tally, added: Added): void {
  if (added.kind === 'report') {
    tally.reports++;
    tally.statements += added.analysis.statements.length;
  } else if (added.kind === 'known') {
    tally.known++;
    tally.things++;
  } else if (added.kind === 'duplicate') tally.duplicates++;
  else if (added.kind === 'link') tally.links++;
  else if (added.kind === 'failed') tally.failed++;
  else if (added.kind === 'done') tally.things++;
}

/** @example summaryOf(tally) // '3 reports added with 41 statements; 1 file was in the case already; 1 failed' */
export function summaryOf(tally: Tally): string {
  const added =
    tally.reports === 0 ? 'nothing added' : `${counted(tally.reports, 'report')} added with ${counted(tally.statements, 'statement')}`;
  const parts = [added];
  if (tally.known > 0) parts.push(`${counted(tally.known, 'input was', 'inputs were')} in the case already`);
  if (tally.duplicates > 0) parts.push(`${counted(tally.duplicates, 'report was', 'reports were')} in it by another way`);
  if (tally.links > 0) parts.push(`${counted(tally.links, 'link')} kept without a text`);
  if (tally.failed > 0) parts.push(`${tally.failed.toLocaleString('en-GB')} failed`);
  return parts.join('; ');
}

const placed = ({ from, part }: Pick<Added, 'from' | 'part'>): string =>
  shown(`${from === '-' ? 'standard input' : from}${part === undefined ? '' : `:${part.number}`}`);

const NUMBER = 6;
const COUNT = 16;

/** One outcome as a row; undefined for one that needs none. */
export function addedLine(added: Added, { columns, colour }: PageFormat): string | undefined {
  const paint = paintWith(colour);
  const room = Math.max(20, Math.min(columns, 120) - NUMBER - 2);
  const row = (head: string, words: string, note: string): string => {
    const end = note === '' ? '' : `  ${note}`;
    return `${pad(head, NUMBER)} ${clipStart(words, Math.max(10, room - widthOf(end)))}${paint('quiet', end)}`;
  };
  if (added.kind === 'report') {
    const title = shown(added.title ?? '');
    const count = pad(counted(added.analysis.statements.length, 'statement'), COUNT);
    const wide = columns >= 72;
    const left = wide ? Math.floor((room - COUNT) * (title === '' ? 1 : 0.45)) : room - COUNT;
    const place = pad(clipStart(placed(added), left), left);
    return `${pad(`r${added.article.number}`, NUMBER)} ${place} ${paint('quiet', count)}${wide ? clip(title, Math.max(0, room - left - COUNT - 1)) : ''}`.trimEnd();
  }
  if (added.kind === 'known') {
    const from = added.origin === added.from ? '' : ` (from ${clipStart(shown(added.origin), 30)})`;
    return row('=', placed(added), `in the case already${from}: nothing added`);
  }
  if (added.kind === 'duplicate') return row('=', placed(added), `the same report as r${added.article.number}`);
  if (added.kind === 'link') return row('→', placed(added), `a link without a text: ${shown(added.url)}`);
  if (added.kind === 'told') return row('!', placed(added), shown(`${added.message} (${added.code})`));
  return undefined;
}

/** The end of a path tells more than its beginning. */
function clipStart(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let from = text.length - columns + 1;
  while (from < text.length && widthOf(text.slice(from)) > columns - 1) from++;
  return `…${text.slice(from)}`;
}
