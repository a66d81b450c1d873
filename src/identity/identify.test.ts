import { describe, expect, it } from 'vitest';
import { marked, type Names } from '../../tests/reading-of.ts';
import { identify } from './index.ts';

/** Name and type of each statement's speaker. */
function voices(text: string, names: Names = {}) {
  const { reading, statements } = marked(text, names);
  const { speakers, speakerOf, notices } = identify(reading, statements, {});
  const byId = new Map(speakers.map((s) => [s.id, s]));
  return { speakers, notices, said: statements.map((s) => byId.get(speakerOf.get(s.id) ?? '')) };
}
const names = (text: string, tags: Names = {}) => voices(text, tags).said.map((s) => s?.name ?? s?.type ?? null);

const POE = { person: ['Ann Poe', 'Poe'] };
const TWO = { person: ['Ann Poe', 'Poe', 'Tom Reed', 'Reed'] };

describe('who a source is', () => {
  const cases: readonly (readonly [string, string, Names, readonly (string | null)[]])[] = [
    [
      'a short name finds the full name that the report gives later',
      '{Poe}<:> [[Bridge is safe]]\n\nMayor {Ann Poe} <said> [[it is safe]].',
      POE,
      ['Ann Poe', 'Ann Poe'],
    ],
    ['a title is no part of the name', '{Mr. Tom Reed} <said> [[it is safe]].', { person: ['Tom Reed'] }, ['Tom Reed']],
    ['an apposition behind the name', '{Ann Poe, the harbour spokeswoman,} <said> [[it is safe]].', POE, ['Ann Poe']],
    ['an apposition before the name', '{The state chairman, Tom Reed,} <said> [[it is safe]].', TWO, ['Tom Reed']],
    [
      'a nickname in quotation marks',
      '{Robert "Bobby" Lunt} <said> [[it is safe]]. {Lunt} <added> [[it is new]].',
      { person: ['Robert', 'Lunt'] },
      ['Robert "Bobby" Lunt', 'Robert "Bobby" Lunt'],
    ],
    [
      'a bare surname is not that of a relative, however lately named',
      'Tom Poe left. {Ann Poe} <said> [[that her husband was ill]]. {Poe} <said> [[it is safe]].',
      { person: ['Tom Poe', 'Ann Poe', 'Poe'] },
      ['Ann Poe', 'Tom Poe'],
    ],
    [
      'nor that of "his wife, Ann Poe"',
      'Tom Poe left with his wife, Ann Poe. {Poe} <said> [[it is safe]].',
      { person: ['Tom Poe', 'Ann Poe', 'Poe'] },
      ['Tom Poe'],
    ],
    [
      'the second half of a given name, in small letters',
      '{Han Ki-woon} <said> [[it is safe]]. {Han} <added> [[it is new]].',
      { person: ['Han Ki', 'Han'] },
      ['Han Ki-woon', 'Han Ki-woon'],
    ],
    ['but not what is led by somebody', '{The Ann Poe-led board} <said> [[it is safe]].', POE, ['Ann Poe-led board']],
    [
      'two people with one surname stay two',
      '{Ann Poe} <said> [[it is safe]]. {Tom Poe} <said> [[it is not]].',
      { person: ['Ann Poe', 'Tom Poe'] },
      ['Ann Poe', 'Tom Poe'],
    ],
    [
      'a title tells which of two is meant',
      'Ann Poe met Tom Poe. {Ms. Poe} <said> [[it is safe]]. {Mr. Poe} <said> [[it is not]].',
      { person: ['Ann Poe', 'Tom Poe', 'Poe'] },
      ['Ann Poe', 'Tom Poe'],
    ],
    [
      'a surname that the network tagged as a place',
      '{Tom Harrow} <said> [[it is safe]]. {Harrow} <added> [[it is new]].',
      { person: ['Tom Harrow'], place: ['Harrow'] },
      ['Tom Harrow', 'Tom Harrow'],
    ],
    [
      'an acronym in brackets',
      '{The Lake Rescue Board (LRB)} <said> [[it is safe]]. {The LRB} <added> [[it is new]].',
      { body: ['Lake Rescue Board', 'LRB'] },
      ['Lake Rescue Board', 'Lake Rescue Board'],
    ],
    [
      '"the board" is the board named before',
      '{The Lake Rescue Board} <said> [[it is safe]]. {The board} <added> [[it is new]].',
      { body: ['Lake Rescue Board'] },
      ['Lake Rescue Board', 'Lake Rescue Board'],
    ],
    [
      'a campaign belongs to its owner',
      "{Poe's campaign} <said> [[it is late]]. Ann Poe won. {The Poe campaign} <added> [[it is over]].",
      POE,
      ["Poe's campaign", "Poe's campaign"],
    ],
    [
      'a role noun that described somebody',
      'Ann Poe, the harbour master, spoke. {The harbour master} <said> [[it is safe]].',
      POE,
      ['Ann Poe'],
    ],
    ['names joined with "and" speak together', '{Ann Poe and Tom Reed} <said> [[it is safe]].', TWO, ['Ann Poe & Tom Reed']],
    [
      '"they" are the two who spoke together',
      '{Ann Poe and Tom Reed} <said> [[it is safe]]. {They} <added> [[it is new]].',
      TWO,
      ['Ann Poe & Tom Reed', 'Ann Poe & Tom Reed'],
    ],
    ['a lawyer of a named man stays unnamed', "{Tom Reed's lawyer} <said> [[he is well]].", TWO, ['unnamed']],
    ['a plural of people is a group', '{Voters} <said> [[it is late]].', {}, ['group']],
    ['aides in the plural are a few kept unnamed', '{His aides} <said> [[it is late]].', {}, ['unnamed']],
    ['reports without an issuer are unnamed', 'According to {international reports}, [[it is late]].', {}, ['unnamed']],
    [
      'a report carries the name of who issued it',
      '{A Lake Board report} <found> [[it is unsafe]].',
      { body: ['Lake Board'] },
      ['Lake Board'],
    ],
    ['a relative pronoun is the name before it', 'It is safe, says Ann Poe, {who} <added> [[it is new]].', POE, ['Ann Poe']],
    ['capitals of a transcript', 'Ann Poe met a reporter.\n{POE}<:> [[It is safe.]]', POE, ['Ann Poe']],
    [
      'first letters that no tag took for a name',
      '{The Lake Rescue Board} <said> [[it is safe]]. {LRB} <added> [[it is new]].',
      { body: ['Lake Rescue Board'] },
      ['Lake Rescue Board', 'Lake Rescue Board'],
    ],
    [
      'a pronoun joined with a name',
      '{Ann Poe} <said> [[it is safe]]. {She and Tom Reed} <said> [[it is new]].',
      TWO,
      ['Ann Poe', 'Ann Poe & Tom Reed'],
    ],
    [
      'names joined across their places',
      '{Ann Poe of Dunmore and Tom Reed of Osk} <said> [[it is safe]].',
      { ...TWO, place: ['Dunmore', 'Osk'] },
      ['Ann Poe & Tom Reed'],
    ],
    ['a suffix with a stop', '{Tom Reed Jr.} <said> [[it is safe]].', { person: ['Tom Reed'] }, ['Tom Reed Jr']],
    ['a given name that the tags missed', '{Rasheen Poe} <said> [[it is safe]].', { person: ['Poe'] }, ['Rasheen Poe']],
    [
      'a mocking name for somebody named in full',
      'Ann Poe won. {Greedy Ann} <said> [[it is safe]]. {Stan Ann} <said> [[it is not]].',
      { person: ['Ann Poe', 'Greedy Ann', 'Stan Ann'] },
      ['Ann Poe', 'Stan Ann'],
    ],
    ['a weekday tagged as a name', '{The report of Tuesday} <said> [[it is safe]].', { other: ['Tuesday'] }, ['document']],
    ['the wife of a named man is not he', '{The ex-wife of Tom Reed} <said> [[he is well]].', TWO, ['unnamed']],
    ['"Poe himself" is Poe', '{Poe himself} <said> [[it is safe]].', POE, ['Poe']],
    ['officials of one body are a few kept unnamed', '{Harbour officials} <said> [[it is safe]].', {}, ['unnamed']],
    ['elected officials are a group', '{Elected officials} <said> [[it is safe]].', {}, ['group']],
    ['one of them', '{One of them} <said> [[it is safe]].', {}, ['unnamed']],
    ['his remarks are his', '{Tom Reed} <said> [[it is safe]]. {His remarks} <showed> [[it is new]].', TWO, ['Tom Reed', 'Tom Reed']],
    [
      'his report carries his name',
      '{Tom Reed} <said> [[it is safe]]. {His report} <showed> [[it is new]].',
      TWO,
      ['Tom Reed', 'Tom Reed'],
    ],
    ['a body that many own', "{The Nurses' League} <said> [[it is safe]].", { other: ['Nurses'], body: ['League'] }, ["Nurses' League"]],
    [
      'the committee is not the company named before',
      '{Corran} <said> [[it is safe]]. {The committee} <said> [[it is not]].',
      { body: ['Corran'] },
      ['Corran', 'organisation'],
    ],
    [
      'the former senator is no president',
      'President Ann Poe met Senator Tom Reed. {The senator} <said> [[it is safe]].',
      TWO,
      ['Tom Reed'],
    ],
    ['who was asked did not ask', '{Ann Poe} was <asked> [[whether it is safe]].', POE, [null]],
    [
      'questions are the writer’s, answers theirs whom the text is about',
      'Ann Poe met this paper.\n{Q}<:> [[Is it safe?]]\n{A}<:> [[It is.]]',
      POE,
      ['author', 'Ann Poe'],
    ],
    [
      'a land that a tag took for a person',
      "{Kestria} <said> [[it is safe]]. Kestria's foreign minister met Kestrian miners.",
      { person: ['Kestria'] },
      ['Kestria'],
    ],
    ['"it seems" is the writer', '{}It <seems> [[the bridge is late]].', {}, ['author']],
  ];
  it.each(cases)('%s', (_, text, tags, want) => {
    expect(names(text, tags)).toEqual(want);
  });
});

