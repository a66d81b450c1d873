/**
 * Reads CSV by the letter of RFC 4180 and throws at the first departure from it: the judge of what Hearsay writes, which
 * shares no code with it.
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) throw new Error(`row ${rows.length + 1}: a quotation mark is not closed`);
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[at++];
        else break;
      }
      at++;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') throw new Error(`row ${rows.length + 1}: a bare ${JSON.stringify(text[at])}`);
        cell += text[at++];
      }
    }
    row.push(cell);
    if (text[at] === ',') {
      at++;
      if (at === text.length) throw new Error('the last row is not ended');
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`row ${rows.length + 1}: expected a comma or CR LF, found ${JSON.stringify(text.slice(at, at + 5))}`);
  }
  if (row.length > 0) throw new Error('the last row is not ended');
  const wide = rows[0]?.length ?? 0;
  const odd = rows.findIndex((cells) => cells.length !== wide);
  if (odd >= 0) throw new Error(`row ${odd + 1} has ${rows[odd]!.length} cells, the header ${wide}`);
  return rows;
}
