import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ReportJson } from '../../src/server/index.ts';
import { axeFindings, inBrowser, openPage, person, settled, THEMES, visit } from './browser.ts';
import { hearsay, root, storyCase, tempFolder } from './cases.ts';
import { serve } from './server.ts';

const PAGES = [
  '/reports',
  '/reports?show=statements&q=fire',
  '/reports?q=zebra',
  '/reports/r1',
  '/reports/r1?s=s2',
  '/reports/r1?s=s2&form=correct',
  '/reports/r1?form=add',
  '/reports/r13?pane=missed',
  '/reports/r1?pane=speakers',
  '/reports/r1?pane=rules',
  '/reports/r1?pane=about',
  '/review',
  '/review?form=note',
  '/review?stage=second',
  '/review?stage=done',
  '/nowhere',
];

/** Those of the navigation that have tests of their own. */
const PAGES_BY_KEY = ['/speakers', '/accusations', '/accusations?view=table', '/echoes'];

inBrowser('the shell', () => {
  it.each(THEMES)('and the pages of reports and review have no serious finding of axe in %s', async (theme) => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports', { theme });
    for (const path of PAGES) {
      await visit(page, path);
      expect(await axeFindings(page), path).toEqual([]);
    }
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await axeFindings(page), 'the page of keys').toEqual([]);
  });

  it('can be read on a phone: no page scrolls sideways', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports', { width: 390, height: 844 });
    for (const path of PAGES) {
      await visit(page, path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    }
  });

  it('shows on a phone which page and which view is open, where their rows have no room for all', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/review', { width: 390, height: 844 });
    const seen = (name: string) =>
      page.evaluate((label) => {
        const row = document.querySelector(`nav[aria-label="${label}"]`)!;
        const [link, around] = [row.querySelector('[aria-current]')!, row.querySelector('ul') ?? row].map((one) =>
          one.getBoundingClientRect(),
        );
        return link!.left >= around!.left - 1 && link!.right <= around!.right + 1;
      }, name);
    expect(await seen('Pages')).toBe(true);
    await visit(page, '/reports/r1?pane=about');
    expect(await seen('What was found')).toBe(true);
    expect(await seen('Pages')).toBe(true);
  });

  it('shows all panes of a report where a window has room, and fades the edge behind which others stand where it has none', async () => {
    const server = await serve(storyCase());
    const row = 'nav[aria-label="What was found"]';
    const page = await openPage(server, '/reports/r1');
    const hidden = () => page.locator(row).evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(await hidden()).toBe(0);
    expect(await page.locator(row).getAttribute('class')).not.toContain('more');
    await page.setViewportSize({ width: 390, height: 844 });
    await visit(page, '/reports/r1');
    expect(await hidden()).toBeGreaterThan(0);
    await expect.poll(() => page.locator(row).getAttribute('class')).toContain('more-after');
    await page.locator(row).evaluate((element) => element.scrollTo({ left: 1000 }));
    await expect.poll(() => page.locator(row).getAttribute('class')).toBe('tabs more-before');
  });

  it('has undo on a phone once there is something to undo', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/review', { width: 390, height: 844 });
    const undo = page.locator('.side').getByRole('button', { name: 'Undo' });
    expect(await undo.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Accept' }).click();
    await undo.click();
    await expect.poll(async () => (await server.ask<{ total: number }>('/api/decisions?stands=yes')).total).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('shows its keys by ?, and single letters can be switched off', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/review');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    for (const words of ['accept', 'reject', 'undo what you did last', 'go to the search', 'next suggestion, undecided'])
      await dialog.getByText(words, { exact: false }).first().waitFor();
    await dialog.getByRole('checkbox').click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('a');
    await page.keyboard.press('x');
    await page.waitForTimeout(200);
    expect((await server.ask<{ total: number }>('/api/decisions')).total).toBe(0);
    // Named keys go on, and the page of keys can be opened to switch letters on again.
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await server.ask<{ total: number }>('/api/decisions')).total).toBe(1);
    await page.keyboard.press('?');
    await dialog.getByRole('checkbox').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await expect.poll(async () => (await server.ask<{ total: number }>('/api/decisions')).total).toBe(2);
  });

  it.each(['/reports', '/reports/r1', '/review'])('docs/workbench.md has every key of %s', async (path) => {
    const server = await serve(storyCase());
    const page = await openPage(server, path);
    await page.keyboard.press('?');
    const keys = await page.getByRole('dialog', { name: 'Keys' }).locator('kbd').allTextContents();
    expect(keys.length).toBeGreaterThan(10);
    const docs = readFileSync(join(root, 'docs', 'workbench.md'), 'utf8');
    const section = docs.split(/^## /m).find((part) => part.startsWith('Keys\n'))!;
    for (const key of keys) if (!/[↓↑]/.test(key)) expect(section, key).toContain(`\`${key}\``);
  });

  it('keeps the colours that were chosen', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports');
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.getByRole('button', { name: /^Colours: system/ }).click();
    await page.getByRole('button', { name: /^Colours: light/ }).click();
    await page.getByRole('button', { name: /^Colours: dark/ }).waitFor();
    await expect.poll(paper).not.toBe(light);
    await page.reload();
    await settled(page);
    expect(await paper()).not.toBe(light);
  });

  it('begins the first run of the example with a tour that can be left', async () => {
    const server = await serve(storyCase(), '--example');
    const { open } = await person(server, { tour: true });
    const page = await open('/reports');
    const tour = page.getByRole('complementary', { name: 'Tour' });
    await tour.getByRole('button', { name: 'Show me' }).click();
    await page.waitForURL(/tour=1/);
    await tour.getByRole('button', { name: 'Next' }).click();
    await page.waitForURL(/\/reports\/r1\?s=s2&tour=2/);
    await page.locator('mark.m-content.chosen').first().waitFor();
    expect(await axeFindings(page), 'the tour').toEqual([]);
    for (let step = 3; step <= 6; step++) {
      await tour.getByRole('button', { name: 'Next' }).click();
      await page.waitForURL(new RegExp(`tour=${step}`));
    }
    await tour.getByRole('button', { name: 'Done' }).click();
    await tour.waitFor({ state: 'detached' });
    await visit(page, '/reports');
    expect(await tour.count()).toBe(0);
  });

  it('leads by Tab from the skip link to the page, and names every page that it goes to', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To the page');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: /^Review/ })
      .press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.title()).toBe('Review · Hearsay');
  });

  it('shows text that runs from right to left so, and prints a report without what is pressed', async () => {
    const folder = tempFolder();
    const path = join(folder, 'rtl.hearsay');
    hearsay('new', path);
    const text = 'قالت المدينة إن السوق مغلق.\n\nMayor Ada Venn said the market was shut.\n';
    writeFileSync(
      join(folder, 'rtl.ndjson'),
      `${JSON.stringify({ text, title: 'السوق مغلق', publisher: 'صحيفة الميناء', published: '2026-01-02' })}\n`,
    );
    hearsay('add', '--no-progress', path, join(folder, 'rtl.ndjson'));
    const server = await serve(path);
    const page = await openPage(server, '/reports/r1');
    const directions = await page.locator('.report-text p').evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
    expect(directions).toEqual(['rtl', 'ltr']);
    expect(await page.locator('h1').evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.side').isVisible()).toBe(false);
    expect(await page.locator('.report-text').isVisible()).toBe(true);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  });

  it('asks nothing of any other machine, whatever page is opened', async () => {
    const server = await serve(storyCase());
    const { context, open } = await person(server);
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await open('/reports');
    for (const path of [...PAGES, ...PAGES_BY_KEY]) await visit(page, path);
    expect(asked.length).toBeGreaterThan(PAGES.length);
    expect(asked.filter((url) => !url.startsWith(`${server.origin}/`) && !/^(data|blob):/.test(url))).toEqual([]);
    // Nothing is left with the browser but what a person chose or typed, and a cookie that scripts cannot read.
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect((await context.cookies()).map(({ httpOnly, sameSite, domain }) => [httpOnly, sameSite, domain])).toEqual([
      [true, 'Strict', '127.0.0.1'],
    ]);
  });

  it('prints all of a long report marked, though only its beginning was seen', async () => {
    const folder = tempFolder();
    const path = join(folder, 'long.hearsay');
    hearsay('new', path);
    const text = Array.from({ length: 120 }, (_, i) => `Clerk Orla Finn said on day ${i} that the ferry was late again.`).join('\n\n');
    writeFileSync(join(folder, 'long.ndjson'), `${JSON.stringify({ text, title: 'Late' })}\n`);
    hearsay('add', '--no-progress', path, join(folder, 'long.ndjson'));
    const server = await serve(path);
    const page = await openPage(server, '/reports/r1');
    const found = (await server.ask<ReportJson>('/api/reports/r1')).statements.length;
    const marked = () => page.locator('.report-text .anchor').count();
    expect(await marked()).toBeLessThan(found);
    await page.pdf();
    expect(await marked()).toBe(found);
  });

  it('says what to do where the server cannot answer a page, and shows it once it can', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports', { faults: /503|Failed to load/ });
    const broken = async (path: string, route: string) => {
      await page.route(route, (one) =>
        one.fulfill({
          status: 503,
          contentType: 'application/json',
          body: JSON.stringify({ error: { code: 'busy', message: 'Expected a free case file, found it held. Try again in a moment.' } }),
        }),
      );
      await visit(page, path);
      const note = page.locator('main').getByRole('alert').filter({ hasText: 'Try again in a moment' });
      await note.waitFor();
      await page.unroute(route);
      await note.getByRole('button', { name: 'Try again' }).click();
      await note.waitFor({ state: 'detached' });
    };
    await broken('/reports', '**/api/reports?*');
    await broken('/reports/r2', '**/api/reports/r2');
    await broken('/review', '**/api/review?*');
    // The very first question, without which there is no page.
    await page.route('**/api/session', (one) =>
      one.fulfill({
        status: 503,
        contentType: 'application/json',
        body: '{"error": {"code": "busy", "message": "Held. Try again soon."}}',
      }),
    );
    await page.goto(`${server.origin}/history`);
    await page.getByRole('heading', { level: 1, name: 'The case cannot be shown' }).waitFor();
    await page.getByText('Held. Try again soon.').waitFor();
    await page.unroute('**/api/session');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
  });

  it('tells what goes on in the case, and compares new reports when asked', async () => {
    const path = join(tempFolder(), 'story.hearsay');
    hearsay('new', path);
    const server = await serve(path);
    const page = await openPage(server, '/reports');
    await page.getByRole('heading', { name: 'There are no reports in this case yet' }).waitFor();
    const story = hearsay('export', storyCase(), '--format', 'ndjson');
    expect(story).toContain('hpa-fire');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add reports' }).click();
    await (await chooser).setFiles(join(import.meta.dirname, '../../examples/story/reports.ndjson'));
    await page.getByRole('heading', { name: '14 reports added' }).waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Compare them now' }).click();
    await page.getByRole('button', { name: 'Compare them now' }).waitFor({ state: 'detached', timeout: 20_000 });
    await expect
      .poll(async () => (await server.ask<ReportJson>('/api/reports/r1')).statements[1]!.related.clusters.length, { timeout: 20_000 })
      .toBe(1);
  });
});
