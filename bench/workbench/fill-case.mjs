#!/usr/bin/env node
// node bench/workbench/fill-case.mjs CASE REPORTS STATEMENTS: a case of that many made-up reports with so many ready statements each, indexed.
// No model runs. Needs dist/.
import { pathToFileURL } from 'node:url';
import { fill } from '../search/fill.mjs';
import { longReport } from './long-report.mjs';
import { quarrels } from './quarrels.mjs';

async function withCase(path, work) {
  const { add, indexReports } = await import('../../dist/casefile/index.js');
  const { createCaseFile } = await import('../../dist/node/index.js');
  const file = createCaseFile(path, { version: '0.1.0' });
  try {
    const made = await work(file, add);
    indexReports(file);
    return made;
  } finally {
    file.close();
  }
}

/** Makes a case of many reports. */
export const fillCase = (path, reports, each) => withCase(path, (file, add) => fill(file, add, reports, each));

/** Adds items that carry their analyses. */
async function addItems(file, add, from, items) {
  const bytes = new TextEncoder().encode(from);
  async function* one(thing) {
    yield thing;
  }
  const source = { size: bytes.length, stream: () => one(bytes), read: async (start, end) => bytes.slice(start, end) };
  const received = { from, when: '2026-03-01T10:00:00Z', kind: 'ndjson', hash: file.tools.hash(bytes), source, items: () => items };
  const read = () => Promise.reject(new Error('expected a ready analysis'));
  for await (const added of add(file, one({ kind: 'received', received }), { read, ahead: 1 }))
    if (added.kind === 'failed') throw new Error(added.message);
}

/** Makes a case of one long report; gives how many words it has. */
export const fillLong = (path, statements) =>
  withCase(path, async (file, add) => {
    const { item, words } = longReport(file.tools, statements);
    await addItems(file, add, 'long', [item]);
    return words;
  });

/** Makes a case in which so many speakers accuse each other; gives how many accusations that are. */
export const fillQuarrels = (path, speakers) =>
  withCase(path, async (file, add) => {
    const { items, accusations } = quarrels(file.tools, speakers);
    await addItems(file, add, 'quarrels', items);
    return accusations;
  });

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [path, reports, each] = process.argv.slice(2);
  await fillCase(path, Number(reports), Number(each));
}
