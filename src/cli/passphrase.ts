import { readFileSync } from 'node:fs';
import { Option } from 'commander';
import type { Streams } from './streams.ts';
import { Misuse } from './talk.ts';

/** The option of every command that opens a case file. */
export const passphraseOption = (): Option =>
  new Option('--passphrase-file <file>', 'passphrase of an encrypted case: the first line of a file, or of standard input ("-")');

/** Longest passphrase, in bytes. */
const LONGEST = 4096;

/** The first line, composed (NFC), so that it is the same from every keyboard. */
function firstLine(text: string): Uint8Array {
  const line = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0]!;
  if (line === '') throw new Misuse('expected a passphrase, found an empty line; nothing was changed');
  const bytes = new TextEncoder().encode(line.normalize('NFC'));
  if (bytes.length > LONGEST) throw new Misuse(`expected a passphrase of at most ${LONGEST} bytes, found more`);
  return bytes;
}

async function readLine(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stdin) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes('\n') || text.length > LONGEST) break;
  }
  return text;
}

export interface Asking {
  /** As the option gives it. */
  readonly file: string | undefined;
  /** True where standard input is read for something else. */
  readonly stdinTaken: boolean;
  /** Ask twice: it is set, not given. */
  readonly fresh?: boolean;
  readonly question: string;
}

/**
 * Gets a passphrase: from the file that was named, from the terminal without echo, or from standard input.
 *
 * @throws Misuse where there is none, or two that differ
 */
export async function askPassphrase(streams: Streams, { file, stdinTaken, fresh = false, question }: Asking): Promise<Uint8Array> {
  if (file !== undefined && file !== '-') {
    try {
      return firstLine(readFileSync(file, 'utf8'));
    } catch (error) {
      if (error instanceof Misuse) throw error;
      throw new Misuse(`the passphrase file ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
    }
  }
  if (file === undefined && streams.askSecret !== undefined) {
    const first = firstLine(await streams.askSecret(`${question}: `));
    if (!fresh) return first;
    const second = firstLine(await streams.askSecret('The same again: '));
    if (!Buffer.from(first).equals(second)) throw new Misuse('the two passphrases differ; nothing was made');
    return first;
  }
  if (stdinTaken) throw new Misuse('standard input is read as a report; give the passphrase with --passphrase-file FILE');
  return firstLine(await readLine(streams.stdin));
}
