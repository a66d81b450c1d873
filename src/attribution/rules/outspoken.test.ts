import { expect, it } from 'vitest';
import { fakeNetwork } from '../../../tests/fake-network.ts';
import { readText } from '../../language/index.ts';
import { type CueReading, spanOf, wordsIn } from '../../model/index.ts';
import { outspoken } from './outspoken.ts';

/** What is decoded as the cue where the network saw the words between { and }, and how surely it is a statement. */
async function decoded(marked: string): Promise<string> {
  const text = marked.replace(/[{}]/g, '');
  const reading = await readText(text, fakeNetwork);
  const words = wordsIn(reading.words, [marked.indexOf('{'), marked.indexOf('}') - 1])!;
  const cue: CueReading = { words, probability: 0.4, from: 0, source: new Float32Array(), content: new Float32Array() };
  const [draft] = outspoken({ ...reading, cues: [cue] }, (c) => ({ cue: c.words, source: undefined, content: [], score: -3, because: [] }));
  return `${text.slice(...spanOf(reading.words, draft!.cue!))} ${draft!.score}`;
}

it.each([
  ['the network saw the auxiliary alone', 'Orlavia {has} been critical and vocal about the camps.', 'has been critical and vocal about 0'],
  ['the network saw the adjective alone', 'The envoy was openly {critical} of the harbour board.', 'was openly critical of 0'],
  ['a phrase with a clause behind stays', 'The bridge {is} critical because it carries the water.', 'is -3'],
  ['a cue that is whole stays as it is', 'The envoy {was outspoken about} the camps.', 'was outspoken about -3'],
  ['other cues are untouched', 'The envoy {said} that she was critical of the board.', 'said -3'],
])('%s', async (_, marked, expected) => {
  expect(await decoded(marked)).toBe(expected);
});
