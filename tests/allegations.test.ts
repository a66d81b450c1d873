import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../src/engine/index.ts';
import { type Analysis, textAt, textOf } from '../src/model/index.ts';
import { createNetwork, defaultModelDir } from '../src/node/index.ts';
import { articleOf } from './fakes/analysis.ts';

let engine: Engine;

beforeAll(async () => {
  engine = createEngine(await createNetwork(defaultModelDir()));
}, 60_000);

/** What a report alleges: each allegation with who tells it, as "ID: WHO says ACCUSED WRONG STATUS". */
async function read(text: string): Promise<{ readonly analysis: Analysis; readonly told: readonly string[] }> {
  const analysis = await engine.read(articleOf(text, { publisher: 'The Vell Courier' }));
  const names = new Map(analysis.speakers.map(({ id, name, type }) => [id, name ?? type]));
  const told = analysis.statements.flatMap(({ speaker, allegations = [] }) =>
    allegations.map(({ accused, wrong, status }) => `${names.get(speaker ?? '') ?? null} says ${accused} ${wrong} ${status}`),
  );
  return { analysis, told };
}

describe('a plain accusation names who accuses, who is accused, and of what', () => {
  it.each([
    ['active', 'The army tortured forty prisoners, Marta Oyelo said on Monday.', 'Marta Oyelo says army torture alleged'],
    ['passive', 'Forty prisoners were tortured by the army, Marta Oyelo said on Monday.', 'Marta Oyelo says army torture alleged'],
    ['a charge', 'Prosecutors charged Ivo Brant with fraud, the court said.', 'Ivo Brant corruption charged'],
  ])('%s', async (_edge, text, expected) => {
    expect((await read(text)).told[0]).toContain(expected);
  });

  it('every value’s words stand in the report, and every decision says its reason', async () => {
    const { analysis } = await read('The army tortured forty prisoners in Vell in March, Marta Oyelo said on Monday.');
    const [allegation] = analysis.statements[0]!.allegations!;
    const words = Object.fromEntries(Object.entries(allegation!.spans).map(([field, at]) => [field, textOf(analysis.article.text, at!)]));
    expect(words).toMatchObject({
      accused: expect.stringMatching(/army$/),
      wrong: 'tortured',
      victims: allegation!.victims,
      place: 'Vell',
    });
    expect(allegation!.because.map(({ rule }) => rule.split('-')[0])).toEqual(['wrong', 'accused', 'status']);
  });
});

describe('what is denied, supposed or asked is no plain allegation', () => {
  it.each([
    ['a denial by its verb', 'General Ivo Brant denied that the army had tortured prisoners.'],
    ['a denial of a deed', 'General Ivo Brant denied stealing the money.'],
    ['a rejection', 'General Ivo Brant rejected the accusation of torture as false.'],
    ['"not"', 'The army did not torture anybody, General Ivo Brant said on Monday.'],
    ['"never" in somebody’s own words', '"I never took a bribe," Ivo Brant said on Tuesday.'],
    ['"nobody"', 'The mayor, Ann Poe, said that nobody was killed by the police.'],
    ['"might"', 'The army might torture prisoners if nobody watches, Marta Oyelo warned.'],
    ['"if"', '"If the army tortures prisoners, we will leave," Marta Oyelo said.'],
    ['"whether"', 'Marta Oyelo asked whether the army had tortured the prisoners.'],
  ])('%s', async (_edge, text) => {
    const { analysis } = await read(text);
    const statuses = analysis.statements.flatMap(({ allegations = [] }) => allegations.map(({ status }) => status));
    expect(statuses).not.toContain('alleged');
    expect(analysis.statements.length).toBeGreaterThan(0);
  });

  it.each([
    ['by its verb', 'General Ivo Brant denied taking a bribe.', 'corruption'],
    ['in somebody’s own words', '"I never took a bribe," Ivo Brant said on Tuesday.', 'corruption'],
    ['for another', 'The army did not torture anybody, General Ivo Brant said on Monday.', 'torture'],
  ])('a denial names what it denies: %s', async (_edge, text, wrong) => {
    const { analysis } = await read(text);
    expect(analysis.statements[0]!.allegations).toMatchObject([{ wrong, status: 'denied' }]);
  });
});

describe('in the reporter’s own voice', () => {
  const text = 'In March the Norland army tortured prisoners in Vell. The harvest was good. Ann Poe said that the road is open.';

  it('the publisher is the speaker, and the grade is author', async () => {
    const { analysis } = await read(text);
    const [own, ...others] = analysis.statements;
    expect(own).toMatchObject({ id: 's1', source: [], cue: [], act: 'accuse', sourcing: { type: 'author', grade: 'author' } });
    expect(analysis.speakers.find(({ id }) => id === own!.speaker)).toMatchObject({
      name: 'The Vell Courier',
      type: 'author',
      mentions: [],
    });
    expect(own!.allegations).toMatchObject([{ accused: 'Norland army', wrong: 'torture', status: 'alleged', place: 'Vell' }]);
    expect(own!.because.some(({ rule }) => rule === 'own-voice')).toBe(true);
    expect(others.map(({ sourcing }) => sourcing!.grade)).toEqual(['named']);
  });

  it('a report without a publisher has it on nobody’s name', async () => {
    const analysis = await engine.read(articleOf(text));
    expect(analysis.speakers.find(({ id }) => id === analysis.statements[0]!.speaker)).toMatchObject({ name: null, type: 'author' });
  });

  it.each([
    ['somebody answers for it', 'The Norland army tortured prisoners in Vell, Ann Poe said.'],
    ['it is hedged', 'The Norland army allegedly tortured prisoners in Vell. Ann Poe said that the road is open.'],
    ['it is denied', 'The Norland army never tortured prisoners in Vell. Ann Poe said that the road is open.'],
  ])('not where %s', async (_edge, sentence) => {
    const { analysis } = await read(sentence);
    expect(analysis.statements.filter(({ sourcing }) => sourcing!.grade === 'author')).toEqual([]);
  });
});

it('who cites another keeps both: the teller tells, and the one who is cited accuses', async () => {
  const { analysis } = await read('Marta Oyelo cited Ivo Brant as saying that the army had killed villagers.');
  const nameOf = (id: string | null | undefined) => analysis.speakers.find((speaker) => speaker.id === id)?.name;
  const inner = analysis.statements.find(({ within }) => within !== null)!;
  const outer = analysis.statements.find(({ id }) => id === inner.within)!;
  expect(nameOf(outer.speaker)).toBe('Marta Oyelo');
  expect(nameOf(inner.speaker)).toBe('Ivo Brant');
  expect(inner.sourcing!.chain.map(nameOf)).toEqual(['Ivo Brant', 'Marta Oyelo']);
  expect(inner.allegations).toMatchObject([{ accused: 'army', wrong: 'killing', victims: 'villagers' }]);
  expect(textAt(analysis.article.text, inner.content[0]!)).toContain('army had killed villagers');
});
