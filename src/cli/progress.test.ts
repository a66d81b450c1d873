import { describe, expect, test } from 'vitest';
import { fakeStreams } from '../../tests/fakes/machine.ts';
import { createProgress, progressLine, spell } from './progress.ts';

test.each([
  ['before the first is through', { done: 0, failed: 0, total: 10, milliseconds: 2000 }, '0 of 10 · 2 s so far'],
  [
    'done, total, failed, rate and time left',
    { done: 30, failed: 1, total: 120, milliseconds: 10_000 },
    '30 of 120 · 1 failed · 3 reports/s · 30 s left',
  ],
  [
    'where the total is not known yet',
    { done: 1500, failed: 0, total: undefined, milliseconds: 60_000 },
    '1,500 done · 25 reports/s · 1 min 0 s so far',
  ],
  ['a slow run tells reports a minute', { done: 2, failed: 0, total: 8, milliseconds: 60_000 }, '2 of 8 · 2 reports/min · 3 min 0 s left'],
])('%s', (_edge, state, expected) => {
  expect(progressLine(state)).toBe(expected);
});

test.each([
  [0.4, '0 s'],
  [59.4, '59 s'],
  [125, '2 min 5 s'],
  [7261, '2 h 1 min'],
])('%d seconds are "%s"', (seconds, expected) => {
  expect(spell(seconds)).toBe(expected);
});

describe('on a terminal', () => {
  const run = async (step: number, wanted = true, isTerminal = true) => {
    const streams = fakeStreams({}, { isTerminal, columns: 40 }, step);
    const progress = createProgress(streams, wanted, 3);
    for (let i = 0; i < 3; i++) {
      streams.clock.now();
      await Promise.resolve();
      progress.step(i === 1);
      await progress.aside(() => streams.stdout.write('result\n'));
    }
    await progress.finish();
    return streams.stderr.text();
  };

  test('a long run shows the line, clears it for results, and says at the end what was done', async () => {
    const told = await run(1000);
    expect(told).toContain('\r\u001B[2K0 of 3');
    expect(told.split('\u001B[2K').at(-1)).toMatch(/^3 reports in \d+ s, 1 failed\n$/);
  });
  test('the line never reaches the last column, where it would wrap', async () => {
    for (const line of (await run(1000)).split('\r\u001B[2K')) expect(line.trimEnd().length).toBeLessThan(40);
  });
  test.each([
    ['a short run shows nothing', 1, true, true],
    ['--no-progress shows nothing', 1000, false, true],
    ['a pipe shows nothing', 1000, true, false],
  ])('%s', async (_edge, step, wanted, isTerminal) => {
    expect(await run(step, wanted, isTerminal)).toBe('');
  });
});
