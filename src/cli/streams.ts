/** Where text goes. `write` resolves once the text is handed on, and rejects with `ClosedPipe` where nobody reads any more. */
export interface Sink {
  readonly isTerminal: boolean;
  /** Width in terminal cells; 80 where it is not known. */
  readonly columns: number;
  readonly colour: boolean;
  write(text: string): Promise<void>;
}

/** The clock as the progress line needs it. */
export interface Clock {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Calls `tick` every so many milliseconds until the function it gives is called. */
  every(milliseconds: number, tick: () => void): () => void;
}

/** All that a command sees of the process it runs in. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly clock: Clock;
  /** Asks on the terminal and reads a line that is not shown; left out where there is no terminal. */
  readonly askSecret?: (question: string) => Promise<string>;
  /** Calls the listener at Ctrl-C or a request to end, instead of ending at once; until the function it gives is called. */
  readonly onInterrupt?: (listener: () => void) => () => void;
}

/** The reader of a pipe has gone (`| head -1`): not an error, only the end. */
export class ClosedPipe extends Error {
  constructor() {
    super('the reader of the pipe has closed it');
    this.name = 'ClosedPipe';
  }
}

/**
 * True if colour may be used: a terminal that is not dumb, and no NO_COLOR; FORCE_COLOR overrules the terminal.
 * Follows no-color.org: NO_COLOR counts when it is present and not empty.
 */
export function wantsColour(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}
