import { expect, it } from 'vitest';
import { marked } from '../../tests/reading-of.ts';
import { STATUSES, WRONGS } from '../model/index.ts';
import { allege } from './allege.ts';

/** How many allegations a statement has whose speaker denies something, if the network thinks so much of them. */
function alleged(text: string, alleges: number): number {
  const { reading, statements } = marked(text, { person: ['Ann Poe'] });
  const even = (names: object) => Object.keys(names).map((_, __, all) => 1 / all.length);
  const judgement = { acts: [], alleges, wrongs: even(WRONGS), statuses: even(STATUSES), question: [], nobody: 0 };
  const told = { speakers: [], speakerOf: new Map(), actOf: () => 'deny' as const, judgementOf: () => judgement };
  return allege(withoutKeys(reading), statements, told).size;
}

/** A reading with senses whose words answer nothing. */
const withoutKeys = <T>(reading: T) => ({
  ...reading,
  senses: { of: new Int8Array(), keys: new Int8Array(), judge: { keys: 0, zones: new Float32Array(3) } as never },
});

it.each([
  ['of a wrong without a word for it, by somebody without a name, the network must be sure', '[[it was not so]]', 0.9, 0],
  ['then it is alleged', '[[it was not so]]', 2, 1],
  ['a word for a wrong needs less', '[[nobody tortured the miller]]', 0.9, 1],
])('%s', (_edge, said, alleges, count) => {
  expect(alleged(`{A doctor} <said> ${said}.`, alleges)).toBe(count);
});
