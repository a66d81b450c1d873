import { expect, it } from 'vitest';
import type { Draft } from '../src/attribution/draft.ts';
import { wholeQuotation } from '../src/attribution/rules/whole-quotation.ts';
import { readText } from '../src/language/index.ts';
import { spanOf, wordsIn } from '../src/model/index.ts';
import { fakeNetwork } from './fake-network.ts';

/** Content stands between [ and ], the cue between { and }. */
async function settled(marked: string): Promise<string> {
  const text = marked.replace(/[[\]{}]/g, '');
  const reading = await readText(text, fakeNetwork);
  const spans = (open: string, close: string) => {
    const found: [number, number][] = [];
    let at = 0;
    for (const sign of marked) {
      if (sign === open) found.push([at, at]);
      else if (sign === close) found.at(-1)![1] = at;
      if (!'[]{}'.includes(sign)) at += sign.length;
    }
    return found.map((span) => wordsIn(reading.words, span)!);
  };
  const draft: Draft = { cue: spans('{', '}')[0], source: undefined, content: spans('[', ']'), score: 1, because: [] };
  const [whole] = wholeQuotation(reading, [draft]);
  return whole!.content.map((range) => text.slice(...spanOf(reading.words, range))).join(' + ');
}

it.each([
  ['half a quotation or more becomes the whole', '“We lost [the boat and the nets],” she {said}.', '“We lost the boat and the nets,”'],
  [
    'pieces of one quotation become one',
    '“[We lost the boat] and [the nets and the rope],” she {said}.',
    '“We lost the boat and the nets and the rope,”',
  ],
  [
    'what strays into a quotation leaves it',
    'Orla {wrote} [that the harbour froze]. “We lost the boat and [the nets],” said Tam.',
    'that the harbour froze',
  ],
  ['a content that is all within stays, though it strays', '“We lost the boat and the nets and [the rope],” she {said}.', 'the rope'],
  [
    'a statement told inside the quotation keeps its own',
    '“The mayor {said} [we would get the money], and we never did.”',
    'we would get the money',
  ],
  ['a short term may be cut', 'She {said} [a “safe] room” was built.', 'a “safe'],
  ['a quotation left open is not trusted', 'She {said} [“we lost the boat] and the nets', '“we lost the boat'],
  ['marks left out at the edges stay out', '“[We lost the boat and the nets],” she {said}.', 'We lost the boat and the nets'],
])('%s', async (_, marked, expected) => expect(await settled(marked)).toBe(expected));
