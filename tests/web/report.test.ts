import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ReportJson, ReportList } from '../../src/server/index.ts';
import { inBrowser, openPage, settled, visit } from './browser.ts';
import { hearsay, root, storyCase, tempFolder } from './cases.ts';
import { serve } from './server.ts';
import { clickWords, selectWords } from './words.ts';

inBrowser('the page Report', () => {
  it('leads from a mark to its card and from a card to its mark', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1');
    await clickWords(page, 'nineteen people');
    const card = page.locator('.statement-card.chosen');
    await card.getByRole('heading', { name: /Edda Krol/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('s')).toBe('s5');
    await page.getByRole('link', { name: 'Statement 2: show' }).click();
    await page.locator('.report-text mark.m-content.chosen', { hasText: 'They fired on the depot' }).waitFor();
    for (const words of [
      'Grade',
      'Channel',
      'press conference',
      'Told by',
      'attack on civilians',
      'What else says the same',
      'interior minister',
    ]) {
      await card.getByText(words, { exact: false }).first().waitFor();
    }
    // What other reports have of it: the altered words, and of another one who denies it.
    await card.getByRole('heading', { name: 'Its words were altered in' }).waitFor();
    await card.getByText('Why it was read so').click();
    await card.locator('details.because[open] li').first().waitFor();
    const { items } = await server.ask<ReportList>('/api/reports');
    const reports = await Promise.all(items.map(({ ref }) => server.ask<ReportJson>(`/api/reports/${ref}`)));
    const answered = reports
      .flatMap(({ statements }) => statements)
      .find(({ related }) => related.links.some(({ type, here }) => type === 'answers' && here === 'to'))!;
    await visit(page, `/reports/${answered.ref.replace('/', '?s=')}`);
    await card.getByRole('heading', { name: 'Answered by' }).first().waitFor();
  });

  it('leads so on a phone as well, where the cards stand below the text', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1', { width: 390, height: 844 });
    const isSeen = (selector: string) =>
      page.evaluate((one) => {
        const { top, bottom } = document.querySelector(one)!.getBoundingClientRect();
        return bottom > 50 && top < window.innerHeight;
      }, selector);
    await clickWords(page, 'They fired');
    await page.locator('#card-s2.chosen').waitFor();
    await expect.poll(() => isSeen('#card-s2 header')).toBe(true);
    expect(await isSeen('.report-text [data-of=s2]')).toBe(false);
    await page.getByRole('button', { name: 'Its words in the text' }).click();
    await expect.poll(() => isSeen('.report-text [data-of=s2]')).toBe(true);
  });

  it('is walked through, decided and undone by keyboard alone', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.locator('#card-s2 .standing.accepted').waitFor();
    await page.locator('.report-text mark.m-content.accepted', { hasText: 'They fired' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.locator('#card-s3 .standing.rejected').waitFor();
    await page.keyboard.press('u');
    await page.locator('#card-s3 .standing.open').waitFor();
    await page.keyboard.press('Shift+U');
    await page.locator('#card-s3 .standing.rejected').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Nobody was asked who should have warned them.');
    await page.keyboard.press('Control+Enter');
    await page.locator('#card-s3 .standing.notes').waitFor();
    await page.keyboard.press('e');
    await page.keyboard.press('Escape');
    await page.keyboard.press(']');
    await page.waitForURL(/\/reports\/r2$/);
    const { statements } = await server.ask<ReportJson>('/api/reports/r1');
    expect(statements.map(({ standing }) => standing.state).slice(0, 4)).toEqual(['open', 'accepted', 'rejected', 'open']);
  });

  it('takes a statement that was missed from words selected by mouse', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1');
    await selectWords(page, 'families stood along the towpath');
    await page.getByText('Add as a statement').click();
    const form = page.getByRole('form', { name: 'Add a statement' });
    expect(await form.getByLabel('What was said', { exact: true }).inputValue()).toBe('families stood along the towpath');
    await selectWords(page, 'Rescue boats');
    await form.getByRole('button', { name: 'Take the selected words: Words that name who said it' }).click();
    expect(await form.getByLabel('Words that name who said it', { exact: true }).inputValue()).toBe('Rescue boats');
    await form.getByLabel('Act').selectOption('warn');
    await form.getByLabel('Speaker').selectOption({ label: 'Joris Tamm' });
    await form.getByRole('button', { name: 'Add the statement' }).click();
    await page.locator('.report-text mark.m-content.corrected', { hasText: 'families stood along the towpath' }).waitFor();
    const { statements, text } = await server.ask<ReportJson>('/api/reports/r1');
    const added = statements.find((statement) => statement.added)!;
    expect(added).toMatchObject({ act: 'warn' });
    expect(added.content.map(([from, to]) => text.slice(from, to))).toEqual(['families stood along the towpath']);
    expect(added.source.map(([from, to]) => text.slice(from, to))).toEqual(['Rescue boats']);
    await page.getByText('Added by').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Taken back: Add a statement to r1').waitFor();
  });

  it('takes one that is typed, and says which words do not stand in the text', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1');
    await page.keyboard.press('s');
    const form = page.getByRole('form', { name: 'Add a statement' });
    await page.keyboard.type('only bridge between the towns');
    await form.getByText('“only bridge between the towns” does not stand in the text.').waitFor();
    expect(await form.getByRole('button', { name: 'Add the statement' }).isDisabled()).toBe(true);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('the only bridge … in March');
    await page.keyboard.press('Control+Enter');
    await page.locator('.report-text mark.m-content.corrected', { hasText: 'the only bridge' }).waitFor();
  });

  it('lists what was missed, and makes a statement of it', async () => {
    const folder = tempFolder();
    const path = `${folder}/missed.hearsay`;
    hearsay('new', path);
    writeFileSync(
      `${folder}/post.txt`,
      'The sign\n\n“No entry after dark, no exceptions at all” hung over the gate. Mayor Osk Varn said the gate was locked.\n',
    );
    hearsay('add', '--no-progress', path, `${folder}/post.txt`);
    const server = await serve(path);
    const page = await openPage(server, '/reports/r1?pane=missed');
    const { missed } = await server.ask<ReportJson>('/api/reports/r1');
    expect(missed.length).toBeGreaterThan(0);
    await page.locator('.report-text .m-missed').first().waitFor();
    await page.getByRole('link', { name: 'Show in the text' }).first().click();
    await page.locator('.report-text .m-found').first().waitFor();
    await page.getByRole('button', { name: 'Make a statement' }).first().click();
    await page.getByRole('button', { name: 'Add the statement' }).click();
    await page.getByText('Add a statement to r1: kept').waitFor();
    await expect.poll(async () => (await server.ask<ReportJson>('/api/reports/r1')).statements.some(({ added }) => added)).toBe(true);
  });

  it('shows what is known of the report, and saves its original as it came', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1?pane=about');
    const about = page.getByRole('region', { name: 'about' });
    const report = await server.ask<ReportJson>('/api/reports/r1');
    await about.locator('div', { hasText: 'Credit lines' }).getByText('LENN, Kestria, May 8').first().waitFor();
    for (const words of [report.sourceHash, report.textHash, 'Highland Press Agency', 'Anselm Korda', 'reports.ndjson', 'UTC']) {
      await about.getByText(words).first().waitFor();
    }
    const download = page.waitForEvent('download');
    await about.getByRole('link', { name: 'Save the original' }).click();
    const saved = readFileSync(await (await download).path(), 'utf8');
    expect(saved).toContain('Eleven missing after fire');
    await page.getByRole('button', { name: 'Correct' }).click();
    await page.getByLabel('Byline').fill('Anselm Korda and staff');
    await page.getByRole('button', { name: 'Correct byline' }).click();
    await page.locator('.standing.corrected').waitFor();
    expect((await server.ask<ReportJson>('/api/reports/r1')).byline).toBe('Anselm Korda and staff');
  });

  it('speaks its marks by name, and leads the focus from number to number in the order of the text', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1');
    const spoken = await page.locator('.report-text').ariaSnapshot();
    expect(spoken).toContain('statement 2 of Pavla Renn');
    expect(spoken).toContain('source of statement 2');
    expect(spoken).toContain('word of saying');
    await page.locator('.report-text').evaluate((text) => {
      text.setAttribute('tabindex', '-1');
      (text as HTMLElement).focus();
    });
    const order: string[] = [];
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab');
      order.push((await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '');
    }
    expect(order.map((name) => Number(/^Statement (\d+)/.exec(name)?.[1]))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(order[1]).toMatch(/^Statement 2: Pavla Renn .*; suggestion\. To its card$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Statements');
  });

  it('shows nested statements as nested, in the text and beside it', async () => {
    const folder = tempFolder();
    const path = `${folder}/nested.hearsay`;
    hearsay('new', path);
    hearsay('add', '--no-progress', path, join(root, 'examples', 'two-governments.txt'));
    const server = await serve(path);
    const { statements } = await server.ask<ReportJson>('/api/reports/r1');
    const inner = statements.find(({ within }) => within !== null)!;
    const page = await openPage(server, '/reports/r1');
    const mark = page.locator(`.report-text mark.m-content[data-of=${inner.within}] mark.m-content[data-of=${inner.id}]`).first();
    await mark.waitFor();
    const [own, around] = await mark.evaluate((one) =>
      [one, one.parentElement!.closest('mark.m-content')!].map((mark) => getComputedStyle(mark).backgroundColor),
    );
    expect(own).not.toBe(around);
    expect(await page.locator('.report-text').ariaSnapshot()).toContain(`told within statement ${inner.within!.slice(1)}`);
    const left = (id: string) =>
      page.locator(`#card-${id}`).evaluate((card) => card.querySelector('h3, h2, .said')!.getBoundingClientRect().left);
    expect(await left(inner.id)).toBeGreaterThan(await left(inner.within!));
  });

  it('tells by form what colour tells too: source, word of saying, content; suggested, accepted, rejected', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1');
    const formOf = (selector: string) =>
      page
        .locator(`.report-text ${selector}`)
        .first()
        .evaluate((mark) => {
          const { borderBottomStyle, borderBottomWidth, fontStyle, fontWeight, textDecorationLine } = getComputedStyle(mark);
          return [borderBottomStyle, borderBottomWidth, fontStyle, fontWeight, textDecorationLine].join(' ');
        });
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.locator('.report-text mark.m-content.rejected').first().waitFor();
    const forms = await Promise.all(
      ['mark.m-source', 'mark.m-cue', 'mark.m-content.open', 'mark.m-content.accepted', 'mark.m-content.rejected'].map(formOf),
    );
    expect(new Set(forms).size, forms.join('\n')).toBe(5);
    // And in words, on the card.
    for (const [id, words] of [
      ['s1', 'Accepted'],
      ['s2', 'Rejected'],
      ['s3', 'Suggestion'],
    ])
      await page.locator(`#card-${id} .standing`, { hasText: words! }).waitFor();
  });

  it('is the same for whoever it is sent to: the address holds the statement, the form and the pane', async () => {
    const server = await serve(storyCase());
    const ada = await openPage(server, '/reports/r1');
    await ada.keyboard.press('j');
    await ada.keyboard.press('j');
    await ada.keyboard.press('n');
    await ada.getByRole('textbox', { name: 'Note' }).waitFor();
    const sent = ada.url().replace(server.origin, '');
    const berta = await openPage(server, sent);
    await berta.locator('#card-s2.chosen').getByRole('textbox', { name: 'Note' }).waitFor();
    await ada.keyboard.press('Escape');
    await ada.getByRole('link', { name: 'House rules' }).click();
    await ada.waitForURL(/pane=rules/);
    await ada.goBack();
    await ada.waitForURL(/\/reports\/r1(\?|$)/);
  });

  it('says so where there is no such report', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports/r1', { faults: /404/ });
    await page.goto(`${server.origin}/reports/r999`);
    await page.getByRole('heading', { level: 1, name: 'There is no report r999' }).waitFor();
    await page.getByRole('alert').getByText('r999').waitFor();
    await page.goto(`${server.origin}/reports`);
    await settled(page);
  });
});
