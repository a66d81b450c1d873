import { describe, expect, it } from 'vitest';
import { marked, type Names, readingOf, type Syntax } from '../../tests/reading-of.ts';
import { ownVoice } from './own-voice.ts';

const NAMES: Names = { body: ['Norland army', 'Norland'], place: ['Vell'] };
const ACTIVE: Syntax = 'army nsubj tortured/VBD; prisoners dobj tortured';
const PASSIVE: Syntax = 'prisoners nsubjpass tortured/VBN; were auxpass tortured; by case army; army nmod tortured';

const found = (text: string, syntax: Syntax): readonly string[] =>
  ownVoice(readingOf(text, NAMES, syntax), []).map(({ content }) => text.slice(...content[0]!));

describe('a sentence is the report’s own accusation', () => {
  it.each<readonly [edge: string, text: string, syntax: Syntax, content: string]>([
    ['a named doer and a verb in the past', 'The Norland army tortured prisoners.', ACTIVE, 'The Norland army tortured prisoners'],
    ['in the passive', 'The prisoners were tortured by the Norland army.', PASSIVE, 'The prisoners were tortured by the Norland army'],
    [
      'a noun before which a name stands',
      'The Norland guards tortured prisoners.',
      'Norland compound guards; guards/NNS nsubj tortured/VBD; prisoners dobj tortured',
      'The Norland guards tortured prisoners',
    ],
    [
      'a verb that does what its object names',
      'The Norland army inflicted torture on prisoners.',
      'army nsubj inflicted/VBD; torture dobj inflicted; on case prisoners; prisoners nmod inflicted',
      'The Norland army inflicted torture on prisoners',
    ],
    [
      'a noun with its owner',
      'The Norland army’s massacre of prisoners went on.',
      'army nmod:poss massacre; of case prisoners; prisoners nmod massacre; massacre nsubj went/VBD',
      'The Norland army’s massacre of prisoners went on',
    ],
    [
      'a doer behind a clause of its own, which leaves the verb without a subject',
      'Even as the Norland army, which is old, has inflicted torture on prisoners, rain fell.',
      'army nmod fell/VBD; old acl:relcl army; has aux inflicted/VBN; torture dobj inflicted; prisoners nmod inflicted; rain nsubj fell',
      'Even as the Norland army, which is old, has inflicted torture on prisoners, rain fell',
    ],
  ])('%s', (_edge, text, syntax, content) => {
    expect(found(text, syntax)).toEqual([content]);
  });
});

describe('a sentence is none', () => {
  it.each<readonly [edge: string, text: string, syntax: Syntax]>([
    ['a negation', 'The Norland army never tortured prisoners.', ACTIVE],
    ['a question', 'Has the Norland army tortured prisoners?', ACTIVE],
    ['"allegedly"', 'The Norland army allegedly tortured prisoners.', ACTIVE],
    ['"reportedly"', 'The Norland army reportedly tortured prisoners.', ACTIVE],
    ['"might"', 'The Norland army might have tortured prisoners.', ACTIVE],
    ['"if"', 'If the Norland army tortured prisoners there is a file.', ACTIVE],
    ['a charge, which is the law’s word', 'The Norland army was charged: it tortured prisoners.', ACTIVE],
    ['a film', 'In the film the Norland army tortured prisoners.', ACTIVE],
    ['a doer without a name', 'The village army tortured prisoners.', ACTIVE],
    ['nobody who does it', 'The prisoners in Vell were tortured.', 'prisoners nsubjpass tortured/VBN; Vell nmod tortured'],
    ['a wrong that is none against life, body or freedom', 'The Norland army lied to prisoners.', 'army nsubj lied/VBD'],
    ['what is not done yet', 'The Norland army wants to torture prisoners.', 'army nsubj wants/VBZ; torture/VB xcomp wants'],
    ['words in quotation marks', '“The Norland army tortured prisoners.”', ACTIVE],
    [
      'a named subject of another verb',
      'The Norland army slept, and guards in masks had tortured prisoners.',
      'army nsubj slept/VBD; guards/NNS nsubj tortured/VBN; prisoners dobj tortured; tortured conj slept',
    ],
    [
      'a named object before a verb whose subject is missing',
      'Rain hit the Norland army, having tortured prisoners.',
      'Rain nsubj hit/VBD; army dobj hit; having/VBG aux tortured/VBN; prisoners dobj tortured',
    ],
  ])('%s', (_edge, text, syntax) => {
    expect(found(text, syntax)).toEqual([]);
  });

  it.each([
    ['in the content of a statement', '{Poe} <said> [[the Norland army tortured prisoners]].'],
    ['in the source of a statement', '{A man the Norland army tortured prisoners with} <said> [[no]].'],
  ])('words %s', (_edge, source) => {
    const { reading, statements } = marked(source, NAMES, ACTIVE);
    expect(ownVoice(reading, statements)).toEqual([]);
  });
});

it('stands on nobody’s word: no source, no cue, and the reason at the doer and the wrong', () => {
  const text = 'The Norland army tortured prisoners.';
  const [one] = ownVoice(readingOf(text, NAMES, ACTIVE), []);
  expect(one).toMatchObject({ id: 'o1', source: [], cue: [], form: 'indirect', within: null });
  expect(one!.because).toMatchObject([{ rule: 'own-voice' }]);
  expect(one!.because[0]!.at.map((span) => text.slice(...span))).toEqual(['army', 'tortured']);
});

it('each such sentence is one, numbered in the order of the text', () => {
  const text = 'The Norland army tortured prisoners. Rain fell. Norland massacred villagers.';
  const syntax = `${ACTIVE}; Norland#2 nsubj massacred/VBD; villagers dobj massacred`;
  expect(ownVoice(readingOf(text, NAMES, syntax), []).map(({ id }) => id)).toEqual(['o1', 'o2']);
});
