import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../../src/engine/index.ts';
import { readInputs } from '../../src/node/index.ts';
import { type Outline, outlineOf } from './outline.ts';

/** Where the golden folders lie: `<slug>/{article.txt|html|ndjson, expected.json, note.md}`. */
export const goldenRoot = fileURLToPath(new URL('../golden/', import.meta.url));

const ARTICLE = /^article\.(txt|html|ndjson)$/;

/** The slugs of all golden folders, in order. */
export const goldenSlugs = (): string[] =>
  readdirSync(goldenRoot, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** The article's file in a golden folder. @throws if there is none, or more than one */
export function articleFile(slug: string): string {
  const found = readdirSync(join(goldenRoot, slug)).filter((name) => ARTICLE.test(name));
  if (found.length !== 1) {
    throw new Error(`tests/golden/${slug} has ${found.length} articles: expected one article.txt, article.html or article.ndjson`);
  }
  return join(goldenRoot, slug, found[0]!);
}

export const expectedFile = (slug: string): string => join(goldenRoot, slug, 'expected.json');

/** What is missing in a golden folder, for its file names alone. */
export const missingFiles = (slug: string): string[] => {
  articleFile(slug);
  return ['expected.json', 'note.md'].filter((name) => !existsSync(join(goldenRoot, slug, name)));
};

/** What the folder expects of each of its reports. */
export const expectedOutlines = (slug: string): readonly Outline[] => JSON.parse(readFileSync(expectedFile(slug), 'utf8')).reports;

/** What the engine reads in each report of the folder. */
export async function readOutlines(slug: string, engine: Engine): Promise<Outline[]> {
  const outlines: Outline[] = [];
  for await (const input of readInputs([articleFile(slug)])) {
    if (input.kind === 'failure') throw new Error(`tests/golden/${slug}: ${input.message}`);
    if (input.kind === 'aside') continue;
    outlines.push(outlineOf(input.article.text, await engine.read(input.article)));
  }
  return outlines;
}
