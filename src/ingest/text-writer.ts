import type { TextMap } from '../model/index.ts';

/** A text with the way back to what it was made from. */
export interface MappedText {
  readonly text: string;
  readonly map: TextMap;
}

/** Writes a text piece by piece and keeps where each piece came from. */
export interface TextWriter {
  /** Characters written so far. */
  readonly length: number;
  /** Appends a piece that stands in the source at `from`, code unit by code unit. */
  readonly copy: (piece: string, from: number) => void;
  /** Appends a piece that is ours, or whose place in the source is not known. */
  readonly put: (piece: string) => void;
  readonly done: () => MappedText;
}

/** @example const writer = createTextWriter(); writer.copy('ab', 3); writer.done().map // { text: [0], source: [3] } */
export function createTextWriter(): TextWriter {
  const pieces: string[] = [];
  const text: number[] = [];
  const source: number[] = [];
  let length = 0;
  let expected = -2;
  return {
    get length() {
      return length;
    },
    copy: (piece, from) => {
      if (piece === '') return;
      if (from !== expected) {
        text.push(length);
        source.push(from);
      }
      pieces.push(piece);
      length += piece.length;
      expected = from + piece.length;
    },
    put: (piece) => {
      if (piece === '') return;
      if (expected !== -1) {
        text.push(length);
        source.push(-1);
      }
      pieces.push(piece);
      length += piece.length;
      expected = -1;
    },
    done: () => ({ text: pieces.join(''), map: text.length === 0 ? { text: [0], source: [0] } : { text, source } }),
  };
}
