import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, type Case, type CaseRecord, readRecords } from '../../src/casefile/index.ts';
import { exportRecords, ndjson } from '../../src/export/index.ts';
import { bytesSource, readItems } from '../../src/ingest/index.ts';
import type { Received } from '../../src/model/index.ts';
import { hash } from '../../src/node/hash.ts';
import { caseOf, emptyCase, type FakeReport } from '../fakes/kept-case.ts';
import { wholeAnalysis } from '../fakes/record.ts';

async function exported(kept: Case): Promise<string> {
  const chunks: string[] = [];
  await exportRecords(readRecords(kept), ndjson.open({ write: async (chunk) => void chunks.push(chunk) }));
  return chunks.join('');
}

/** A new case with what `hearsay add` makes of an NDJSON file. */
async function added(text: string): Promise<Case> {
  const kept = emptyCase();
  const bytes = new TextEncoder().encode(text);
  const source = bytesSource(bytes);
  const items = () => readItems('ndjson', source, {}, { hash });
  const received: Received = { from: 'a.ndjson', when: '2026-03-01T10:00:00Z', kind: 'ndjson', hash: hash(bytes), source, items };
  const arrivals = (async function* () {
    yield { kind: 'received', received } as const;
  })();
  const read = async () => {
    throw new Error('expected ready analyses');
  };
  for await (const one of add(kept, arrivals, { read, ahead: 1 })) expect(['report', 'done']).toContain(one.kind);
  return kept;
}

const analyses = (kept: Case) => [...readRecords(kept)].map(({ analysis }: CaseRecord) => analysis);

const word = fc.constantFrom(
  '“No,”',
  'he',
  'said',
  'the',
  'bridge',
  'ünïcode',
  '🚢',
  'שלום',
  '\u2028',
  '"',
  '\\',
  'a\nb',
  '\u202E',
  '</script>',
);
const fact = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { nil: undefined });
const report = fc
  .record({ words: fc.array(word, { minLength: 3, maxLength: 12 }), title: fact, publisher: fact, byline: fact })
  .map(({ words, ...facts }, i = 0): FakeReport => {
    const text = words.join(' ');
    const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    return { id: `r-${i}`, text, ...known, said: [{ content: text.slice(0, Math.max(1, text.length >> 1)).trim() }] };
  });

test('what is exported as NDJSON and added to a new case is the same record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(report, { minLength: 1, maxLength: 4 }), async (reports) => {
      const kept = await caseOf(reports.map((one, i) => ({ ...one, id: `report-${i}` })));
      const text = await exported(kept);
      const other = await added(text);
      expect(analyses(other)).toEqual(analyses(kept));
      expect(await exported(other)).toBe(text);
    }),
    { numRuns: 60 },
  );
});

test('so is a record with speakers, sourcing, allegations, missed passages and notices', async () => {
  const { id, article, statements, speakers, missed, notices } = wholeAnalysis();
  const more = { statements: [{ ...statements[0]!, within: null }], speakers, missed, notices };
  const kept = await caseOf([{ id, text: article.text, title: article.title!, published: article.published!, more }]);
  expect(analyses(await added(await exported(kept)))).toEqual(analyses(kept));
});
