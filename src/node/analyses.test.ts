import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { DORN, one } from '../../tests/fakes/related.ts';
import { reportOf } from '../../tests/fakes/reports.ts';
import { hash } from './hash.ts';
import { type AnalysisInput, readAnalyses } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'analyses-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { article, ...rest } = reportOf(one('a', { by: DORN, says: '“The fences went up within a week”' }));
const hashOf = (text: string): string => hash(new TextEncoder().encode(text));
const good = JSON.stringify({ ...rest, article: { ...article, sourceHash: hashOf('a'), textHash: hashOf(article.text) } });

async function all(paths: readonly string[], stdin = ''): Promise<readonly AnalysisInput[]> {
  const out: AnalysisInput[] = [];
  const bytes = (async function* () {
    yield new TextEncoder().encode(stdin);
  })();
  for await (const input of readAnalyses(paths, bytes)) out.push(input);
  return out;
}

describe('readAnalyses', () => {
  it.each<[edge: string, line: string, found: string]>([
    ['text that is no JSON', '{"id": ', 'text that is no JSON'],
    ['a list', '[]', 'found a list'],
    ['a report that was not read yet', '{"id": "a", "text": "She said no."}', 'a report that was not read yet'],
    ['an analysis without its text', good.replace(/"text":"[^"]*"/, '"text":null'), 'another form in its "article.text"'],
    ['a statement without content', good.replace('"content"', '"contents"'), 'another form in its "statements[0].content"'],
    ['an analysis of another text', good.replace('fences', 'hedges'), 'found another text'],
  ])('%s is a failure that says what was found', async (_edge, line, found) => {
    const [input, next] = await all(['-'], `${line}\n${good}\n`);
    expect(input).toMatchObject({ kind: 'failure', line: 1, code: 'unreadable-line', message: expect.stringContaining(found) });
    expect(next).toMatchObject({ kind: 'analysis', line: 2, from: '-' });
  });
  it('passes over blank lines, and reads files, packed ones and folders', async () => {
    writeFileSync(join(folder, 'a.ndjson'), `\n${good}\n \n${good}\n`);
    writeFileSync(join(folder, 'b.ndjson.gz'), gzipSync(`${good}\n`));
    expect((await all([folder])).map((input) => input.kind)).toEqual(['analysis', 'analysis', 'analysis']);
    expect((await all([join(folder, 'a.ndjson')])).map(({ line }) => line)).toEqual([2, 4]);
  });
  it('a file that is not there is a failure', async () => {
    expect(await all([join(folder, 'none.ndjson')])).toMatchObject([{ kind: 'failure', code: 'missing-file' }]);
  });
});
