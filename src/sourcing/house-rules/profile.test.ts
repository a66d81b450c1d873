import { expect, test } from 'vitest';
import { CHECKS, defaultProfile, parseProfile } from '../index.ts';

const RULE = { id: 'S1', check: 'bare-source', on: true, wording: 'Say who.' };
const desk = (...rules: unknown[]) => ({ name: 'desk', rules });

test('the shipped profile is one, and runs every check', () => {
  expect(parseProfile(JSON.parse(JSON.stringify(defaultProfile)))).toEqual(defaultProfile);
  expect(defaultProfile.rules.map(({ check }) => check).sort()).toEqual([...CHECKS.keys()].sort());
});

test('a rule without "on" is on', () => {
  const { on: _, ...rule } = RULE;
  expect(parseProfile(desk(rule)).rules[0]).toEqual(RULE);
});

test.each([
  ['no object', [], 'at the top expected an object with name, rules, found an empty list'],
  ['null', null, 'at the top expected an object with name, rules, found null'],
  ['no name', { rules: [RULE] }, 'at name expected a name of at most 60 characters, found nothing'],
  ['a name of two lines', { name: 'my\ndesk', rules: [RULE] }, 'at name expected a name of at most 60 characters, found "my\\ndesk"'],
  ['no rules', { name: 'desk' }, 'at rules expected a list of at least one rule, found nothing'],
  ['an empty list', desk(), 'at rules expected a list of at least one rule, found an empty list'],
  ['a field that is none', { name: 'desk', rules: [RULE], rule: 1 }, 'at the top expected no fields but name, rules, found "rule"'],
  ['a rule that is text', desk('S1'), 'at rules[0] expected an object with id, check, on, wording, paragraphs, found "S1"'],
  ['a rule without an id', desk({ ...RULE, id: undefined }), 'at rules[0].id expected an id of at most 60 characters, found nothing'],
  ['one id twice', desk(RULE, RULE), 'at rules[1].id expected an id that no other rule has (rules[0] has this one), found "S1"'],
  ['an unknown check', desk(RULE, { ...RULE, id: 'S2', check: 'bare-sauce' }), 'at rules[1].check expected one of bare-source, '],
  ['a check of every object', desk({ ...RULE, check: 'constructor' }), 'found "constructor"'],
  ['blank wording', desk({ ...RULE, wording: ' ' }), 'at rules[0].wording expected the rule in words, found " "'],
  ['"on" in words', desk({ ...RULE, on: 'yes' }), 'at rules[0].on expected true or false, found "yes"'],
  ['paragraphs of another check', desk({ ...RULE, paragraphs: 2 }), 'at rules[0].paragraphs expected nothing'],
  [
    'half a paragraph',
    desk({ ...RULE, check: 'renewed-attribution', paragraphs: 1.5 }),
    'at rules[0].paragraphs expected a whole number from 0 on, found 1.5',
  ],
  ['a mistyped field', desk({ ...RULE, wordign: 'x' }), 'found "wordign"'],
])('%s is refused, with what was expected and found', (_edge, value, message) => {
  expect(() => parseProfile(value)).toThrow(message);
});
