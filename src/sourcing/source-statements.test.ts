import { describe, expect, it } from 'vitest';
import { marked, type Names } from '../../tests/reading-of.ts';
import type { SourceType, Speaker } from '../model/index.ts';
import { type Context, sourceStatements } from './index.ts';

/** Sources a marked text; who speaks is told by the source's words: a name is a person unless `types` says more. */
function sourced(
  text: string,
  {
    names = {},
    types = {},
    roles = {},
    ...context
  }: Partial<Context> & { names?: Names; types?: Readonly<Record<string, SourceType>>; roles?: Readonly<Record<string, string>> } = {},
) {
  const { reading, statements } = marked(text, names);
  const speakers: Speaker[] = [];
  const speakerOf = new Map<string, string | null>();
  for (const { id, source } of statements) {
    const words = source.map(([s, e]) => reading.text.slice(s, e)).join(' ');
    if (words === '') {
      speakerOf.set(id, null);
      continue;
    }
    const type = types[words] ?? 'person';
    const name = /^(?:unnamed|group|author)$/.test(type) ? null : words;
    let speaker = speakers.find((s) => (name === null ? s.mentions[0]![0] === source[0]![0] : s.name === name));
    if (speaker === undefined) {
      speaker = { id: `p${speakers.length + 1}`, name, type, role: roles[words] ?? null, mentions: [source[0]!] };
      speakers.push(speaker);
    }
    speakerOf.set(id, speaker.id);
  }
  const result = sourceStatements(reading, statements, { speakers, speakerOf }, { credits: [], ...context });
  return statements.map((s) => ({ ...result.get(s.id)!.sourcing, act: result.get(s.id)!.act, because: result.get(s.id)!.because }));
}

const POE = { person: ['Ann Poe', 'Poe'] };

describe('grade', () => {
  const cases: readonly (readonly [string, string, SourceType, string])[] = [
    ['a person by name', 'Ann Poe', 'person', 'named'],
    ['sources without any role', 'Sources', 'unnamed', 'bare'],
    ['"two people" tell nothing', 'Two people', 'unnamed', 'bare'],
    ['an official is a role', 'A senior official', 'unnamed', 'described'],
    ['people with a link to the facts', 'People who saw the letter', 'unnamed', 'described'],
    ['voters speak as one', 'Voters', 'group', 'collective'],
    ['a report is a document', 'The report', 'document', 'document'],
  ];
  it.each(cases)('%s', (_, source, type, grade) => {
    expect(sourced(`{${source}} <said> [[it is safe]].`, { names: POE, types: { [source]: type } })[0]).toMatchObject({ type, grade });
  });
  it('nobody is none', () => {
    expect(sourced('{}<Claims of> [[fraud]].')[0]).toMatchObject({ type: 'none', grade: 'none' });
  });
});

describe('channel', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a post by its verb', '{Poe} <tweeted> [[it is safe]].', 'social-media'],
    ['a rally behind a preposition', '{Poe} <said> at a rally in Dunmore [[it is safe]].', 'speech'],
    ['a statement in writing', '{Poe} <said> in a statement [[it is safe]].', 'written-statement'],
    ['told reporters', '{Poe} <told> reporters [[it is safe]].', 'press-conference'],
    ['told a medium', '{Poe} <told> CNN [[it is safe]].', 'interview'],
    ['on air', '{Poe} <said> on CNN [[it is safe]].', 'broadcast'],
    ['a debate is no channel when only its moderator is named', '{Poe} <said> of the debate moderator [[he is late]].', 'unknown'],
    ['a party to a lawsuit speaks in no court', '{Poe}, a plaintiff in the lawsuit, <said> [[it is safe]].', 'unknown'],
    ['a ballot’s write-in is no writing', '{Poe}, who wrote in Ann Poe, <said> [[it is safe]].', 'unknown'],
    ['a judge decides', '{The judge} <ruled> [[it is safe]].', 'court'],
    ['a station that begins with what it is', '{Poe} <told> Radio Ferrin [[it is safe]].', 'interview'],
    ['a medium behind a place', '{Poe} <told> the Dunmore newspaper Harbour Gazette [[it is safe]].', 'interview'],
    ['nothing is told', '{Poe} <said> [[it is safe]].', 'unknown'],
  ];
  it.each(cases)('%s', (_, text, channel) => {
    expect(sourced(text, { names: POE })[0]!.channel).toBe(channel);
  });
  it('goes on with the same speaker until another is told', () => {
    expect(
      sourced('{Poe} <told> CNN [[it is safe]]. {Poe} <added> [[it is new]]. {Poe} <tweeted> [[it is late]].', { names: POE }).map(
        (s) => s.channel,
      ),
    ).toEqual(['interview', 'interview', 'social-media']);
  });
  it('a headline is where the report below says', () => {
    expect(sourced('{Poe}<:> [[It is safe]]\n{Poe} <told> CNN [[it is safe]].', { names: POE }).map((s) => [s.channel, s.outlet])).toEqual([
      ['interview', 'CNN'],
      ['interview', 'CNN'],
    ]);
  });
  it('what somebody has long held was said nowhere in particular', () => {
    expect(sourced('{Poe} <told> CNN [[it is safe]]. {Poe} <has called for> [[a new bridge]].', { names: POE })[1]!.channel).toBe(
      'unknown',
    );
  });
});

