import { expect, it } from 'vitest';
import { landOf, landsIn, shareLand } from './lands.ts';

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
  expect(shareLand('French foreign minister', 'France')).toBe(true);
  expect(shareLand('French foreign minister', 'Spain')).toBe(false);
  expect(shareLand('foreign minister', 'foreign ministry')).toBe(false);
});
