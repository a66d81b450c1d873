import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODE_FIELDS, FACETS, FIELD_NAMES, parseQuery, SORTS, TEXT_FIELDS } from '../src/casefile/index.ts';
import { main } from '../src/cli/main.ts';
import { createProgram } from '../src/cli/program.ts';
import { defaultProfile } from '../src/engine/index.ts';
import { CSV_TABLES, FORMATS } from '../src/export/index.ts';
import {
  ACTS,
  type Allegation,
  CERTAINTIES,
  CHANNELS,
  GRADES,
  LINK_TYPES,
  NOTICE_CODES,
  type Relation,
  SOURCE_TYPES,
  type Sourcing,
  type Speaker,
  STANDINGS,
  STATUSES,
  type WireStatement,
  WRONGS,
} from '../src/model/index.ts';
import { analysisOf, articleOf } from './fakes/analysis.ts';
import { fakeMachine, fakeStreams } from './fakes/machine.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const cli = read('docs/cli.md');
const model = read('docs/data-model.md');
const program = createProgram({ streams: fakeStreams(), machine: fakeMachine({}), exit() {} }, { out() {}, err() {} });

/** The part of a page from a heading of the second level to the next. */
const sectionOf = (page: string, heading: string): string => page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

describe.each(program.commands.map((command) => [command.name(), command] as const))('docs/cli.md: hearsay %s', (name, command) => {
  const section = sectionOf(cli, `hearsay ${name}`);
  const flags = command.createHelp().visibleOptions(command);

  test('has a section with an example', () => {
    expect(section).toMatch(new RegExp(`\`\`\`\\nhearsay ${name} `));
  });
  test.each(flags.map((option) => [option.long!, option.flags.replace(/^.*, /, '')]))('documents %s', (_long, written) => {
    expect(section).toContain(`\`${written}\``);
  });
  test('documents no option that there is not', () => {
    const known = new Set(flags.map((option) => option.long));
    expect((section.match(/--[a-z][a-z-]*/g) ?? []).filter((flag) => !known.has(flag))).toEqual([]);
  });
});

test.each(['0', '1', '2'])('docs/cli.md says what exit code %s means', (code) => {
  expect(cli).toMatch(new RegExp(`^\\| ${code} \\| \\S`, 'm'));
});

test.each(['--version', '--help'])('docs/cli.md names %s', (flag) => {
  expect(cli).toContain(`\`${flag}\``);
});

test.each(defaultProfile.rules)('docs/house-rules.md tells rule $id of the shipped profile', ({ id, check, wording }) => {
  const row = read('docs/house-rules.md')
    .split('\n')
    .find((line) => line.startsWith(`| ${id} |`));
  expect(row).toContain(`\`${check}\``);
  expect(row).toContain(wording.replace(/:.*/, '').replace(/\.$/, ''));
});

test('docs/data-model.md names every field of a checked report', async () => {
  const streams = fakeStreams();
  await main(['check', 'a.txt'], streams, fakeMachine({ 'a.txt': 'Nobody said no.' }));
  const fields: string[] = [];
  JSON.parse(streams.stdout.text(), (key) => fields.push(key));
  expect(fields).toContain('words');
  const section = sectionOf(model, 'A checked report: one line of `hearsay check`') + sectionOf(model, 'An Analysis: one line of NDJSON');
  expect(fields.filter((field) => /[a-z]/.test(field) && !section.includes(`\`${field}\``))).toEqual([]);
});

test.each(NOTICE_CODES)('docs/data-model.md says what the notice %s means', (code) => {
  expect(sectionOf(model, 'The notices')).toMatch(new RegExp(`^\\| \`${code}\` \\| \\S`, 'm'));
});

test('docs/data-model.md has no notice that there is not', () => {
  const documented = [...sectionOf(model, 'The notices').matchAll(/^\| `([a-z-]+)` /gm)].map((match) => match[1]!);
  expect(documented).toEqual([...NOTICE_CODES]);
});

test.each([
  ['act', ACTS],
  ['grade', GRADES],
  ['type', SOURCE_TYPES],
  ['channel', CHANNELS],
])('docs/data-model.md names every code of %s', (_name, codes) => {
  const vocabulary = sectionOf(model, 'The vocabulary');
  expect(Object.keys(codes).filter((code) => !vocabulary.includes(`\`${code}\``))).toEqual([]);
});

test.each([
  ['status', STATUSES],
  ['wrong', WRONGS],
])('docs/data-model.md says what every code of %s means, in the order of the source, and has no other', (name, codes) => {
  const [, table = ''] = sectionOf(model, 'The vocabulary').split(`| ${name} | `);
  const rows = [...table.split('\n\n')[0]!.matchAll(/^\| `([a-z-]+)` \| (\S.*) \|$/gm)];
  expect(rows.map((match) => match[1])).toEqual(Object.keys(codes));
});

test('docs/data-model.md names every field of an allegation', () => {
  const [section = ''] = model.split('### An allegation\n')[1]!.split('\n### ');
  const span = [0, 1] as const;
  const allegation: Allegation = {
    accused: null,
    accusedSpeaker: null,
    wrong: 'killing',
    victims: null,
    place: null,
    when: null,
    status: 'alleged',
    spans: { accused: [span], wrong: [span], victims: [span], place: [span], when: [span], status: [span] },
    because: [{ rule: '', at: [span], note: '' }],
  };
  const fields = new Set<string>();
  JSON.stringify(allegation, (key, value) => {
    if (key !== '' && !/^\d+$/.test(key)) fields.add(key);
    return value;
  });
  expect([...fields].filter((field) => !section.includes(`\`${field}\``))).toEqual([]);
});

