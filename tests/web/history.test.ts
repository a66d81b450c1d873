import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openCaseFile } from '../../src/node/index.ts';
import type { Log } from '../../src/server/index.ts';
import { inBrowser, openPage, settled, visit } from './browser.ts';
import { hearsay, storyCase } from './cases.ts';
import { serve } from './server.ts';

/** Changes an event as a forger would, past Hearsay. */
function forge(path: string): void {
  const { db, close } = openCaseFile(path, { version: '0.1.0' });
  for (const { name } of db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) db.exec(`DROP TRIGGER ${name}`);
  db.exec("UPDATE events SET entry = replace(entry, 'today-renn', 'today-penn') WHERE kind = 'article'");
  close();
}

inBrowser('the page History', () => {
  it('lists the log, narrows it down, and leads to what an event tells of', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1?s=s2');
    await page.keyboard.press('a');
    await page.locator('#card-s2 .standing.accepted').waitFor();
    await visit(page, '/history');
    const rows = page.locator('.log-row');
    const total = (await server.ask<Log>('/api/log')).total;
    await expect.poll(() => rows.count()).toBe(total);
    await page.getByLabel('Events').selectOption('reviewed');
    await expect.poll(() => rows.count()).toBe(1);
    await rows.first().getByText('accepted r1/s2').waitFor();
    await page.reload();
    await settled(page);
    expect(await rows.count()).toBe(1);
    await rows.first().getByText('The event and its seal').click();
    await rows.first().getByText('"action": "accept"').waitFor();
    await page.getByLabel('Events').selectOption('');
    await page.getByLabel('About').fill('r3');
    await page.keyboard.press('Enter');
    await page.waitForURL(/ref=r3/);
    await expect.poll(() => rows.count()).toBe((await server.ask<Log>('/api/log?ref=r3')).total);
    await page.getByRole('link', { name: 'Open r3' }).first().click();
    await page.waitForURL(/\/reports\/r3/);
  });

  it('takes decisions back and makes them again, by keyboard alone', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1?s=s2');
    await page.keyboard.press('x');
    await page.locator('#card-s2 .standing.rejected').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.getByRole('link', { name: 'Decisions' }).press('Enter');
    await page.getByRole('button', { name: 'Take back' }).press('Enter');
    await page.locator('.decision.gone', { hasText: 'taken back' }).waitFor();
    await page.getByRole('button', { name: 'Make again' }).press('Enter');
    await page.locator('.decision:not(.gone)', { hasText: 'rejected it' }).waitFor();
    await page.getByRole('link', { name: 'Open r1/s2' }).first().press('Enter');
    await page.locator('#card-s2 .standing.rejected').waitFor();
  });

  it('narrows the log down and proves the case by keyboard alone', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports');
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await page.getByLabel('About').focus();
    await page.keyboard.type('r2');
    await page.keyboard.press('Enter');
    await page.waitForURL(/ref=r2/);
    await expect.poll(() => page.locator('.log-row').count()).toBe((await server.ask<Log>('/api/log?ref=r2')).total);
    await page.getByLabel('to', { exact: true }).fill('2020-01-01');
    await page.getByRole('heading', { name: 'No event matches' }).waitFor();
    await page.getByRole('link', { name: 'Show all' }).press('Enter');
    await expect.poll(() => page.locator('.log-row').count()).toBe((await server.ask<Log>('/api/log')).total);
    const prove = page.getByRole('button', { name: 'Prove the case' });
    for (let i = 0; i < 60 && !(await prove.evaluate((button) => button === document.activeElement)); i++)
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Proof' }).getByRole('heading', { name: 'All of it holds' }).waitFor();
  });

  it('proves that all holds, and names what does not', async () => {
    const path = storyCase();
    const server = await serve(path);
    const page = await openPage(server, '/history');
    await page.getByRole('button', { name: 'Prove the case' }).click();
    const proof = page.getByRole('region', { name: 'Proof' });
    await proof.getByRole('heading', { name: 'All of it holds' }).waitFor();
    const { head } = await server.ask<Log>('/api/log');
    await proof.getByText(head).first().waitFor();
    await proof.getByText('14 articles').waitFor();
    await page.reload();
    await settled(page);
    await proof.getByRole('heading', { name: 'All of it holds' }).waitFor();
    forge(path);
    await proof.getByRole('button', { name: 'Prove it again' }).click();
    await proof.getByRole('heading', { name: /does not hold$/ }).waitFor();
    expect(await proof.locator('.faults li').count()).toBeGreaterThan(0);
  });
});

inBrowser('the page Export', () => {
  it('saves the reports of a search in every format that hearsay export has', async () => {
    const path = storyCase();
    const server = await serve(path);
    const page = await openPage(server, '/reports?q=grade:described');
    await page.getByRole('link', { name: 'Export reports' }).click();
    await page.waitForURL(/\/export\?q=grade/);
    const { formats } = await server.ask<{ formats: { name: string; tables: { name: string }[] }[] }>('/api/vocabulary');
    for (const { name, tables } of formats) {
      await page.getByRole('radio', { name: new RegExp(`^${name.toUpperCase()}`) }).check();
      for (const table of tables.length === 0 ? [undefined] : tables) {
        if (table !== undefined) await page.getByRole('radio', { name: new RegExp(`^${table.name}`) }).check();
        const save = page.getByRole('button', { name: /^Save 9 reports as/ });
        const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
        const saved = readFileSync(await download.path(), 'utf8');
        const options = ['--format', name, '--query', 'grade:described', ...(table === undefined ? [] : ['--table', table.name])];
        expect(saved, options.join(' ')).toBe(hearsay('export', path, ...options));
        await page.locator('.command', { hasText: `--format ${name}` }).waitFor();
      }
    }
    await page.reload();
    await settled(page);
    expect(await page.getByRole('searchbox').inputValue()).toBe('grade:described');
  });

  it('is done by keyboard alone, and exports nothing where nothing is left of a search', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports');
    await page.keyboard.press('g');
    await page.keyboard.press('x');
    await page.getByRole('heading', { level: 1, name: 'Export' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('roll');
    await page.waitForURL(/q=roll/);
    await page.getByRole('radio', { name: /^NDJSON/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/format=csv/);
    await page.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/bom=yes/);
    const save = page.getByRole('button', { name: /^Save/ });
    const [download] = await Promise.all([page.waitForEvent('download'), save.press('Enter')]);
    expect(download.suggestedFilename()).toBe('story.csv');
    expect([...readFileSync(await download.path()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    await page.getByRole('searchbox').fill('wrong:nothing');
    await page.getByText('Nothing is left of this search').waitFor();
    expect(await save.count()).toBe(0);
  });
});
