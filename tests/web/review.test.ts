import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Decisions, Queue, ReportJson } from '../../src/server/index.ts';
import { inBrowser, openPage, person } from './browser.ts';
import { storyCase } from './cases.ts';
import { type Server, serve } from './server.ts';

const refOf = async (page: Page): Promise<string> =>
  (await page.locator('.review-card').getAttribute('aria-label'))!.replace('Suggestion ', '');
const stateOf = async (server: Server, ref: string): Promise<string> => {
  const { statements } = await server.ask<ReportJson>(`/api/reports/${ref.split('/')[0]}`);
  return statements.find((statement) => statement.ref === ref)!.standing.state;
};

inBrowser('the page Review', () => {
  it('brings what matters most first and is worked through by keyboard alone, undo and redo too', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/review');
    const queue = await server.ask<Queue>('/api/review?limit=10');
    const refs = queue.items.map(({ ref }) => ref);
    expect(await refOf(page)).toBe(refs[0]);
    await page.keyboard.press('a');
    await expect.poll(() => refOf(page)).toBe(refs[1]);
    await expect.poll(() => stateOf(server, refs[0]!)).toBe('accepted');
    await page.keyboard.press('x');
    await expect.poll(() => refOf(page)).toBe(refs[2]);
    await expect.poll(() => stateOf(server, refs[1]!)).toBe('rejected');
    await page.keyboard.press('j');
    await expect.poll(() => refOf(page)).toBe(refs[3]);
    await page.keyboard.press('k');
    await expect.poll(() => refOf(page)).toBe(refs[2]);

    // A note, then a correction.
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note' }).waitFor();
    await page.keyboard.type('Ask the ministry.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.review-card .decision', { hasText: 'Ask the ministry.' }).waitFor();
    await page.keyboard.press('e');
    await page.getByLabel('Grade').focus();
    await page.keyboard.type('collective');
    await page.getByLabel('Why (as others will read it)').focus();
    await page.keyboard.type('It speaks for the whole ministry.');
    await page.getByRole('button', { name: 'Correct grade' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => stateOf(server, refs[2]!)).toBe('corrected');

    // Undo leads back to what was taken back, redo makes it again.
    const { total } = await server.ask<Decisions>('/api/decisions?stands=yes');
    await page.keyboard.press('u');
    await expect.poll(() => stateOf(server, refs[2]!)).toBe('open');
    await expect.poll(() => refOf(page)).toBe(refs[2]);
    await page.keyboard.press('Shift+U');
    await expect.poll(() => stateOf(server, refs[2]!)).toBe('corrected');
    expect((await server.ask<Decisions>('/api/decisions?stands=yes')).total).toBe(total);
    // Faster than the server answers: each press takes back one.
    for (let i = 0; i < 4; i++) await page.keyboard.press('Control+z');
    await expect.poll(async () => (await server.ask<Queue>('/api/review')).progress.decided).toBe(0);
  });

  it('is worked through by mouse, narrowed down and put in another order', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/review');
    const narrow = 'wrong:arbitrary-detention';
    const all = await server.ask<Queue>('/api/review');
    const some = await server.ask<Queue>(`/api/review?q=${encodeURIComponent(narrow)}`);
    expect(some.total).toBeGreaterThan(0);
    expect(some.total).toBeLessThan(all.total);
    await page.getByRole('searchbox').fill(narrow);
    await page.getByText(`${some.total} suggestions in this queue`).waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByText(`${all.total} suggestions in this queue`).waitFor();
    await page.getByLabel('Order').selectOption('report');
    await page.locator('.queue a').nth(2).and(page.locator('[href*="r1/s3"], [href*="r1%2Fs3"]')).waitFor();
    expect(await refOf(page)).toBe('r1/s1');
    await page.locator('.queue a').nth(2).click();
    await expect.poll(() => refOf(page)).toBe('r1/s3');
    await page.getByRole('button', { name: 'Reject' }).click();
    await expect.poll(() => stateOf(server, 'r1/s3')).toBe('rejected');
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await expect.poll(() => stateOf(server, 'r1/s3')).toBe('open');
    await page.getByRole('button', { name: 'Redo', exact: true }).first().click();
    await expect.poll(() => stateOf(server, 'r1/s3')).toBe('rejected');
  });

  it('keeps the second reader’s word apart from the first, and lets nobody sign off what is their own', async () => {
    const server = await serve(storyCase());
    const { context, open } = await person(server);
    const page = await open('/review?sort=report');
    await page.keyboard.press('a');
    await expect.poll(() => stateOf(server, 'r1/s1')).toBe('accepted');
    await page.keyboard.press('a');
    await expect.poll(() => stateOf(server, 'r1/s2')).toBe('accepted');
    await page.getByRole('link', { name: 'Second reader' }).click();
    await page.getByRole('heading', { name: 'Nothing waits for you as second reader' }).waitFor();
    await page.getByRole('button', { name: /^You are/ }).click();
    await page.getByLabel('Your name').fill('Berta');
    await page.keyboard.press('Enter');
    await expect.poll(() => refOf(page)).toBe('r1/s1');
    // A reason that was typed goes out by key as well.
    await page.getByRole('textbox', { name: /As second reader/ }).fill('It stands so in the agency’s text.');
    await page.getByRole('button', { name: 'Sign off' }).focus();
    await page.keyboard.press('a');
    await expect.poll(() => refOf(page)).toBe('r1/s2');
    await page.getByRole('textbox', { name: /As second reader/ }).fill('The minister spoke for the army.');
    await page.getByRole('button', { name: 'Object' }).click();
    await expect
      .poll(async () => (await server.ask<ReportJson>('/api/reports/r1')).statements.slice(0, 2).map(({ standing }) => standing))
      .toMatchObject([
        { state: 'accepted', signed: { agrees: true, by: 'Berta', why: 'It stands so in the agency’s text.' } },
        { state: 'accepted', signed: { agrees: false, by: 'Berta' } },
      ]);
    const other = await context.newPage();
    await other.goto(`${server.origin}/reports/r1?s=s2`);
    await other.locator('#card-s2 .standing.objected').waitFor();
    await other.locator('#card-s2 .standing.accepted').waitFor();
  });
});
