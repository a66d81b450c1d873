import { expect, it } from 'vitest';
import { inBrowser, openPage } from './browser.ts';
import { storyCase } from './cases.ts';
import { serve } from './server.ts';

inBrowser('an address that was cut off, grew old or was made up', () => {
  it.each([
    ['/reports/%', 'There is no report %'],
    ['/speakers/%E0%A4%A', 'No such speaker'],
    ['/echoes/c-gone', 'No such echo'],
    ['/speakers/p-gone', 'No such speaker'],
    ['/nowhere/at/all', 'There is no such page'],
  ])('%s has a page that says what is not there', async (path, title) => {
    const page = await openPage(await serve(storyCase()), '/history', { faults: /404/ });
    await page.goto(new URL(path, page.url()).href);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.locator('main a').first().waitFor();
  });

  it('of an accusation that is no more shows the others, and says so', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/accusations?accuser=p-gone&accused=p-gone-too');
    await page.locator('.graph[data-drawn=true]').waitFor();
    await page.getByText('No statement of this case and these filters makes this accusation').waitFor();
    expect(await page.getByText('This page broke').count()).toBe(0);
  });

  it.each([
    ['/reports?sort=age', /must be one of .*publisher.*, found "age"/],
    ['/accusations?from=yesterday', /query\/from.*found "yesterday"/],
    ['/sourcing?by=desk', /must be one of publisher, /],
  ])('%s says what was expected, what was found and what to do', async (path, words) => {
    const page = await openPage(await serve(storyCase()), path, { faults: /400/ });
    const alert = page.getByRole('alert').filter({ hasText: words });
    await alert.first().waitFor();
    expect(await alert.first().textContent()).toContain('Change it or leave it out');
  });

  it.each([
    ['/reports?n=many', '.report-title'],
    ['/history?n=-3', '.log-row'],
    ['/export?format=csv&table=chairs', '.take .button'],
  ])('%s is taken as if it named nothing', async (path, what) => {
    const page = await openPage(await serve(storyCase()), path);
    await page.locator(what).first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
