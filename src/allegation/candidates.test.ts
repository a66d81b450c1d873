import { describe, expect, it } from 'vitest';
import { marked, type Names, type Syntax } from '../../tests/reading-of.ts';
import type { Act, Speaker } from '../model/index.ts';
import { nameOf } from './accused.ts';
import { weighAll } from './allege.ts';
import { candidatesOf } from './candidates.ts';

/** Whom the last statement of a marked text may accuse, each by name and how it was come by. */
function candidates(text: string, names: Names, act: Act = 'accuse', syntax?: Syntax): readonly string[] {
  const { reading, statements } = marked(text, names, syntax);
  const speakers = [...(names.person ?? []), ...(names.place ?? [])].map((name, k): Speaker => {
    const mentions = [...reading.text.matchAll(new RegExp(name, 'g'))].map(({ index }) => [index, index + name.length] as const);
    return { id: `p${k + 1}`, name, type: names.person?.includes(name) ? 'person' : 'organisation', role: null, mentions };
  });
  const speakerOf = new Map(
    statements.map(({ id, source: [at] }) => {
      const words = at === undefined ? '' : reading.text.slice(...at);
      return [id, speakers.find(({ name, type }) => type === 'person' && words.includes(name!))?.id ?? null] as const;
    }),
  );
  let out: readonly string[] = [];
  weighAll(reading, statements, { speakers, speakerOf, actOf: () => act, judgementOf: () => undefined }, ({ setting }) => {
    out = candidatesOf(setting, act).map((c) => `${nameOf(setting, c) ?? 'nobody'}: ${c.kind}`);
    return undefined;
  });
  return out;
}

describe('who accuses is not the accused', () => {
  const text = '{Ann Poe} <said> [[the mill poisoned the river]].';
  const names = { person: ['Ann Poe'] };
  it('of an accusation', () => {
    expect(candidates(text, names).filter((c) => c.startsWith('Ann Poe'))).toEqual([]);
  });
  it('but may be of a denial', () => {
    expect(candidates(text, names, 'deny')).toContain('Ann Poe: told');
  });
  it('nor the land whose minister speaks', () => {
    const spoken = '{US Secretary of State Ann Poe} <condemned> [[the shelling of the depot]].';
    expect(candidates(spoken, { person: ['Ann Poe'], place: ['US'] }).filter((c) => /^US|^United/.test(c))).toEqual([]);
  });
});

describe('other words for somebody', () => {
  it('a land by its adjective, where the syntax gives it the deed', () => {
    const syntax = 'French/JJ amod use; use/NN dobj condemned; of case force; force/NN nmod use';
    expect(candidates('{Ann Poe} <condemned> [[the French use of force]].', { person: ['Ann Poe'] }, 'accuse', syntax)).toContain(
      'France: described',
    );
  });
  it('those named right behind "two builders,"', () => {
    const text = '{A court} <heard> [[that two builders, Ann Poe and Carl Roe, stole the money]].';
    const found = candidates(text, { person: ['Ann Poe', 'Carl Roe'] }, 'accuse', 'builders/NNS nsubj stole/VBD; money dobj stole');
    expect(found).toContain('Ann Poe: noun');
    expect(found.filter((c) => c.includes('builders'))).toEqual([]);
  });
  it('"her rival" is the other person of the report', () => {
    const text = 'Ann Poe met Carl Roe. Carl Roe left. {Ann Poe} <said> [[her rival stole the money]].';
    const syntax = 'her/PRP$ nmod:poss rival; rival/NN nsubj stole/VBD; money dobj stole';
    expect(candidates(text, { person: ['Ann Poe', 'Carl Roe'] }, 'accuse', syntax)).toContain('Carl Roe: noun');
  });
});
