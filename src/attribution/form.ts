import type { Form, Reading, WordRange } from '../model/index.ts';

/**
 * Direct where nine words in ten stand in quotation marks, mixed where one in twenty does, else indirect.
 *
 * @param quoted for each word, 1 where it stands in a quotation
 */
export function formOf(reading: Reading, content: readonly WordRange[], quoted: Uint8Array): Form {
  let words = 0;
  let inside = 0;
  for (const [first, last] of content) {
    for (let i = first; i <= last; i++) {
      if (!/[\p{L}\p{N}]/u.test(reading.text[reading.words.start[i]!]!)) continue;
      words++;
      inside += quoted[i]!;
    }
  }
  if (words === 0 || inside / words <= 0.05) return 'indirect';
  return inside / words >= 0.9 ? 'direct' : 'mixed';
}

/** For each word, 1 where it stands between double quotation marks (or single ones that hold a clause). */
export function quotedWords(reading: Reading, wordFrom: (offset: number) => number): Uint8Array {
  const quoted = new Uint8Array(reading.words.count);
  for (const q of reading.quotations) {
    const first = wordFrom(q.inner[0]);
    for (let i = first; i < quoted.length && reading.words.start[i]! < q.inner[1]; i++) quoted[i] = 1;
  }
  return quoted;
}