test.each([
  ['standing', STANDINGS],
  ['certainty', CERTAINTIES],
  ['link type', LINK_TYPES],
])('docs/data-model.md names every code of %s', (_name, codes) => {
  const section = sectionOf(model, 'What `relate` gives: one line each');
  expect(Object.keys(codes).filter((code) => !section.includes(`\`${code}\``))).toEqual([]);
});

test('docs/data-model.md names every field of a relation', () => {
  const section = sectionOf(model, 'What `relate` gives: one line each');
  const end = { article: 'a', statement: 's1' };
  const because = [{ rule: '', note: '' }];
  const relations: readonly Relation[] = [
    { kind: 'person', id: 'p', name: null, type: 'person', speakers: [], proposed: [{ with: 'q', because, score: 0.5 }] },
    {
      kind: 'cluster',
      id: 'c',
      earliest: { ...end, certainty: 'dated' },
      firstVoices: 1,
      members: [{ ...end, standing: 'origin', of: null, because }],
    },
    {
      kind: 'link',
      type: 'altered',
      from: end,
      to: end,
      because,
      confidence: 1,
      words: { from: [], to: [] },
      sameWrong: true,
      changes: { added: [], dropped: [], resourced: [{ from: '', to: '', note: '' }] },
    },
  ];
  const fields = new Set<string>();
  JSON.stringify(relations, (key, value) => {
    if (key !== '' && !/^\d+$/.test(key)) fields.add(key);
    return value;
  });
  expect([...fields].filter((field) => !section.includes(`\`${field}\``))).toEqual([]);
});

test('docs/data-model.md names every field of the wire', () => {
  const sourcing: Sourcing = {
    type: 'person',
    grade: 'named',
    channel: 'speech',
    outlet: null,
    addressee: null,
    said: null,
    chain: [],
  };
  const statement: Required<Pick<WireStatement, 'act' | 'speaker' | 'sourcing' | 'allegations'>> = {
    act: 'state',
    speaker: 'p1',
    sourcing,
    allegations: [],
  };
  const speaker: Speaker = { id: 'p1', name: null, type: 'person', role: null, mentions: [] };
  const analysis = analysisOf(articleOf('no'), [{ content: 'no', ...statement }], {
    speakers: [speaker],
    missed: [{ at: [0, 2], why: '' }],
    notices: [{ code: 'no-words', message: '', at: [0, 2] }],
  });
  const fields = new Set<string>();
  JSON.stringify(analysis, (key, value) => {
    if (key !== '' && !/^\d+$/.test(key)) fields.add(key);
    return value;
  });
  expect([...fields].filter((field) => !model.includes(`\`${field}\``))).toEqual([]);
});

test.each(['press-conference', 'agency', 'interview', 'unnamed-voices', 'embedded-post', 'ill-matched-quotes', 'two-governments'])(
  'examples/README.md leads to the report and the note of %s',
  (name) => {
    const readme = read('examples/README.md');
    const [, report] = new RegExp(`\\]\\((${name}\\.(?:txt|html))\\)`).exec(readme) ?? [];
    expect(read(`examples/${report}`).length).toBeGreaterThan(1000);
    expect(readme).toContain(`(${name}.note.md)`);
    expect(read(`examples/${name}.note.md`)).toMatch(/^# .+\n\n- /);
  },
);

const searching = read('docs/search.md');

test.each(FIELD_NAMES)('docs/search.md has a row on the field %s', (field) => {
  expect(searching).toMatch(new RegExp(`^\\| \`${field}:\` \\| \\S`, 'm'));
});

test('docs/search.md has no field that there is not', () => {
  const rows = [...searching.matchAll(/^\| `([a-z]+):` /gm)].map((match) => match[1]!);
  expect(rows.sort()).toEqual([...FIELD_NAMES].sort());
  expect([...Object.keys(TEXT_FIELDS), ...Object.keys(CODE_FIELDS)].every((field) => FIELD_NAMES.includes(field))).toBe(true);
});

test.each(Object.entries(SORTS))('docs/search.md says what sort:%s does, in the words of the program', (sort, does) => {
  expect(sectionOf(searching, 'The language')).toMatch(new RegExp(`^\\| \`sort:${sort}\` \\| ${does}`, 'm'));
});

test.each(FACETS)('docs/search.md names the facet %s', (facet) => {
  expect(sectionOf(searching, 'A hit')).toContain(`\`${facet}\``);
});

test('every query that docs/search.md shows is one without fault', () => {
  const shown = [...sectionOf(searching, 'The language').matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
  const queries = shown.filter((query) => /\s|:./.test(query) && !query.startsWith('hearsay '));
  expect(queries.length).toBeGreaterThan(20);
  expect(queries.flatMap((query) => parseQuery(query).repairs.map(({ message }) => `${query}: ${message}`))).toEqual([]);
});

test.each(Object.keys(FORMATS))('docs/cli.md says what the format %s is', (format) => {
  expect(sectionOf(cli, 'hearsay export')).toMatch(new RegExp(`^\\| \`${format}\` \\| \\S`, 'm'));
});

test.each(Object.entries(CSV_TABLES))('docs/data-model.md has the columns of the CSV table %s, in their order', (name, { columns }) => {
  const part = model.split(/^###? /m).find((section) => section.startsWith(`The table \`${name}\``)) ?? '';
  expect([...part.matchAll(/^\| `([a-z_]+)` \| \S/gm)].map((match) => match[1])).toEqual(columns.map((column) => column.name));
});
