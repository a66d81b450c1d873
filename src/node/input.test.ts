import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hash } from './hash.ts';
import { type Input, type InputOptions, readInputs } from './input.ts';

const PAGE = '<html><body><article><p>The port of Kelvin Bay closed on Thursday, its master said.</p></article></body></html>';
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-input-'));
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ['b.txt', '\r\n“No,” she said.\r\n'],
    ['a.md', 'Yes.'],
    ['sub/page.html', PAGE],
    ['sub/batch.ndjson', '{"id":"n1","text":"One."}\n{"id":"n2"}\n{"id":"n1","text":"Two."}\n'],
    ['sub/packed.jsonl.gz', gzipSync('{"id":"z1","text":"Packed."}')],
    ['.hidden.txt', 'Hidden.'],
    ['.git/c.txt', 'Hidden.'],
    ['picture.png', 'x'],
    ['empty/readme', 'x'],
    ['other/unnamed', PAGE],
    ['other/feed', '<rss version="2.0"><channel><item><title>T</title><link>https://c.example/1</link></item></channel></rss>'],
    ['other/batch', '{"text":"Three."}'],
    ['other/cut.jsonl.gz', gzipSync('{"id":"z1","text":"Packed."}'.repeat(50)).subarray(0, 30)],
  ];
  for (const [name, content] of files) {
    mkdirSync(join(at(name), '..'), { recursive: true });
    writeFileSync(at(name), content);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(paths: readonly string[], options?: InputOptions): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for await (const input of readInputs(paths, options)) inputs.push(input);
  return inputs;
}
const brief = (input: Input): string => {
  const from = `${input.from.replace(`${folder}/`, '')}${input.line === undefined ? '' : `:${input.line}`}`;
  if (input.kind === 'failure') return `${from} ! ${input.code}`;
  if (input.kind === 'aside') return `${from} ~ ${input.message}`;
  return `${from} ${[input.article.text.trim(), ...input.article.notices.map((n) => n.code)].join(' + ')}`;
};
async function* stream(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

describe('readInputs', () => {
  it('walks a folder in the order of names, dot files and other files left out', async () => {
    expect((await read([folder])).map(brief)).toEqual([
      'a.md Yes.',
      'b.txt “No,” she said.',
      'other/cut.jsonl.gz ! unreadable-file',
      'sub/batch.ndjson:1 One.',
      'sub/batch.ndjson:2 ! missing-text',
      'sub/batch.ndjson:3 Two. + duplicate-id',
      'sub/packed.jsonl.gz:1 Packed.',
      'sub/page.html The port of Kelvin Bay closed on Thursday, its master said.',
    ]);
  });

  it.each([
    ['a file that is not there, then one that is', ['nothing.txt', 'a.md'], ['nothing.txt ! missing-file', 'a.md Yes.']],
    ['a folder that holds no report', ['empty'], ['empty ! missing-file']],
    ['a page without an extension', ['other/unnamed'], ['other/unnamed The port of Kelvin Bay closed on Thursday, its master said.']],
    [
      'a feed that only names a report',
      ['other/feed'],
      ['other/feed:1 ~ The feed only names this report, and nothing was fetched: https://c.example/1 T'],
    ],
    ['a batch without an extension', ['other/batch'], ['other/batch:1 Three.']],
    ['one file twice', ['a.md', 'a.md'], ['a.md Yes.', 'a.md Yes. + duplicate-id']],
    ['a path that is no path', ['a\0b'], ['a\0b ! unreadable-file']],
  ])('%s', async (_edge, names, expected) => {
    expect((await read(names.map(at))).map(brief)).toEqual(expected);
  });

  it.each([
    ['text', ['The port ', 'closed.'], ['- The port closed.']],
    ['a batch cut anywhere', ['{"te', 'xt":"One."}\n{"text":', '"Two."}'], ['-:1 One.', '-:2 Two.']],
    ['a page', [PAGE], ['- The port of Kelvin Bay closed on Thursday, its master said.']],
    ['nothing', [], ['-  + empty-text']],
  ])('reads %s from standard input', async (_edge, chunks, expected) => {
    expect((await read(['-'], { stdin: stream(...chunks) })).map(brief)).toEqual(expected);
  });

  it('reads no file over the cap, and says why a stream broke off', async () => {
    expect((await read([at('b.txt'), at('a.md')], { maxFileBytes: 10 })).map(brief)).toEqual(['b.txt ! text-too-long', 'a.md Yes.']);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('The port');
      throw new Error('the pipe broke');
    }
    expect((await read(['-'], { stdin: broken() })).map(brief)).toEqual(['- ! unreadable-file']);
  });

  it('names a file by the sha256 of its bytes', async () => {
    const [input] = await read([at('a.md')]);
    expect(input).toMatchObject({ article: { id: hash(new TextEncoder().encode('Yes.')) } });
    expect(hash(new Uint8Array())).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
