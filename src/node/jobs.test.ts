import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleOf } from '../../tests/fakes/analysis.ts';
import { createJobs } from './jobs.ts';

/** A reader for threads: tells its thread, waits, fails or dies as the text says. */
const READER = `
import { threadId } from 'node:worker_threads';
export async function openReader(data) {
  if (data.broken) throw new Error('the model is damaged. Reinstall it.');
  return {
    async read(article) {
      if (article.text === 'fail') throw new Error('cannot read this');
      if (article.text === 'die') process.exit(3);
      await new Promise((resolve) => setTimeout(resolve, Number(article.text)));
      return { id: article.id, thread: threadId };
    },
    async check(article, profile) {
      return { analysis: await this.read(article), profile, findings: [] };
    },
    async close() {},
  };
}`;

let folder: string;
let module: string;
let script: URL;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-jobs-'));
  const source = new URL('./job-worker.ts', import.meta.url);
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source.pathname);
  writeFileSync(join(folder, 'job-worker.mjs'), code);
  writeFileSync(join(folder, 'reader.mjs'), READER);
  script = pathToFileURL(join(folder, 'job-worker.mjs'));
  module = pathToFileURL(join(folder, 'reader.mjs')).href;
});
afterAll(() => rmSync(folder, { recursive: true }));

const article = (text: string, id = text) => articleOf(text, { id });
const open = (count: number, data: object = {}) => createJobs({ count, module, data, script });

test('each thread reads with a reader of its own', async () => {
  const jobs = await open(2);
  const read = await Promise.all(['40', '40', '1', '1'].map((text, i) => jobs.read(article(text, `r${i}`))));
  expect(read.map(({ id }) => id)).toEqual(['r0', 'r1', 'r2', 'r3']);
  expect(new Set(read.map((analysis) => (analysis as unknown as { thread: number }).thread)).size).toBe(2);
  await jobs.close();
});

test('a report is held against the profile that is handed over', async () => {
  const jobs = await open(1);
  const profile = { name: 'desk', rules: [{ id: 'S1', check: 'bare-source', on: true, wording: 'Say who.' }] };
  expect(await jobs.check(article('1'), profile)).toMatchObject({ analysis: { id: '1' }, profile });
  await expect(jobs.check(article('fail'), profile)).rejects.toThrow('cannot read this');
  await jobs.close();
});

test('a report that cannot be read fails alone', async () => {
  const jobs = await open(1);
  const [failed, read] = await Promise.allSettled([jobs.read(article('fail')), jobs.read(article('1'))]);
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'cannot read this' } });
  expect(read).toMatchObject({ status: 'fulfilled', value: { id: '1' } });
  await jobs.close();
});

test('a thread that dies fails its report and is replaced', async () => {
  const jobs = await open(1);
  const [failed, read] = await Promise.allSettled([jobs.read(article('die')), jobs.read(article('1'))]);
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'the thread that read it ended with code 3' } });
  expect(read).toMatchObject({ status: 'fulfilled' });
  await jobs.close();
});

test('a reader that cannot be opened is told with its message', async () => {
  await expect(open(2, { broken: true })).rejects.toThrow('the model is damaged. Reinstall it.');
});
