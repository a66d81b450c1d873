import { copyFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Decisions, ReportJson } from '../../src/server/index.ts';
import { axeFindings, enter, inBrowser, openPage, person, settled } from './browser.ts';
import { hearsay, storyCase, tempFolder } from './cases.ts';
import { quarrelCase } from './quarrel.ts';
import { type Server, serve } from './server.ts';

const stateOf = async (server: Server, ref: string): Promise<string> => {
  const { statements } = await server.ask<ReportJson>(`/api/reports/${ref.split('/')[0]}`);
  return statements.find((statement) => statement.ref === ref)!.standing.state;
};
/** What the browser tells of a server that is not there, or does not know it. */
const LOST = /ERR_|Failed to load resource|401|NetworkError/;

inBrowser('two windows', () => {
  it('see what the other decides', async () => {
    const server = await serve(storyCase());
    const { open } = await person(server);
    const one = await open('/reports/r1?s=s2');
    const two = await open('/reports/r1?s=s2');
    await one.keyboard.press('a');
    await two.locator('#card-s2 .standing.accepted').waitFor();
    await two.locator('.report-text mark.m-content.accepted', { hasText: 'They fired' }).waitFor();
  });

  it('deciding at once: nothing is overwritten, what was typed stays, and the later may decide all the same', async () => {
    const server = await serve(storyCase());
    const ada = await person(server, { faults: /412/ });
    const berta = await person(server, { faults: /412/, theme: 'dark' });
    const one = await ada.open('/reports/r1?s=s2&form=note');
    const two = await berta.open('/reports/r1?s=s2');
    // Berta's answers are held back, so that she decides on what she saw.
    await two.route(/\/api\/(reports|session|events)/, () => {});
    await one.keyboard.press('Escape');
    await one.keyboard.press('x');
    await expect.poll(() => stateOf(server, 'r1/s2')).toBe('rejected');
    await two.keyboard.press('a');
    const dialog = two.getByRole('dialog', { name: 'Somebody else decided meanwhile' });
    await dialog.waitFor();
    await dialog.getByText('rejected it').waitFor();
    expect(await axeFindings(two), 'the two decisions').toEqual([]);
    expect(await stateOf(server, 'r1/s2')).toBe('rejected');
    await two.unroute(/\/api\/(reports|session|events)/);
    await dialog.getByRole('button', { name: 'Decide all the same' }).click();
    await expect.poll(() => stateOf(server, 'r1/s2')).toBe('accepted');
    expect((await server.ask<Decisions>('/api/decisions')).items.map(({ action }) => action).sort()).toEqual(['accept', 'reject']);
  });
});

