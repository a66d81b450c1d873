import type { Arrival, Case } from '../casefile/index.ts';
import type { Analysis, Article, CheckedReport, HouseProfile } from '../model/index.ts';

/** An open case file that is to be closed. */
export interface OpenCase extends Case {
  readonly close: () => void;
}

/** Reads reports. */
export interface DeskReader {
  read(article: Article): Promise<Analysis>;
  check(article: Article, profile: HouseProfile): Promise<CheckedReport>;
  close(): Promise<void>;
}

/** A place where files wait to be added; it goes when it is dropped. */
export interface Shelf {
  /**
   * Takes one file as it streams in.
   *
   * @param name as the person has it; it is only remembered, and names nothing on this machine
   * @returns its bytes
   * @throws an error of the name 'TooLarge' above `most` bytes, and what the stream or the disk throws; nothing of the file stays then
   */
  readonly put: (name: string, stream: ReadableStream<Uint8Array> | null, most: number) => Promise<number>;
  /** What was taken, in the order of its names, each from the name that the person gave it. */
  readonly arrivals: () => AsyncIterable<Arrival>;
  readonly drop: () => Promise<void>;
}

/** A file of the page: script, style, font. */
export interface Asset {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** True where its name changes with what it holds. */
  readonly lasting: boolean;
}

/** What the server needs of the machine. */
export interface Desk {
  /** Of Hearsay. */
  readonly version: string;
  readonly engine: string;
  /** The case file's name, without its folder. */
  readonly caseName: string;
  readonly example: boolean;
  readonly readOnly: boolean;
  /** Who is logged in. */
  readonly reader: string;
  /** A connection of its own to the case. @throws CaseError */
  readonly openCase: (options: { readonly readOnly: boolean; readonly passphrase?: Uint8Array | undefined }) => Promise<OpenCase>;
  /** Opened when it is first needed; closes when the server does. */
  readonly openReader: () => Promise<DeskReader>;
  readonly openShelf: () => Promise<Shelf>;
  /** A file of the page by its path ("/assets/app.js"), or undefined. */
  readonly asset: (path: string) => Promise<Asset | undefined>;
  /** Milliseconds that only grow. */
  readonly clock: () => number;
  /** Lets waiting requests have their turn. */
  readonly breathe: () => Promise<void>;
  /** Tells the person at the terminal of a mistake that is ours. */
  readonly report: (error: unknown) => void;
}
