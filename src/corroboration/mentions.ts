import type { Report, Telling } from './report.ts';

/** A report names another outlet if its name stands in the same paragraph, or beside a word of reporting anywhere. */
const REPORTING = /\b(?:reported|reports|according|told|first|published|interview|quoted|citing|cited|wrote|said)\b/i;
const BESIDE = 60;

const isName = (name: string): boolean => /^\p{Lu}/u.test(name) && (name.includes(' ') || name.length >= 4);

/** The paragraph around a place. */
function paragraphAt(text: string, place: number): readonly [start: number, end: number] {
  const end = text.indexOf('\n', place);
  return [text.lastIndexOf('\n', place - 1) + 1, end < 0 ? text.length : end];
}

/** True if the report of a statement names the other report: its address, or its outlet beside the statement or beside a word of reporting. */
export function mentions(mine: Report, theirs: Report, statement: Telling): boolean {
  if (theirs.url?.includes('/') && mine.text.toLowerCase().includes(theirs.url)) return true;
  const name = theirs.publisher?.replace(/^the /i, '').trim();
  if (name === undefined || !isName(name)) return false;
  const [from, to] = paragraphAt(mine.text, statement.content[0]?.[0] ?? 0);
  for (let at = mine.text.indexOf(name); at >= 0; at = mine.text.indexOf(name, at + 1)) {
    if (/[\p{L}\p{N}]/u.test(mine.text[at + name.length] ?? '')) continue;
    const beside = mine.text.slice(Math.max(0, at - BESIDE), at + name.length + BESIDE);
    if (at >= from && at < to && REPORTING.test(beside)) return true;
  }
  return false;
}
