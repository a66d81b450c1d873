import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ClusterList, Graph, PersonList } from '../../src/server/index.ts';
import { axeFindings, inBrowser, openPage, THEMES, visit } from './browser.ts';
import { hearsay, storyCase, tempFolder } from './cases.ts';
import { HARM, quarrelCase } from './quarrel.ts';
import { type Server, serve } from './server.ts';

/** Addresses of every state of the pages of the whole case. */
async function addresses(server: Server): Promise<readonly string[]> {
  const [person] = (await server.ask<PersonList>('/api/speakers?sort=proposals')).items;
  const [cluster] = (await server.ask<ClusterList>('/api/echoes?sort=altered')).items;
  const [edge] = (await server.ask<Graph>('/api/accusations')).edges;
  const chosen = `accuser=${encodeURIComponent(edge!.accuser)}&accused=${encodeURIComponent(edge!.accused)}`;
  return [
    '/speakers',
    '/speakers?name=zebra',
    `/speakers/${person!.id}`,
    `/speakers/${person!.id}?view=same`,
    `/speakers/${person!.id}?view=decisions`,
    `/accusations?${chosen}`,
    `/accusations?view=table&sort=accused&${chosen}`,
    `/accusations?view=matrix&${chosen}`,
    '/accusations?wrong=insult',
    '/echoes',
    `/echoes/${cluster!.id}`,
    '/sourcing',
    '/sourcing?by=publisher-month',
    '/sourcing?view=findings',
    '/sourcing?view=rules',
    '/history',
    '/history?kind=stamped',
    '/history?view=decisions',
    '/export?format=csv&q=fire',
    '/export?q=zebra',
  ];
}

async function checkedCase(path: string): Promise<Server> {
  const server = await serve(path);
  for (const kind of ['check', 'verify']) await server.ask('/api/jobs', { kind });
  const going = async () =>
    (await server.ask<{ items: { ended: string | null }[] }>('/api/jobs')).items.some(({ ended }) => ended === null);
  await expect.poll(going, { timeout: 30_000 }).toBe(false);
  return server;
}

inBrowser('the pages of the whole case', () => {
  it.each(THEMES)('have no serious finding of axe in %s', async (theme) => {
    const server = await checkedCase(storyCase());
    const page = await openPage(server, '/speakers', { theme });
    for (const path of await addresses(server)) {
      await visit(page, path);
      expect(await axeFindings(page), path).toEqual([]);
    }
  });

  it('can be read on a phone: none scrolls sideways', async () => {
    const server = await checkedCase(quarrelCase());
    const page = await openPage(server, '/speakers', { width: 390, height: 844 });
    for (const path of await addresses(server)) {
      await visit(page, path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    }
  });

  it('show markup in names and titles as the text that it is', async () => {
    const server = await checkedCase(quarrelCase());
    const page = await openPage(server, '/speakers');
    const shown = new Set<string>();
    for (const path of await addresses(server)) {
      await visit(page, path);
      if ((await page.locator('main').textContent())!.includes(HARM)) shown.add(path.split(/[/?]/)[1]!);
      expect(await page.evaluate(() => 'harmed' in window || document.querySelectorAll('main img, main script').length > 0), path).toBe(
        false,
      );
    }
    for (const name of ['accusations', 'sourcing']) expect(shown).toContain(name);
  });

  it('print without what can only be pressed', async () => {
    const server = await checkedCase(storyCase());
    const page = await openPage(server, '/speakers');
    for (const path of await addresses(server)) {
      await visit(page, path);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.side, .tools, .tabs, .page-acts, .list-links').filter({ visible: true }).count(), path).toBe(0);
      expect(await page.locator('h1').isVisible(), path).toBe(true);
      await page.emulateMedia({ media: null });
    }
  });

  it('say what to do where a case is empty', async () => {
    const path = join(tempFolder(), 'empty.hearsay');
    hearsay('new', path);
    const page = await openPage(await serve(path), '/speakers');
    for (const [at, title] of [
      ['/speakers', 'Nobody is known yet'],
      ['/accusations', 'Nobody accuses anybody'],
      ['/echoes', 'The reports were not compared yet'],
      ['/sourcing', 'There are no statements yet'],
      ['/history?view=decisions', 'Nobody has decided anything yet'],
    ] as const) {
      await visit(page, at);
      await page.getByRole('heading', { name: title }).waitFor();
    }
  });
});
