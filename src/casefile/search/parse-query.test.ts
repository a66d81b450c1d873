import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeQuery } from './describe-query.ts';
import { parseQuery } from './parse-query.ts';

const understood = (typed: string): string => describeQuery(parseQuery(typed).wanted);
const told = (typed: string): readonly string[] => parseQuery(typed).repairs.map(({ message }) => message);

describe('a query without fault', () => {
  test.each([
    ['nothing', '', ''],
    ['one word', 'Bridge', 'bridge'],
    ['words beside each other', 'flood bridge', 'flood AND bridge'],
    ['AND before OR', 'a OR b c', 'a OR (b AND c)'],
    ['brackets', '(a OR b) c', '(a OR b) AND c'],
    ['NOT', 'flood NOT bridge', 'flood AND NOT bridge'],
    ['a minus', 'flood -bridge -"the mayor"', 'flood AND NOT bridge AND NOT "the mayor"'],
    ['a hyphen within a word, which makes it a phrase', 'cease-fire', '"cease fire"'],
    ['NOT twice', 'NOT NOT a', 'a'],
    ['operators of other languages of search', 'a && b || c', '(a AND b) OR c'],
    ['small letters, which are no operators', 'salt and water or not', 'salt AND and AND water AND or AND not'],
    ['a phrase', '"the old bridge"', '"the old bridge"'],
    ['a phrase in curly quotation marks', '“the old bridge”', '"the old bridge"'],
    ['a phrase in low and angled ones', '„the bridge“ «the mayor»', '"the bridge" AND "the mayor"'],
    ['a phrase of one word', '"No"', 'no'],
    ['an apostrophe, straight and curly', "don't don’t", '"don t" AND "don t"'],
    ['diacritics', 'Čapek résumé Łódź ÅNGSTRÖM straße', 'capek AND resume AND lodz AND angstrom AND strasse'],
    ['a prefix', 'bridg*', 'bridg*'],
    ['a phrase that ends with a prefix', '"the brid*" "old bri"*', '"the brid*" AND "old bri*"'],
    ['NEAR between words', 'flood NEAR bridge', 'NEAR(flood bridge, 10)'],
    ['NEAR with a distance', 'flood NEAR/3 "old bridge" NEAR mayor', 'NEAR(flood "old bridge" mayor, 3)'],
    ['NEAR as a call', 'NEAR(flood "old bridge", 4) x', 'NEAR(flood "old bridge", 4) AND x'],
    ['NEAR as a call without a distance', 'NEAR(flood 1990)', 'NEAR(flood 1990, 10)'],
    ['a field', 'speaker:Dorn', 'speaker:dorn'],
    ['a field with a space after its colon', 'Speaker: Dorn', 'speaker:dorn'],
    ['a field with a phrase', 'speaker:“Ilya Dorn”', 'speaker:"ilya dorn"'],
    ['a field before brackets', 'speaker:(Dorn OR Lind) flood', '(speaker:dorn OR speaker:lind) AND flood'],
    ['a field before a NEAR', 'content:NEAR(flood bridge, 2)', 'content:NEAR(flood bridge, 2)'],
    [
      'a field whose name is a word of the text',
      'accused:militia publisher:"Bay Courier" title:flood',
      'accused:militia AND publisher:"bay courier" AND title:flood',
    ],
    [
      'codes',
      'wrong:killing grade:bare channel:social-media act:deny',
      'wrong:killing AND grade:bare AND channel:social-media AND act:deny',
    ],
    ['a code in capitals and with a space', 'grade:Bare channel:"social media"', 'grade:bare AND channel:social-media'],
    ['several codes', 'grade:(bare OR collective)', 'grade:bare OR grade:collective'],
    ['codes that begin alike', 'wrong:suppressing-*', 'wrong:suppressing-religion OR wrong:suppressing-protest'],
    ['a range of dates', 'date:[2020-01 TO 2020-06]', 'date:[2020-01 TO 2020-06]'],
    ['a range that is open', 'date:[* TO 2020] date:[2019-05-01 TO *]', 'date:[* TO 2020] AND date:[2019-05-01 TO *]'],
    ['one date', 'date:2020-6', 'date:[2020-06 TO 2020-06]'],
    ['two dots', 'date:2020-01..2020-03', 'date:[2020-01 TO 2020-03]'],
    ['a comparison', 'date:>=2020 date:<=2021', 'date:[2020 TO *] AND date:[* TO 2021]'],
    ['a time, which is no field', 'at 10:30', 'at AND "10 30"'],
    ['an address, which is no field', 'https://courier.example/a', '"https courier example a"'],
    ['another script', 'שלום العربية', 'שלום AND العربية'],
  ])('%s', (_, typed, meant) => {
    expect(understood(typed)).toBe(meant);
    expect(told(typed)).toEqual([]);
  });

  test('knows its order', () => {
    expect(parseQuery('flood sort:-date')).toMatchObject({ sort: '-date', repairs: [] });
    expect(parseQuery('flood').sort).toBe('relevance');
  });
});

