import { add, beginLog, type Case, createSchema, MIGRATIONS, type Migration } from '../../src/casefile/index.ts';
import { bytesSource } from '../../src/ingest/index.ts';
import type { Analysis, Article, ArticleItem, Received } from '../../src/model/index.ts';
import { caseTools, openDatabase } from '../../src/node/index.ts';
import { analysisOf, articleOf, type Said } from './analysis.ts';

/** A report of a test's case. */
export interface FakeReport extends Partial<Article> {
  readonly id: string;
  readonly text: string;
  readonly said?: readonly Said[];
  readonly more?: Partial<Analysis>;
}

const tools = caseTools('0.0.0');
const encoder = new TextEncoder();

/** An empty case in memory, of the newest schema or of an older one. */
export function emptyCase(migrations: readonly Migration[] = MIGRATIONS): Case {
  const db = openDatabase(':memory:');
  db.exec('PRAGMA foreign_keys = ON');
  createSchema(db, migrations);
  const kept = { db, tools: { ...tools, now: () => '2026-03-01T10:00:00Z' } };
  beginLog(kept, 'fake');
  return kept;
}

function itemOf({ said = [], more, ...known }: FakeReport): ArticleItem {
  const bytes = encoder.encode(JSON.stringify(known));
  const article = articleOf(known.text, { ...known, sourceHash: tools.hash(bytes), textHash: tools.hash(encoder.encode(known.text)) });
  return { kind: 'article', article, bytes, analysis: analysisOf(article, said, more) };
}

/** Adds reports to a case as one received thing. */
export async function addReports(kept: Case, reports: readonly FakeReport[]): Promise<void> {
  const items = reports.map(itemOf);
  const bytes = encoder.encode(items.map(({ article }) => article.sourceHash).join('\n'));
  const received: Received = {
    from: 'fake.ndjson',
    when: '2026-03-01T10:00:00Z',
    kind: 'ndjson',
    hash: tools.hash(bytes),
    source: bytesSource(bytes),
    async *items() {
      yield* items;
    },
  };
  const arrivals = (async function* () {
    yield { kind: 'received', received } as const;
  })();
  const read = async () => {
    throw new Error('expected ready analyses');
  };
  for await (const added of add(kept, arrivals, { read, ahead: 1 })) {
    if (added.kind === 'failed') throw new Error(`${added.code}: ${added.message}`);
  }
}

/** A case in memory that holds these reports. */
export async function caseOf(reports: readonly FakeReport[]): Promise<Case> {
  const kept = emptyCase();
  await addReports(kept, reports);
  return kept;
}
