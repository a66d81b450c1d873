import { expect, test } from 'vitest';
import { type FakeFiles, fakeMachine, fakeStreams } from '../../../tests/fakes/machine.ts';
import { defaultProfile, parseProfile } from '../../engine/index.ts';
import { main } from '../main.ts';

const DESK = JSON.stringify({ name: 'desk', rules: [{ id: 'D7', check: 'bare-source', wording: 'Say who.' }] });
const FILES: FakeFiles = {
  'a.txt': 'The mayor said no.\nAnd Nobody spoke.\nNobody stirred.',
  'b.txt': 'Rain fell.',
  'batch.ndjson': ['Nobody said A.', 'B.'],
  'desk.json': `\uFEFF${DESK}`,
  'cut.json': '{"name": "desk",',
  'odd.json': DESK.replace('bare-source', 'bare-sauce'),
};
const TERMINAL = { isTerminal: true, columns: 80 };

async function run(argv: string, out: Parameters<typeof fakeStreams>[0] = {}) {
  const streams = fakeStreams(out);
  const code = await main(argv.split(' '), streams, fakeMachine(FILES));
  const text = streams.stdout.text();
  return { code, out: text, err: streams.stderr.text(), lines: text.split('\n').filter(Boolean) };
}

test('in a pipe one line a report, with line, column and words of each finding', async () => {
  const { code, lines, err } = await run('check a.txt b.txt');
  const [a, b] = lines.map((line) => JSON.parse(line));
  expect(a).toMatchObject({ id: 'a.txt', textHash: 'sha256:text', profile: 'default' });
  expect(a.rules).toEqual(defaultProfile.rules.map(({ id }) => id));
  expect(a.findings[0]).toEqual({
    rule: 'S1',
    at: [23, 29],
    line: 2,
    column: 5,
    words: 'Nobody',
    message: `does not meet rule S1 of profile default: ${defaultProfile.rules[0]!.wording}`,
  });
  expect(a.findings[1]).toMatchObject({ line: 3, column: 1 });
  expect(b.findings).toEqual([]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('on a terminal a page, with the words in brackets where they stand', async () => {
  const { code, out } = await run('check a.txt', TERMINAL);
  expect(out).toContain('10 rules looked at');
  expect(out).toContain('2:5 does not meet rule S1 of profile default: ');
  expect(out).toContain('│ And [Nobody] spoke.');
  expect(code).toBe(0);
});

test('findings are results: the exit code is 0 with them, and 1 where an input failed', async () => {
  expect((await run('check a.txt')).code).toBe(0);
  const { code, lines, err } = await run('check gone.txt batch.ndjson');
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(['r1', 'r2']);
  expect(err).toContain('gone.txt: there is no such file (missing-file)');
  expect(code).toBe(1);
});

test('a newsroom’s own rules are used', async () => {
  const { lines } = await run('check --rules desk.json a.txt');
  expect(JSON.parse(lines[0]!)).toMatchObject({ profile: 'desk', rules: ['D7'] });
  expect(JSON.parse(lines[0]!).findings[0].message).toBe('does not meet rule D7 of profile desk: Say who.');
});

test('what --print-rules prints can be given back', async () => {
  const { code, out } = await run('check --print-rules');
  expect(parseProfile(JSON.parse(out))).toEqual(defaultProfile);
  expect(code).toBe(0);
  expect(JSON.parse((await run('check --print-rules --rules desk.json')).out).name).toBe('desk');
});

test.each([
  ['no file', 'check', "missing argument 'file'"],
  ['rules to print and a file', 'check --print-rules a.txt', 'give it no FILE'],
  ['two ways of showing', 'check --json --page a.txt', "cannot be used with option '--json'"],
  ['rules that are not there', 'check --rules gone.json a.txt', 'house rules: gone.json cannot be opened: ENOENT'],
  ['rules that are no JSON', 'check --rules cut.json a.txt', 'house rules: cut.json is not JSON: '],
  ['a rule with an unknown check', 'check --rules odd.json a.txt', 'odd.json: at rules[0].check expected one of bare-source, '],
])('%s is misuse: exit code 2, with what to do', async (_edge, argv, message) => {
  const { code, out, err } = await run(argv);
  expect(err).toContain(message);
  if (argv.includes('--rules')) expect(err).toContain('Start from `hearsay check --print-rules`.');
  expect({ code, out }).toEqual({ code: 2, out: '' });
});
