// What is measured of case files, each with how it comes about.
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { devReports, SHARED } from '../accuracy/corpus.mjs';
import { hearsay, succeed } from './command.mjs';
import { exampleTexts, pageOf, random } from './reports.mjs';

const MB = 1e6;
const count = (value) => Math.round(value).toLocaleString('en-GB');

/** Writes a batch of ready analyses; gives its path and the bytes of its texts. */
function writeBatch(folder, name, variant, from, many) {
  const path = join(folder, name);
  const lines = [];
  let bytes = 0;
  for (let i = from; i < from + many; i++) {
    const analysis = variant(i);
    bytes += Buffer.byteLength(analysis.article.text);
    lines.push(JSON.stringify(analysis));
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
  return { path, bytes };
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** `add` of ready analyses: rate (the middle of some rounds, as others may use the machine), size of the file, memory. */
export async function measureAdd({ folder, variant, sizes, say }) {
  const { path, bytes } = writeBatch(folder, 'ready.ndjson', variant, 0, sizes.ready);
  const one = writeBatch(folder, 'one.ndjson', variant, 10_000_000, 1).path;
  const file = join(folder, 'ready.hearsay');
  const rounds = [];
  for (let round = 1; round <= sizes.rounds; round++) {
    for (const tail of ['', '-wal', '-shm']) rmSync(file + tail, { force: true });
    await succeed(['new', file]);
    const start = await succeed(['add', '--json', '--no-progress', file, one]);
    say(`adding ${count(sizes.ready)} ready analyses, round ${round} of ${sizes.rounds} …`);
    const { seconds, memory } = await succeed(['add', '--json', '--no-progress', file, path], { peakFile: join(folder, 'peak') });
    rounds.push({ rate: sizes.ready / (seconds - start.seconds), memory });
  }
  const rates = rounds.map(({ rate }) => rate);
  const size = statSync(file).size;
  return [
    {
      name: 'ready analyses added a second',
      value: middle(rates),
      note: `${count(sizes.ready)}, the middle of ${rounds.length} rounds: ${rates.map(count).join(', ')}`,
      least: 300,
      aim: 1000,
      digits: 0,
    },
    {
      name: 'size of a case of ready analyses over its texts',
      value: size / bytes,
      note: `${(size / MB).toFixed(1)} MB over ${(bytes / MB).toFixed(1)} MB; the NDJSON that came in is in it too`,
    },
    {
      name: 'peak memory of add in MB',
      value: Math.max(...rounds.map(({ memory }) => memory)),
      note: `${count(sizes.ready)} ready analyses`,
      most: 700,
      aim: 400,
      digits: 0,
    },
  ];
}

/** The size of a case of reports that came in as texts, read by the real reader: of news where the corpus is there, else of the examples. */
export async function measureSize({ folder, sizes, say }) {
  const reports = existsSync(join(SHARED, 'corpora')) ? devReports().slice(0, sizes.texts) : [];
  const texts = reports.length > 0 ? reports.map(({ text }) => text) : exampleTexts();
  const clips = join(folder, 'clips');
  mkdirSync(clips);
  let bytes = 0;
  for (const [i, text] of texts.entries()) {
    writeFileSync(join(clips, `${i}.txt`), text);
    bytes += Buffer.byteLength(text);
  }
  const file = join(folder, 'clips.hearsay');
  await succeed(['new', file]);
  say(`reading ${count(texts.length)} texts …`);
  await succeed(['add', '--json', '--no-progress', file, clips]);
  const size = statSync(file).size;
  const what =
    reports.length > 0 ? `${count(texts.length)} reports of the development corpus` : `${texts.length} examples, full of statements`;
  return [
    {
      name: 'case file over its texts, findings and originals in',
      value: size / bytes,
      note: `${(size / MB).toFixed(1)} MB over ${(bytes / MB).toFixed(1)} MB: ${what}`,
      most: 8,
      aim: 4,
    },
  ];
}

/** `verify`: MB of originals a second, of ready analyses and of saved pages. */
export async function measureVerify({ folder, variant, sizes, say }) {
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  const { createCaseFile } = await import('../../dist/node/index.js');
  const { keepAnalysis, keepArticle, keepReceived } = await import('../../dist/casefile/index.js');
  const path = join(folder, 'pages.hearsay');
  const file = createCaseFile(path, { version: '0.0.0' });
  say(`keeping ${count(sizes.pages)} pages of ${count(sizes.page)} bytes …`);
  let bytes = 0;
  for (let i = 0; i < sizes.pages; i++) {
    const analysis = variant(i);
    const page = new TextEncoder().encode(pageOf(analysis.article.text, i, sizes.page));
    const hash = file.tools.hash(page);
    const source = {
      size: page.length,
      stream: async function* () {
        yield page;
      },
      read: async (from, to) => page.subarray(from, to),
    };
    const number = await keepReceived(file, {
      from: `page-${i}.html`,
      when: '2026-01-01T00:00:00Z',
      kind: 'html',
      hash,
      source,
      items: async function* () {},
    });
    const { text, textHash } = analysis.article;
    const article = { id: analysis.id, text, credits: [], sourceHash: hash, textHash, map: { text: [0], source: [0] }, notices: [] };
    const kept = keepArticle(file, { kind: 'article', article, bytes: page }, { received: number, item: 1 }, { hash, holds: false });
    keepAnalysis(file, kept.number, analysis);
    bytes += page.length;
  }
  file.close();
  const small = join(folder, 'small.hearsay');
  await succeed(['new', small]);
  const start = await succeed(['verify', small]);
  say('verifying …');
  const paged = await succeed(['verify', '--no-progress', path]);
  const ready = await succeed(['verify', '--no-progress', join(folder, 'ready.hearsay')]);
  const batch = statSync(join(folder, 'ready.ndjson')).size;
  return [
    {
      name: 'verify, MB of originals a second: saved pages',
      value: bytes / MB / (paged.seconds - start.seconds),
      note: `${count(sizes.pages)} pages of ${count(sizes.page / 1000)} kB with their findings, ${(bytes / MB).toFixed(0)} MB in ${paged.seconds.toFixed(1)} s`,
      least: 50,
      aim: 200,
      digits: 0,
    },
    {
      name: 'verify, MB of originals a second: ready analyses',
      value: batch / MB / (ready.seconds - start.seconds),
      note: `${(batch / MB).toFixed(0)} MB of NDJSON in ${ready.seconds.toFixed(1)} s; ${count(sizes.ready / (ready.seconds - start.seconds))} reports a second`,
      digits: 0,
    },
  ];
}

/** `add` killed with SIGKILL at random moments, then given again until it is through: what is lost, doubled or does not verify. */
export async function measureKills({ folder, variant, sizes, say }) {
  const { path } = writeBatch(folder, 'killed.ndjson', variant, 5_000_000, sizes.killed);
  const file = join(folder, 'killed.hearsay');
  const next = random(sizes.seed);
  let bad = 0;
  let kills = 0;
  let rounds = 0;
  const faults = [];
  while (kills < sizes.kills) {
    rounds++;
    await succeed(['new', file]);
    for (;;) {
      const killAfter = kills < sizes.kills ? 150 + next() * sizes.killWithin : undefined;
      const { status, err } = await hearsay(['add', '--json', '--no-progress', file, path], { killAfter });
      const checked = await hearsay(['verify', '--json', '--no-progress', file]);
      if (checked.status !== 0) {
        bad++;
        faults.push(checked.out + checked.err);
      }
      if (status === 0) break;
      if (status !== null) throw new Error(`add ended with ${status}: ${err}`);
      kills++;
      say(`killed ${kills} of ${sizes.kills} …`);
    }
    const { counts } = JSON.parse((await succeed(['verify', '--json', file])).out);
    if (counts.articles !== sizes.killed || counts.analyses !== sizes.killed) {
      bad += Math.abs(counts.articles - sizes.killed) + Math.abs(counts.analyses - sizes.killed);
      faults.push(`expected ${sizes.killed} reports, found ${counts.articles} with ${counts.analyses} analyses`);
    }
    for (const tail of ['', '-wal', '-shm']) rmSync(file + tail, { force: true });
  }
  return [
    {
      name: 'reports lost or doubled, logs that do not verify, after kill -9',
      value: bad,
      note: faults[0] ?? `${kills} kills over ${rounds} rounds of ${count(sizes.killed)} reports; verified after each`,
      most: 0,
      aim: 0,
      digits: 0,
    },
  ];
}
