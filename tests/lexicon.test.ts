import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a plain script
import { LISTS, pack, packedPath } from '../scripts/lexicon.mjs';

describe('packed word lists', () => {
  it.each(Object.keys(LISTS))('src/%s/lexicon.generated.ts is what scripts/lexicon.mjs packs from lexicon/en', (room) => {
    expect(readFileSync(packedPath(room), 'utf8')).toBe(pack(room));
  });
});
