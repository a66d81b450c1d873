import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';
import { findChromium } from '../../scripts/chromium.mjs';
import { isBuilt } from '../../scripts/setup.mjs';
import { root } from './cases.ts';
import type { Server } from './server.ts';

const executablePath = findChromium();
let browser: Browser | undefined;

/** Tests that drive a browser; skipped, and counted as skipped, on a machine without Chromium. */
export function inBrowser(name: string, tests: () => void): void {
  describe.skipIf(executablePath === undefined)(name, () => {
    beforeAll(async () => {
      if (!isBuilt()) throw new Error('expected dist/ to be built from these sources: run npm run build first (npm test does)');
      browser ??= await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    });
    afterAll(async () => {
      await browser?.close();
      browser = undefined;
    });
    tests();
  });
}

export const THEMES = ['light', 'dark'] as const;

export interface Look {
  readonly theme?: (typeof THEMES)[number];
  readonly width?: number;
  readonly height?: number;
  /** Faults that the test is about, such as a server that is not there. */
  readonly faults?: RegExp;
  /** Keeps the tour of the first run from being offered. */
  readonly tour?: boolean;
}

/** A browser of its own, as of one person on one machine: windows of it share cookies and what is kept. */
export async function person(server: Server, { theme = 'light', width = 1440, height = 900, faults, tour = false }: Look = {}) {
  const context = await browser!.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' });
  const found: string[] = [];
  context.on('page', (page) => watch(page, found, faults));
  if (!tour)
    await context.addInitScript(() => window.location.protocol === 'http:' && window.localStorage.setItem('hearsay:tour-seen', 'yes'));
  onTestFinished(async ({ task }) => {
    // What was on the windows of a test that failed is looked at in build/tests/.
    if (task.result?.state === 'fail') {
      const name = join(root, 'build', 'tests', task.name.replaceAll(/\W+/g, '-').slice(0, 60));
      await Promise.all(context.pages().map((page, i) => page.screenshot({ path: `${name}-${i + 1}.png` })));
    }
    await context.close();
    expect(found, 'faults on the page').toEqual([]);
  });
  let known = false;
  return {
    context,
    /** Another window; the first is let in by the token. */
    async open(path = '/reports'): Promise<Page> {
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(`${server.origin}${path}${known ? '' : `${path.includes('?') ? '&' : '?'}token=${server.token}`}`);
      known = true;
      await settled(page);
      return page;
    },
  };
}

/** Waits until a page stands: its title is there and nothing is being fetched for the first time. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

/** Goes to another address of the workbench and waits until it stands. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await settled(page);
}

function watch(page: Page, found: string[], faults: RegExp | undefined): void {
  const tell = (fault: string) => {
    // The browser asks for this by itself where a page is left before its head is read.
    if (!fault.includes('/favicon.ico') && !faults?.test(fault)) found.push(fault);
  };
  page.on('pageerror', (error) => tell(`threw ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && tell(`${message.text()} (${message.location().url})`));
}

/** One window of one person on a page of the workbench. */
export async function openPage(server: Server, path: string, look: Look = {}): Promise<Page> {
  return (await person(server, look)).open(path);
}

/** Another session for a server that was started anew: the address that it printed. */
export const enter = async (context: BrowserContext, server: Server): Promise<void> => {
  const page = await context.newPage();
  await page.goto(server.url);
  await settled(page);
  await page.close();
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page that is serious or critical, each with its place. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      readonly axe: {
        run: () => Promise<{
          violations: { id: string; impact: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, help, nodes }) =>
        nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 160)} ${failureSummary}`),
      );
  });
}
