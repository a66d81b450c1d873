import type { Command } from 'commander';
import { type Fault, readTimestamps, verify } from '../../casefile/index.ts';
import type { CaseFile } from '../../node/index.ts';
import { withCase } from '../case.ts';
import { createMeter } from '../meter.ts';
import { progressOption } from '../options.ts';
import { renderVerification } from '../page/verification.ts';
import { passphraseOption } from '../passphrase.ts';
import type { Context } from '../program.ts';

interface Options {
  readonly json?: true;
  readonly head?: string;
  readonly trust?: string;
  readonly progress: boolean;
  readonly passphraseFile?: string;
}

const HELP = `
Checks SQLite's own integrity, the chain of the log, every byte and every text against
its sha256, every quotation against its text, and every row against what was recorded.
The head is the hash of the log's last row. Who notes it down elsewhere can prove later
that nothing before it was changed or cut off: --head. Timestamps (hearsay stamp) prove
it to others: each is checked, with its signature.

Examples:
  hearsay verify market.hearsay
  hearsay verify market.hearsay --head sha256:5f70bf18…

Exit codes: 0 all holds, 1 something does not (the first is named), 2 misuse.`;

/** `hearsay verify CASE` */
export function addVerify(program: Command, context: Context): void {
  program
    .command('verify')
    .summary('prove all that a case file holds')
    .description('Proves that nothing in a case file was changed since it was added.')
    .argument('<case>', 'the case file')
    .option('--head <hash>', 'a head of the log, noted down before, that the log must hold')
    .option('--trust <file>', 'certificates of timestamp authorities that are trusted, as PEM; those of Node if not given')
    .option('--json', 'one line of JSON: what was checked, the head, every fault')
    .addOption(progressOption())
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action((path: string, options: Options) =>
      withCase(context, path, { readOnly: true, passphraseFile: options.passphraseFile }, (file) => check(context, file, path, options)),
    );
}

/** Most faults that are kept in memory; all are counted. */
const MOST = 1000;

async function check({ streams, machine, exit }: Context, file: CaseFile, path: string, options: Options): Promise<void> {
  const faults: Fault[] = [];
  // Their reader is large, and few cases have any.
  const stamped = options.trust !== undefined || readTimestamps(file).length > 0;
  const readTimestamp = stamped ? (await machine.openTimestamps(options.trust)).read : undefined;
  const meter = createMeter(streams, options.progress);
  try {
    for (const step of verify(file, { head: options.head, readTimestamp })) {
      if (step.kind === 'fault') {
        if (faults.length < MOST) faults.push(step.fault);
      } else if (step.kind === 'progress') await meter.show(step.counts);
      else {
        await meter.finish();
        if (step.faults > 0) exit(1);
        const { counts, head, stamps } = step;
        const json = { holds: step.faults === 0, counts, head, stamps, faultCount: step.faults, faults };
        await streams.stdout.write(
          options.json
            ? `${JSON.stringify(json)}\n`
            : renderVerification({ path, counts, head, stamps, faults, count: step.faults }, streams.stdout),
        );
      }
    }
  } finally {
    await meter.finish();
  }
}
