import { describe, expect, it } from 'vitest';
import { type Names, readingOf, type Syntax } from '../../tests/reading-of.ts';
import { viewOf } from '../model/index.ts';
import { placeOf, victimsOf, whenOf } from './circumstances.ts';
import { triggersIn } from './triggers.ts';

const NAMES: Names = { place: ['Vell', 'Port Orla', 'Norland'], date: ['in March', '2019', 'yesterday', 'four years'] };

/** What is found around the first word for a wrong, in words. */
function around(text: string, syntax: Syntax) {
  const view = viewOf(readingOf(text, NAMES, syntax));
  const content = Array.from({ length: view.count }, (_, i) => i);
  const [trigger] = triggersIn(view, content);
  const [victims, place, when] = [
    victimsOf(view, content, trigger, undefined),
    placeOf(view, content, trigger),
    whenOf(view, content, trigger),
  ];
  for (const { text: words, at } of [victims, place, when])
    expect(at.map((span) => text.slice(...span))).toEqual(words === null ? [] : [words]);
  return { victims: victims.text, place: place.text, when: when.text };
}

const NOTHING = { victims: null, place: null, when: null };
const TORTURED = 'Soldiers/NNS nsubj tortured/VBD; prisoners/NNS dobj tortured';

describe('who suffered it, where and when, in the words of the report', () => {
  it.each<readonly [edge: string, text: string, syntax: Syntax, found: Partial<typeof NOTHING> | Readonly<Record<string, string>>]>([
    ['the object with what belongs to it', 'Soldiers tortured forty prisoners.', `${TORTURED}; forty/CD`, { victims: 'forty prisoners' }],
    ['nobody who suffers it', 'Torture went on.', 'Torture/NN nsubj went/VBD', {}],
    [
      'a place behind "in"',
      'Soldiers tortured prisoners in Vell.',
      `${TORTURED}; in case Vell; Vell nmod tortured`,
      { victims: 'prisoners', place: 'Vell' },
    ],
    [
      'a place of two words',
      'Soldiers tortured prisoners in Port Orla.',
      `${TORTURED}; in case Orla; Port compound Orla; Orla nmod tortured`,
      { victims: 'prisoners', place: 'Port Orla' },
    ],
    [
      'a place that is nobody’s whereabouts',
      'Soldiers from Vell tortured prisoners.',
      `${TORTURED}; from case Vell; Vell nmod Soldiers`,
      { victims: 'prisoners' },
    ],
    [
      'the place that hangs on the wrong, before a nearer one that tells where somebody is from',
      'Soldiers at home in Vell tortured prisoners of all kinds in Norland.',
      `${TORTURED}; in case Vell; Vell nmod Soldiers; in#2 case Norland; Norland nmod tortured; kinds nmod prisoners; of case kinds`,
      { victims: 'prisoners of all kinds', place: 'Norland' },
    ],
    [
      'a place of another sentence',
      'Rain fell in Vell. Soldiers tortured prisoners.',
      `${TORTURED}; in case Vell; Vell nmod fell`,
      { victims: 'prisoners' },
    ],
    ['a year with "in"', 'Soldiers tortured prisoners in 2019.', TORTURED, { victims: 'prisoners', when: 'in 2019' }],
    [
      'a time of several words',
      'Soldiers tortured prisoners over the past four years.',
      TORTURED,
      { victims: 'prisoners', when: 'over the past four years' },
    ],
    ['a time of another sentence', 'Soldiers tortured prisoners. Rain fell yesterday.', TORTURED, { victims: 'prisoners' }],
  ])('%s', (_edge, text, syntax, found) => {
    expect(around(text, syntax)).toEqual({ ...NOTHING, ...found });
  });
});

it('where no words name the wrong, nobody is said to have suffered it', () => {
  const view = viewOf(readingOf('Soldiers left prisoners behind.', {}, 'prisoners dobj left/VBD'));
  expect(victimsOf(view, [0, 1, 2, 3], undefined, undefined)).toEqual({ text: null, at: [] });
});
