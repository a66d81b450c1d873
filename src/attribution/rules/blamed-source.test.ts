import { expect, it } from 'vitest';
import { fakeNetwork } from '../../../tests/fake-network.ts';
import { readText } from '../../language/index.ts';
import { spanOf, wordsIn } from '../../model/index.ts';
import { withoutBlamed } from './blamed-source.ts';

/** The source that is left to a statement whose source stands between [ and ] and whose cue between { and }. */
async function sourceOf(marked: string): Promise<string | undefined> {
  const text = marked.replace(/[[\]{}]/g, '');
  const reading = await readText(text, fakeNetwork);
  const range = (open: string, close: string) => {
    const at = (sign: string) => marked.slice(0, marked.indexOf(sign)).replace(/[[\]{}]/g, '').length;
    return wordsIn(reading.words, [at(open), at(close)])!;
  };
  const draft = { cue: range('{', '}'), source: range('[', ']'), content: [range('{', '}')], score: 0, because: [] };
  const [{ source }] = withoutBlamed(reading, [draft]) as [typeof draft];
  return source && text.slice(...spanOf(reading.words, source));
}

it.each([
  ['who comes under criticism', 'In May [the harbour board] {came under withering criticism for} its silence.', undefined],
  ['who has faced accusations', '[Orlavia] has {faced new accusations that} it shelled the depot.', undefined],
  ['who draws fire, with the cue on the noun alone', '[The mayor] drew {fire} over the ferry.', undefined],
  ['who utters it stays', '[The envoy] {faced the press and said} that the talks were over.', 'The envoy'],
  ['who criticises stays', '[The union] {voiced criticism of} the board.', 'The union'],
])('%s', async (_, marked, expected) => {
  expect(await sourceOf(marked)).toBe(expected);
});
