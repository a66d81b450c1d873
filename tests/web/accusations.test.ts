import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { EdgeStatements, Graph } from '../../src/server/index.ts';
import { inBrowser, openPage, person, settled } from './browser.ts';
import { storyCase } from './cases.ts';
import { quarrelCase } from './quarrel.ts';
import { serve } from './server.ts';

const drawn = (page: Page) => page.locator('.graph[data-drawn=true]').waitFor();
const panel = (page: Page) => page.getByRole('complementary', { name: 'Statements' });
const chosen = (page: Page) => {
  const { searchParams } = new URL(page.url());
  return [searchParams.get('accuser'), searchParams.get('accused')];
};

/** The way into an accusation in the table. */
const rowOf = (page: Page, { accuserName, accusedName }: Graph['edges'][number]) =>
  page.locator('tr', { hasText: accuserName! }).filter({ hasText: accusedName! }).first().getByRole('link', { name: accuserName! });

/** Moves over the drawing as a person does who looks for something to click, and clicks it. */
async function clickIn(page: Page): Promise<void> {
  const place = page.locator('.graph-canvas');
  const { x, y, width, height } = (await place.boundingBox())!;
  for (let down = 10; down < height; down += 12) {
    for (let right = 10; right < width; right += 12) {
      await page.mouse.move(x + right, y + down);
      if ((await place.evaluate((element) => element.style.cursor)) !== 'pointer') continue;
      await page.mouse.click(x + right, y + down);
      return;
    }
  }
  throw new Error('expected a party or a line in the drawing, found none');
}

