import type { CaseError } from '../casefile/index.ts';
import type { CaseFile } from '../node/index.ts';
import { askPassphrase } from './passphrase.ts';
import type { Context } from './program.ts';
import { Misuse, sayMessage } from './talk.ts';

export interface CaseAccess {
  /** Nothing is to be written. */
  readonly readOnly: boolean;
  /** As `--passphrase-file` gives it. */
  readonly passphraseFile?: string | undefined;
  /** True where the command reads standard input itself. */
  readonly stdinTaken?: boolean;
}

const TRIES = 3;

const faultOf = (error: unknown): CaseError['fault'] | undefined =>
  error instanceof Error && error.name === 'CaseError' ? (error as CaseError).fault : undefined;

async function open({ machine, streams }: Context, path: string, access: CaseAccess): Promise<CaseFile> {
  try {
    return await machine.openCase(path, { readOnly: access.readOnly });
  } catch (error) {
    if (faultOf(error) !== 'encrypted') throw error;
  }
  const mayRetry = access.passphraseFile === undefined && streams.askSecret !== undefined;
  for (let left = TRIES; ; left--) {
    const asking = { file: access.passphraseFile, stdinTaken: access.stdinTaken ?? false, question: `Passphrase of ${path}` };
    const passphrase = await askPassphrase(streams, asking);
    try {
      return await machine.openCase(path, { readOnly: access.readOnly, passphrase });
    } catch (error) {
      if (faultOf(error) !== 'wrong-passphrase' || !mayRetry || left === 1) throw error;
      await sayMessage(streams.stderr, 'That passphrase does not open it. Try again.');
    }
  }
}

/**
 * Opens a case file, asks for its passphrase where it needs one, and closes it when the work is done.
 *
 * @example await withCase(context, path, { readOnly: true }, async (file) => …)
 */
export async function withCase<T>(context: Context, path: string, access: CaseAccess, work: (file: CaseFile) => Promise<T>): Promise<T> {
  const file = await open(context, path, access);
  try {
    return await work(file);
  } finally {
    file.close();
  }
}

/**
 * Opens a case file for a command that only reads it but for its index of searches: to write where that is allowed, else to read.
 *
 * @example await withCaseToRead(context, path, {}, async (file) => …)
 */
export async function withCaseToRead<T>(
  context: Context,
  path: string,
  access: Omit<CaseAccess, 'readOnly'>,
  work: (file: CaseFile) => Promise<T>,
): Promise<T> {
  let file: CaseFile;
  try {
    file = await open(context, path, { ...access, readOnly: false });
  } catch (error) {
    if (faultOf(error) !== 'read-only') throw error;
    file = await open(context, path, { ...access, readOnly: true });
  }
  try {
    return await work(file);
  } finally {
    file.close();
  }
}

/**
 * The case file among the files of a command that takes either one case or any files.
 *
 * @throws Misuse where there is more beside it
 */
export async function caseAmong(files: readonly string[], { machine }: Context): Promise<string | undefined> {
  const found = await Promise.all(files.map((file) => machine.isCase(file)));
  const path = files[found.indexOf(true)];
  if (path !== undefined && files.length > 1) throw new Misuse(`${path} is a case file: name it alone`);
  return path;
}