describe('a query with a fault is repaired, and that is told', () => {
  test.each([
    ['a quotation mark that is not closed', '"the bridge', '"the bridge"', 'A quotation mark was not closed'],
    ['a bracket that is not closed', '(a OR b', 'a OR b', 'A bracket was not closed'],
    ['a bracket that is not opened', 'a) b', 'a AND b', 'A closing bracket stood alone'],
    ['AND at the head', 'AND a', 'a', 'AND joins two things'],
    ['AND at the end', 'a AND', 'a', 'AND joins two things'],
    ['AND twice', 'a AND AND b', 'a AND b', 'AND joins two things'],
    ['OR at the head', 'OR a', 'a', 'OR joins two things'],
    ['OR at the end', 'a OR', 'a', 'OR joins two things'],
    ['NOT at the end', 'a NOT', 'a', 'NOT had nothing after it'],
    ['NOT before OR', 'NOT OR a', 'a', 'NOT had nothing after it'],
    ['NEAR at the head', 'NEAR a', 'a', 'NEAR joins words or phrases'],
    ['NEAR beside a code', 'a NEAR grade:bare', 'a AND grade:bare', 'NEAR joins words or phrases; here it was read as AND'],
    ['NEAR of one', 'NEAR(a, 5)', 'a', 'NEAR needs two words'],
    ['NEAR with brackets in it', 'NEAR(a (b) c)', 'NEAR(a b c, 10)', 'NEAR( ) holds words and phrases alone'],
    ['nothing but signs', '?!', '', '"?!" has no letter or digit'],
    ['an empty phrase', '""', '', 'has no letter or digit'],
    ['a star alone', 'a *', 'a', '"*" has no letter or digit'],
    ['a star at the head', '*ridge', 'ridge', 'A star stands at the end of a word'],
    ['an unknown field', 'colour:red', 'colour AND red', 'There is no field "colour:"; it was looked for as a word. Fields: speaker, '],
    ['a field with a slip', 'speker:Dorn', 'speaker:dorn', 'There is no field "speker:"; "speaker:" was taken to be meant'],
    ['a field without a value', 'speaker:', '', '"speaker:" had nothing after it'],
    ['a field before a field', 'speaker:grade:bare', 'grade:bare', '"speaker:" had nothing after it'],
    ['an unknown code', 'grade:purple a', 'a', 'There is no grade "purple"; it was left out. Known: named, '],
    ['a code with a slip', 'wrong:kiling', 'wrong:killing', '"killing" was taken to be meant'],
    ['a date that is none', 'date:[2020-13 TO 2021] a', 'a', '"2020-13 TO 2021" is no date'],
    ['a day that there is not', 'date:2019-02-29 a', 'a', '"2019-02-29" is no date'],
    ['a range the wrong way round', 'date:[2021 TO 2020]', 'date:[2020 TO 2021]', 'its ends were changed over'],
    ['a range that is not closed', 'date:[2020 TO 2021', 'date:[2020 TO 2021]', 'A square bracket was not closed'],
    ['square brackets without a field', '[a b]', '"a b"', 'Square brackets hold a range of dates'],
    ['an order that there is not', 'a sort:colour', 'a', 'There is no order "colour"'],
    ['two orders', 'a sort:date sort:-date', 'a', 'There were several orders'],
  ])('%s', (_, typed, meant, message) => {
    expect(understood(typed)).toBe(meant);
    expect(told(typed)).toContainEqual(expect.stringContaining(message));
    expect(told(typed).length).toBeLessThan(3);
  });

  test('a query of any size is cut', () => {
    expect(told('a'.repeat(5000))).toEqual([expect.stringContaining('first 4000 characters')]);
    expect(told('a '.repeat(500))).toEqual([expect.stringContaining('first 200 terms')]);
    expect(told('('.repeat(300))).toContainEqual(expect.stringContaining('too deep'));
  });

  test('says where', () => {
    const typed = 'flood grade:purple';
    expect(parseQuery(typed).repairs.map(({ at }) => typed.slice(...at))).toEqual(['purple']);
  });
});

const bit = fc.constantFrom(
  ...['(', ')', '"', '“', '”', '*', '-', ':', ',', '[', ']', ' TO ', 'AND', 'OR', 'NOT', 'NEAR', 'NEAR(', 'NEAR/3', '/'],
  ...[
    'speaker:',
    'wrong:',
    'grade:',
    'date:',
    'sort:',
    'bare',
    'killing',
    '2020-01',
    '99',
    'flood',
    'don’t',
    '\u0000',
    '\uD800',
    '🚢',
    'é',
  ],
);
const query = fc.oneof(
  fc.array(bit, { maxLength: 14 }).map((bits) => bits.join(' ')),
  fc.array(bit, { maxLength: 14 }).map((bits) => bits.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

test('no query throws, each repair has its place, and what was understood means the same when it is read again', () => {
  fc.assert(
    fc.property(query, (typed) => {
      const { wanted, repairs } = parseQuery(typed);
      for (const { message, at } of repairs) {
        expect(message).toMatch(/\.$/);
        expect(0 <= at[0] && at[0] <= at[1] && at[1] <= typed.length).toBe(true);
      }
      const written = describeQuery(wanted);
      const again = parseQuery(written);
      expect(describeQuery(again.wanted)).toBe(written);
      expect(again.repairs).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});
