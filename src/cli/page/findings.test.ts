import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { analysisOf, articleOf, find } from '../../../tests/fakes/analysis.ts';
import { type CheckedReport, notice } from '../../model/index.ts';
import { renderFindings } from './findings.ts';
import { widthOf } from './wrap.ts';

const TEXT = 'The dam is safe.\n🚒 Sources said that it leaked.\nA memo says so.';
const rule = (id: string, wording: string, on = true) => ({ id, check: 'bare-source', on, wording });
const profile = { name: 'desk', rules: [rule('S1', 'Say who.'), rule('S2', 'Say how.'), rule('S3', 'Off.', false)] };
const found = (id: string, words: string, wording: string) => ({
  rule: id,
  profile: 'desk',
  at: find(TEXT, words),
  message: `does not meet rule ${id} of profile desk: ${wording}`,
});
const checked = (more: Partial<CheckedReport> = {}, notices: Parameters<typeof analysisOf>[2] = {}): CheckedReport => ({
  analysis: analysisOf(articleOf(TEXT, { title: 'Word of a leak' }), [{ source: 'Sources', cue: 'said', content: 'it leaked' }], notices),
  profile,
  findings: [found('S1', 'Sources', 'Say who.'), found('S2', 'A memo', 'Say how.')],
  ...more,
});
const page = (report: CheckedReport, columns = 72, colour = false) => renderFindings(report, 'leak.txt', { columns, colour });

test('each finding has its line and column, its rule, and its words where they stand', () => {
  expect(page(checked())).toBe(`── leak.txt ────────────────────────────────────────────────────────────
Word of a leak
profile desk: 2 rules looked at · 2 places found · 1 statement

2:3 does not meet rule S1 of profile desk: Say who.
  │ 🚒 [Sources] said that it leaked.

3:1 does not meet rule S2 of profile desk: Say how.
  │ [A memo] says so.

`);
});

test.each([
  ['nothing found', checked({ findings: [] }), 'Nothing was found that does not meet a rule.'],
  ['a notice', checked({}, { notices: [notice('other-language', 'the text is in German')] }), '! the text is in German (other-language)'],
])('%s is said', (_edge, report, expected) => {
  expect(page(report)).toContain(expected);
});

test('nothing is said to be met where the report could not be read', () => {
  const unread = checked({ findings: [] }, { notices: [notice('other-language', 'the text is in German')] });
  expect(page({ ...unread, analysis: { ...unread.analysis, statements: [] } })).toContain(
    'No statement was read, so no rule could be looked at.',
  );
});

test.each([32, 60, 120])('no row is wider than %d columns, and colour only repeats what is said', (columns) => {
  const rows = page(checked(), columns, true).split('\n');
  for (const row of rows) expect(widthOf(row)).toBeLessThanOrEqual(columns);
  expect(stripVTControlCharacters(rows.join('\n'))).toBe(page(checked(), columns));
});

test('no sequence of a hostile profile reaches the terminal', () => {
  const evil = found('\u001B[2J', 'Sources', '\u001B]0;owned\u0007');
  expect(page(checked({ findings: [evil] }))).not.toContain('\u001B');
});
