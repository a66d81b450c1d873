const PIECES_A_WORD = 12;
const LONGEST_WORD = 100;
const REMEMBERED = 60_000;

/** Gives the pieces of one word, as ids of the vocabulary. */
export interface Pieces {
  readonly cls: number;
  readonly sep: number;
  of(word: string): readonly number[];
}

/**
 * WordPiece, uncased and without accents, over one word at a time: greedy, longest piece first (Wu et al. 2016, as BERT
 * uses it). A word keeps at most 12 pieces, and one of more than 100 characters is unknown.
 *
 * @param vocabulary the pieces in the order of their ids, "##" before those that go on with a word
 * @throws if [UNK], [CLS] or [SEP] is not in the vocabulary
 */
export function createPieces(vocabulary: readonly string[]): Pieces {
  const ids = new Map(vocabulary.map((piece, id) => [piece, id]));
  const need = (piece: string): number => {
    const id = ids.get(piece);
    if (id === undefined) throw new Error(`the vocabulary must hold ${piece}; it has ${vocabulary.length} pieces without it`);
    return id;
  };
  const unknown = need('[UNK]');
  const known = new Map<string, readonly number[]>();

  const greedy = (part: string): readonly number[] => {
    const out: number[] = [];
    let at = 0;
    while (at < part.length) {
      let end = part.length;
      let id: number | undefined;
      for (; end > at; end--) {
        id = ids.get((at > 0 ? '##' : '') + part.slice(at, end));
        if (id !== undefined) break;
      }
      if (id === undefined) return [unknown];
      out.push(id);
      at = end;
    }
    return out;
  };
  const cut = (word: string): readonly number[] => {
    if (word.length > LONGEST_WORD && [...word].length > LONGEST_WORD) return [unknown];
    const plain = word
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase();
    const out = (plain.match(/_|[^_]+/gu) ?? []).flatMap(greedy).slice(0, PIECES_A_WORD);
    return out.length > 0 ? out : [unknown];
  };
  return {
    cls: need('[CLS]'),
    sep: need('[SEP]'),
    of(word) {
      let found = known.get(word);
      if (found === undefined) {
        if (known.size >= REMEMBERED) known.clear();
        found = cut(word);
        known.set(word, found);
      }
      return found;
    },
  };
}
