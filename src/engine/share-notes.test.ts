import { expect, it } from 'vitest';
import type { Because } from '../model/index.ts';
import { noteSharer } from './share-notes.ts';

it('reasons stay what they are, in their order', () => {
  const because: readonly Because[] = [
    { rule: 'name', at: [[0, 7]], note: 'named "Ann Poe"' },
    { rule: 'channel', at: [], note: 'the report does not say where' },
    { rule: 'name', at: [[9, 16]], note: 'named "Ann Poe"' },
  ];
  const share = noteSharer();
  expect(share(because)).toEqual(because);
  expect(share(because)).toEqual(because);
  expect(share([])).toEqual([]);
});
