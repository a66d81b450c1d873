import { type Notice, notice, type Quotation, type Span } from '../model/index.ts';

/** Marks nested deeper than this open nothing. */
const DEEPEST = 8;
/** A text keeps at most so many quotations; the rest are passed over with a notice. */
const MOST = 200_000;

const CLOSER: Readonly<Record<string, string>> = { '“': '”"', '„': '“”"', '«': '»', '"': '"”', '‘': '’', "'": "'", '‹': '›', '‟': '”"' };
const MARK = /["“”„‟«»‘’‹›']/g;
const OPEN_BEFORE = /[\s([{\-–—/:“„«‘"']/u;
const LETTER = /[\p{L}\p{N}]/u;
const ELISION = /^['’](?:em|til|tis|twas|cause|bout|round|n|cos|\d0s)\b/i;

interface Open {
  readonly mark: string;
  readonly start: number;
  readonly index: number;
}

type Part = 'opens' | 'closes' | 'either' | 'none';

/** What a mark does, as far as its neighbours tell. */
function partOf(text: string, at: number, line: Span): Part {
  const mark = text[at]!;
  const before = at > line[0] ? text[at - 1]! : ' ';
  const after = at + 1 < line[1] ? text[at + 1]! : ' ';
  const loose = OPEN_BEFORE.test(before);
  const tight = !/\s/u.test(after);
  if ('„«‘‹‟'.includes(mark)) return mark === '‘' && LETTER.test(before) ? 'none' : 'opens';
  if (mark === '“') return LETTER.test(before) && !tight ? 'closes' : 'opens';
  if ('”»›'.includes(mark)) return 'closes';
  if (mark === '"') return loose && tight ? 'opens' : !loose && !LETTER.test(after) ? 'closes' : 'either';
  if (LETTER.test(before) && LETTER.test(after)) return 'none';
  if (mark === '’') return ELISION.test(text.slice(at, at + 7)) || loose ? 'none' : 'closes';
  if (loose && LETTER.test(after)) return ELISION.test(text.slice(at, at + 7)) ? 'none' : 'opens';
  return !loose && !LETTER.test(after) ? 'closes' : 'none';
}

/** True if another mark that can close a single quotation stands later on the line. */
function closesLater(text: string, from: number, line: Span, closer: string): boolean {
  for (let i = text.indexOf(closer, from); i >= 0 && i < line[1]; i = text.indexOf(closer, i + 1)) {
    if (partOf(text, i, line) === 'closes') return true;
  }
  return false;
}

/**
 * Pairs the quotation marks of a text, line by line: straight, curly, single, guillemets and low-high marks, nested, and
 * straight ones closed by curly ones. A quotation left open is healed at its line's end; if the next line opens with a mark
 * it goes on there (the printers' habit), else a notice says so. Apostrophes, inches and elisions open nothing.
 *
 * @returns quotations by their start
 * @example quotationsOf('“No,” she said.').quotations[0].inner // [1, 4]
 */
export function quotationsOf(text: string): { readonly quotations: readonly Quotation[]; readonly notices: readonly Notice[] } {
  const found: Quotation[] = [];
  const notices: Notice[] = [];
  let unclosed: Quotation | undefined;
  let capped = false;
  for (let start = 0; start < text.length && !capped; ) {
    const newline = text.indexOf('\n', start);
    const line: Span = [start, newline < 0 ? text.length : newline];
    start = line[1] + 1;
    if (line[1] === line[0]) continue;
    const base = found.length;
    quoteLine(text, line, found);
    const first = found[base];
    if (unclosed !== undefined) {
      const goesOn = first !== undefined && text.slice(line[0], first.at[0]).trim() === '';
      if (goesOn) found[base] = { ...first, continues: found.indexOf(unclosed, Math.max(0, base - 64)) };
      else if (text.slice(line[0], line[1]).trim() !== '') notices.push(healed(unclosed));
      if (goesOn || text.slice(line[0], line[1]).trim() !== '') unclosed = undefined;
    }
    unclosed = found.slice(base).find((q) => !q.closed && q.depth === 0) ?? unclosed;
    if (found.length > MOST) {
      capped = true;
      notices.push(notice('quotations-capped', `more than ${MOST} quotations; those after this place are not paired`, [line[1], line[1]]));
    }
  }
  if (unclosed !== undefined) notices.push(healed(unclosed));
  return { quotations: found, notices };
}

const healed = (open: Quotation): Notice =>
  notice('unbalanced-quotation', 'a quotation is opened and not closed; it is taken to end with its paragraph', open.at);

function lastThatCloses(stack: readonly Open[], mark: string): number {
  for (let i = stack.length - 1; i >= 0; i--) if (CLOSER[stack[i]!.mark]!.includes(mark)) return i;
  return -1;
}

function quoteLine(text: string, line: Span, found: Quotation[]): void {
  const stack: Open[] = [];
  const base = found.length;
  const end = text.slice(line[0], line[1]).trimEnd().length + line[0];
  const close = (open: Open, at: Span[1], closed: boolean) => {
    const depth = stack.length;
    found[open.index] = {
      at: [open.start, closed ? at + 1 : at],
      inner: [open.start + 1, Math.max(open.start + 1, at)],
      mark: open.mark,
      depth,
      closed,
    };
  };
  const open = (mark: string, at: number) => {
    if (stack.length >= DEEPEST) return;
    stack.push({ mark, start: at, index: found.length });
    found.push({ at: [at, end], inner: [at + 1, end], mark, depth: stack.length - 1, closed: false });
  };
  MARK.lastIndex = line[0];
  for (let match = MARK.exec(text); match !== null && match.index < line[1]; match = MARK.exec(text)) {
    const at = match.index;
    const mark = match[0];
    const low = mark === '“' && stack.some((o) => o.mark === '„') && !/\s/.test(text[at - 1] ?? ' ');
    const part = low ? 'closes' : partOf(text, at, line);
    if (part === 'none') continue;
    const opener = lastThatCloses(stack, mark);
    const single = mark === "'" || mark === '’';
    if (part === 'opens' || (part === 'either' && opener < 0)) {
      const inch = mark === '"' && /\d/.test(text[at - 1] ?? '');
      const paired = mark !== "'" || closesLater(text, at + 1, line, "'");
      if (!inch && paired) open(mark, at);
      continue;
    }
    if (opener < 0) continue;
    // A plural possessive inside single marks: "‘the voters’ choice’" closes with the last mark.
    if (single && /s/i.test(text[at - 1] ?? '') && /\s/.test(text[at + 1] ?? '.') && closesLater(text, at + 1, line, mark)) continue;
    while (stack.length > opener + 1) close(stack.pop()!, at, false);
    close(stack.pop()!, at, true);
  }
  while (stack.length > 0) {
    const left = stack.pop()!;
    if (left.mark === '‘' || left.mark === "'") found.splice(left.index, 1, { ...found[left.index]!, mark: '' });
    else close(left, end, false);
  }
  // Single marks that never closed were apostrophes after all.
  for (let i = found.length - 1; i >= base; i--) if (found[i]!.mark === '') found.splice(i, 1);
}
