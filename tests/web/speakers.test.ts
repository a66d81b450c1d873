import { expect, it } from 'vitest';
import type { PersonJson, PersonList } from '../../src/server/index.ts';
import { inBrowser, openPage, settled, visit } from './browser.ts';
import { storyCase } from './cases.ts';
import { type Server, serve } from './server.ts';

const everyone = (server: Server) => server.ask<PersonList>('/api/speakers?limit=200');

inBrowser('the page Speakers', () => {
  it('tells what a speaker said when, to whom and through whom, and keeps what is narrowed down in its address', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/speakers');
    await page.getByRole('searchbox', { name: 'Find a speaker' }).fill('tamm');
    await page.waitForURL(/name=tamm/);
    await page.getByRole('link', { name: 'Joris Tamm' }).click();
    await page.getByRole('heading', { level: 1, name: 'Joris Tamm' }).waitFor();
    const sayings = page.locator('.saying');
    const tamm = (await everyone(server)).items.find(({ name }) => name === 'Joris Tamm')!;
    const { statements } = await server.ask<PersonJson>(`/api/speakers/${encodeURIComponent(tamm.id)}`);
    expect(statements.length).toBeGreaterThan(10);
    expect(await sayings.count()).toBe(statements.length);
    expect(await page.locator('h2.day').allTextContents()).toEqual(['8 May 2024', '9 May 2024', '10 May 2024']);
    await sayings.getByText('to The Weekly Compass').first().waitFor();
    const through = statements.filter(({ toldBy }) => toldBy.slice(1).some((teller) => teller.name === 'agencies')).length;
    expect(through).toBeGreaterThan(1);
    await page.getByLabel('Through whom').selectOption({ label: `through agencies (${through} times)` });
    await expect.poll(() => sayings.count()).toBe(through);
    await page.reload();
    await settled(page);
    expect(await sayings.count()).toBe(through);
    await page.getByLabel('Through whom').selectOption('');
    // The rarest of the acts that he is heard in.
    const acts = new Map<string, number>();
    for (const { act } of statements) if (act !== null) acts.set(act, (acts.get(act) ?? 0) + 1);
    const [act, times] = [...acts].sort((a, b) => a[1] - b[1])[0]!;
    expect(times).toBeLessThan(statements.length);
    await page.getByLabel('Act').selectOption(act);
    await expect.poll(() => sayings.count()).toBe(times);
    await page.getByRole('link', { name: 'Export reports' }).click();
    await page.waitForURL(/\/export\?q=speaker/);
  });

  it('merges a proposal with a reason by mouse, splits it again, and undoes', async () => {
    const server = await serve(storyCase());
    const before = (await everyone(server)).total;
    const page = await openPage(server, '/speakers?sort=proposals', { faults: /404/ });
    await page.locator('tbody tr').first().getByRole('link').click();
    await page.getByRole('link', { name: /^Same or not/ }).click();
    const proposal = page.locator('.proposal').first();
    await proposal.getByText('the same surname').waitFor();
    await proposal.locator('.in-reports a').first().waitFor();
    await proposal.getByText(/likeness 0\.\d\d of 1/).waitFor();
    await page.getByLabel(/^Why/).fill('One state');
    await proposal.getByRole('button', { name: 'They are one' }).click();
    await expect.poll(async () => (await everyone(server)).total).toBe(before - 1);
    await page.getByText('Confirmed by a person').waitFor();
    await page.getByRole('link', { name: /^Decisions/ }).click();
    await page.getByText('One state').waitFor();
    await page.getByRole('link', { name: /^Same or not/ }).click();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Split 1 off as another one' }).click();
    await expect.poll(async () => (await everyone(server)).total).toBe(before);
    await page.getByRole('link', { name: 'open the other speaker' }).click();
    await page.waitForURL(/~\d+$/);
    // Taken back, the one who was split off is gone; the page says where to.
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(async () => (await everyone(server)).total).toBe(before - 1);
    await page.getByRole('link', { name: 'Open the speaker they were split from' }).click();
    await page.getByText('Confirmed by a person').waitFor();
  });

  it('is done by keyboard alone: found, opened, merged with another one', async () => {
    const server = await serve(storyCase());
    const before = (await everyone(server)).total;
    const page = await openPage(server, '/reports');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { level: 1, name: 'Speakers' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('krol');
    await page.waitForURL(/name=krol/);
    await page.locator('.found-line', { hasText: /^1 speaker/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Edda Krol' }).waitFor();
    await page.getByRole('link', { name: /^Same or not/ }).press('Enter');
    await page.getByLabel('Or somebody else of the case').focus();
    await page.keyboard.type('quell');
    await page.locator('.found-line', { hasText: 'Marta Quell' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await everyone(server)).total).toBe(before - 1);
    await page.getByText('Confirmed by a person').waitFor();
    await page.keyboard.press('u');
    await expect.poll(async () => (await everyone(server)).total).toBe(before);
  });

  it('keeps the reason that was typed where another window decided first', async () => {
    const server = await serve(storyCase());
    const person = (await server.ask<PersonList>('/api/speakers?sort=proposals')).items[0]!;
    const path = `/speakers/${person.id}?view=same`;
    const page = await openPage(server, path, { faults: /412/ });
    await page.getByLabel(/^Why/).fill('They share a desk');
    await page.route(/\/api\/(speakers|session|events)(?!.*merge)/, () => {});
    const { version, proposed } = await server.ask<PersonJson>(`/api/speakers/${person.id}`);
    await server.ask('/api/speakers/merge', { persons: [person.id, proposed[1]!.with.id], by: 'Berta' }, { 'if-match': `"${version}"` });
    await page.locator('.proposal').first().getByRole('button', { name: 'They are one' }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else decided meanwhile' });
    await dialog.getByText('Berta', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Leave theirs' }).click();
    expect(await page.getByLabel(/^Why/).inputValue()).toBe('They share a desk');
    await page.unroute(/\/api\/(speakers|session|events)(?!.*merge)/);
    await visit(page, '/speakers');
  });
});