describe('outlet and addressee', () => {
  const cases: readonly (readonly [string, string, string | null, string | null])[] = [
    ['a medium that was told', '{Poe} <told> The Dunmore Gazette [[it is safe]].', 'The Dunmore Gazette', null],
    ['a medium and its host', '{Poe} <told> CNN host Mary Lunt [[it is safe]].', 'CNN', 'Mary Lunt'],
    ['people who were told', '{Poe} <told> her supporters [[it is safe]].', null, 'her supporters'],
    ['who is to do it', '{Poe} <urged> [[voters to wait]].', null, 'voters'],
    ['the writer', '{Poe} <told> me [[it is safe]].', null, '(author)'],
    ['a pronoun tells nobody', '{Poe} <told> him [[it is safe]].', null, null],
  ];
  it.each(cases)('%s', (_, text, outlet, addressee) => {
    expect(sourced(text, { names: { person: ['Poe', 'Mary Lunt'], body: ['Dunmore Gazette', 'CNN'] } })[0]).toMatchObject({
      outlet,
      addressee,
    });
  });
  it('the publisher is nobody’s outlet but whom it was said to', () => {
    expect(sourced('{Poe} <told> The Dunmore Gazette [[it is safe]].', { names: POE, publisher: 'Dunmore Gazette' })[0]).toMatchObject({
      outlet: null,
      addressee: 'The Dunmore Gazette',
    });
  });
  it('two who speak by turns in a transcript speak to each other', () => {
    expect(sourced('{POE}<:> [[It is safe.]]\n{LUNT}<:> [[Is it?]]\n{POE}<:> [[It is.]]').map((s) => s.addressee)).toEqual([
      'LUNT',
      'POE',
      'LUNT',
    ]);
  });
});

describe('act', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['the plain case', '{Poe} <said> [[the bridge is new]].', 'state'],
    ['a cue that accuses', '{Poe} <accused> the board of [[fraud]].', 'accuse'],
    ['words for a wrong', '{Poe} <said> [[the board lied about the bridge]].', 'accuse'],
    ['words of blame', '{Poe} <said> [[it is a terrible bridge]].', 'criticise'],
    ['words of praise', '{Poe} <said> [[it is a wonderful bridge]].', 'support'],
    ['denies', '{Poe} <denied> [[it is late]].', 'deny'],
    ['what must be done', '{Poe} <said> [[the board should wait]].', 'demand'],
    ['"asked" with somebody to do it is a demand', '{Poe} <asked> [[the crowd to wait]].', 'demand'],
    ['"asked" with "whether" is a question', '{Poe} <asked> [[whether it is safe]].', 'ask'],
    ['what the speaker will do', '{Poe} <said> [[she will resign]].', 'promise'],
    ['what the speaker says of herself', '{Poe} <said> [[she opposes the bridge]].', 'criticise'],
    ['no answer', '{Poe} <did not respond to> [[a request]].', 'decline'],
    ['warns', '{Poe} <warned> [[it is unsafe]].', 'warn'],
  ];
  it.each(cases)('%s', (_, text, act) => {
    expect(sourced(text, { names: POE })[0]!.act).toBe(act);
  });
});

