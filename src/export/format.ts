import type { ExportRecord } from './record.ts';
import type { Sink } from './sink.ts';

/** A way to write records down. */
export interface Format<Options extends object = object> {
  /** As `--format` takes it. */
  readonly name: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** One line for people. */
  readonly summary: string;
  /**
   * Fields of a record that the format does not carry, each with the reason: "statements[].because[].at". All others are in
   * the file, and the suite that every format passes holds it to that.
   */
  readonly leavesOut: Readonly<Record<string, string>>;
  /** Begins an export; nothing is written before the first `write` or `finish`. */
  open(sink: Sink, options?: Options): Export;
}

/** An export that is under way. One call at a time: each is awaited before the next. */
export interface Export {
  /** Writes one record whole; holds none of it afterwards. */
  write(record: ExportRecord): Promise<void>;
  /** Writes what must stand at the end, and tells what was written. A file is complete only after it. */
  finish(): Promise<Exported>;
}

/** What was written. */
export interface Exported {
  readonly records: number;
  /** Lines of NDJSON, rows of CSV without the header. */
  readonly rows: number;
  /** What a reader of the file must know, in sentences: nothing is ever cut off or left out in silence. */
  readonly notes: readonly string[];
}
