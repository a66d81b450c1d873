import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleAround, fakeNetwork } from '../../tests/fake-network.ts';
import { createEngine } from './index.ts';

const engine = createEngine(fakeNetwork);

describe('the engine', () => {
  it('gives source, cue and content at exact characters', async () => {
    const text = 'Orla said “the boats are gone”.';
    const { statements } = await engine.read(articleAround(text));
    const [one] = statements;
    expect(one!.source.map(([s, e]) => text.slice(s, e))).toEqual(['Orla']);
    expect(one!.cue.map(([s, e]) => text.slice(s, e))).toEqual(['said']);
    expect(one!.content.map(([s, e]) => text.slice(s, e))).toEqual(['“the boats are gone”.']);
    expect(one!.form).toBe('direct');
  });

  it.each([
    ['an empty text', '', []],
    ['only white space', ' \n ', ['no-words']],
    ['a text in which nobody speaks', 'Rain fell on the harbour.', ['no-statements']],
    ['one word of 1 MB', 'a'.repeat(1_000_000), ['long-word', 'no-statements']],
    ['only emoji', '😀😀😀', ['no-statements']],
  ])('%s ends in a result with its notice', async (_, text, codes) => {
    const { notices, statements } = await engine.read(articleAround(text));
    expect(notices.map((n) => n.code)).toEqual(codes);
    expect(statements).toEqual([]);
  });

  it('any text: never throws, spans in range and in order, nesting is a forest, the same bytes again', async () => {
    const unit = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('said ', 'Orla ', '“', '”', '"', '\n', '. ', ': ', '— ', '(@orla)', 'Q: ', 'a ') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 60 }), async (parts) => {
        const text = parts.join('');
        const analysis = await engine.read(articleAround(text));
        const seen = new Set<string>();
        for (const s of analysis.statements) {
          for (const list of [s.source, s.cue, s.content]) {
            let before = -1;
            for (const [start, end] of list) {
              expect(start > before && end > start && end <= text.length).toBe(true);
              before = start;
            }
          }
          expect(s.content.length).toBeGreaterThan(0);
          expect(s.confidence >= 0 && s.confidence <= 1).toBe(true);
          if (s.within !== null) expect(analysis.statements.some((o) => o.id === s.within)).toBe(true);
          let up: string | null = s.id;
          for (let k = 0; up !== null; k++) {
            expect(k).toBeLessThanOrEqual(analysis.statements.length);
            up = analysis.statements.find((o) => o.id === up)!.within;
          }
          seen.add(s.id);
        }
        expect(seen.size).toBe(analysis.statements.length);
        expect(JSON.stringify(await engine.read(articleAround(text)))).toBe(JSON.stringify(analysis));
      }),
      { numRuns: 300 },
    );
  });
});
