import { expect, it } from 'vitest';
import type { ReportJson, ReportList, Rules } from '../../src/server/index.ts';
import { inBrowser, openPage, person, settled, visit } from './browser.ts';
import { storyCase } from './cases.ts';
import { quarrelCase } from './quarrel.ts';
import { serve } from './server.ts';

const file = 'textarea';

inBrowser('the page Sourcing', () => {
  it('counts voices by publisher, each number leading to its statements', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/sourcing');
    const row = page.locator('tr', { hasText: 'Harbour Daily' });
    // Counted anew from the reports themselves.
    const found = await server.ask<ReportList>(`/api/reports?q=${encodeURIComponent('publisher:"Harbour Daily"')}`);
    const reports = await Promise.all(found.items.map(({ ref }) => server.ask<ReportJson>(`/api/reports/${ref}`)));
    const grades = reports.flatMap(({ statements }) => statements.map(({ sourcing }) => sourcing?.grade ?? 'none'));
    const of = (...wanted: readonly string[]) => grades.filter((grade) => wanted.includes(grade)).length;
    const share = (number: number) => (number === 0 ? '–' : `${Math.round((100 * number) / grades.length)} % ${number}`);
    const described = of('described');
    expect(described).toBeGreaterThan(0);
    expect((await row.locator('td').allTextContents()).map((text) => text.trim())).toEqual([
      'Harbour Daily',
      '',
      String(reports.length),
      String(grades.length),
      share(of('named', 'document')),
      share(described),
      share(of('collective')),
      share(of('bare')),
      share(of('author', 'none')),
    ]);
    await page.getByRole('columnheader', { name: 'described' }).getByRole('link').click();
    await page.waitForURL(/sort=described/);
    const cells = page.locator('tbody tr td:nth-child(6)');
    const shares = async () => (await cells.allTextContents()).map((text) => Number.parseInt(text.replace('–', '0'), 10));
    await expect.poll(shares).toEqual((await shares()).toSorted((a, b) => b - a));
    await page.reload();
    await settled(page);
    expect(await page.locator('th[aria-sort=descending]').textContent()).toContain('described');
    await row.locator('td').nth(5).getByRole('link').click();
    await page.locator('.found-line', { hasText: `${described} statements` }).waitFor();
  });

  it('shows shares over time, and by publisher over time', async () => {
    const server = await serve(quarrelCase());
    const page = await openPage(server, '/sourcing?by=month');
    await page.locator('.chart svg').waitFor();
    for (const month of ['Jan 2023', 'Feb 2023', 'Mar 2023']) await page.locator('.chart svg text', { hasText: month }).waitFor();
    expect(await page.locator('main style').count()).toBe(0);
    await page.getByLabel('Shares', { exact: true }).selectOption('publisher-day');
    await page.locator('.chart svg text', { hasText: '4 Jan 2023' }).waitFor();
    await page.locator('tr', { hasText: '6 Jan 2023' }).getByRole('link').first().click();
    await page.locator('.found-line', { hasText: /^5 statements/ }).waitFor();
    await page.goBack();
    await page.getByLabel('Shares', { exact: true }).selectOption('publisher-month');
    await page.locator('.chart svg text', { hasText: 'Vell Gazette' }).waitFor();
    await page.locator('tr', { hasText: 'no date' }).waitFor();
    await page.getByRole('searchbox').fill('wrong:killing');
    await page.waitForURL(/q=wrong/);
    await expect.poll(() => page.locator('tbody tr').count()).toBeLessThan(6);
  });

  it('lists places that do not meet the house rules, each with a way to it, by keyboard alone', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports');
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.getByRole('link', { name: 'House rules not met' }).press('Enter');
    await page.getByRole('heading', { name: 'Not checked yet' }).waitFor();
    await page.getByRole('button', { name: 'Check them now' }).press('Enter');
    await page.locator('.rule-sum', { hasText: 'S8' }).first().waitFor({ timeout: 30_000 });
    await page.getByText('in 14 reports checked').waitFor();
    await page.getByRole('button', { name: /S8/ }).press('Enter');
    await page.waitForURL(/rule=S8/);
    await page.locator('.finding', { hasText: 'An earlier report' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reports\/r\d+\?pane=rules&at=/);
    await page.locator('.report-text .m-found', { hasText: 'An earlier report' }).waitFor();
  });

  it('has its rule file edited; what the server refuses is shown at its line, and nothing typed is lost', async () => {
    const server = await serve(storyCase());
    const { open } = await person(server, { faults: /400/ });
    const page = await open('/sourcing?view=rules');
    const before = await page.locator(file).inputValue();
    const wrong = before.replace('"late-speaker"', '"late-speakers"');
    await page.locator(file).fill(wrong);
    await page.getByRole('button', { name: 'Check and keep' }).click();
    const fault = page.getByRole('alert').filter({ hasText: 'Line 24.' });
    await fault.getByText('late-speakers').waitFor();
    expect(wrong.split('\n')[23]).toContain('late-speakers');
    expect(await page.locator('.line-numbers .at-fault').textContent()).toContain('24');
    await page.reload();
    await settled(page);
    expect(await page.locator(file).inputValue()).toBe(wrong);
    // No JSON at all: told without the server, at the line.
    await page.locator(file).fill(before.replace('"id": "S3",', '"id": "S3"'));
    await page.getByRole('button', { name: 'Check and keep' }).click();
    await page.getByRole('alert').filter({ hasText: 'Line 18.' }).getByText('a comma').waitFor();
    await page.locator(file).fill(before.replace('"name": "default"', '"name": "market desk"').replace('"on": true', '"on": false'));
    await page.keyboard.press('Control+Enter');
    await page.getByText('The case’s own rules: “market desk”').waitFor();
    const { profile, own } = await server.ask<Rules>('/api/rules');
    expect([profile.name, own, profile.rules[0]!.on]).toEqual(['market desk', true, false]);
    await page.getByRole('button', { name: 'Back to the shipped rules' }).click();
    await page.getByText('The shipped rules.').waitFor();
  });

  it('takes a kept rule file back by u and makes it again, whatever page is open; never over what somebody else kept', async () => {
    const server = await serve(storyCase());
    const { open } = await person(server, { faults: /412/ });
    const page = await open('/sourcing?view=rules');
    const nameNow = async () => (await server.ask<Rules>('/api/rules')).profile.name;
    for (const [before, after] of [
      ['default', 'market desk'],
      ['market desk', 'night desk'],
    ] as const) {
      await page.locator(file).fill((await page.locator(file).inputValue()).replace(`"${before}"`, `"${after}"`));
      await page.keyboard.press('Control+Enter');
      await expect.poll(nameNow).toBe(after);
      await page.getByText(`own rules: “${after}”`).waitFor();
    }
    await visit(page, '/history');
    for (const [key, name] of [
      ['u', 'market desk'],
      ['u', 'default'],
      ['Shift+U', 'market desk'],
      ['Shift+U', 'night desk'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(nameNow).toBe(name);
    }
    const rules = await server.ask<Rules>('/api/rules');
    await fetch(`${server.origin}/api/rules`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json', 'if-match': `"${rules.version}"` },
      body: JSON.stringify({ profile: { ...rules.profile, name: 'hers' }, by: 'Berta' }),
    });
    await page.keyboard.press('u');
    await page.getByText('cannot be taken back').waitFor();
    expect(await nameNow()).toBe('hers');
  });

  it('tells where somebody else changed the rules meanwhile, and overwrites nothing', async () => {
    const server = await serve(storyCase());
    const { open } = await person(server);
    const [one, two] = [await open('/sourcing?view=rules'), await open('/sourcing?view=rules')];
    await two.locator(file).fill((await two.locator(file).inputValue()).replace('"default"', '"second"'));
    // The windows of one browser share what is typed; the first one has its own text first.
    await visit(one, '/sourcing');
    const rules = await server.ask<Rules>('/api/rules');
    const response = await fetch(`${server.origin}/api/rules`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json', 'if-match': `"${rules.version}"` },
      body: JSON.stringify({ profile: { ...rules.profile, name: 'first' }, by: 'Berta' }),
    });
    expect(response.status).toBe(200);
    await two.getByText('Somebody changed the house rules since you began').waitFor();
    expect(await two.getByRole('button', { name: 'Check and keep' }).isDisabled()).toBe(true);
    expect(await two.locator(file).inputValue()).toContain('"second"');
    await two.getByRole('button', { name: 'Go on with mine over theirs' }).click();
    await two.getByRole('button', { name: 'Check and keep' }).click();
    await expect.poll(async () => (await server.ask<Rules>('/api/rules')).profile.name).toBe('second');
  });
});