inBrowser('the page Accusations', () => {
  it('shows the statements behind what is clicked in the graph, with denials beside them', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/accusations');
    await drawn(page);
    await clickIn(page);
    await page.waitForURL(/accuser=/);
    await panel(page).locator('.accusing-statement').first().waitFor();
    // Whom the machine takes to be accused may change with the model: the page is held against what the server has.
    const { edges } = await server.ask<Graph>('/api/accusations');
    const edge = edges.find(({ accuserName, accusedName, denials }) => accuserName !== null && accusedName !== null && denials > 0)!;
    const behind = await server.ask<EdgeStatements>(
      `/api/accusations/statements?accuser=${encodeURIComponent(edge.accuser)}&accused=${encodeURIComponent(edge.accused)}`,
    );
    const denial = behind.denials.find(({ of }) => of.length > 0)!;
    const denied = behind.items.find(({ ref }) => denial.of.includes(ref))!;
    await page.goto(`${server.origin}/accusations?view=table`);
    await rowOf(page, edge).click();
    await panel(page)
      .getByRole('heading', { name: `${edge.accuserName} accuses ${edge.accusedName}` })
      .waitFor();
    const statement = panel(page).locator('.accusing-statement', { hasText: denied.words }).first();
    await statement
      .locator('.tie', { hasText: denial.words })
      .getByRole('heading', { name: /^Denied by/ })
      .waitFor();
    await statement.getByText('Suggestion').first().waitFor();
    await statement.getByRole('link').first().click();
    await page.waitForURL(/\/reports\/r\d+\?s=s\d+/);
  });

  it('is done by keyboard alone: the table, its order, the statements, and back', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.getByRole('heading', { level: 1, name: 'Accusations' }).waitFor();
    await page.getByRole('link', { name: /^Table/ }).press('Enter');
    await page.getByRole('columnheader', { name: 'Denials' }).getByRole('link').press('Enter');
    await page.waitForURL(/sort=denials/);
    const denials = await page.locator('tbody tr td:nth-child(6)').allTextContents();
    const numbers = denials.map((text) => Number(text.replace('–', '0')));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers[0]).toBeGreaterThan(0);
    await page.keyboard.press('j');
    const who = await page.locator('tr.at td:first-child').textContent();
    await page.keyboard.press('Enter');
    await page.waitForURL(/accuser=/);
    const head = panel(page).getByRole('heading', { level: 2 }).first();
    await head.getByText(who!).waitFor();
    expect(await head.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Close');
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.search.includes('accuser'));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(who);
  });

  it('narrows down by wrong, status, grade, place, day and decision, and its address restores all of it', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/accusations?view=table');
    const rows = page.locator('tbody tr');
    const all = await rows.count();
    const expected = async (query: string) => {
      const graph = await server.ask<Graph>(`/api/accusations?${query}`);
      expect(graph.total, query).toBeLessThan(all);
      await expect.poll(() => rows.count(), { message: query }).toBe(graph.total);
    };
    await page.getByLabel('Wrong').selectOption('attack-on-civilians');
    await expected('wrong=attack-on-civilians');
    await page.getByLabel('Grade of the accuser').selectOption('named');
    await expected('wrong=attack-on-civilians&grade=named');
    await page.getByLabel('to', { exact: true }).fill('2024-05-08');
    await expected('wrong=attack-on-civilians&grade=named&to=2024-05-08');
    await page.getByLabel('to', { exact: true }).fill('');
    await page.getByLabel('Grade of the accuser').selectOption('');
    await page.getByLabel('Wrong').selectOption('');
    await page.getByLabel('Place').selectOption('Lenn');
    await expected('place=Lenn');
    await page.getByLabel('Status').selectOption('alleged');
    await page.getByLabel('Wrong').selectOption('attack-on-civilians');
    await page.getByLabel('from', { exact: true }).fill('2024-05-09');
    await expected('wrong=attack-on-civilians&place=Lenn&status=alleged&from=2024-05-09');
    await page.getByRole('link', { name: 'Clear' }).click();
    await page.getByLabel('Wrong').selectOption('attack-on-civilians');
    await page.getByLabel('to', { exact: true }).fill('2024-05-08');
    await expected('wrong=attack-on-civilians&to=2024-05-08');
    const kept = await rows.allTextContents();
    await page.reload();
    await settled(page);
    await expect.poll(() => rows.allTextContents()).toEqual(kept);
    expect(await page.getByLabel('Wrong').inputValue()).toBe('attack-on-civilians');
    await page.getByRole('link', { name: 'Export reports' }).click();
    await page.waitForURL(/\/export\?q=wrong/);
    await page.getByRole('button', { name: /^Save [1-9]\d* reports? as/ }).waitFor();
    await page.goBack();
    await page.getByLabel('Decided').selectOption('yes');
    await page.getByRole('heading', { name: 'No accusation matches' }).waitFor();
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect.poll(() => page.locator('.found-line').first().textContent()).toContain(`${all} accusations`);
  });

  it('makes quarrels stand out that go both ways, in graph, table and matrix', async () => {
    const server = await serve(quarrelCase());
    const page = await openPage(server, '/accusations');
    await drawn(page);
    await page.getByRole('img', { name: /1 quarrel in which each accuses the other/ }).waitFor();
    await page.getByRole('link', { name: /^Table/ }).click();
    expect(await page.locator('tr', { hasText: 'each accuses the other' }).count()).toBe(2);
    await page.getByRole('link', { name: 'Matrix' }).click();
    await page.getByRole('button', { name: /^Mira Dorn accuses Jon Hask: .*accused in return/ }).click();
    await page.waitForURL(/accuser=/);
    const before = chosen(page);
    await panel(page)
      .getByRole('link', { name: /Jon Hask accuses Mira Dorn in return/ })
      .click();
    await expect.poll(() => chosen(page)).toEqual(before.toReversed());
    // An edge weighs its first voices, never its outlets: three outlets tell of Dorn's accusation, she made it once.
    const { edges } = await server.ask<Graph>('/api/accusations');
    const edge = edges.find(({ accuserName, accusedName }) => accuserName === 'Mira Dorn' && accusedName === 'Jon Hask')!;
    expect(edge.publishers).toBeGreaterThan(edge.firstVoices);
    await page
      .getByRole('button', { name: `Mira Dorn accuses Jon Hask: ${edge.firstVoices} first voice, and is accused in return` })
      .waitFor();
  });

  it('shows the table, and says why, where the browser cannot draw', async () => {
    const server = await serve(storyCase());
    const { context, open } = await person(server);
    await context.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
        return kind.startsWith('webgl') ? null : (real as (...all: unknown[]) => unknown).call(this, kind, ...more);
      } as typeof real;
    });
    const page = await open('/accusations');
    await page.getByText('it has no WebGL').waitFor();
    const { edges } = await server.ask<Graph>('/api/accusations');
    const edge = edges.find(({ accuserName, accusedName }) => accuserName !== null && accusedName !== null)!;
    await rowOf(page, edge).click();
    await panel(page)
      .getByRole('heading', { name: `${edge.accuserName} accuses ${edge.accusedName}` })
      .waitFor();
  });
});