inBrowser('what is typed', () => {
  it('outlives a reload in the midst', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1?s=s2');
    await page.keyboard.press('e');
    await page.getByLabel('Said to').fill('reporters at the quay');
    await page.getByLabel('Why (as others will read it)').fill('It says where they stood.');
    await page.reload();
    await settled(page);
    expect(await page.getByLabel('Said to').inputValue()).toBe('reporters at the quay');
    expect(await page.getByLabel('Why (as others will read it)').inputValue()).toBe('It says where they stood.');
    await page.getByRole('button', { name: 'Correct said to' }).click();
    await expect.poll(() => stateOf(server, 'r1/s2')).toBe('corrected');
    // Kept: the draft is gone.
    await page.reload();
    await settled(page);
    await page.keyboard.press('e');
    expect(await page.getByLabel('Why (as others will read it)').inputValue()).toBe('');
  });

  it('outlives a server that was killed: decisions wait and go out when it is there again', async () => {
    const path = storyCase();
    const first = await serve(path);
    const { context, open } = await person(first, { faults: LOST });
    const page = await open('/reports/r1?s=s2');
    await page.keyboard.press('n');
    await page.keyboard.type('Half a thou');
    await first.kill();
    await page.keyboard.type('ght.');
    await page.getByText('The server does not answer').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('2 decisions not sent yet').waitFor();
    expect(await axeFindings(page), 'what waits').toEqual([]);

    // It is started again at the same place, with another token: the window is told, and let in by the new address.
    const second = await serve(path, '--port', String(first.port));
    await page.getByText('The server was started anew').waitFor();
    await enter(context, second);
    await expect.poll(() => stateOf(second, 'r1/s3')).toBe('rejected');
    const { items } = await second.ask<Decisions>('/api/decisions');
    expect(items.map(({ action, why }) => [action, why]).sort()).toEqual([
      ['note', 'Half a thought.'],
      ['reject', null],
    ]);
    await page.getByText('not sent yet').waitFor({ state: 'detached' });
    await page.locator('#card-s3 .standing.rejected').waitFor();
  });

  it('never goes into another case that came to the same port', async () => {
    const path = storyCase();
    const first = await serve(path);
    const { context, open } = await person(first, { faults: LOST });
    const page = await open('/reports/r1?s=s1');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.locator('#card-s2 .standing.rejected').waitFor();
    await page.keyboard.press('k');
    await first.kill();
    await page.keyboard.press('a');
    await page.getByText('1 decision not sent yet').waitFor();
    const other = await serve(quarrelCase(), '--port', String(first.port));
    await page.getByText('The server was started anew').waitFor();
    await enter(context, other);
    // The window begins anew with the other case, and has nothing of the first one to send or to undo.
    await page.getByText('quarrel.hearsay').waitFor();
    await page.keyboard.press('u');
    await page.getByText('There is nothing to undo in this window').waitFor();
    expect((await other.ask<Decisions>('/api/decisions')).total).toBe(0);
    await other.kill();
    const again = await serve(path, '--port', String(first.port));
    await enter(context, again);
    await expect.poll(() => stateOf(again, 'r1/s1')).toBe('accepted');
  });

  it('outlives a lost server as often as it is about one thing: each decision builds on the one before', async () => {
    const path = storyCase();
    const first = await serve(path);
    const { context, open } = await person(first, { faults: LOST });
    const page = await open('/reports/r1?s=s2');
    await first.kill();
    await page.keyboard.press('a');
    await page.keyboard.press('n');
    await page.keyboard.type('She was asked twice.');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('x');
    await page.getByText('3 decisions not sent yet').waitFor();
    const second = await serve(path, '--port', String(first.port));
    await enter(context, second);
    await expect.poll(() => stateOf(second, 'r1/s2')).toBe('rejected');
    const { items } = await second.ask<Decisions>('/api/decisions');
    expect(items.map(({ action }) => action)).toEqual(['reject', 'note', 'accept']);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('is not taken for somebody else’s where the server kept it and its answer was lost', async () => {
    const server = await serve(storyCase());
    const { open } = await person(server, { faults: /ERR_|Failed to load/ });
    const page = await open('/reports/r1?s=s2');
    const breakOff = async (route: Route) => {
      await route.fetch();
      await route.abort('connectionreset');
    };
    await page.route('**/api/decisions', breakOff, { times: 1 });
    await page.keyboard.press('a');
    await page.getByText('Accept r1/s2: kept').waitFor();
    expect((await server.ask<Decisions>('/api/decisions')).total).toBe(1);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('u');
    await expect.poll(() => stateOf(server, 'r1/s2')).toBe('open');
  });

  it('outlives a refusal: what was typed is offered again, with what to do', async () => {
    const server = await serve(storyCase());
    const { open } = await person(server, { faults: /422|Failed to load/ });
    const page = await open('/reports/r1?s=s2&form=note');
    await page.route('**/api/decisions', (route) =>
      route.fulfill({
        status: 507,
        contentType: 'application/json',
        body: JSON.stringify({ error: { code: 'full', message: 'Expected room on the disk, found none. Make room and try again.' } }),
      }),
    );
    await page.keyboard.type('A thought that must not go.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('not kept. Expected room on the disk, found none. Make room and try again.').waitFor();
    await page.unroute('**/api/decisions');
    await page.keyboard.press('n');
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('A thought that must not go.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Note on r1/s2: kept').waitFor();
  });

  it('outlives a server that was killed and a reload of the window', async () => {
    const path = storyCase();
    const first = await serve(path);
    const { context, open } = await person(first, { faults: LOST });
    const page = await open('/review?sort=report');
    await first.kill();
    await page.keyboard.press('a');
    await page.getByText('1 decision not sent yet').waitFor();
    const second = await serve(path, '--port', String(first.port));
    await page.reload();
    await page.getByText('This page needs the address that hearsay printed').first().waitFor();
    await enter(context, second);
    await expect.poll(() => stateOf(second, 'r1/s1')).toBe('accepted');
  });
});

inBrowser('a case that cannot be shown', () => {
  it('asks for the passphrase of an encrypted one, and says when it is wrong', async () => {
    const folder = tempFolder();
    const path = join(folder, 'secret.hearsay');
    writeFileSync(join(folder, 'pass'), 'four dry herrings\n');
    hearsay('new', path, '--encrypt', '--passphrase-file', join(folder, 'pass'));
    const server = await serve(path);
    const page = await openPage(server, '/reports', { faults: /403|423/, theme: 'dark' });
    await page.getByRole('heading', { name: 'secret.hearsay is encrypted' }).waitFor();
    await page.keyboard.type('two wet herrings');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await axeFindings(page), 'the passphrase').toEqual([]);
    await page.getByLabel('Passphrase').fill('four dry herrings');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'There are no reports in this case yet' }).waitFor();
  });

  it('says so of a damaged one, without a stack trace', async () => {
    const path = join(tempFolder(), 'torn.hearsay');
    copyFileSync(storyCase(), path);
    truncateSync(path, 100_000);
    const server = await serve(path);
    const page = await openPage(server, '/reports/r1', { faults: /503/ });
    await page.getByRole('heading', { name: 'torn.hearsay cannot be read' }).waitFor();
    expect(await axeFindings(page), 'a damaged case').toEqual([]);
    expect(await page.locator('body').innerText()).not.toMatch(/\bat .*:\d+:\d+|Error:/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'torn.hearsay cannot be read' }).waitFor();
  });
});
