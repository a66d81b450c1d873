import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a plain script
import { LISTS, pack, packedPath } from '../scripts/lexicon.mjs';
import { ACTS, STATUSES, WRONGS } from '../src/model/index.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

describe('packed word lists', () => {
  it.each(Object.keys(LISTS))('src/%s/lexicon.generated.ts is what scripts/lexicon.mjs packs from lexicon/en', (room) => {
    expect(readFileSync(packedPath(room), 'utf8')).toBe(pack(room));
  });
});

describe('lexicon/en/wrongs.json maps the wrongs', () => {
  interface Mapped {
    readonly ohchr: string | null;
    readonly plover: readonly string[];
    readonly iccs: readonly string[];
  }
  const map: Readonly<Record<string, Mapped>> = JSON.parse(read('lexicon/en/wrongs.json'));
  /** The acts of indicator 16.10.1 of the Sustainable Development Goals, as OHCHR names them. */
  const OHCHR = ['killing', 'enforced disappearance', 'torture', 'arbitrary detention', 'kidnapping', 'other harmful act'];
  /** The event types of PLOVER that a wrong can be. */
  const PLOVER = ['ACCUSE', 'REJECT', 'THREATEN', 'MOBILIZE', 'SANCTION', 'COERCE', 'ASSAULT'];

  it('every wrong and only those', () => {
    expect(Object.keys(map).sort()).toEqual(Object.keys(WRONGS).sort());
  });
  it.each(Object.entries(map))('%s: an act of OHCHR or none, types of PLOVER with their mode, sections of the ICCS', (_wrong, row) => {
    expect(Object.keys(row)).toEqual(['ohchr', 'plover', 'iccs']);
    expect([null, ...OHCHR]).toContain(row.ohchr);
    for (const code of row.plover) expect([code, PLOVER.includes(/^([A-Z]+)(?: [a-z-]+)?$/.exec(code)?.[1] ?? '')]).toEqual([code, true]);
    for (const section of row.iccs) expect(section).toMatch(/^(?:0[1-9]|1[01])$/);
  });
  it('what is done to life, body or liberty by name is that act', () => {
    const named = {
      killing: 'killing',
      torture: 'torture',
      'enforced-disappearance': 'enforced disappearance',
      'arbitrary-detention': 'arbitrary detention',
    };
    expect(Object.fromEntries(Object.keys(named).map((wrong) => [wrong, map[wrong]!.ohchr]))).toEqual(named);
  });
  it('PLOVER is credited', () => {
    expect(read('NOTICE')).toMatch(/PLOVER[\s\S]*CC BY-SA 4\.0/);
  });
});

describe.skipIf(!existsSync(new URL('../models/en-news-1/model.json', import.meta.url)))('models/en-news-1/model.json', () => {
  it('lists acts, wrongs and statuses in the order of the vocabulary', () => {
    const { acts, wrongs, statuses } = JSON.parse(read('models/en-news-1/model.json')).judge;
    expect({ acts, wrongs, statuses }).toEqual({ acts: Object.keys(ACTS), wrongs: Object.keys(WRONGS), statuses: Object.keys(STATUSES) });
  });
});
