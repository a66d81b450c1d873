import { shown } from './page/shown.ts';
import { ClosedPipe, type Sink } from './streams.ts';

/** The command was used in a way it does not know: exit 2. The message says what to do. */
export class Misuse extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Misuse';
  }
}

/** Says something on standard error; nobody listening is no reason to stop. */
export async function say(stderr: Sink, text: string): Promise<void> {
  try {
    await stderr.write(text);
  } catch (error) {
    if (!(error instanceof ClosedPipe)) throw error;
  }
}

/** A message of the program, on one line, safe for a terminal. */
export const sayMessage = (stderr: Sink, message: string): Promise<void> => say(stderr, `hearsay: ${shown(message)}\n`);
