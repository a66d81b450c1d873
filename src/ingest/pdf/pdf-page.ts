/** A run of text of a page; points from the page's upper left corner, y downwards. */
export interface PdfPiece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that its letters stand on. */
  readonly base: number;
  /** Height of the font. */
  readonly size: number;
}

export interface PdfPage {
  /** 1 for the first. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PdfPiece[];
}

export interface PdfDocument {
  readonly pages: readonly PdfPage[];
  /** Pages that the file says it has; more than `pages` where it is over the limits or broken. */
  readonly pageCount: number;
  /** Numbers of the pages that could not be read. */
  readonly broken: readonly number[];
  /** The title in the file's own data. */
  readonly title: string | undefined;
}

/** A line of one column: pieces side by side. */
export interface PdfLine extends PdfPiece {
  readonly page: number;
}

/** Why a PDF cannot be opened. */
export class PdfUnreadable extends Error {
  readonly reason: 'locked' | 'broken';
  constructor(reason: 'locked' | 'broken', message: string) {
    super(message);
    this.reason = reason;
  }
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
};
