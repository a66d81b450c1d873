/** Where an export goes: a file, a pipe, a response. */
export interface Sink {
  /** Resolves once more may be written; an exporter writes nothing before that. Rejects where nobody takes it any more. */
  write(text: string): Promise<void>;
}
