import { hasReceived } from '../casefile/index.ts';
import type { CaseFile } from '../node/index.ts';
import { shown } from './page/shown.ts';
import { counted } from './page/wording.ts';
import type { Context } from './program.ts';
import { sayMessage } from './talk.ts';

/** Says what `add` would do, and does nothing: what is there already, what is new, what cannot be read. */
export async function planAdd(
  { streams, machine, exit }: Context,
  file: CaseFile,
  paths: readonly string[],
  { json, allowPrivate }: { readonly json?: true; readonly allowPrivate?: true },
): Promise<void> {
  let reports = 0;
  let known = 0;
  let failed = 0;
  const tell = async (from: string, state: string, count: number, note: string): Promise<void> => {
    const line = json
      ? JSON.stringify({ from, state, reports: count, ...(note === '' ? {} : { note }) })
      : `${shown(from === '-' ? 'standard input' : from)}: ${note}`;
    await streams.stdout.write(`${line}\n`);
  };
  for await (const arrival of machine.receive(paths, streams.stdin, { allowPrivate })) {
    if (arrival.kind === 'failure') {
      failed++;
      await sayMessage(streams.stderr, `${arrival.from}: ${arrival.message} (${arrival.code})`);
      continue;
    }
    const { received } = arrival;
    const state = hasReceived(file, received.hash);
    if (state === 'whole') {
      known++;
      await tell(received.from, 'known', 0, 'in the case already; nothing would be added');
      continue;
    }
    let found = 0;
    for await (const item of received.items()) {
      if (item.kind === 'article') found++;
      if (item.kind !== 'failure') continue;
      failed++;
      const place = item.part === undefined ? received.from : `${received.from}:${item.part.number}`;
      await sayMessage(streams.stderr, `${place}: ${item.message} (${item.code})`);
    }
    reports += found;
    const what = `${counted(found, 'report')} of kind ${received.kind}`;
    await tell(
      received.from,
      state === 'part' ? 'part' : 'new',
      found,
      state === 'part' ? `${what}; a part of it is in the case, the rest would be added` : `${what} would be added`,
    );
  }
  if (failed > 0) exit(1);
  const lost = failed > 0 ? `; ${failed} would fail` : '';
  if (!json)
    await sayMessage(
      streams.stderr,
      `${counted(reports, 'report')} would be added; ${counted(known, 'input is', 'inputs are')} in the case already${lost}. Nothing was changed.`,
    );
}