describe('types', () => {
  const cases: readonly (readonly [string, string, Names, string])[] = [
    ['a land', "{Kestria} <said> [[it is safe]]. Kestria's foreign minister met Kestrian miners.", { person: ['Kestria'] }, 'organisation'],
    [
      'a town that a tag took for a person',
      'Ann Poe is mayor of Kelling. {Kelling} <said> [[it is safe]].',
      { person: ['Ann Poe', 'Kelling'] },
      'organisation',
    ],
    ['a person who owns a government', "{Poe} <said> [[it is safe]]. Poe's government met Poean miners. Ann Poe won.", POE, 'person'],
    ['capitals inside a word', '{EgyptFerry} <said> [[it is safe]].', {}, 'organisation'],
    ['capitals of a surname', '{McDunmore} <said> [[it is safe]].', {}, 'person'],
  ];
  it.each(cases)('%s', (_, text, tags, type) => {
    expect(voices(text, tags).said[0]?.type).toBe(type);
  });
});

describe('pronouns', () => {
  it('"she" goes past a man to the woman before him', () => {
    expect(names('{Ann Poe} <said> [[it is safe]]. Tom Reed left. {She} <added> [[it is new]].', TWO)).toEqual(['Ann Poe', 'Ann Poe']);
  });
  it('"he" that fits two equally goes to nobody, with a notice', () => {
    const { said, notices } = voices('Tom Reed and Paul Lunt spoke. {He} <said> [[it is safe]].', { person: ['Tom Reed', 'Paul Lunt'] });
    expect(said).toEqual([undefined]);
    expect(notices.map((n) => n.code)).toEqual(['ambiguous-pronoun']);
  });
  it('"it" is the body that spoke', () => {
    expect(names('{The Lake Board} <said> [[it is safe]]. {It} <added> [[it is new]].', { body: ['Lake Board'] })).toEqual([
      'Lake Board',
      'Lake Board',
    ]);
  });
  it('a name inside a quotation does not take the speaker’s pronoun', () => {
    expect(
      names('{Ann Poe} <said>: “[[Mary Lunt is late.]]” “[[Mary Lunt is well]],” {she} <added>.', { person: ['Ann Poe', 'Mary Lunt'] }),
    ).toEqual(['Ann Poe', 'Ann Poe']);
  });
});

