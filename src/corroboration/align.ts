/** A best local alignment of two runs of words. */
export interface Alignment {
  /** Content words that agree count 1, common ones 0.7, function words 0.4; each change or gap takes 0.4 or 0.3. */
  readonly score: number;
  /** First and last index of the aligned part, in each run. */
  readonly from: readonly [a: number, b: number];
  readonly to: readonly [a: number, b: number];
}

/** Scores in tenths, so that sums are exact and the same in either order. */
const CONTENT = 10;
const COMMON = 7;
const FUNCTION = 4;
const CHANGE = 4;
const GAP = 3;

/** What a word that agrees counts, in tenths. */
const gainOf = (word: number): number => ((word & 1) === 1 ? FUNCTION : (word & 2) === 0 ? CONTENT : COMMON);

/** What a run counts against itself. */
export function selfScore(run: readonly number[]): number {
  let sum = 0;
  for (const word of run) sum += gainOf(word);
  return sum / CONTENT;
}

/** More cells than this are not filled: the longer run is cut at the middle of what both can bear. */
const MOST_CELLS = 1_000_000;
let row = new Int32Array(256);
let origin = new Int32Array(256);

/**
 * The best local alignment (Smith & Waterman 1981) of two runs of word hashes, in time of the product of their lengths.
 * Symmetric: the same score for (a, b) and (b, a).
 */
export function align(a: readonly number[], b: readonly number[]): Alignment {
  const most = Math.max(64, Math.floor(MOST_CELLS / Math.max(1, Math.min(a.length, b.length))));
  const [n, m] = [Math.min(a.length, most), Math.min(b.length, most)];
  if (row.length <= m) {
    row = new Int32Array(2 * m);
    origin = new Int32Array(2 * m);
  }
  row.fill(0, 0, m + 1);
  let best = 0;
  let end: [number, number] = [-1, -1];
  let start = 0;
  for (let i = 1; i <= n; i++) {
    const word = a[i - 1]!;
    const gain = gainOf(word);
    let diagonal = 0;
    let diagonalFrom = 0;
    let left = 0;
    let leftFrom = 0;
    for (let j = 1; j <= m; j++) {
      const up = row[j]!;
      const upFrom = origin[j]!;
      const same = word === b[j - 1];
      let value = diagonal + (same ? gain : -CHANGE);
      let from = diagonal > 0 ? diagonalFrom : (i - 1) * (m + 1) + (j - 1);
      if (up - GAP > value) {
        value = up - GAP;
        from = upFrom;
      }
      if (left - GAP > value) {
        value = left - GAP;
        from = leftFrom;
      }
      if (value < 0) value = 0;
      diagonal = up;
      diagonalFrom = upFrom;
      row[j] = value;
      origin[j] = from;
      left = value;
      leftFrom = from;
      if (value > best) {
        best = value;
        end = [i - 1, j - 1];
        start = from;
      }
    }
  }
  return { score: best / CONTENT, from: [Math.floor(start / (m + 1)), start % (m + 1)], to: end };
}

/** A part where two runs differ: words from (inclusive) to (exclusive) of each; one of them may be empty. */
export interface Difference {
  readonly a: readonly [from: number, to: number];
  readonly b: readonly [from: number, to: number];
}

/**
 * Where the aligned parts of two runs differ, by the fewest changes (longest common subsequence within the aligned part).
 * @returns in order; adjoining changes are one
 */
export function differences(a: readonly number[], b: readonly number[], { from, to }: Alignment): readonly Difference[] {
  const [a0, b0] = from;
  const [n, m] = [to[0] - a0 + 1, to[1] - b0 + 1];
  if (n <= 0 || m <= 0 || n * m > 4 * MOST_CELLS) return [];
  const width = m + 1;
  const table = new Int32Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const skip = Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
      const take = a[a0 + i] === b[b0 + j] ? table[(i + 1) * width + j + 1]! + gainOf(a[a0 + i]!) : 0;
      table[i * width + j] = Math.max(skip, take);
    }
  }
  const out: Difference[] = [];
  let [i, j] = [0, 0];
  let [fromA, fromB] = [0, 0];
  const close = () => {
    if (i > fromA || j > fromB) out.push({ a: [a0 + fromA, a0 + i], b: [b0 + fromB, b0 + j] });
  };
  while (i < n && j < m) {
    const here = table[i * width + j]!;
    if (a[a0 + i] === b[b0 + j] && here === table[(i + 1) * width + j + 1]! + gainOf(a[a0 + i]!)) {
      close();
      i++;
      j++;
      [fromA, fromB] = [i, j];
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++;
    else j++;
  }
  [i, j] = [n, m];
  close();
  return out;
}
