#!/usr/bin/env node
// npm run bench:saved-pages [-- --verbose] [--write "what changed"] [PAGE…]
// Reads the saved pages of this folder, written for the project in the layouts of real sites, and prints how right the text
// of each is. --verbose lists what is missing and what is too much. Ends with exit 1 where the mean is short of the least.
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt, root, runScript } from '../../scripts/setup.mjs';
import { paragraphsBeside, wordScore } from './score.mjs';

const LEAST = 0.95;
const AIM = 0.98;
const folder = fileURLToPath(new URL('.', import.meta.url));
const { values, positionals } = parseArgs({
  options: { verbose: { type: 'boolean', default: false }, write: { type: 'string' } },
  allowPositionals: true,
});

await runScript(async () => {
  ensureBuilt();
  const { readPage } = await import('../../dist/ingest/index.js');
  const all = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = all.map(({ name }) => name).filter((name) => positionals.length === 0 || positionals.includes(name));
  const rows = [];
  for (const name of names) {
    const expected = readFileSync(join(folder, name, 'article.txt'), 'utf8');
    const { text } = await readPage(readFileSync(join(folder, name, 'page.html'), 'utf8'));
    if (values.verbose) {
      for (const part of paragraphsBeside(expected, text)) console.log(`${name} lacks: ${part.slice(0, 110)}`);
      for (const part of paragraphsBeside(text, expected)) console.log(`${name} has too much: ${part.slice(0, 110)}`);
    }
    rows.push({ name, ...wordScore(text, expected) });
  }
  const mean = rows.reduce((sum, { f1 }) => sum + f1, 0) / rows.length;
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const shares = ({ precision, recall, f1 }) => [precision.toFixed(3).padEnd(9), recall.toFixed(3).padEnd(6), f1.toFixed(3)];
  const table = [
    line(['layout            ', 'precision', 'recall', 'F1   ']),
    line(['------------------', '---------', '------', '-----']),
    ...rows.map((row) => line([row.name.padEnd(18), ...shares(row)])),
    line([`${rows.length} pages, mean`.padEnd(18), '         ', '      ', mean.toFixed(3)]),
  ].join('\n');
  console.log(`words of the text: at least ${LEAST} in the mean, aim ${AIM}\n\n${table}`);
  if (values.write !== undefined) {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    appendFileSync(join(folder, 'RESULTS.md'), `\n## ${new Date().toISOString().slice(0, 10)}, ${version}: ${values.write}\n\n${table}\n`);
  }
  return mean < LEAST ? 1 : 0;
});
