import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';
import type { Outline, StatementOutline } from './outline.ts';

const statement = (change: Partial<StatementOutline> = {}): StatementOutline => ({
  id: 's1',
  at: 0,
  source: 'The mayor',
  cue: 'said',
  content: 'the bridge is closed',
  form: 'indirect',
  within: null,
  ...change,
});
const second = statement({ id: 's2', at: 60, source: 'her deputy', cue: 'denied', content: 'that it ever opened' });
const outline = (statements: readonly StatementOutline[], rest: Partial<Outline> = {}): Outline => ({
  statements,
  missed: [],
  notices: [],
  ...rest,
});

describe('the differences of two outlines', () => {
  it('are none where they are the same', () => {
    expect(differences(outline([statement(), second]), outline([statement(), second]))).toEqual([]);
  });
  it('name the statement, the field, what was expected and what was found', () => {
    const found = outline([statement({ content: 'the bridge' }), second]);
    expect(differences(outline([statement(), second]), found)).toEqual([
      'statement s1 (The mayor | said | the bridge is closed): content\n  expected "the bridge is closed"\n  found    "the bridge"',
    ]);
  });
  it('say "none" for a part without words', () => {
    expect(differences(outline([statement()]), outline([statement({ source: '' })]))[0]).toContain(
      'source\n  expected "The mayor"\n  found    none',
    );
  });
  it('name a statement that was not found', () => {
    expect(differences(outline([statement(), second]), outline([statement()]))).toEqual([
      'statement s2 (her deputy | denied | that it ever opened): not found',
    ]);
  });
  it('name one statement too many, and do not upset those that follow', () => {
    const extra = statement({ id: 's1', at: 0, source: 'A sign', cue: 'read', content: 'Closed' });
    const inner = statement({ id: 's3', at: 80, cue: 'claimed', content: 'ever opened', within: 's2' });
    const shifted = [extra, statement({ id: 's2' }), { ...second, id: 's3' }, { ...inner, id: 's4', within: 's3' }];
    expect(differences(outline([statement(), second, inner]), outline(shifted))).toEqual([
      'statement s1 (A sign | read | Closed) was found and is not expected',
    ]);
  });
  it('name a teller that changed', () => {
    const [e, f] = [{ ...second, within: 's1' }, second];
    expect(differences(outline([statement(), e]), outline([statement(), f]))[0]).toContain('within\n  expected "s1"\n  found    null');
  });
  it('name who speaks and on whose word, where that is expected', () => {
    const sourced = statement({ speaker: 'Ann Poe', grade: 'named', chain: 'Ann Poe > Reuters' });
    const found = statement({ speaker: 'Tom Reed', grade: 'named', chain: 'Tom Reed', channel: 'speech' });
    expect(differences(outline([sourced]), outline([found])).map((place) => place.split(': ')[1]!.split('\n')[0])).toEqual([
      'speaker',
      'chain',
    ]);
  });
  it('name what is alleged, where that is expected', () => {
    const found = outline([statement({ allegations: 'the army: torture, alleged' })]);
    expect(differences(outline([statement({ allegations: 'the army: torture, denied' })]), found)[0]).toContain('allegations\n  expected');
    expect(differences(outline([statement({ allegations: '' })]), found)[0]).toContain('allegations\n  expected none');
    expect(differences(outline([statement()]), found)).toEqual([]);
  });
  it('leave open what is not expected', () => {
    const found = statement({ speaker: 'Tom Reed', type: 'person', grade: 'named', channel: 'speech', outlet: null });
    expect(differences(outline([statement()]), outline([found]))).toEqual([]);
  });
  it('tell two statements of the same words apart by their place', () => {
    const again = statement({ id: 's2', at: 300 });
    expect(differences(outline([statement(), again]), outline([statement(), again]))).toEqual([]);
    expect(differences(outline([statement(), again]), outline([statement(), { ...again, at: 200 }]))[0]).toContain(
      'at\n  expected 300\n  found    200',
    );
  });
  it('name what was missed and noticed on one side alone', () => {
    const found = outline([], { missed: ['“Closed”'], notices: ['unbalanced-quotation'] });
    expect(differences(outline([], { notices: ['no-statements'] }), found)).toEqual([
      'missed "“Closed”" was found and is not expected',
      'notice "no-statements": not found',
      'notice "unbalanced-quotation" was found and is not expected',
    ]);
  });
});
