import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Added, type AddOptions, type Arrival, add, type Case } from '../../src/casefile/index.ts';
import { bytesSource, readItems } from '../../src/ingest/index.ts';
import type { Analysis, Article, InputKind, Received } from '../../src/model/index.ts';
import { type CaseFile, caseTools, createCaseFile, openCaseFile } from '../../src/node/index.ts';
import { fakeAnalysis } from './analysis.ts';

export const VERSION = '0.0.0-test';

/** A folder that goes with the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty case in a folder that goes with the test; its clock stands still. */
export function newCase(path = join(tempFolder(), 'market.hearsay'), passphrase?: Uint8Array): CaseFile & { readonly path: string } {
  const file = createCaseFile(path, {
    version: VERSION,
    now: () => '2026-03-01T10:00:00.000Z',
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  onTestFinished(() => file.close());
  return { ...file, path };
}

/** The same case opened once more. */
export function reopened(path: string, options: Partial<Parameters<typeof openCaseFile>[1]> = {}): CaseFile {
  const file = openCaseFile(path, { version: VERSION, ...options });
  onTestFinished(() => file.close());
  return file;
}

const { hash } = caseTools(VERSION);

/** Bytes as they come in from a file of that name. */
export function receivedOf(
  from: string,
  content: string | Uint8Array,
  kind: InputKind = from.endsWith('.ndjson') ? 'ndjson' : 'text',
): Received {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const source = bytesSource(bytes);
  return { from, when: '2026-03-01T09:00:00.000Z', kind, hash: hash(bytes), source, items: () => readItems(kind, source, {}, { hash }) };
}

/** Files by their names, in their order. */
export async function* arriving(files: Readonly<Record<string, string | Uint8Array>>): AsyncGenerator<Arrival> {
  for (const [from, content] of Object.entries(files)) yield { kind: 'received', received: receivedOf(from, content) };
}

export const fakeRead = async (article: Article): Promise<Analysis> => fakeAnalysis(article);

/** Adds files; gives what became of each. */
export async function addAll(
  kept: Case,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<AddOptions> = {},
): Promise<readonly Added[]> {
  const added: Added[] = [];
  for await (const each of add(kept, arriving(files), { read: fakeRead, ahead: 1, ...options })) added.push(each);
  return added;
}

/** A few reports of our own making, in a text, a batch and an odd encoding. */
export const REPORTS: Readonly<Record<string, string | Uint8Array>> = {
  'market.txt': 'Fire at the market\n\nIlya Dorn said the stalls were lit on purpose.\nMara Venn claimed nobody had seen it.\n',
  'batch.ndjson': [
    {
      id: 'a',
      text: 'The mayor said the bridge would stay shut.',
      title: 'A bridge',
      publisher: 'The Tarrow Post',
      published: '2026-02-27',
    },
    { id: 'b', text: 'Ilya Dorn said the stalls were lit on purpose.', publisher: 'Coast Wire', published: '2026-02-28' },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n'),
  'old.txt': Uint8Array.from(
    [...'The caf\u00e9 owner said \u201cno\u201d.'].map((sign) => ({ '\u201c': 0x93, '\u201d': 0x94 })[sign] ?? sign.charCodeAt(0)),
  ),
};

/** How many rows each table has. */
export const rowCounts = ({ db }: Case): Readonly<Record<string, number>> =>
  Object.fromEntries(
    'received pieces texts articles leftovers analyses speakers statements allegations reviews events'
      .split(' ')
      .map((table) => [table, db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n]),
  );
