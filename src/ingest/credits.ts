import { bySpan, type Credit, holds, type Span } from '../model/index.ts';
import { type EdgeLine, firstLines, lastLines } from './edge-lines.ts';
import { AGENCY_LIST } from './news-agencies.ts';

const HEAD = 6;
const TAIL = 10;

/** "GENEVA (AFP) —", "OSTRAVA, July 2 (Reuters) -", "(PTI):" at the start of a line. */
const PLACE = String.raw`\p{Lu}[\p{L}\p{M}\p{N}.'’/ -]{0,40}(?:,\s?[\p{L}\p{N}.'’ ]{1,30}){0,3}`;
const DATELINE = new RegExp(String.raw`^(?:${PLACE}\s?[:,]?\s?)?\((?:${AGENCY_LIST})\)\s{0,2}(?:[—–:]|--?(?!\p{L}))`, 'u');
const OTHER_AGENCY = String.raw`\p{Lu}[\p{L}\p{M}.& -]{0,40}(?:News|Press|Agency|Wire|Service|Media|Times|Post)`;
const OTHER_DATELINE = new RegExp(String.raw`^${PLACE}\s?\(${OTHER_AGENCY}\)\s{0,2}(?:[—–]|--?(?!\p{L}))`, 'u');
/** A whole line of nothing but agencies: "— AP", "Reuters/AFP", "[Agencies]". */
const SIGNATURE = new RegExp(String.raw`^(?:[-–—―•*]{1,3}\s{0,2}|[[(]|Source:\s{0,2}|From\s|With\s)?(?:${AGENCY_LIST})[\])]?\.?$`, 'u');
/** "(With inputs from agencies)". */
const BRACKETED =
  /\((?:(?:with|and)\s(?:(?:additional|further|agency|added)\s)?(?:inputs?|reporting|reports?|contributions?|files|material)\s|(?:additional\s)?(?:reporting|writing|editing|inputs?)\s(?:by|from)|(?:edited|compiled|written|translated)\sby|this (?:story|report|article) (?:has not been edited|is (?:auto-)?generated|was (?:first|originally) published)|source:)[^()\n]{0,240}\)/giu;
const BRACKETED_AGENCIES = new RegExp(String.raw`\((?:[Ww]ith\s)?(?:${AGENCY_LIST})\)\.?$`, 'u');
/** "Reporting by A; editing by B", a whole line. */
const DESK =
  /^(?:[(*[]|[Ww]ith\s|[Aa]dditional\s|[Ff]urther\s){0,3}(?:(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Ww]ritten|[Rr]eported)\sby|[Ii]nputs?\sfrom):?\s(?:the\s)?(?:\p{Lu}|staff|agencies|our\s)(?:(?!\bsaid\b).){1,300}$/u;
/** "Associated Press writer A in B contributed to this report." */
const HELPED =
  /(?:^|(?<=[.!?]["”’)]?\s))[^.!?\n]{1,220}?\b(?:contributed (?:to this (?:report|story|article|dispatch)|reporting)|helped (?:with|report) this (?:report|story))[^.\n]{0,80}(?:\.[)\]*]{0,2}|$)/u;
/** "By Staff and Reuters". */
const BYLINE = /^by:?\s(.{2,120})$/iu;
const NAME_WORD =
  /^(?:\p{Lu}.*|\p{Lo}.*|and|&|in|for|of|with|the|de|da|del|der|van|von|bin|al-.+|el-.+|staff|reporters?|correspondents?|writers?|agencies|our|[|—–-])$/u;

/** What stands after "By" in a line that is nothing but a byline; undefined for any other line. */
export function bylineOf(line: string): string | undefined {
  const names = BYLINE.exec(line)?.[1]?.trim();
  if (names === undefined || /[!?:;"“”]/.test(names) || /\p{Ll}{3}\.$/u.test(names)) return undefined;
  const words = names.split(/[\s,/]+/u).filter((word) => word !== '');
  return words.length > 0 && words.length <= 14 && words.every((word) => NAME_WORD.test(word)) ? names : undefined;
}

const match = (line: EdgeLine, pattern: RegExp): readonly Span[] => {
  const found = pattern.exec(line.text);
  return found === null ? [] : [[line.at[0] + found.index, line.at[0] + found.index + found[0].length]];
};

const bracketed = (line: EdgeLine): readonly Span[] =>
  [...line.text.matchAll(BRACKETED)].map((found) => [line.at[0] + found.index, line.at[0] + found.index + found[0].length]);

function inHead(line: EdgeLine): readonly Span[] {
  if (bylineOf(line.text) !== undefined) return [line.at];
  return [...match(line, DATELINE), ...match(line, OTHER_DATELINE), ...match(line, SIGNATURE), ...bracketed(line)];
}

function inTail(line: EdgeLine, index: number): readonly Span[] {
  const last = index < 3 ? match(line, BRACKETED_AGENCIES) : [];
  return [...match(line, SIGNATURE), ...bracketed(line), ...match(line, DESK), ...match(line, HELPED), ...last];
}

/**
 * Finds the credit lines of a report, which say whose word it passes on: datelines with an agency and bylines among its
 * first six lines, signatures, "(With inputs from …)", "Reporting by …" and "… contributed to this report" among its first
 * or last lines.
 *
 * @param text as normalised
 * @returns the credits in the order of the text, none within another; spans in UTF-16 code units
 * @example findCredits('KELVIN BAY (AFP) — The port closed.')[0].text // 'KELVIN BAY (AFP) —'
 */
export function findCredits(text: string): readonly Credit[] {
  const spans = [...firstLines(text, HEAD).flatMap(inHead), ...lastLines(text, TAIL).flatMap(inTail)];
  const widest = spans.filter((span, i) => !spans.some((other, j) => j !== i && holds(other, span) && (!holds(span, other) || j < i)));
  return widest.sort(bySpan).map((at) => ({ text: text.slice(at[0], at[1]), at }));
}
