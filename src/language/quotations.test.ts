import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationsOf } from './quotations.ts';

const innerOf = (text: string) => quotationsOf(text).quotations.map((q) => text.slice(q.inner[0], q.inner[1]));
const codes = (text: string) => quotationsOf(text).notices.map((n) => n.code);

describe('quotation marks are paired', () => {
  it.each([
    ['straight', '"No," she said.', ['No,']],
    ['curly', '“No,” she said.', ['No,']],
    ['guillemets', '«Non», dit-elle.', ['Non']],
    ['low-high marks', '„Nein“, sagte sie.', ['Nein']],
    ['single curly', '‘No,’ she said.', ['No,']],
    ['single straight', "'No,' she said.", ['No,']],
    ['curly opened, straight closed', 'He called it “a farce."', ['a farce.']],
    [
      'a straight quotation inside a straight one',
      '"We read "Night Boat." It moved us," said Orla.',
      ['We read "Night Boat." It moved us,', 'Night Boat.'],
    ],
    ['single inside double', '“She told me ‘go home’ twice,” he said.', ['She told me ‘go home’ twice,', 'go home']],
    ['a plural possessive inside single marks', '‘the voters’ choice’ was his phrase', ['the voters’ choice']],
    ['two on a line', '"One," he said, "and two."', ['One,', 'and two.']],
  ])('%s', (_, text, inner) => expect(innerOf(text)).toEqual(inner));

  it.each([
    ['an apostrophe', 'The minister’s aide didn’t answer.'],
    ['a straight apostrophe', "The minister's aide didn't answer."],
    ['inches', 'A 6" pipe burst.'],
    ['an elision', 'Rock ’n’ roll in the ’90s.'],
    ['a plural possessive alone', "The farmers' fields burned."],
  ])('%s opens nothing', (_, text) => expect(innerOf(text)).toEqual([]));

  it('a quotation left open goes on where the next paragraph opens with a mark, without a notice', () => {
    const { quotations, notices } = quotationsOf('“First part.\n\n“Second part,” he said.');
    expect(quotations.map((q) => q.closed)).toEqual([false, true]);
    expect(quotations[1]!.continues).toBe(0);
    expect(notices).toEqual([]);
  });

  it('a quotation left open for good is healed at the paragraph’s end, with a notice at its place', () => {
    const text = 'He said “we will not go.\n\nThe talks ended.';
    expect(innerOf(text)).toEqual(['we will not go.']);
    expect(codes(text)).toEqual(['unbalanced-quotation']);
  });

  it('20,000 open marks end in bounded work and depth', () => {
    const { quotations } = quotationsOf('“'.repeat(20_000));
    expect(quotations.length).toBeLessThanOrEqual(8);
  });

  it('any text gives quotations in order and in range', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '“', '”', '‘', '’', "'", '«', '»', 'a', ' ', '\n', '.', '„'), maxLength: 60 });
    fc.assert(
      fc.property(text, (t) => {
        const { quotations } = quotationsOf(t);
        let before = -1;
        for (const { at, inner, continues } of quotations) {
          expect(at[0]).toBeGreaterThan(before);
          before = at[0];
          expect(at[0] < inner[0] && inner[0] <= inner[1] && inner[1] <= at[1] && at[1] <= t.length).toBe(true);
          if (continues !== undefined) expect(continues).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
