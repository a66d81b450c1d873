import { expect, it } from 'vitest';
import { inBrowser, openPage, visit } from './browser.ts';
import { storyCase } from './cases.ts';
import { serve } from './server.ts';

inBrowser('an address that was cut off, grew old or was made up', () => {
  it('has a page that says what is not there, with a way on', async () => {
    const page = await openPage(await serve(storyCase()), '/history', { faults: /404/ });
    for (const [path, title] of [
      ['/reports/%', 'There is no report %'],
      ['/reports/r999', 'There is no report r999'],
      ['/speakers/%E0%A4%A', 'No such speaker'],
      ['/speakers/p-gone', 'No such speaker'],
      ['/echoes/c-gone', 'No such echo'],
      ['/nowhere/at/all', 'There is no such page'],
    ] as const) {
      await page.goto(new URL(path, page.url()).href);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.locator('main a').first().waitFor();
    }
  });

  it('of an accusation that is no more shows the others, and says so', async () => {
    const page = await openPage(await serve(storyCase()), '/accusations?accuser=p-gone&accused=p-gone-too');
    await page.locator('.graph[data-drawn=true]').waitFor();
    await page.getByText('No statement of this case and these filters makes this accusation').waitFor();
    expect(await page.getByText('This page broke').count()).toBe(0);
  });

  it('with a value that there is not is told what was expected, what was found and what to do', async () => {
    const page = await openPage(await serve(storyCase()), '/export', { faults: /400/ });
    for (const [path, words] of [
      ['/reports?sort=age', /must be one of .*publisher.*, found "age"/],
      ['/accusations?from=yesterday', /query\/from.*found "yesterday"/],
      ['/sourcing?by=desk', /must be one of publisher, /],
    ] as const) {
      await visit(page, path);
      const alert = page.getByRole('alert').filter({ hasText: words }).first();
      expect(await alert.textContent(), path).toContain('Change it or leave it out');
    }
  });

  it('is taken as if it named nothing, where nothing hangs on it', async () => {
    const page = await openPage(await serve(storyCase()), '/speakers');
    for (const [path, what] of [
      ['/reports?n=many', '.report-title'],
      ['/history?n=-3', '.log-row'],
      ['/export?format=csv&table=chairs', '.take .button'],
    ] as const) {
      await visit(page, path);
      await page.locator(what).first().waitFor();
      expect(await page.getByRole('alert').count(), path).toBe(0);
    }
  });

  it('shows the first view where it names one that there is not', async () => {
    const page = await openPage(await serve(storyCase()), '/export');
    for (const [path, name, shown] of [
      ['/accusations?view=tree', 'Graph', '.graph'],
      ['/history?view=proof', 'Log', '.log-row'],
      ['/sourcing?view=all', 'Voices', '.voice-legend'],
      ['/review?stage=third', 'First reader', '.review-card'],
      ['/reports/r1?pane=notes', 'Statements', '.statement-card'],
      ['/reports?show=all', 'Reports', '.report-title'],
    ] as const) {
      await visit(page, path);
      expect(await page.locator('.tabs [aria-current]').textContent(), path).toContain(name);
      await page.locator(shown).first().waitFor();
    }
  });
});
