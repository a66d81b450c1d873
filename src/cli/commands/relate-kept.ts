import { type Relating, relateCase } from '../../casefile/index.ts';
import { createRelations, VersionMismatch } from '../../engine/index.ts';
import type { Analysis, Notice, Relation } from '../../model/index.ts';
import type { CaseFile } from '../../node/index.ts';
import { withCase } from '../case.ts';
import { renderRelations } from '../page/relations.ts';
import { counted } from '../page/wording.ts';
import type { Context } from '../program.ts';
import { createProgress } from '../progress.ts';
import { sayMessage } from '../talk.ts';
import { type RelateOptions, sayLegend, tellNotices, writeRelations } from './relate.ts';

/** Milliseconds of comparing after which the progress line gets its turn. */
const BREATH = 100;

/** `hearsay relate CASE`: relates the reports of a case, keeps what comes of it, and shows it. */
export const relateKept = (path: string, options: RelateOptions, context: Context): Promise<void> =>
  withCase(context, path, { readOnly: false, passphraseFile: options.passphraseFile }, (file) => relate(file, path, options, context));

async function relate(file: CaseFile, path: string, options: RelateOptions, context: Context): Promise<void> {
  const { streams, machine, exit } = context;
  const { stdout, stderr } = streams;
  const asPage = options.page ?? (stdout.isTerminal && options.json === undefined);
  const relations = createRelations({ today: machine.today() });
  const total = file.db.get<{ n: number }>('SELECT count(*) AS n FROM current_analyses')!.n;
  const progress = createProgress(streams, options.progress, total);
  const notices: Notice[] = [];
  const old: string[] = [];
  const shown: Analysis[] = [];
  let found: readonly Relation[] = [];
  let breath = streams.clock.now();
  const relating: Relating = {
    async add(analysis) {
      if (streams.clock.now() - breath > BREATH) {
        await new Promise((resolve) => setImmediate(resolve));
        breath = streams.clock.now();
      }
      try {
        notices.push(...relations.add(analysis));
        if (asPage) shown.push(analysis);
        progress.step(false);
        return true;
      } catch (error) {
        if (!(error instanceof VersionMismatch)) throw error;
        old.push(error.message);
        progress.step(true);
        return false;
      }
    },
    result() {
      const { relations: all, notices: more } = relations.result();
      notices.push(...more);
      found = all;
      return all;
    },
  };
  try {
    await relateCase(file, relating);
  } finally {
    await progress.finish();
  }
  for (const message of old) await sayMessage(stderr, `${path}: ${message} (other-version)`);
  await tellNotices(notices, (line) => sayMessage(stderr, line));
  if (asPage) await stdout.write(renderRelations(found, shown, stdout, { numberOf: numbersOf(file) }));
  else await writeRelations(found, stdout);
  if (old.length > 0) exit(1);
  await sayMessage(stderr, keptLine(found, total - old.length, path));
  if (asPage && found.length > 0) await sayLegend(streams);
}

const ofKind = (relations: readonly Relation[], kind: Relation['kind']): number => relations.filter((one) => one.kind === kind).length;

function keptLine(found: readonly Relation[], reports: number, path: string): string {
  const parts = [
    counted(ofKind(found, 'person'), 'person'),
    counted(ofKind(found, 'cluster'), 'cluster'),
    counted(ofKind(found, 'link'), 'link'),
  ];
  return `${parts.join(', ')} of ${counted(reports, 'report')} kept in ${path}. To see one: hearsay show ${path} ID`;
}

/** The numbers of reports by their ids. */
function numbersOf(file: CaseFile): (id: string) => string | undefined {
  return (id) => {
    const row = file.db.get<{ number: number }>('SELECT number FROM articles WHERE id = ?', id);
    return row && `r${row.number}`;
  };
}
