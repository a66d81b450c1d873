import { describe, expect, it } from 'vitest';
import { fakeNetwork } from '../../tests/fake-network.ts';
import { readText } from '../language/index.ts';
import { marksOf, withMarks } from './marks.ts';

/** The words between { and }, as a run, with the marks that belong to them. */
async function grown(marked: string): Promise<string> {
  const text = marked.replace(/[{}]/g, '');
  const reading = await readText(text, fakeNetwork);
  const [from, to] = [marked.indexOf('{'), marked.indexOf('}') - 1];
  const inside = [...reading.words.start.keys()].filter((i) => reading.words.start[i]! >= from && reading.words.end[i]! <= to);
  const [first, last] = withMarks([inside[0]!, inside.at(-1)!], marksOf(reading));
  return text.slice(reading.words.start[first], reading.words.end[last]);
}

describe('a run takes the marks of what it holds', () => {
  it.each([
    ['the closing mark just after it', '{“We saw it.}” He left.', '“We saw it.”'],
    ['the opening mark just before it', '“{We saw it.”} He left.', '“We saw it.”'],
    ['both marks around it', '“{We saw it.}” He left.', '“We saw it.”'],
    ['not a mark whose partner lies outside', '“We saw {it.}” He left.', 'it.'],
    ['no mark, no change', '{We saw it}. He left.', 'We saw it'],
  ])('%s', async (_, marked, expected) => expect(await grown(marked)).toBe(expected));
});
