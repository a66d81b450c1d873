// The measures of the table, all taken in one run on one machine, so that each ratio compares like with like.
import { createRequire } from 'node:module';
import { openFolder, readByCommand } from './command.mjs';
import { countWords, makeCrowd, makeReport, makeReports } from './text.mjs';

const now = () => performance.now() / 1000;
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const rate = (value) => Math.round(value).toLocaleString('en');

/** A report as the engine takes it. */
const articleOf = ({ id, text }) => ({
  id,
  text,
  credits: [],
  sourceHash: 'sha256:',
  textHash: 'sha256:',
  map: { text: [0], source: [0] },
  notices: [],
});

/** The network, keeping each window that it reads. */
export function recording(network) {
  const windows = [];
  const read = (window) => {
    windows.push(window);
    return network.read(window);
  };
  return { network: { ...network, read }, take: () => windows.splice(0) };
}

async function timed(work) {
  const since = now();
  await work();
  return now() - since;
}

/** Seconds of processor time, all threads: other work on the machine does not count. */
async function worked(work) {
  const since = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** wink-nlp with all of its pipe. */
function openWink() {
  const require = createRequire(import.meta.url);
  return require('wink-nlp')(require('wink-eng-lite-web-model'));
}

/** One thread: ours, plain onnxruntime on the same windows, and wink-nlp, text by text; then the same words as one text. */
export async function measureEngine({ createEngine, network, sizes, say }) {
  const { network: kept, take } = recording(network);
  const engine = createEngine(kept);
  const wink = openWink();
  const warm = makeReport({ words: 300, seed: 1 });
  await engine.read(articleOf(warm));
  wink.readDoc(warm.text);
  take();
  const sum = { words: 0, ours: 0, plain: 0, wink: 0, windows: 0 };
  for (const report of makeReports(sizes.texts, sizes.text, 100)) {
    say(`one thread: text ${report.id} …`);
    sum.words += countWords(report.text);
    sum.ours += await timed(() => engine.read(articleOf(report)));
    const windows = take();
    sum.windows += windows.length;
    sum.plain += await timed(async () => {
      for (const window of windows) await network.read(window);
    });
    sum.wink += await timed(() => wink.readDoc(report.text).sentences().length());
  }
  say('one thread: one long text …');
  const long = makeReport({ words: sizes.texts * sizes.text, seed: 900 });
  const longSeconds = await timed(() => engine.read(articleOf(long)));
  take();
  const perWord = sum.ours / sum.words;
  return [
    {
      name: 'words a second, one thread, over plain onnxruntime on the same windows',
      value: sum.plain / sum.ours,
      note: `${rate(sum.words / sum.ours)} over ${rate(sum.words / sum.plain)}, ${rate(sum.windows)} windows`,
      least: 0.8,
      aim: 0.95,
    },
    {
      name: `time for a ${rate(sizes.texts * sizes.text)}-word text over ${sizes.texts} ${rate(sizes.text)}-word texts`,
      value: longSeconds / countWords(long.text) / perWord,
      note: `${longSeconds.toFixed(1)} s over ${sum.ours.toFixed(1)} s`,
      most: 1.2,
      aim: 1.05,
    },
    {
      name: 'words a second, one thread, over wink-nlp’s full pipe on the same text',
      value: sum.wink / sum.ours,
      note: `${rate(sum.words / sum.ours)} over ${rate(sum.words / sum.wink)}`,
    },
  ];
}

/**
 * What identity and sourcing add to the reader (words, cues, statements), and whether their time grows in a straight line with
 * the length of a text and with the people whom it names. Reader and rooms run on the same texts, one
 * after the other; what counts is processor time.
 */
export async function measureRooms({ rooms, network, sizes, say }) {
  const { readText, judgeAll, attribute, identify, sourceStatements } = rooms;
  const timesOf = async (report) => {
    const article = articleOf(report);
    let reading;
    let statements;
    const reader = await worked(async () => {
      reading = await readText(report.text, network);
      ({ statements } = await attribute(reading, (text) => readText(text, network), network.calibration));
    });
    let own = Infinity;
    for (let round = 0; round < 3; round++) {
      const fresh = { ...reading };
      own = Math.min(
        own,
        await worked(() => sourceStatements(fresh, statements, identify(fresh, statements, article), article, judgeAll(fresh, statements))),
      );
    }
    return { words: countWords(report.text), statements: statements.length, reader, own };
  };
  await timesOf(makeReport({ words: 300, seed: 1 }));
  const sum = { words: 0, reader: 0, own: 0 };
  for (const report of makeReports(sizes.texts, sizes.text, 5000)) {
    say(`identity and sourcing: text ${report.id} …`);
    const times = await timesOf(report);
    for (const key of Object.keys(sum)) sum[key] += times[key];
  }
  say('identity and sourcing: one long text …');
  const long = await timesOf(makeReport({ words: sizes.texts * sizes.text, seed: 5900 }));
  const crowds = [];
  for (const people of sizes.crowds) {
    say(`identity and sourcing: ${rate(people)} people …`);
    crowds.push(await timesOf(makeCrowd({ people, seed: 6000 })));
  }
  const [few, many] = crowds;
  const perWord = ({ own, words }) => own / words;
  const share = ({ reader, own }) => (reader + own) / reader;
  const ms = (times) => `${Math.round(times.own * 1000)} ms for ${rate(times.words)} words`;
  const [less, more] = sizes.crowds;
  return [
    {
      name: 'time with identity and sourcing on over the reader alone',
      value: share(sum),
      note: `${(sum.reader + sum.own).toFixed(1)} over ${sum.reader.toFixed(1)} s of processor time, ${rate(sum.words)} words in ${sizes.texts} texts`,
      most: 1.3,
      aim: 1.1,
    },
    {
      name: `the same for one text that names ${rate(more)} people`,
      value: share(many),
      note: `${(many.reader + many.own).toFixed(1)} over ${many.reader.toFixed(1)} s`,
      most: 1.3,
      aim: 1.1,
    },
    {
      name: `identity and sourcing, time a word: a ${rate(sizes.texts * sizes.text)}-word text over ${rate(sizes.text)}-word texts`,
      value: perWord(long) / perWord(sum),
      note: `${ms(long)}; ${ms(sum)}`,
      most: 1.5,
      aim: 1.1,
    },
    {
      name: `identity and sourcing, time a word: ${rate(more)} people named over ${rate(less)}`,
      value: perWord(many) / perWord(few),
      note: `${ms(many)}; ${ms(few)}`,
      most: 1.5,
      aim: 1.1,
    },
  ];
}

/** Two jobs over one: the whole command on the same batch, in turns; the better of each counts. */
export async function measureJobs({ model, sizes, say }) {
  const folder = openFolder();
  try {
    const reports = makeReports(sizes.batch, sizes.batchText, 2000);
    const path = folder.write('batch.ndjson', `${reports.map((report) => JSON.stringify(report)).join('\n')}\n`);
    const words = reports.reduce((sum, { text }) => sum + countWords(text), 0);
    const best = { 1: Infinity, 2: Infinity };
    for (let round = 0; round < sizes.rounds; round++) {
      for (const jobs of [1, 2]) {
        say(`${jobs} job${jobs === 1 ? '' : 's'}, round ${round + 1} …`);
        const { seconds, lines } = await readByCommand([...model, '--jobs', String(jobs), path]);
        if (lines !== reports.length) throw new Error(`expected ${reports.length} analyses of the batch, found ${lines}`);
        best[jobs] = Math.min(best[jobs], seconds);
      }
    }
    const note = `${rate(words / best[2])} over ${rate(words / best[1])} words a second, start to finish`;
    return { name: 'words a second, two jobs over one', value: best[1] / best[2], note, least: 1.6, aim: 1.9 };
  } finally {
    folder.close();
  }
}

/** The most memory that the command takes, for texts of each length. */
export async function measureMemory({ model, sizes, say }) {
  const folder = openFolder();
  try {
    const peaks = [];
    for (const words of sizes.memory) {
      say(`memory: a text of ${rate(words)} words …`);
      const path = folder.write(`text-${words}.txt`, makeReport({ words, seed: 3000 }).text);
      const { peak, seconds } = await readByCommand([...model, path], folder.path('peak'));
      peaks.push({ words, peak, seconds });
    }
    return {
      name: `peak memory in MB, any length up to ${rate(sizes.memory.at(-1))} words`,
      value: Math.max(...peaks.map(({ peak }) => peak)) * 1.048576,
      note: peaks
        .map(({ words, peak, seconds }) => `${rate(words)} words: ${Math.round(peak * 1.048576)} in ${seconds.toFixed(0)} s`)
        .join('; '),
      most: 700,
      aim: 400,
      digits: 0,
    };
  } finally {
    folder.close();
  }
}

/** One short report by the command, start to finish; the median. */
export async function measureStart({ model, sizes, say }) {
  const folder = openFolder();
  try {
    const path = folder.write('report.txt', makeReport({ words: 400, seed: 4000 }).text);
    const runs = [];
    for (let i = 0; i < sizes.starts; i++) {
      say(`one short report, run ${i + 1} …`);
      runs.push((await readByCommand([...model, path])).seconds);
    }
    const note = `${countWords(makeReport({ words: 400, seed: 4000 }).text)} words; median of ${runs.length}, ${Math.min(...runs).toFixed(2)} to ${Math.max(...runs).toFixed(2)}`;
    return { name: 'seconds for `hearsay read` of one short report, start to finish', value: median(runs), note, most: 1.5, aim: 0.6 };
  } finally {
    folder.close();
  }
}
