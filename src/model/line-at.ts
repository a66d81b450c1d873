/** A place of a text as people and editors tell it, both from 1 on; columns count code points. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * Tells the line and column of places in a text, whose lines end with LF. Halves its way through the lines.
 * @example lineAt('one\ntwo')(4) // { line: 2, column: 1 }
 */
export function lineAt(text: string): (offset: number) => LineColumn {
  const begins = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) begins.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = begins.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (begins[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: [...text.slice(begins[low], offset)].length + 1 };
  };
}
