import { expect, it } from 'vitest';
import type { ClusterJson, ClusterList } from '../../src/server/index.ts';
import { inBrowser, openPage, settled } from './browser.ts';
import { storyCase } from './cases.ts';
import { quarrelCase } from './quarrel.ts';
import { serve } from './server.ts';

inBrowser('the page Echoes', () => {
  it('shows a statement as a tree over time: earliest, copied, independent, each with its reason', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/echoes');
    await page.getByRole('link', { name: /We counted eleven men/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Joris Tamm, told in 6 reports' }).waitFor();
    const tree = page.getByRole('img', { name: '6 tellings over time' });
    await tree.locator('svg').waitFor();
    const members = page.locator('li.member');
    expect(
      await tree
        .locator('text')
        .filter({ hasText: /Highland Press Agency|Lenn Evening Post|Weekly Compass/ })
        .count(),
    ).toBe(4);
    expect(await members.locator('.telling').allTextContents()).toEqual(
      ['Earliest', 'Echo', 'Echo', 'Echo', 'Independent', 'Echo'].map((words) => ` ${words}`),
    );
    await members.nth(1).getByText('its credit line names Highland Press Agency').waitFor();
    await members.nth(4).getByText('the same voice, to another reporter in other words').waitFor();
    // The policy of the server allows no style sheet that is made at run time.
    expect(await page.locator('main style').count()).toBe(0);
    await members.nth(4).getByRole('link').click();
    await page.waitForURL(/\/reports\/r\d+\?s=s\d+/);
  });

  it('marks altered words side by side', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/echoes?sort=altered&words=krol');
    await page.getByRole('link', { name: /Their burns/ }).click();
    const pair = page.locator('.beside').first();
    expect(await pair.locator('mark').allTextContents()).toEqual(['burns', 'wounds']);
    await pair.getByText('Highland Press Agency has').waitFor();
    await pair.getByText('Harbour Daily has').waitFor();
    await page.reload();
    await settled(page);
    expect(await page.locator('.beside mark').allTextContents()).toEqual(['burns', 'wounds']);
  });

  it('is done by keyboard alone: found, opened, noted on, a telling opened', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports');
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.getByRole('heading', { level: 1, name: 'Echoes' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('garrison');
    await page.waitForURL(/words=garrison/);
    await page.locator('.found-line', { hasText: /^1 statement/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /told in 2 reports/ }).waitFor();
    await page.getByRole('button', { name: 'Note' }).press('Enter');
    await page.getByRole('textbox').first().focus();
    await page.keyboard.type('Both have it from one official');
    await page.keyboard.press('Control+Enter');
    await page.locator('.decision', { hasText: 'Both have it from one official' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reports\/r\d+/);
  });

  it('places tellings without a date apart, and says so', async () => {
    const server = await serve(quarrelCase());
    const [{ id }] = (await server.ask<ClusterList>('/api/echoes')).items as [ClusterList['items'][number]];
    const { members } = await server.ask<ClusterJson>(`/api/echoes/${id}`);
    expect(members.some(({ report }) => report.published === null)).toBe(true);
    const page = await openPage(server, `/echoes/${id}`);
    await page.locator('.tree svg text', { hasText: 'صحيفة الميناء (no date)' }).waitFor();
    await page.locator('li.member', { hasText: 'no date' }).waitFor();
  });
});