describe('said', () => {
  const published = '2020-07-02'; // a Thursday
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['a weekday before publication', '{Poe} <said> on Monday [[it is safe]].', '2020-06-29'],
    ['the weekday of publication is that day', '{Poe} <said> on Thursday [[it is safe]].', '2020-07-02'],
    ['a weekday just after is the one a week before', '{Poe} <said> on Friday [[it is safe]].', '2020-06-26'],
    ['a whole date', '{Poe} <said> on June 3, 2019 [[it is safe]].', '2019-06-03'],
    ['a day before its month', '{Poe} <said> on 3 June [[it is safe]].', '2020-06-03'],
    ['a month to come was last year’s', '{Poe} <said> on Dec. 3 [[it is safe]].', '2019-12-03'],
    ['a year alone', '{Poe} <said> in 2016 [[it is safe]].', '2016'],
    ['a month with its year', '{Poe} <said> in May 2016 [[it is safe]].', '2016-05'],
    ['a day that no calendar has', '{Poe} <said> on June 31, 2019 [[it is safe]].', null],
    ['next Monday is not when it was said', '{Poe} <said> next Monday [[it is safe]].', null],
    ['a date inside what was said', '{Poe} <said> [[it opens on Monday]].', null],
    ['no date', '{Poe} <said> [[it is safe]].', null],
  ];
  it.each(cases)('%s', (_, text, said) => {
    expect(sourced(text, { names: POE, published })[0]!.said).toBe(said);
  });
  it('a date of one clause is not that of another’s speaker behind it, but of the same one’s', () => {
    const tags = { names: { person: ['Poe', 'Reed'] }, published };
    expect(sourced('{Poe} <said> on Monday [[it is safe]], but {Reed} <denied> [[that]].', tags).map((s) => s.said)).toEqual([
      '2020-06-29',
      null,
    ]);
    expect(sourced('{Poe} <said> on Monday [[it is safe]] and {Poe} <denied> [[that]].', tags).map((s) => s.said)).toEqual([
      '2020-06-29',
      '2020-06-29',
    ]);
  });
  it('without a date of publication a weekday tells nothing', () => {
    expect(sourced('{Poe} <said> on Monday [[it is safe]].', { names: POE })[0]!.said).toBeNull();
  });
});

describe('who is asked', () => {
  it('is the source of "was asked"', () => {
    const { reading, statements } = marked('Poe said no. {Poe} was <asked> [[whether it is safe]].', POE);
    const voices = { speakers: [], speakerOf: new Map([['s1', null]]) };
    expect(sourceStatements(reading, statements, voices, { credits: [] }).get('s1')!.sourcing.addressee).toBe('Poe');
  });
  it('is who speaks in the sentence, where "asked" has no source', () => {
    expect(sourced('{}<Asked> [[whether it is safe]], {Poe} <said> [[no]].', { names: POE })[0]!.addressee).toBe('Poe');
  });
  it('is nobody where something is only called for', () => {
    expect(sourced('{Poe} <called for> [[an inquiry to find out]].', { names: POE })[0]!.addressee).toBeNull();
  });
});

describe('where somebody speaks throughout', () => {
  const text = (far: string) =>
    `{Poe} <said> [[it is safe]].\n${far}{Poe} <told> CNN [[it is new]].\n${'Rain fell.\n'.repeat(8)}{Poe} <added> [[it is late]].`;
  it('is told in the opening and holds to the end', () => {
    expect(sourced(text(''), { names: POE }).map((s) => s.outlet)).toEqual(['CNN', 'CNN', 'CNN']);
  });
  it('holds there alone where it is told late', () => {
    expect(sourced(text('Rain fell.\n'.repeat(8)), { names: POE }).map((s) => s.outlet)).toEqual([null, 'CNN', null]);
  });
});

describe('chain', () => {
  it('keeps the first voice apart from those who pass it on', () => {
    expect(sourced('{Poe} <told> Reuters [[it is safe]], The Dunmore Gazette reports.', { names: POE })[0]!.chain).toEqual([
      'p1',
      'Reuters',
      'The Dunmore Gazette',
    ]);
  });
  it('a newspaper in a byline passes nothing on, an agency does', () => {
    const by = (text: string) => sourced('{Poe} <said> [[it is safe]].', { names: POE, credits: [{ text, at: [0, 0] }] })[0]!.chain;
    expect(by('By Ann Poe, The Harbour Gazette')).toEqual(['p1']);
    expect(by('By Staff and Reuters')).toEqual(['p1', 'Reuters']);
  });
  it('a credit line belongs to the chain of what it covers', () => {
    const credit = { text: '(With inputs from agencies)', at: [0, 0] as const };
    expect(sourced('{Poe} <said> [[it is safe]].', { names: POE, credits: [credit] })[0]!.chain).toEqual(['p1', 'agencies']);
  });
  it.each([
    ['— AP', ['AP']],
    ['By Staff and Reuters', ['Reuters']],
    ['GENEVA (AFP) —', ['AFP']],
    ['By Ann Poe', []],
  ])('%s', (text, tellers) => {
    expect(sourced('{}<Claims of> [[fraud]].', { credits: [{ text, at: [0, 0] }] })[0]!.chain).toEqual(tellers);
  });
});

describe('because', () => {
  it('says for each value which words decided it', () => {
    const [first] = sourced('{Poe} <told> reporters on Monday [[it is safe]].', { names: POE, published: '2020-07-02' });
    expect(first!.because.map((b) => b.rule)).toEqual([
      'grade-named',
      'channel-addressee',
      'addressee',
      'said',
      'chain-voice',
      'act-content',
    ]);
  });
});
