import type { Span, TextMap } from '../model/index.ts';

/** Index of the run in which an offset of the text lies. */
function runAt(map: TextMap, offset: number): number {
  let low = 0;
  let high = map.text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (map.text[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * From an offset of `article.text` to the offset in the decoded source; both UTF-16 code units.
 *
 * @returns -1 where the character was put in by us or its place in the source is not known
 * @example sourceOffset(article.map, 5) // 6 where a byte order mark stood before the text
 */
export function sourceOffset(map: TextMap, offset: number): number {
  const run = runAt(map, offset);
  const source = map.source[run] ?? -1;
  return source === -1 ? -1 : source + offset - map.text[run]!;
}

/**
 * From an offset of the decoded source to the first offset of the text that was read from there or from after it.
 *
 * @param length characters of the text, given where nothing of the source from there on is in it
 * @example textOffset(article.map, 1, article.text.length) // 0 where a byte order mark stood before the text
 */
export function textOffset(map: TextMap, source: number, length: number): number {
  for (const [run, from] of map.source.entries()) {
    const at = map.text[run]!;
    const end = map.text[run + 1] ?? length;
    if (from === -1) continue;
    if (from >= source) return at;
    if (source < from + end - at) return at + source - from;
  }
  return length;
}

/**
 * From a span of `article.text` to the span of the decoded source that it was read from: from its first character to its
 * last, with whatever was dropped between them.
 *
 * @returns undefined where the place of its first or last character is not known, or where the source has them the other way round
 * @example sourceSpan(article.map, [0, 5])
 */
export function sourceSpan(map: TextMap, span: Span): Span | undefined {
  const start = sourceOffset(map, span[0]);
  const end = span[1] > span[0] ? sourceOffset(map, span[1] - 1) + 1 : start;
  return start === -1 || end === 0 || end < start ? undefined : [start, end];
}

/**
 * One map out of two: `outer` leads from a text to a middle, `inner` from the middle to the source.
 *
 * @param length characters of the text of `outer`
 */
export function composeMaps(outer: TextMap, inner: TextMap, length: number): TextMap {
  const text: number[] = [];
  const source: number[] = [];
  const begin = (at: number, from: number): void => {
    const last = text.length - 1;
    const goesOn = last >= 0 && (from === -1 ? source[last] === -1 : source[last] !== -1 && source[last]! + at - text[last]! === from);
    if (goesOn) return;
    text.push(at);
    source.push(from);
  };
  for (const [index, at] of outer.text.entries()) {
    const middle = outer.source[index]!;
    if (middle === -1) {
      begin(at, -1);
      continue;
    }
    const size = (outer.text[index + 1] ?? length) - at;
    begin(at, sourceOffset(inner, middle));
    for (let run = runAt(inner, middle) + 1; run < inner.text.length && inner.text[run]! < middle + size; run++) {
      begin(at + inner.text[run]! - middle, inner.source[run]!);
    }
  }
  return { text, source };
}
