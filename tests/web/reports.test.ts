import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Upload } from '../../src/server/index.ts';
import { axeFindings, enter, inBrowser, openPage, person, settled } from './browser.ts';
import { storyCase, tempFolder } from './cases.ts';
import { serve } from './server.ts';

const titles = '.report-title';

inBrowser('the page Reports', () => {
  it('is searched, narrowed down, sorted and opened by mouse, and its address holds all of that', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports');
    expect(await page.locator(titles).count()).toBe(14);
    await page.getByRole('searchbox', { name: 'Search the case' }).fill('fire');
    await page.waitForURL(/q=fire/);
    await page.getByRole('button', { name: /^The Meridian Courier/ }).click();
    await page.waitForURL(/publisher/);
    await page.locator('.found-line', { hasText: '2 reports' }).waitFor();
    await page.getByRole('columnheader', { name: 'Published' }).getByRole('link').click();
    await page.waitForURL(/sort=-date/);
    await page.locator('th[aria-sort=descending]').waitFor();
    const found = await page.locator(titles).allTextContents();
    expect(found).toEqual(['Order to fire came from Pell, official says', 'Orlavian guns blamed for depot fire']);
    await page.reload();
    await settled(page);
    expect(await page.locator(titles).allTextContents()).toEqual(found);
    await page.getByRole('columnheader', { name: 'Published' }).getByRole('link').click();
    await page.locator('th[aria-sort=ascending]').waitFor();
    await expect.poll(() => page.locator(titles).allTextContents()).toEqual(found.toReversed());
    // A facet that is pressed again is taken out of the search.
    await page.getByRole('button', { name: /^The Meridian Courier/, pressed: true }).click();
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('fire');
    await page.getByRole('link', { name: 'Eleven missing after fire at Kestrian barge depot' }).click();
    await page.getByRole('heading', { level: 1, name: 'Eleven missing after fire at Kestrian barge depot' }).waitFor();
    await page.goBack();
    await page.waitForURL(/q=fire/);
  });

  it('is searched and opened by keyboard alone', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/accusations');
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.waitForURL(/\/reports$/);
    await settled(page);
    await page.keyboard.press('/');
    await page.keyboard.type('speaker:Renn grade:named');
    await page.keyboard.press('Enter');
    await page.waitForURL(/grade/);
    await page.keyboard.press('Escape');
    await page.locator('.found-line', { hasText: /^[1-9] report/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const title = await page.locator('tr.at .report-title').textContent();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title! }).waitFor();
  });

  it('lists statements as well, and says what to do where nothing is found or a query is mended', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports?q=roll');
    await page.getByRole('link', { name: 'Statements' }).click();
    await page.getByText('Joris Tamm').first().waitFor();
    await page.getByRole('searchbox').fill('zebra');
    await page.getByRole('heading', { name: 'No statements match this search' }).waitFor();
    await page.getByRole('link', { name: 'Show all' }).click();
    await page.getByRole('searchbox').fill('fire AND (dockers');
    await page.getByText('Read as').waitFor();
  });

  it('takes files by the button, and tells of each why it failed', async () => {
    const folder = tempFolder();
    const file = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const files = [
      file(
        'quay.txt',
        'A quay at Lenn\n\n“The quay is closed,” said Ada Marsh, who runs the port. Her deputy denied that anybody was hurt.\n',
      ),
      file('empty.txt', ''),
      file('broken.pdf', '%PDF-1.7\nthis is no PDF at all'),
      file(
        'picture.png',
        Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1]),
      ),
      file('broken.ndjson', '{"text": "The mayor said no."\n{"nothing": 1}\n'),
    ];
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports');
    // The browser's own choosers stay away from the first key to the last.
    page.on('filechooser', () => {});
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add reports' }).click();
    await (await chooser).setFiles(files);
    const panel = page.getByRole('region', { name: 'Adding reports' });
    await panel.getByRole('heading', { name: /1 report added, \d failed/ }).waitFor({ timeout: 20_000 });
    for (const name of ['empty.txt', 'broken.pdf', 'picture.png', 'broken.ndjson']) {
      const row = panel.locator('li', { hasText: name }).first();
      expect((await row.textContent())!.length, name).toBeGreaterThan(name.length + 20);
    }
    expect(await axeFindings(page), 'what was added').toEqual([]);
    await panel.getByRole('link', { name: /quay/i }).click();
    await page.locator('.report-text', { hasText: 'The quay is closed' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Add reports' }).waitFor();
    const before = await server.ask<{ total: number }>('/api/reports');
    // The same once more adds nothing, and says so.
    const second = page.waitForEvent('filechooser');
    await page.keyboard.press('a');
    await (await second).setFiles(files.slice(0, 1));
    await panel.getByText(/already/).waitFor({ timeout: 20_000 });
    expect(await server.ask<{ total: number }>('/api/reports')).toMatchObject({ total: before.total });
  });

  it('takes files that are dropped anywhere', async () => {
    const server = await serve(storyCase());
    const page = await openPage(server, '/review');
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['The harbour\n\n“Nobody slept,” said Ilse Quorn, a docker.'], 'harbour.txt', { type: 'text/plain' }));
      data.items.add(new File(['{"text": "A baker said the bread was gone.", "title": "Bread"}\n'], 'bread.ndjson'));
      return data;
    });
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
    await page.getByText('Drop to add to story.hearsay').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    await page.getByRole('heading', { name: '2 reports added' }).waitFor({ timeout: 20_000 });
    await page.getByText('16 reports').waitFor();
    expect(new URL(page.url()).pathname).toBe('/reports');
    const left = await server.ask<Upload>('/api/uploads', {});
    expect(left.files).toBe(0);
  });

  it('takes a folder with the folders in it: dragged onto the window, and chosen by the button', async () => {
    const folder = join(tempFolder(), 'clips');
    mkdirSync(join(folder, 'june', 'late'), { recursive: true });
    writeFileSync(join(folder, 'weir.txt'), 'The weir\n\n“It was open,” said Olm Teller, who keeps the weir.\n');
    writeFileSync(join(folder, 'june', 'late', 'mill.txt'), 'The mill\n\nThe miller, Ansa Bree, said the wheel had stopped.\n');
    writeFileSync(join(folder, 'june', 'blank.txt'), '');
    writeFileSync(join(folder, '.DS_Store'), 'what a system hides');
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports');
    // As the system hands a drag to the browser: by its path.
    const system = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await system.send('Input.dispatchDragEvent', {
        type,
        x: 700,
        y: 500,
        data: { items: [], files: [folder], dragOperationsMask: 1 },
      });
      if (type === 'dragEnter') await page.getByText('Drop to add to story.hearsay').waitFor();
    }
    const panel = page.getByRole('region', { name: 'Adding reports' });
    await panel.getByRole('heading', { name: '2 reports added, 1 failed' }).waitFor({ timeout: 20_000 });
    await panel.getByText('clips/june/blank.txt').waitFor();
    await panel.getByText('What was received is kept as r').waitFor();
    await page.getByText('17 reports').waitFor();
    await page.getByRole('searchbox').fill('"the wheel had stopped"');
    await page.locator('.found-line', { hasText: '1 report' }).waitFor();

    // The same folder by the button: what is there already is told, nothing is added twice.
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add a folder' }).click();
    await (await chooser).setFiles(folder);
    await panel
      .getByText(/already/)
      .first()
      .waitFor({ timeout: 20_000 });
    expect(await server.ask<{ total: number }>('/api/reports')).toMatchObject({ total: 17 });
  });

  it('goes on adding when the window is loaded again in the midst, and still tells what failed', async () => {
    const folder = tempFolder();
    const lines = Array.from({ length: 120 }, (_, i) =>
      JSON.stringify({
        text: `Clerk Orla Finn said on day ${i} that the ferry was late again. “It is the tide,” she said.`,
        title: `Day ${i}`,
      }),
    );
    writeFileSync(join(folder, 'days.ndjson'), `${lines.join('\n')}\n{"text": broken\n`);
    const server = await serve(storyCase());
    const page = await openPage(server, '/reports');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add reports' }).click();
    await (await chooser).setFiles([join(folder, 'days.ndjson')]);
    const panel = page.getByRole('region', { name: 'Adding reports' });
    await panel.getByRole('heading', { name: /^Reading/ }).waitFor();
    await page.reload();
    await panel.getByRole('heading', { name: '120 reports added, 1 failed' }).waitFor({ timeout: 30_000 });
    await panel.getByText('days.ndjson:121').waitFor();
    await panel.getByRole('button', { name: 'Put away' }).click();
    await page.reload();
    await settled(page);
    expect(await panel.count()).toBe(0);
  });

  it('begins again where the server was lost while files were sent', async () => {
    const path = storyCase();
    const first = await serve(path);
    const { context, open } = await person(first, { faults: /ERR_|Failed to load|401/ });
    const page = await open('/reports');
    await first.kill();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add reports' }).click();
    await (await chooser).setFiles([
      { name: 'lock.txt', mimeType: 'text/plain', buffer: Buffer.from('The lock\n\n“The lock held,” said Pia Renn, a keeper.\n') },
    ]);
    const panel = page.getByRole('region', { name: 'Adding reports' });
    await panel.getByText('The server does not answer').waitFor();
    const second = await serve(path, '--port', String(first.port));
    await enter(context, second);
    await panel.getByRole('button', { name: 'Try again' }).click();
    await panel.getByRole('heading', { name: '1 report added' }).waitFor({ timeout: 20_000 });
  });

  it('can be looked at and not changed where the case is read only', async () => {
    const server = await serve(storyCase(), '--read-only');
    const page = await openPage(server, '/reports');
    expect(await page.getByRole('button', { name: 'Add reports' }).count()).toBe(0);
    await page.getByText('read only').waitFor();
    await page.goto(`${server.origin}/reports/r1?s=s2`);
    await settled(page);
    expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
  });
});
