/** A table of rows of words, each with a value: "press_conference press-conference". Longer rows win over shorter ones. */
export interface WordTable<T> {
  readonly byFirst: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T; readonly order: number }[]>;
  /** Every word of the table. */
  readonly words: ReadonlySet<string>;
}

export function tableOf<T extends string>(list: readonly string[]): WordTable<T> {
  const byFirst = new Map<string, { words: readonly string[]; value: T; order: number }[]>();
  const all = new Set<string>();
  list.forEach((line, order) => {
    const space = line.lastIndexOf(' ');
    const words = line
      .slice(0, space)
      .split('_')
      .filter((word) => word !== 'be');
    for (const word of words) all.add(word);
    const rows = byFirst.get(words[0]!) ?? [];
    rows.push({ words, value: line.slice(space + 1) as T, order });
    byFirst.set(
      words[0]!,
      rows.sort((a, b) => b.words.length - a.words.length),
    );
  });
  return { byFirst, words: all };
}

/** The first row of the table, in the table's order, that stands in the words; undefined where none does. */
export function find<T>(
  table: WordTable<T>,
  words: readonly string[],
): { readonly value: T; readonly from: number; readonly length: number } | undefined {
  let best: { value: T; from: number; length: number; order: number } | undefined;
  words.forEach((word, from) => {
    for (const row of table.byFirst.get(word) ?? []) {
      if (!row.words.every((w, k) => words[from + k] === w)) continue;
      if (best === undefined || row.order < best.order) best = { value: row.value, from, length: row.words.length, order: row.order };
      break;
    }
  });
  return best;
}

/** Each place at which a row of the table stands, the longest row at each place. */
export function findAll<T>(
  table: WordTable<T>,
  words: readonly string[],
): readonly { readonly value: T; readonly from: number; readonly length: number }[] {
  const out: { value: T; from: number; length: number }[] = [];
  for (let from = 0; from < words.length; from++) {
    const row = table.byFirst.get(words[from]!)?.find((r) => r.words.every((w, k) => words[from + k] === w));
    if (row === undefined) continue;
    out.push({ value: row.value, from, length: row.words.length });
    from += row.words.length - 1;
  }
  return out;
}
