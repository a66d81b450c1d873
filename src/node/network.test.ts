import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge, readText } from '../language/index.ts';
import { ACTS, type Reading, type Span, STATUSES, WRONGS } from '../model/index.ts';
import { defaultModelDir } from './model-files.ts';
import { createNetwork } from './network.ts';

const folder = process.env.HEARSAY_MODEL ?? defaultModelDir();

describe.skipIf(!existsSync(join(folder, 'model.json')))('the network sees in TypeScript what it saw in Python', async () => {
  const path = join(folder, 'parity.ndjson');
  if (!existsSync(path)) return;
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const network = await createNetwork(folder);
  it.each(lines.map((line, i) => ({ name: `text ${i}`, line })))('$name: same window, same findings', async ({ line }) => {
    const seen: unknown[] = [];
    await readText(line.text, {
      ...network,
      read: async (window) => {
        const output = await network.read(window);
        seen.push({ window, output });
        return output;
      },
    });
    const [{ window, output }] = seen as [{ window: Record<string, Int32Array>; output: Record<string, Int32Array> }];
    for (const name of Object.keys(line.window)) expect([name, ...window[name]!]).toEqual([name, ...line.window[name]]);
    expect([...output.cueFirst!]).toEqual(line.output.cue_first);
    expect([...output.cueLast!]).toEqual(line.output.cue_last);
    for (const name of ['pos', 'entity', 'relation', 'head', 'sentence'])
      expect([name, ...output[name]!]).toEqual([name, ...line.output[name]]);
    line.output.begins.forEach((p: number, i: number) => {
      expect(output.begins![i]).toBeCloseTo(p, 2);
    });
    line.roles.forEach((score: number, i: number) => {
      expect(Math.abs(output.roles![i]! - score)).toBeLessThan(0.05);
    });
    // Senses are rounded to whole numbers, which a last bit may turn to the next.
    const senses: readonly number[] = line.output.senses.flat();
    expect(output.senses).toHaveLength(senses.length);
    expect(senses.filter((value, i) => Math.abs(output.senses![i]! - value) > 2)).toEqual([]);
  });
});

describe.skipIf(!existsSync(join(folder, 'model.json')))('the judge of statements', async () => {
  const REPORT = 'General Ivo Brant denied on Monday that guards had tortured prisoners in Vell.\n\n';
  const STATEMENT = { source: 'General Ivo Brant', cue: 'denied', content: 'that guards had tortured prisoners in Vell' };
  const network = await createNetwork(folder);
  const judgementOf = (reading: Reading) => {
    const spans = (words: string): Span[] => [[reading.text.indexOf(words), reading.text.indexOf(words) + words.length]];
    const { source, cue, content } = STATEMENT;
    return judge(reading, { source: spans(source), cue: spans(cue), content: spans(content) })!;
  };
  const alone = judgementOf(await readText(REPORT, network));

  it('says the orders of the vocabulary', () => {
    const { acts, wrongs, statuses } = network.judge!;
    expect({ acts, wrongs, statuses }).toEqual({ acts: Object.keys(ACTS), wrongs: Object.keys(WRONGS), statuses: Object.keys(STATUSES) });
  });

  it('gives finite figures, and probabilities that sum to one', () => {
    expect(Number.isFinite(alone.alleges)).toBe(true);
    for (const list of [alone.acts, alone.wrongs, alone.statuses].map((part) => [...part])) {
      expect(list.every((p) => p >= 0 && p <= 1)).toBe(true);
      expect(list.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
    }
  });

  it('knows a plain denial', () => {
    const most = (names: readonly string[], [...list]: Iterable<number>) => names[list.indexOf(Math.max(...list))];
    const { acts, statuses } = network.judge!;
    expect(alone.alleges).toBeGreaterThan(0);
    expect([most(acts, alone.acts), most(statuses, alone.statuses)]).toEqual(['deny', 'denied']);
  });

  it('judges alike however many reports are read beside it', async () => {
    const others = Array.from({ length: 4 }, (_, i) => `Ann Poe said that bridge ${i} is safe.\n\n`.repeat(i + 1));
    const readings = await Promise.all([...others, REPORT, ...others].map((text) => readText(text, network)));
    expect(judgementOf(readings[others.length]!)).toEqual(alone);
  });

  it('in a text of several windows each word has the sense of the window in whose core it stands', async () => {
    const text = REPORT + 'The harvest was good, and the road to the lake is open again. '.repeat(60) + REPORT;
    const { values, queries, keys } = network.judge!;
    const [sense, size] = [values + queries, values + queries + keys];
    const windows: { readonly core: Int32Array; readonly senses: Int8Array }[] = [];
    const reading = await readText(text, {
      ...network,
      async read(window) {
        const output = await network.read(window);
        windows.push({ core: window.core, senses: output.senses! });
        return output;
      },
    });
    expect(windows.length).toBeGreaterThan(2);
    const laid = (from: number, to: number) =>
      windows.flatMap(({ core, senses }) =>
        [...core].flatMap((inCore, i) => (inCore === 1 ? [...senses.subarray(i * size + from, i * size + to)] : [])),
      );
    expect([...reading.senses!.of]).toEqual(laid(0, sense));
    expect([...reading.senses!.keys]).toEqual(laid(sense, size));
    const { acts, alleges } = judgementOf(reading);
    expect([...acts, alleges].every(Number.isFinite)).toBe(true);
  });

  it.each([
    [
      'damaged',
      (path: string) => writeFileSync(path, new Uint8Array(16)),
      /judge\.bin is damaged: expected sha256:\w+, found sha256:\w+ \(16 bytes\)\. Restore /,
    ],
    ['missing', (path: string) => rmSync(path), /judge\.bin cannot be read \(ENOENT\)\. Restore /],
  ])('a %s file is told with what to do', async (_edge, spoil, message) => {
    const copy = mkdtempSync(join(tmpdir(), 'hearsay-model-'));
    for (const name of ['model.json', 'model.onnx', 'vocab.txt']) symlinkSync(join(folder, name), join(copy, name));
    copyFileSync(join(folder, 'judge.bin'), join(copy, 'judge.bin'));
    spoil(join(copy, 'judge.bin'));
    await expect(createNetwork(copy)).rejects.toThrow(message);
    rmSync(copy, { recursive: true });
  });
});
