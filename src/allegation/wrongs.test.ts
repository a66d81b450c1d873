import { expect, it } from 'vitest';
import { readingOf } from '../../tests/reading-of.ts';
import { viewOf, WRONGS, type Wrong } from '../model/index.ts';
import { triggersIn } from './triggers.ts';
import { BY_GRAVITY, weighWrongs } from './wrongs.ts';

/** A network's opinion: what it gives each wrong; the rest is shared out among the others. */
const opinion = (given: Partial<Record<Wrong, number>> = {}) => {
  const left = 1 - Object.values(given).reduce((a, b) => a + b, 0);
  const others = BY_GRAVITY.length - Object.keys(given).length;
  return { acts: [], alleges: 0, statuses: [], question: [], nobody: 0, wrongs: BY_GRAVITY.map((wrong) => given[wrong] ?? left / others) };
};
const weighed = (text: string, judgement?: ReturnType<typeof opinion>) => {
  const view = viewOf(readingOf(text));
  return weighWrongs(
    triggersIn(
      view,
      Array.from({ length: view.count }, (_, i) => i),
    ),
    judgement,
  );
};
const first = (text: string, judgement?: ReturnType<typeof opinion>) => weighed(text, judgement)[0]!.wrong;

it('gravity is the order of the vocabulary, from genocide to what no other code covers', () => {
  expect(BY_GRAVITY).toEqual(Object.keys(WRONGS));
  expect([BY_GRAVITY[0], BY_GRAVITY.at(-1)]).toEqual(['genocide', 'other-wrong']);
});

it.each<readonly [edge: string, text: string, given: Partial<Record<Wrong, number>>, wrong: Wrong]>([
  ['words alone, where the network knows nothing', 'They tortured him.', {}, 'torture'],
  ['the network alone, where no word names a wrong', 'They did that to him.', { torture: 0.5 }, 'torture'],
  ['of two words the one that the network thinks of', 'They tortured him and took a bribe.', { corruption: 0.5 }, 'corruption'],
  ['a word over a network that leans to another', 'They tortured him.', { corruption: 0.2, torture: 0.1 }, 'torture'],
  ['a network that is sure over a word that names a wrong only sometimes', 'They executed the plan.', { corruption: 0.9 }, 'corruption'],
  ['of two words alike the graver', 'They lied, and tortured him.', {}, 'torture'],
])('%s', (_edge, text, given, wrong) => {
  expect(first(text, opinion(given))).toBe(wrong);
});

it.each<readonly [text: string, wrong: Wrong]>([
  ['Hackers went for the ballot machines of Orlavia.', 'election-interference'],
  ['Hackers read the letters of the envoy.', 'surveillance'],
  ['The miller is a fraud.', 'deception'],
  ['The bank was in breach of the treaty.', 'breach-of-agreement'],
  ['The miller has no regard for the law.', 'other-wrong'],
])('what else is said decides what a word means: %s', (text, wrong) => {
  expect(first(text)).toBe(wrong);
});

it('without a network the words decide, and without words all are alike', () => {
  expect(first('They tortured him.')).toBe('torture');
  const scores = weighed('They left.').map(({ score }) => score);
  expect(new Set(scores).size).toBe(1);
});

it('every wrong is weighed once, with the words that name it', () => {
  const rows = weighed('They executed the plan and murdered him.', opinion());
  expect(rows.map(({ wrong }) => wrong).sort()).toEqual(Object.keys(WRONGS).sort());
  const words = rows.filter(({ trigger }) => trigger !== undefined);
  expect(words).toMatchObject([{ wrong: 'killing', trigger: { strong: true } }]);
});
