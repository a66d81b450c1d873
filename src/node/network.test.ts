import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../language/index.ts';
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
  });
});
