import { expect, test } from 'vitest';
import { lineAt } from './line-at.ts';

test.each([
  ['the first character', '|one\ntwo', '1:1'],
  ['inside a line', 'one\ntw|o', '2:3'],
  ['a line end belongs to its line', 'one|\ntwo', '1:4'],
  ['the first character of a line', 'one\n|two', '2:1'],
  ['empty lines count', '\n\n|one', '3:1'],
  ['an emoji is one column', '🚒|one', '1:2'],
  ['the end of the text', 'one\n|', '2:1'],
])('%s', (_edge, marked, expected) => {
  const { line, column } = lineAt(marked.replace('|', ''))(marked.indexOf('|'));
  expect(`${line}:${column}`).toBe(expected);
});
