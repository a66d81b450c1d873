import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { API } from '../../src/server/index.ts';
import { PROBLEMS } from '../../src/server/schema/problem.ts';

const page = readFileSync(new URL('../../docs/workbench.md', import.meta.url), 'utf8');

test.each(Object.entries(PROBLEMS))('docs/workbench.md tells the problem %s', (code, [status]) => {
  expect(page).toMatch(new RegExp(`^\\| \`${code}\` \\| ${status} \\| \\S`, 'm'));
});

/** The routes that the page names, with a thing's id in them as in an address. */
const NAMED = new Set(page.match(/\/api\/[a-z0-9A-Z/]+/g));

test.each(Object.values(API).map(({ path }) => [path]))('docs/workbench.md names %s, or the route that it belongs to', (path) => {
  const form = new RegExp(`^${path.replace(/\/:[a-z]+/g, '/[A-Za-z0-9]+')}$`);
  const belongs = /^\/api\/(?:uploads|jobs)\//.test(path) && NAMED.has(path.split('/').slice(0, 3).join('/'));
  expect(belongs || [...NAMED].some((named) => form.test(named))).toBe(true);
});
