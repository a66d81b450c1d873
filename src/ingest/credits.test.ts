import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCredits, readPublished } from './index.ts';

const BODY = 'The port of Kelvin Bay closed on Thursday.\n\n“We will not go back,” said Tam Orrick.';

/** Credits stand between ‹ and ›. */
describe('findCredits', () => {
  it.each([
    ['a dateline with an agency', `‹KELVIN BAY (AFP) —› ${BODY}`],
    ['a dateline with a date', `‹OSTERVALE, July 2 (Reuters) -› ${BODY}`],
    ['a dateline without a place', `‹(Reuters) -› ${BODY}`],
    ['a dateline with a colon', `‹New Ostervale: (ANI):› ${BODY}`],
    ['an agency that is not on the list', `‹KELVIN BAY (Ostervale News Service) —› ${BODY}`],
    ['a byline of agencies', `‹By Staff and Reuters›\n\n${BODY}`],
    ['a byline of a person', `Harbour closed\n‹By ORLA VENN, Associated Press›\n\n${BODY}`],
    ['inputs from agencies', `${BODY}\n\n‹(With inputs from agencies)›`],
    ['a bracket at the end of the last paragraph', `${BODY} ‹(PTI)›`],
    ['a signature with a long dash', `${BODY}\n— ‹AP›`.replace('— ‹', '‹— ')],
    ['a signature with a hyphen', `${BODY}\n\n‹- Reuters›\n`],
    ['a signature of two', `${BODY}\n‹AFP/Reuters›`],
    ['a desk line', `${BODY}\n\n‹Reporting by Orla Venn; editing by Sim Tarrow›`],
    ['a desk line in brackets', `${BODY}\n\n‹(Reporting by Orla Venn in Kelvin Bay; Editing by Sim Tarrow)›`],
    ['an agency that contributed', `${BODY}\n‹Associated Press contributed to this report›`],
    [
      'a writer who contributed, after a sentence',
      `${BODY} More soon. ‹Associated Press writer Orla Venn in Ostervale contributed to this report.›`,
    ],
    ['a reporter who contributed, before a sentence', `${BODY}\n‹Orla Venn contributed reporting from Ostervale.› More soon.`],
    ['a dateline of a date alone', `‹Dec 29 (Reuters) -› ${BODY}`],
    ['two credits', `‹KELVIN BAY (AFP) —› ${BODY}\n\n‹(With additional reporting by Orla Venn)›`],
    ['no credit', BODY],
    ['a sentence that begins with "By"', `By Thursday, the port had closed.\n${BODY}`],
    ['a bracket of other words', `${BODY} It met the union (with the help of neighbours).`],
    ['a place in brackets', `OSTERVALE (Kelvin Bay) — ${BODY}`],
    ['a signed post', `${BODY}\n— Mara Lind (@maralind)`],
    ['"Writing in" a paper', `${BODY}\nWriting in The Courier, Ms Lind said the port was lost.`],
  ])('%s', (_edge, marked) => {
    const text = marked.replace(/[‹›]/g, '');
    const expected = [...marked.matchAll(/‹([^›]*)›/g)].map((found) => found[1]);
    const credits = findCredits(text);
    expect(credits.map((credit) => credit.text)).toEqual(expected);
    for (const credit of credits) expect(text.slice(...credit.at)).toBe(credit.text);
  });

  it('points into any text, and takes no long time over a long line', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'By ',
            'AP',
            '(',
            ')',
            '—',
            '\n',
            'Reporting by ',
            'with inputs from ',
            ' contributed to this report',
            'É',
            '🙂',
            ', ',
          ),
        ),
        (parts) => {
          const text = parts.join('');
          for (const { text: words, at } of findCredits(text)) expect(text.slice(...at)).toBe(words);
        },
      ),
    );
    expect(findCredits(`${'A, '.repeat(400_000)}(`)).toEqual([]);
    expect(findCredits('\n'.repeat(1_000_000))).toEqual([]);
  });
});

describe('readPublished', () => {
  it.each([
    ['2020', '2020'],
    ['2020-07', '2020-07'],
    [' 2020-07-02 ', '2020-07-02'],
    ['2020-07-02T10:00:00Z', '2020-07-02T10:00:00Z'],
    ['2020-07-02 10:00:00+0200', '2020-07-02T10:00:00+0200'],
    ['July 2, 2020', '2020-07-02'],
    ['Thursday, 2nd July 2020', '2020-07-02'],
    ['29 Feb 2020', '2020-02-29'],
    ['29 Feb 2021', undefined],
    ['2020-13-01', undefined],
    ['2020-02-30', undefined],
    ['2020-07-02T25:00', undefined],
    ['yesterday', undefined],
    ['02/07/2020', undefined],
    ['', undefined],
  ])('%s', (written, date) => {
    expect(readPublished(written)).toBe(date);
  });
});
