import { expect, it } from 'vitest';
import { landOf, landsIn, namesOneOf } from './lands.ts';

it.each([
  ['Chinese', 'China'],
  ['American', 'United States'],
  ['chinese', undefined],
  ['US', undefined],
  ['Orlavian', undefined],
])('the land that “%s” is an adjective of: %s', (word, land) => {
  expect(landOf(word)).toBe(land);
});

it.each([
  ['the U.S. Secretary of State', ['united-states']],
  ['South Korean envoy to the United Kingdom', ['south-korea', 'united-kingdom']],
  ['tell us of the mill', []],
])('the lands in “%s”', (words, lands) => {
  expect([...landsIn(words)]).toEqual(lands);
});

it('a minister and his land share it, two lands do not', () => {
  const lands = landsIn('French foreign minister');
  expect(namesOneOf(lands, 'France')).toBe(true);
  expect(namesOneOf(lands, 'Spain')).toBe(false);
  expect(namesOneOf(landsIn('foreign minister'), 'foreign ministry')).toBe(false);
});
