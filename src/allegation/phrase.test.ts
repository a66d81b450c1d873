import { expect, it } from 'vitest';
import { readingOf, type Syntax } from '../../tests/reading-of.ts';
import { viewOf, type WordRange } from '../model/index.ts';
import { nounPhrase, wholePhrase } from './phrase.ts';

const viewing = (text: string, syntax?: Syntax) => {
  const view = viewOf(readingOf(text, {}, syntax));
  const at = (word: string) => Array.from({ length: view.count }, (_, i) => i).find((i) => view.word(i) === word)!;
  const words = ([first, last]: WordRange) => text.slice(view.reading.words.start[first], view.reading.words.end[last]);
  return { view, at, words };
};

it.each([
  ['from its determiner on', 'They saw the old army.', 'army', 'the old army'],
  ['no word before the determiner', 'In March the army came.', 'army', 'the army'],
  ['no word before "their"', 'Last May their army came.', 'army', 'their army'],
  ['an owner', 'They saw the ministry’s army.', 'army', 'the ministry’s army'],
  ['not over the end of a sentence', 'They saw March. Army men came.', 'men', 'Army men'],
  ['a bare noun', 'They saw men.', 'men', 'men'],
])('a noun phrase is read back: %s', (_edge, text, head, expected) => {
  const { view, at, words } = viewing(text, text.includes(' saw ') ? 'saw/VBD' : undefined);
  expect(words(nounPhrase(view, at(head)))).toBe(expected);
});

it.each([
  [
    'what hangs on it by "of"',
    'They killed thousands of villagers.',
    'killed/VBD; villagers/NNS nmod thousands; thousands/NNS',
    'thousands',
    'thousands of villagers',
  ],
  [
    'what is joined by "and"',
    'They killed women and children.',
    'killed/VBD; women/NNS; children/NNS conj women',
    'women',
    'women and children',
  ],
  ['nothing behind a comma', 'They killed women, children.', 'killed/VBD; women/NNS; children/NNS conj women', 'women', 'women'],
  [
    'nothing behind a verb',
    'They killed women who hid children.',
    'killed/VBD; women/NNS; hid/VBD acl:relcl women; children/NNS dobj hid',
    'women',
    'women',
  ],
  ['nothing behind "with"', 'They killed women with knives.', 'killed/VBD; women/NNS; knives/NNS nmod women', 'women', 'women'],
])('the whole phrase has %s', (_edge, text, syntax, head, expected) => {
  const { view, at, words } = viewing(text, syntax);
  expect(words(wholePhrase(view, at(head), 0, view.count - 1))).toBe(expected);
});

it('a floor and a ceiling are kept', () => {
  const { view, at, words } = viewing('They killed the women of villages.', 'killed/VBD; women/NNS; villages/NNS nmod women');
  expect(words(wholePhrase(view, at('women'), at('women'), at('of')))).toBe('women');
});
