import { describe, expect, it } from 'vitest';
import { marked } from '../../../tests/reading-of.ts';
import type { Act, Grade, SourceType, Speaker } from '../../model/index.ts';
import { checkRules, defaultProfile } from '../index.ts';

interface Told {
  readonly type?: SourceType;
  readonly grade?: Grade;
  readonly act?: Act;
  readonly role?: string;
  readonly continues?: string;
  /** Same number, same speaker. */
  readonly voice?: number;
}

/** Which rules a marked text does not meet, each with the words at the place. */
function unmet(text: string, told: readonly Told[], more: { readonly credits?: readonly string[] } = {}) {
  const { reading, statements } = marked(text, { person: ['Ann Poe'], place: ['Dunmore'] });
  const voices = new Map<number, Speaker>();
  const checked = statements.map((statement, i) => {
    const { type = 'person', grade = 'named', act = 'state', role = null, voice = i, continues = null } = told[i] ?? {};
    if (!voices.has(voice)) voices.set(voice, { id: `p${voice}`, name: type === 'person' ? 'Ann Poe' : null, type, role, mentions: [] });
    return {
      statement: { ...statement, continues },
      speaker: voices.get(voice),
      act,
      sourcing: { type, grade, channel: 'unknown' as const, outlet: null, addressee: null, said: null, chain: [] },
    };
  });
  const credits = (more.credits ?? []).map((credit) => ({ text: credit, at: [0, 0] as const }));
  return checkRules(defaultProfile, { reading, statements: checked, credits }).map(
    (f) => `${f.rule} ${reading.text.slice(f.at[0], f.at[1])}`,
  );
}

const UNNAMED: Told = { type: 'unnamed', grade: 'described' };
const only = (rule: string, found: readonly string[]) => found.filter((f) => f.startsWith(`${rule} `));

describe('the rules of the default profile', () => {
  const cases: readonly (readonly [string, string, string, readonly Told[], readonly string[]])[] = [
    ['S1', 'a bare "sources"', '{Sources} <said> [[it is safe]].', [{ type: 'unnamed', grade: 'bare' }], ['S1 Sources']],
    ['S1', 'a role is enough', '{An official} <said> [[it is safe]].', [UNNAMED], []],
    ['S2', 'no reason', '{An official} <said> [[it is safe]].', [UNNAMED], ['S2 An official']],
    ['S2', 'the reason in the sentence', '{An official} who was not authorized to speak <said> [[it is safe]].', [UNNAMED], []],
    ['S2', 'the reason in the next sentence', '{An official} <said> [[it is safe]]. He spoke on condition of anonymity.', [UNNAMED], []],
    [
      'S2',
      'one reason for all',
      '{An official} who, like others here, asked not to be named <said> [[it is safe]].\nRain fell.\nWind rose.\n{A pilot} <said> [[it is late]].',
      [UNNAMED, UNNAMED],
      [],
    ],
    [
      'S2',
      'a reason of somebody else, far off',
      '{An official} who asked not to be named <said> [[it is safe]].\nRain fell.\nWind rose.\n{A pilot} <said> [[it is late]].',
      [UNNAMED, UNNAMED],
      ['S2 A pilot'],
    ],
    ['S3', 'an attack', '{An official} <said> [[the mayor is corrupt]].', [{ ...UNNAMED, act: 'accuse' }], ['S3 An official']],
    ['S3', 'information', '{An official} <said> [[the bridge is new]].', [UNNAMED], []],
    ['S4', 'named after two sentences', '“[[It is safe. It is new]],” {Ann Poe} <said>.', [{}], ['S4 Ann Poe']],
    ['S4', 'named after the first', '“[[It is safe]],” {Ann Poe} <said>.', [{}], []],
    [
      'S5',
      'goes on for three paragraphs',
      '{Ann Poe} <said>: “[[One.]]”\n“Two.”\n“Three.”\n{}<>“[[Four.]]”',
      [{}, { continues: 's1', voice: 0 }],
      ['S5 Four.'],
    ],
    ['S5', 'goes on for one', '{Ann Poe} <said>: “[[One.]]”\n{}<>“[[Two.]]”', [{}, { continues: 's1', voice: 0 }], []],
    [
      'S6',
      'a wrong on nobody’s word',
      'The whole board of Dunmore was bribed with boats.',
      [],
      ['S6 The whole board of Dunmore was bribed with boats.'],
    ],
    ['S6', 'a wrong on somebody’s word', '{Ann Poe} <said> [[the board was bribed]].', [{}], []],
    [
      'S7',
      'the same role named and unnamed',
      '{Ann Poe} <said> [[it is safe]]. {A harbour spokeswoman} <said> [[it is late]].',
      [{ role: 'harbour spokeswoman' }, UNNAMED],
      ['S7 A harbour spokeswoman'],
    ],
    [
      'S7',
      'another role',
      '{Ann Poe} <said> [[it is safe]]. {A harbour pilot} <said> [[it is late]].',
      [{ role: 'harbour spokeswoman' }, UNNAMED],
      [],
    ],
    ['S8', 'nobody says how it came', '{A memo} <said> [[it is safe]].', [{ type: 'document', grade: 'document' }], ['S8 A memo']],
    ['S8', 'it was seen', '{A memo} seen by the paper <said> [[it is safe]].', [{ type: 'document', grade: 'document' }], []],
    ['S9', 'an agency without a credit line', '{Ann Poe} <said> [[it is safe]], Reuters reported.', [{}], ['S9 Reuters']],
    ['S10', 'one unnamed voice', '{An official} <said> [[the bridge closed after floods]].', [UNNAMED], ['S10 An official']],
    [
      'S10',
      'a second voice says so',
      '{An official} <said> [[the bridge closed after floods]]. {Ann Poe} <said> [[floods closed the bridge]].',
      [UNNAMED, {}],
      [],
    ],
  ];
  it.each(cases)('%s: %s', (rule, _, text, told, want) => {
    expect(only(rule, unmet(text, told))).toEqual(want);
  });
  it('S9: an agency with its credit line', () => {
    expect(only('S9', unmet('{Ann Poe} <said> [[it is safe]], Reuters reported.', [{}], { credits: ['By Staff and Reuters'] }))).toEqual(
      [],
    );
  });
});

describe('a profile', () => {
  const { reading } = marked('It rained.');
  it('words each finding as what does not meet which rule', () => {
    const told = marked('{Sources} <said> [[it is safe]].');
    const sourcing = { type: 'unnamed', grade: 'bare', channel: 'unknown', outlet: null, addressee: null, said: null, chain: [] } as const;
    const [first] = checkRules(defaultProfile, {
      reading: told.reading,
      credits: [],
      statements: [{ statement: told.statements[0]!, speaker: undefined, sourcing, act: 'state' }],
    });
    expect(first!.message).toMatch(/^does not meet rule S1 of profile default: /);
  });
  it('names the checks there are if a rule names another', () => {
    const odd = { name: 'desk', rules: [{ id: 'X1', check: 'no-such', on: true, wording: '…' }] };
    expect(() => checkRules(odd, { reading, statements: [], credits: [] })).toThrow('bare-source');
  });
  it('passes over a rule that is off', () => {
    const off = { ...defaultProfile, rules: defaultProfile.rules.map((rule) => ({ ...rule, on: false })) };
    expect(checkRules(off, { reading, statements: [], credits: [] })).toEqual([]);
  });
});
