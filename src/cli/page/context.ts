import { bySpan, type Span } from '../../model/index.ts';
import { shown } from './shown.ts';
import type { Piece } from './wrap.ts';

/** Characters of the text beside the words, and how near two must stand to be shown together. */
const BESIDE = 60;
/** Longer words are shown by their beginning and end. */
const LONGEST = 160;

/** The words looked at, bracketed, with some text around them; spans that stand close together share one context. */
export function contextsOf(text: string, at: readonly Span[], beside = BESIDE): readonly (readonly Piece[])[] {
  const spans = [...at].sort(bySpan);
  const groups: Span[][] = [];
  for (const span of spans) {
    const last = groups.at(-1);
    if (last !== undefined && span[0] - last.at(-1)![1] <= beside && !text.slice(last.at(-1)![1], span[0]).includes('\n')) last.push(span);
    else groups.push([span]);
  }
  return groups.map((group) => {
    const first = group[0]![0];
    const end = group.at(-1)![1];
    const before = text
      .slice(Math.max(0, first - beside), first)
      .split('\n')
      .at(-1)!;
    const after = text.slice(end, end + beside).split('\n')[0]!;
    const pieces: Piece[] = [[lead(before, first > before.length && text[first - before.length - 1] !== '\n'), 'quiet']];
    let from = first;
    for (const [start, stop] of group) {
      pieces.push([between(text.slice(from, start)), 'quiet'], [`[${shortened(text.slice(Math.max(from, start), stop))}]`, 'mark']);
      from = Math.max(from, stop);
    }
    pieces.push([trail(after, end + after.length < text.length && text[end + after.length] !== '\n'), 'quiet']);
    return pieces.filter(([words]) => words !== '');
  });
}

/** Text before, from a whole word on. */
function lead(words: string, cut: boolean): string {
  const whole = cut ? `…${words.replace(/^\S*\s+/, '')}` : words;
  return edged(whole);
}

function trail(words: string, cut: boolean): string {
  const whole = cut ? `${words.replace(/\s+\S*$/, '')}…` : words;
  return edged(whole);
}

/** Cleaned, with the spaces at its edges kept as one. */
export function edged(words: string): string {
  const clean = shown(words);
  return `${/^\s/.test(words) ? ' ' : ''}${clean}${clean !== '' && /\s$/.test(words) ? ' ' : ''}`;
}

const between = (words: string): string => (words === '' ? '' : edged(words));

const shortened = (words: string): string =>
  words.length <= LONGEST ? shown(words) : `${shown(words.slice(0, LONGEST / 2))} … ${shown(words.slice(-LONGEST / 2))}`;