describe('statements without a source', () => {
  it('a quotation that goes on keeps the speaker it continues', () => {
    const { reading, statements } = marked('{Ann Poe} <said>: “[[It is safe.]]”\n\n“[[It is new.]]”', POE);
    const going = statements.map((s, i) => (i === 1 ? { ...s, continues: 's1' } : s));
    const { speakerOf } = identify(reading, going, {});
    expect(speakerOf.get('s2')).toBe(speakerOf.get('s1'));
  });
  it('", adding that" keeps the speaker of its sentence', () => {
    expect(names('{Ann Poe} <said> [[it is safe]], {}<adding> [[it is new]].', POE)).toEqual(['Ann Poe', 'Ann Poe']);
  });
  it('nobody at all is null, with a reason', () => {
    const { reading, statements } = marked('{}<Claims of> [[fraud]].');
    const { speakerOf, because } = identify(reading, statements, {});
    expect(speakerOf.get('s1')).toBeNull();
    expect(because.get('s1')![0]!.rule).toBe('no-source');
  });
});

describe('speakers', () => {
  it('keeps the role as the report words it and every mention', () => {
    const { speakers } = voices('{US Secretary of State Ann Poe} <said> [[it is safe]]. {She} <added> [[it is new]]. Poe left.', POE);
    expect(speakers.find((s) => s.name === 'Ann Poe')).toMatchObject({ type: 'person', role: 'US Secretary of State' });
    expect(speakers.find((s) => s.name === 'Ann Poe')!.mentions).toHaveLength(3);
  });
  it('a capital speaks for a government only if the report names the government', () => {
    const tags = { place: ['Beijing', 'China'] };
    expect(names('{Beijing} <said> [[it is late]].', tags)).toEqual(['Beijing']);
    expect(names('China is late. {Beijing} <said> [[it is late]].', tags)).toEqual(['China']);
  });
});

describe('input that is hard', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['no words', ''],
    ['nobody is named', '{}<> [[It rained]].'],
    ['quotations only', '“[[One.]]”\n“[[Two.]]”'],
    ['a transcript', '{Q}<:> [[Is it safe?]]\n{A}<:> [[It is.]]'],
    ['text in capitals', '{ANN POE} <SAID> [[IT IS SAFE]].'],
    ['a source of signs', '{—} <said> [[it is safe]].'],
    ['a list of 500 names', Array.from({ length: 500 }, (_, i) => `Ann Poe${i}`).join(', ')],
  ];
  it.each(cases)('%s ends in a result', (_, text) => {
    expect(() => voices(text, POE)).not.toThrow();
  });
});
