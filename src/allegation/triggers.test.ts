import { expect, it } from 'vitest';
import { readingOf } from '../../tests/reading-of.ts';
import { viewOf, WRONGS } from '../model/index.ts';
import { WRONG_TRIGGERS } from './lexicon.generated.ts';
import { triggersIn } from './triggers.ts';

const triggersOf = (text: string, syntax?: string) => {
  const view = viewOf(readingOf(text, {}, syntax));
  const among = Array.from({ length: view.count }, (_, i) => i);
  return triggersIn(view, among).map(({ words, head, ...rest }) => ({
    ...rest,
    words: among
      .slice(words[0], words[1] + 1)
      .map((i) => view.word(i))
      .join(' '),
    head: view.word(head),
  }));
};

it.each([
  ['a verb in the past', 'They murdered him.', 'murdered', 'killing'],
  ['a verb in "-ing"', 'They are torturing him.', 'torturing', 'torture'],
  ['an irregular verb', 'They stole the money.', 'stole', 'property-crime'],
  ['an irregular participle', 'He was slain.', 'slain', 'killing'],
  ['a plural', 'The massacres went on.', 'massacres', 'killing'],
  ['capitals', 'TORTURE was proven.', 'TORTURE', 'torture'],
  ['words in a row', 'They used death squads.', 'death squads', 'killing'],
  ['words in a row with an article between', 'It was ethnic cleansing.', 'ethnic cleansing', 'genocide'],
  ['a row over "the" that the list does not have', 'A crime against the humanity of us all.', 'crime against the humanity', 'genocide'],
])('%s names a wrong', (_edge, text, words, wrong) => {
  expect(triggersOf(text)[0]).toMatchObject({ words, wrong, strong: true, negated: false });
});

it('a word that names a wrong only sometimes is no strong one', () => {
  expect(triggersOf('They executed the plan.')[0]).toMatchObject({ words: 'executed', strong: false });
});

it.each([
  ['a word within another', 'The skilled killdeer bribed nobody’s heart.', ['bribed']],
  ['no word for a wrong', 'The bridge is safe.', []],
  ['no words', '', []],
])('%s is none', (_edge, text, words) => {
  expect(triggersOf(text).map((t) => t.words)).toEqual(words);
});

it('each stands at its own place, in the order of the text, the longer row before the shorter', () => {
  expect(triggersOf('Torture, extrajudicial murder and crimes against humanity.').map((t) => t.words)).toEqual([
    'Torture',
    'extrajudicial',
    'murder',
    'crimes against humanity',
  ]);
});

it.each([
  ['a noun behind an adjective', 'a genocidal/JJ massacre/NN', 'massacre'],
  ['the last noun of a row', 'death/NN squads/NNS', 'squads'],
])('the head is %s', (_edge, tagged, head) => {
  const text = tagged.replace(/\/\w+/g, '');
  expect(
    triggersOf(
      `${text}.`,
      tagged
        .split(' ')
        .filter((w) => w.includes('/'))
        .join('; '),
    ).at(-1),
  ).toMatchObject({ head });
});

it.each([
  ['"not"', 'The army did not torture them.', true],
  ['"never" with words between', 'He never once took a bribe.', true],
  ['"n’t"', 'They didn’t kill him.', true],
  ['"nobody" as the subject', 'Nobody was killed.', true],
  ['"no" before the noun', 'There was no genocide.', true],
  ['"without"', 'They left without torture.', true],
  ['a negation of another clause', 'They did not stop, the army killed them.', false],
  ['a negation behind "but"', 'It was not sleep but murder.', false],
  ['a negation of the sentence before', 'It did not. They killed him.', false],
  ['a negation behind the word', 'They killed him, not her.', false],
  ['a negation too far before', 'Not one of the seven men on the long wall killed him.', false],
])('%s: negated is %s', (_edge, text, negated) => {
  expect(triggersOf(text)[0]).toMatchObject({ negated });
});

it('looks only at the words that it is given', () => {
  const view = viewOf(readingOf('They killed him and robbed her.'));
  expect(triggersIn(view, [0, 2, 3, 4, 5])).toEqual(triggersIn(view, [4, 5]));
});

it('every row of the list names a wrong that there is', () => {
  const codes = new Set(WRONG_TRIGGERS.map((line) => line.slice(line.lastIndexOf(' ') + 1).replace('?', '')));
  expect([...codes].filter((code) => !(code in WRONGS))).toEqual([]);
});
