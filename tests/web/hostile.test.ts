import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ReportJson } from '../../src/server/index.ts';
import { inBrowser, person, visit } from './browser.ts';
import { hearsay, tempFolder } from './cases.ts';
import { serve } from './server.ts';

const HARM = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>';

inBrowser('script in a report', () => {
  it('is shown as text in every field, and never run', async () => {
    const folder = tempFolder();
    const path = join(folder, 'hostile.hearsay');
    hearsay('new', path);
    const text = `${HARM}\n\nMayor Ada ${HARM} Venn said ${HARM} had burned the stalls. “${HARM} is a crime,” said Ilya Dorn, the ${HARM} minister.\n`;
    const report = {
      id: HARM,
      text,
      title: `Title ${HARM}`,
      byline: `Byline ${HARM}`,
      publisher: `Paper ${HARM}`,
      published: '2026-01-02',
      url: `https://harm.example/${HARM}`,
    };
    writeFileSync(join(folder, 'harm.ndjson'), `${JSON.stringify(report)}\n`);
    writeFileSync(
      join(folder, 'page.html'),
      `<html><head><title>${HARM.replaceAll('<', '&lt;')}</title></head><body><article><h1>${HARM.replaceAll('<', '&lt;')}</h1><p>${HARM}</p><p>Ilya Dorn said that the stalls of the market at the river had been lit on purpose by people whom nobody knew.</p></article></body></html>`,
    );
    hearsay('add', '--no-progress', path, join(folder, 'harm.ndjson'), join(folder, 'page.html'));
    hearsay('relate', '--no-progress', path);
    const server = await serve(path);
    const version = (await server.ask<ReportJson>('/api/reports/r1')).version;
    await server.ask(
      '/api/decisions',
      { action: 'note', ref: 'r1', by: `Ada ${HARM}`, why: `Why ${HARM}` },
      { 'if-match': `"${version}"` },
    );

    const { open } = await person(server, { faults: /404/ });
    const page = await open('/reports');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add reports' }).click();
    await (await chooser).setFiles([
      { name: `${HARM.replaceAll('/', '')}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`A tale\n\n“No,” said ${HARM}.\n`) },
    ]);
    await page.getByRole('heading', { name: /1 report added/ }).waitFor({ timeout: 20_000 });

    const harmed = () =>
      page.evaluate(() => (window as { harmed?: number }).harmed ?? document.querySelectorAll('main img, main script').length);
    const shows = async (path: string, ...words: string[]) => {
      await visit(page, path);
      for (const one of words) await page.getByText(one, { exact: false }).first().waitFor({ state: 'attached' });
      expect(await harmed(), path).toBe(0);
    };
    await shows('/reports', `Title ${HARM}`, `Paper ${HARM}`, `Byline ${HARM}`);
    await shows(`/reports?q=${encodeURIComponent(HARM)}`);
    await shows('/reports?show=statements', HARM);
    await shows('/reports/r1', `Title ${HARM}`);
    for (const { id } of (await server.ask<ReportJson>('/api/reports/r1')).statements) {
      await shows(`/reports/r1?s=${id}&form=correct`);
    }
    await shows('/reports/r1?pane=about', `https://harm.example/${HARM}`, `Why ${HARM}`, `Ada ${HARM}`);
    expect(await page.locator('main a[href^="https://harm"]').count()).toBe(0);
    await shows('/reports/r1?pane=speakers');
    await shows('/reports/r1?pane=rules');
    await shows('/reports/r2');
    await shows('/review', `Title ${HARM}`);
    for (const path of ['/speakers', '/accusations', '/accusations?view=table', '/echoes']) await shows(path);
    expect(await page.locator('.report-text').count()).toBe(0);
  });
});

inBrowser('words without an end, and reports without any', () => {
  it.each([390, 1440])('push nothing out of a window %d wide', async (width) => {
    const folder = tempFolder();
    const path = join(folder, 'odd.hearsay');
    hearsay('new', path);
    const word = 'Incomprehensibilities'.repeat(14);
    const reports = [
      {
        text: `Mayor ${word} Venn said that the ${word} was burned by the army of ${word}. “${word}!” said Ilya ${word}, the minister of ${word}.`,
        title: word,
        publisher: word,
        byline: word,
        url: `https://x.example/${word}`,
      },
      { text: 'The river rose by two metres on Tuesday.', title: 'Nothing said' },
    ];
    writeFileSync(join(folder, 'odd.ndjson'), reports.map((report) => `${JSON.stringify(report)}\n`).join(''));
    hearsay('add', '--no-progress', path, join(folder, 'odd.ndjson'));
    const server = await serve(path);
    const { open } = await person(server, { width, height: 844 });
    const page = await open('/reports');
    for (const path of [
      '/reports',
      '/reports?show=statements',
      '/reports/r1?s=s1',
      '/reports/r1?s=s1&form=correct',
      '/reports/r1?pane=speakers',
      '/reports/r1?pane=about',
      '/reports/r1?form=add',
      '/review',
    ]) {
      await visit(page, path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
    await visit(page, '/reports/r2');
    await page.getByRole('heading', { name: 'No statement was found' }).waitFor();
  });
});
