import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { paragraphsBeside, wordScore } from '../bench/saved-pages/score.mjs';
import { readPage } from '../src/ingest/index.ts';

const folder = new URL('../bench/saved-pages/', import.meta.url);
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const read = (name: string, file: string): string => readFileSync(new URL(`${name}/${file}`, folder), 'utf8');

describe.each(names)('the saved page %s', async (name) => {
  const expected = read(name, 'article.txt');
  const { text, notices } = await readPage(read(name, 'page.html'));

  test('gives every paragraph of its report', () => {
    expect(paragraphsBeside(expected, text)).toEqual([]);
  });
  test('gives little else', () => {
    expect(wordScore(text, expected).f1).toBeGreaterThan(0.93);
  });
  test('is read without a notice', () => {
    expect(notices).toEqual([]);
  });
});

test('there are twenty, each another layout', () => {
  expect(names.length).toBe(20);
});

test.each([
  ['the same words', 'No, he said.', 'no he SAID', 1, 1],
  ['half of them', 'a b', 'a b c d', 1, 0.5],
  ['twice too many', 'a b c d', 'a b', 0.5, 1],
  ['a word once that stands twice', 'a', 'a a', 1, 0.5],
  ['none', '', 'a', 0, 0],
])('a score: %s', (_, found, expected, precision, recall) => {
  expect(wordScore(found, expected)).toMatchObject({ precision, recall });
});
