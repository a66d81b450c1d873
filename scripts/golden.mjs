#!/usr/bin/env node
// npm run golden -- FILE SLUG   keeps a report in tests/golden/SLUG/ with what is read from it now
// npm run golden -- SLUG        writes what is read now over the expectation of a report that is there
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { Advice, ensureInstalled, root, runScript, runTool, say } from './setup.mjs';

const USAGE = `usage: npm run golden -- FILE SLUG   (FILE: a report that you wrote, .txt, .html or .ndjson; SLUG: what it shows, "two-governments")
       npm run golden -- SLUG        (writes what is read now over what was expected)`;

const shown = (spans) => (spans === '' ? '–' : spans);

/** Copies the report into its folder, and starts its note. */
function keep(file, folder) {
  const from = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  if (!existsSync(from)) throw new Advice(`there is no file ${from}. Check the path.`);
  const kind = { '.htm': '.html', '.jsonl': '.ndjson' }[extname(from).toLowerCase()] ?? extname(from).toLowerCase();
  if (!['.txt', '.html', '.ndjson'].includes(kind)) throw new Advice(`${file} is of no known kind: name it .txt, .html or .ndjson.`);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.startsWith('article.')) rmSync(join(folder, name));
  copyFileSync(from, join(folder, `article${kind}`));
  const note = join(folder, 'note.md');
  if (!existsSync(note))
    writeFileSync(
      note,
      '# What this report shows\n\nWritten for this project. TODO: what goes wrong in it, or did, and what a careful reader marks.\n',
    );
}

await runScript(() => {
  const args = process.argv.slice(2);
  const slug = args.at(-1);
  if (args.length < 1 || args.length > 2 || slug.startsWith('-')) throw new Advice(USAGE);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new Advice(`the slug "${slug}" is not in kebab-case: write it like "two-governments".\n${USAGE}`);
  const folder = join(root, 'tests', 'golden', slug);
  const model = process.env.HEARSAY_MODEL ?? join(root, 'models', 'en-news-1');
  if (!existsSync(join(model, 'model.json')))
    throw new Advice(`there is no model in ${model}, so nothing can be read. Restore it: git checkout -- models`);
  if (args.length === 1 && !existsSync(folder))
    throw new Advice(`there is no tests/golden/${slug}. To make it, name the report too.\n${USAGE}`);
  ensureInstalled();
  if (args.length === 2) keep(args[0], folder);
  const env = { ...process.env, HEARSAY_GOLDEN: slug };
  const status = runTool('vitest/vitest.mjs', ['run', 'tests/golden.test.ts', '-t', 'are written', '--reporter=dot', '--silent'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0)
    throw new Advice(`the report could not be read; run "HEARSAY_GOLDEN=${slug} npx vitest run tests/golden.test.ts" to see why.`);
  for (const { statements } of JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')).reports) {
    for (const { id, source, cue, content, form, within } of statements) {
      say(`${id}${within === null ? '' : ` in ${within}`} (${form})  ${shown(source)} | ${shown(cue)} | ${shown(content)}`);
    }
  }
  say(
    `Written: ${relative(process.cwd(), folder) || folder}/. Mend expected.json to what a careful reader marks, and say in note.md what the report shows.`,
  );
});
