import type { Command } from 'commander';
import { headOf, keepTimestamp, readTimestamps, type Timestamp } from '../../casefile/index.ts';
import type { CaseFile } from '../../node/index.ts';
import { withCase } from '../case.ts';
import { shown } from '../page/shown.ts';
import { stampLine } from '../page/stamp.ts';
import { passphraseOption } from '../passphrase.ts';
import type { Context } from '../program.ts';
import { Misuse, sayMessage } from '../talk.ts';

interface Options {
  readonly authority?: string;
  readonly request?: string;
  readonly response?: string;
  readonly allowPrivate?: true;
  readonly trust?: string;
  readonly json?: true;
  readonly passphraseFile?: string;
}

const HELP = `
A timestamp (RFC 3161) is an authority's signature over the head of the log and
the time: it proves that the case stood so by then, to people who do not trust
whoever keeps it. The authority learns the head alone, which tells nothing.
Without options the timestamps that the case has.

Examples:
  hearsay stamp market.hearsay --authority http://time.example.org/tsr
  hearsay stamp market.hearsay --request head.tsq      to be sent by other means
  hearsay stamp market.hearsay --response head.tsr     what came back
  hearsay stamp market.hearsay

Exit codes: 0 all well, 1 no timestamp was got or it is no good, 2 misuse.`;

/** `hearsay stamp CASE` */
export function addStamp(program: Command, context: Context): void {
  program
    .command('stamp')
    .summary('have the log of a case timestamped')
    .description('Has the head of the log signed, with the time, by a timestamp authority, and keeps the answer in the case.')
    .argument('<case>', 'the case file')
    .option('--authority <url>', 'ask this authority; the only thing that leaves the machine is a hash')
    .option('--request <file>', 'write the request to a file instead')
    .option('--response <file>', 'keep the answer that a file holds')
    .option('--trust <file>', 'certificates of authorities that are trusted, as PEM; those of Node if not given')
    .option('--allow-private', 'ask an address of this machine or of a private network too')
    .option('--json', 'NDJSON, on a terminal too: a timestamp a line')
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action((path: string, options: Options) => {
      const { authority, request, response, passphraseFile } = options;
      const ways = [authority, request, response].filter((way) => way !== undefined);
      if (ways.length > 1) throw new Misuse('expected one of --authority, --request and --response, found several');
      if (authority !== undefined && !/^https?:\/\//i.test(authority))
        throw new Misuse(`expected an address that begins with http:// or https:// after --authority, found "${authority}"`);
      const readOnly = authority === undefined && response === undefined;
      return withCase(context, path, { readOnly, passphraseFile }, (file) => stamp(context, file, options));
    });
}

async function stamp(context: Context, file: CaseFile, options: Options): Promise<void> {
  const { machine, streams } = context;
  const clerk = await machine.openTimestamps(options.trust);
  const head = headOf(file)!.hash;
  if (options.request !== undefined) {
    clerk.writeRequest(options.request, head);
    await sayMessage(streams.stderr, `the request for ${head} is in ${options.request}; keep the answer with --response`);
    return;
  }
  if (options.authority !== undefined || options.response !== undefined) {
    const response =
      options.response === undefined
        ? await clerk.ask(options.authority!, head, options.allowPrivate === true)
        : clerk.readResponse(options.response);
    const { event, timestamp, known } = keepTimestamp(file, response, clerk.read);
    if (known) await sayMessage(streams.stderr, 'this timestamp is in the case already; nothing was added');
    return show(context, event, timestamp, options);
  }
  const kept = readTimestamps(file);
  if (kept.length === 0) {
    await sayMessage(streams.stderr, 'the case has no timestamp yet; hearsay stamp --help tells how to get one');
    return;
  }
  for (const { event, token, number } of kept) {
    try {
      await show(context, event, clerk.read(token), options);
    } catch (error) {
      context.exit(1);
      await sayMessage(streams.stderr, `timestamp ${number}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

async function show({ streams }: Context, event: number, timestamp: Timestamp, { json }: Options): Promise<void> {
  const { stdout } = streams;
  await stdout.write(json ? `${JSON.stringify({ event, ...timestamp })}\n` : `${shown(stampLine({ event, ...timestamp }))}\n`);
}
