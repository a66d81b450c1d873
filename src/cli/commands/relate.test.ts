import { describe, expect, it } from 'vitest';
import { fakeMachine, fakeStreams } from '../../../tests/fakes/machine.ts';
import { DORN, one, QUOTE } from '../../../tests/fakes/related.ts';
import { reportOf, type Told } from '../../../tests/fakes/reports.ts';
import { main } from '../main.ts';

const TERMINAL = { isTerminal: true, columns: 100 };
const quote = { by: DORN, says: `“${QUOTE}”` };
const REPORTS: readonly Told[] = [
  one('agency', quote, { publisher: 'Highland Press Agency' }),
  one('copy', quote, { publisher: 'Harbour Daily', date: '2023-03-15', credits: ['(Highland Press Agency)'] }),
  one('altered', { by: 'Dorn', says: `“${QUOTE.replace('week', 'year')}”` }, { publisher: 'Vale Examiner', date: '2023-03-16' }),
];

async function run(argv: string, reports: readonly Told[] = REPORTS, out = {}, files: Readonly<Record<string, Error>> = {}) {
  const streams = fakeStreams(out, {});
  const machine = fakeMachine(files, { analyses: reports.map(reportOf) });
  const code = await main(argv.split(' '), streams, machine);
  return { code, out: streams.stdout.text(), err: streams.stderr.text() };
}

describe('hearsay relate', () => {
  it('gives persons, clusters and links, one a line, in a pipe', async () => {
    const { code, out, err } = await run('relate a.ndjson');
    const kinds = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).kind);
    expect(kinds).toEqual(['person', 'person', 'cluster', 'link']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
  it('gives the same bytes for any order of reports', async () => {
    expect((await run('relate a.ndjson', [...REPORTS].reverse())).out).toBe((await run('relate a.ndjson')).out);
  });
  it('shows a page on a terminal: the first voice, its echoes with their reasons, the words that differ', async () => {
    const { out } = await run('relate a.ndjson', REPORTS, TERMINAL);
    expect(out).toContain('Ilya Dorn · 1 first voice in 3 reports');
    expect(out).toContain('● Highland Press Agency · 14 March 2023 · s1 · the earliest by its date');
    expect(out).toContain('├ ○ Harbour Daily · 15 March 2023 · s1 · echo: its credit line names Highland Press Agency; the same');
    expect(out).toContain('went up within a [week]”');
    expect(out).toContain('went up within a [year]”');
    for (const row of out.split('\n')) expect(row.length).toBeLessThanOrEqual(100);
  });
  it('says on the page that nothing was found', async () => {
    const { code, out } = await run('relate --page a.ndjson', [one('a', quote)]);
    expect(out).toContain('No statement of one report was found in another.');
    expect(code).toBe(0);
  });
  it('relates the rest where an analysis is of another version, and exits with 1', async () => {
    const { code, out, err } = await run('relate a.ndjson', [...REPORTS, one('old', quote, { version: '0.0.9' })]);
    expect(err).toContain('a.ndjson:4: expected analyses of version 0.1.0, found version 0.0.9 in "old"');
    expect(err).toContain('(other-version)');
    expect(err).toContain('1 of 4 inputs failed; the others were related');
    expect(code).toBe(1);
    expect(out).toBe((await run('relate a.ndjson')).out);
  });
  it('tells notices on standard error and goes on', async () => {
    const { code, err } = await run('relate a.ndjson', [REPORTS[0]!, REPORTS[0]!, one('b', quote, { date: '2031-01-01' })]);
    expect(err).toContain('(same-analysis)');
    expect(err).toContain('(future-date)');
    expect(code).toBe(0);
  });
  it('lists a line that is no analysis', async () => {
    const { code, err } = await run('relate bad.ndjson', REPORTS, {}, { 'bad.ndjson': new Error('no JSON object') });
    expect(err).toContain('bad.ndjson:2: no JSON object (unreadable-line)');
    expect(code).toBe(1);
  });
  it.each([
    ['no file', 'relate', "missing required argument 'file'"],
    ['two ways of showing', 'relate --json --page a.ndjson', "cannot be used with option '--json'"],
  ])('%s is misuse', async (_edge, argv, expected) => {
    expect(await run(argv)).toMatchObject({ code: 2, err: expect.stringContaining(expected) });
  });
  it('never lets an escape sequence of a report reach the terminal', async () => {
    const line = { by: DORN, says: `“${QUOTE} \u001B[2J”` };
    const { out } = await run('relate a.ndjson', [one('a', line), one('b', line)], TERMINAL);
    expect(out).not.toContain('\u001B');
  });
});
