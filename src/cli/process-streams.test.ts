import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { processStreams } from './process-streams.ts';
import { ClosedPipe, wantsColour } from './streams.ts';

test.each([
  ['a terminal has colour', true, {}, true],
  ['a pipe has none', false, {}, false],
  ['NO_COLOR takes it away', true, { NO_COLOR: '1' }, false],
  ['an empty NO_COLOR does not count', true, { NO_COLOR: '' }, true],
  ['a dumb terminal has none', true, { TERM: 'dumb' }, false],
  ['FORCE_COLOR gives a pipe colour', false, { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR=0 takes it away', true, { FORCE_COLOR: '0' }, false],
  ['NO_COLOR is stronger than FORCE_COLOR', false, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
])('%s', (_edge, isTerminal, env, expected) => {
  expect(wantsColour(isTerminal, env)).toBe(expected);
});

const processWith = (write: (done: (error?: Error | null) => void) => void, more: object = {}, env: object = {}) => {
  const stdout = Object.assign(new Writable({ write: (_chunk, _encoding, done) => write(done) }), more);
  return processStreams({ stdin: [], stdout, stderr: stdout, env } as unknown as NodeJS.Process);
};

test('a pipe that nobody reads any more rejects with ClosedPipe', async () => {
  const broken = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
  const { stdout } = processWith((done) => done(broken));
  await expect(stdout.write('x')).rejects.toBeInstanceOf(ClosedPipe);
  await expect(stdout.write('y')).rejects.toBeInstanceOf(ClosedPipe);
});

test('any other error of writing is passed on', async () => {
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  await expect(processWith((done) => done(full)).stdout.write('x')).rejects.toBe(full);
});

test.each([
  ['the terminal tells its width', { isTTY: true, columns: 101 }, {}, 101],
  ['else COLUMNS does', {}, { COLUMNS: '64' }, 64],
  ['else it is 80', {}, { COLUMNS: 'wide' }, 80],
])('%s', (_edge, more, env, expected) => {
  expect(processWith((done) => done(), more, env).stdout.columns).toBe(expected);
});
