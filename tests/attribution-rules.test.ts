import { describe, expect, it } from 'vitest';
import { attribute } from '../src/attribution/index.ts';
import { readText } from '../src/language/index.ts';
import { fakeNetwork } from './fake-network.ts';

const read = async (text: string) =>
  attribute(await readText(text, fakeNetwork), (inner) => readText(inner, fakeNetwork), fakeNetwork.calibration);

/** "source | content + content" of each statement, with the rules that made it. */
async function told(text: string): Promise<string[]> {
  const { statements } = await read(text);
  const words = (spans: readonly (readonly [number, number])[]) => spans.map(([s, e]) => text.slice(s, e)).join(' + ');
  return statements.map((s) => `${words(s.source)} | ${words(s.content)} | ${s.because.map((b) => b.rule).join(', ')}`);
}

describe('what no cue introduces', () => {
  it.each([
    [
      'a post signed at its line’s end',
      'The raid must stop. — Orla Venn (@orlavenn) May 3, 2021',
      ['Orla Venn (@orlavenn) | The raid must stop. | signed-post'],
    ],
    [
      'a post signed on a line of its own',
      'The raid must stop.\n— Orla Venn (@orlavenn) May 3, 2021',
      ['Orla Venn (@orlavenn) | The raid must stop. | signed-post'],
    ],
    ['a dash without a handle signs nothing', 'The raid must stop. — Orla Venn', []],
    [
      'a quotation signed with a bar',
      '“We lost the boat and the nets.” ― Orla Venn, fisher',
      ['Orla Venn | “We lost the boat and the nets.” | signed-quotation'],
    ],
    ['a dash after a quotation inside a sentence signs nothing', 'He wrote “we lost the boat and the nets” — Orla laughed.', []],
    [
      'a transcript',
      'VENN: Why now?\nDORRIT: Because the sea froze.\nThe boats were stuck.\nVENN: And then?',
      [
        'VENN | Why now? | transcript',
        'DORRIT | Because the sea froze.\nThe boats were stuck. | transcript',
        'VENN | And then? | transcript',
      ],
    ],
    [
      'a headline over a transcript stands alone',
      'Venn: the sea froze\nThe two met on Monday.\nQ: Why?\nA: The ice.\nThe boats were stuck.\nQ: When?',
      [
        'Venn | the sea froze | transcript',
        'Q | Why? | transcript',
        'A | The ice.\nThe boats were stuck. | transcript',
        'Q | When? | transcript',
      ],
    ],
    [
      'questions and answers',
      'Q: Why?\nA: The ice.\nQ: When?\nA: May.',
      ['Q | Why? | transcript', 'A | The ice. | transcript', 'Q | When? | transcript', 'A | May. | transcript'],
    ],
    [
      'a headline with its speaker',
      'Minister Dorrit: no plan to resign\n\nThe ministry met.',
      ['Minister Dorrit | no plan to resign | headline'],
    ],
    ['a service line is nobody’s word', 'Photo: the harbour at dawn\n\nThe ministry met.', []],
    [
      '“as per” at a sentence’s begin',
      'As per reports, the army has left the town.',
      ['reports | the army has left the town. | according-to'],
    ],
    [
      '“as reported by” at its end',
      'The army has left the town, as reported by the Courier.',
      ['the Courier | The army has left the town | according-to'],
    ],
    [
      '“in the words of” before the quotation that it brings',
      'Whether the boat can sail is, in the words of the harbour master, “a question for the sea”.',
      ['the harbour master | Whether the boat can sail is + “a question for the sea” | according-to'],
    ],
    [
      'what follows a comma after the source may be more of the source',
      'The boat has sailed, according to Orla Venn, the harbour master.',
      ['Orla Venn | The boat has sailed | according-to'],
    ],
    ['“according to” with no comma after its source', 'According to plan the army has left the town.', []],
    ['one labelled line in the text is no transcript', 'The ministry met.\n\nVenn: a town on the coast.', []],
  ])('%s', async (_, text, expected) => expect(await told(text)).toEqual(expected));
});

describe('quotations that go on', () => {
  it.each([
    [
      'a paragraph that is nothing but a quotation goes on with the quotation before it',
      'Orla said “the boats are gone and lost”\n\n“We shall build new ones in the spring.”',
      ['Orla | “the boats are gone and lost” + “We shall build new ones in the spring.” | network, continued-quotation'],
    ],
    [
      'after words that are not quoted it is a statement of its own',
      'Orla said the boats are gone\n\n“We shall build new ones in the spring.”',
      ['Orla | the boats are gone | network', ' | “We shall build new ones in the spring.” | continued-quotation'],
    ],
    [
      'a quoted term in a later sentence goes on with nothing',
      'Orla said “the boats are gone and lost”\n\nThe paper calls it “the end of the old coast trade” in its headline.',
      ['Orla | “the boats are gone and lost” | network'],
    ],
    ['a quotation before anybody speaks has nobody to go on with', '“We shall build new ones in the spring.”\n\nRain fell.', []],
  ])('%s', async (_, text, expected) => expect(await told(text)).toEqual(expected));

  it('a quotation that no statement holds is listed as missed', async () => {
    const text = '“We shall build new ones in the spring.”\n\nRain fell.';
    const { missed } = await read(text);
    expect(missed.map((m) => [text.slice(...m.at), m.why])).toEqual([[text.split('\n')[0], 'quotation without a statement']]);
  });
});
