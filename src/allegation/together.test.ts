import { expect, it } from 'vitest';
import { readingOf } from '../../tests/reading-of.ts';
import { viewOf } from '../model/index.ts';
import { referentsOf } from './referents.ts';
import { togetherWith } from './together.ts';

it.each([
  ['two names', 'Vell and Sorn forged it.', 'Vell nsubj forged; Sorn/NNP conj Vell; forged/VBD', 'Vell', 'Sorn'],
  [
    'a name and people of its own',
    'Vell and her aides forged it.',
    'Vell nsubj forged; her/PRP$; aides/NNS conj Vell; forged/VBD',
    'Vell',
    'her aides',
  ],
  [
    '"or" before people of its own',
    'Vell or her aides forged it.',
    'Vell nsubj forged; her/PRP$; aides/NNS conj Vell; forged/VBD',
    'Vell',
    'her aides',
  ],
  ['not "or" before others', 'Vell or officials forged it.', 'Vell nsubj forged; officials/NNS conj Vell', 'Vell', undefined],
  ['not a thing', 'Vell and her house burned.', 'Vell nsubj burned; her/PRP$; house/NN conj Vell', 'Vell', undefined],
  ['not the subject of another clause', 'They met Vell and officials left.', 'Vell dobj met; officials/NNS nsubj left', 'Vell', undefined],
  ['not one that stands before', 'Sorn and Vell forged it.', 'Sorn/NNP nsubj forged; Vell/NNP conj Sorn', 'Vell', undefined],
])('who does it together with another: %s', (_edge, text, syntax, first, expected) => {
  const view = viewOf(readingOf(text, { person: ['Vell', 'Sorn'] }, syntax));
  const content = Array.from({ length: view.count }, (_, i) => i);
  const head = content.find((i) => view.word(i) === first)!;
  const other = togetherWith({ view, content, referents: referentsOf(view, []) }, { heads: [head], speaker: -1 });
  const words = other && text.slice(view.reading.words.start[other.words[0]], view.reading.words.end[other.words[1]]);
  expect(words).toBe(expected);
});
