import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../src/engine/index.ts';
import { createNetwork, defaultModelDir } from '../src/node/index.ts';
import { articleAround, fakeNetwork } from './fake-network.ts';
import { differences } from './golden-report/differences.ts';
import { expectedFile, expectedOutlines, goldenSlugs, missingFiles, readOutlines } from './golden-report/golden-folder.ts';
import { outlineOf } from './golden-report/outline.ts';

const folder = process.env.HEARSAY_MODEL ?? defaultModelDir();
const hasModel = existsSync(join(folder, 'model.json'));
/** Set by `npm run golden`: the folder whose expected.json is to be written. */
const toWrite = process.env.HEARSAY_GOLDEN;

describe('the golden folders', () => {
  it('each have an article, what is expected, and a note', () => {
    const slugs = goldenSlugs().filter((slug) => slug !== toWrite);
    expect(slugs.flatMap((slug) => missingFiles(slug).map((name) => `${slug}/${name} is missing`))).toEqual([]);
  });

  describe.skipIf(!hasModel)(hasModel ? 'read as expected' : `are left out: there is no model in ${folder}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = createEngine(await createNetwork(folder));
    });
    it.runIf(toWrite !== undefined)('are written', async () => {
      const reports = await readOutlines(toWrite!, engine);
      writeFileSync(expectedFile(toWrite!), `${JSON.stringify({ reports }, undefined, 2)}\n`);
    });
    // One test keeps the suite from being empty while there is no folder yet.
    it('by a network that opens', () => expect(engine).toBeDefined());
    it.each(goldenSlugs().filter((slug) => slug !== toWrite))('%s', async (slug) => {
      const [expected, found] = [expectedOutlines(slug), await readOutlines(slug, engine)];
      expect(found, `tests/golden/${slug}: the number of reports`).toHaveLength(expected.length);
      const places = expected.flatMap((outline, i) =>
        differences(outline, found[i]!).map((place) => (expected.length > 1 ? `report ${i + 1}: ${place}` : place)),
      );
      expect(places, `tests/golden/${slug}:\n${places.join('\n')}\n`).toEqual([]);
    });
  });
});

describe('an outline', () => {
  it('holds the words of each statement', async () => {
    const text = 'Reyes said the bridge is closed.';
    const analysis = await createEngine(fakeNetwork).read(articleAround(text));
    expect(outlineOf(text, analysis).statements[0]).toMatchObject({ id: 's1', at: 0, source: 'Reyes', cue: 'said', within: null });
    expect(outlineOf(text, analysis).statements[0]?.content).toContain('the bridge is closed');
  });
});
