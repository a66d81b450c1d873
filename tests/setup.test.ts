import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../scripts/chromium.mjs';
import { checkNode, isAtLeast, isInstalled, root } from '../scripts/setup.mjs';

describe('the version of Node', () => {
  it.each([
    ['20.19.0', '20.19', true],
    ['20.20.2', '20.19', true],
    ['22.1.0', '20.19', true],
    ['20.18.9', '20.19', false],
    ['20.2.0', '20.19', false],
    ['18.20.8', '20.19', false],
  ])('%s against %s: %s', (found, least, enough) => {
    expect(isAtLeast(found, least)).toBe(enough);
  });
  it('is told with what to do where it is too old', () => {
    expect(() => checkNode('18.3.0')).toThrow(/needs Node 20\.19 or later; this is Node 18\.3\.0\. Install/);
  });
});

describe('what is installed', () => {
  let folder: string;
  const lay = (name: string, packages: object) => writeFileSync(join(folder, name), JSON.stringify({ packages }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-setup-'));
    mkdirSync(join(folder, 'node_modules'));
    lay('package-lock.json', {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a-for-another-machine': { version: '1.0.0', optional: true },
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const laid = (packages: object) => lay('node_modules/.package-lock.json', packages);

  it('is nothing in a fresh clone', () => expect(isInstalled(folder)).toBe(false));
  it('is whole without the optional packages of other machines', () => {
    laid({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(folder)).toBe(true);
  });
  it('is stale where a version differs', () => {
    laid({ 'node_modules/a': { version: '0.9.0' } });
    expect(isInstalled(folder)).toBe(false);
  });
  it('is stale where a package is missing', () => {
    laid({});
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('Chromium', () => {
  it('is the one that was named, else the first on the path, and none that cannot be run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-setup-'));
    try {
      const [good, bad] = [join(folder, 'chromium'), join(folder, 'picture')];
      for (const path of [good, bad]) writeFileSync(path, '');
      chmodSync(good, 0o755);
      expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(good);
      expect(findChromium({ PATH: '', HEARSAY_CHROMIUM: good })).toBe(good);
      expect(findChromium({ PATH: folder, HEARSAY_CHROMIUM: bad })).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('where there is none, npm test says so loudly, and counts the tests of the workbench as skipped', { timeout: 60_000 }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/test.mjs', 'tests/web/many.test.ts', '--reporter=json'], {
      cwd: root,
      env: { ...process.env, HEARSAY_CHROMIUM: '/nowhere/chromium', VITEST: undefined },
      encoding: 'utf8',
    });
    expect(stderr).toContain(
      'There is no Chromium at /nowhere/chromium (HEARSAY_CHROMIUM): the tests of the workbench in tests/web are SKIPPED',
    );
    expect(stderr).toContain('apt-get install chromium');
    const told = JSON.parse(stdout.slice(stdout.indexOf('{')));
    expect({ status, passed: told.numPassedTests, failed: told.numFailedTests, skipped: told.numPendingTests }).toEqual({
      status: 0,
      passed: 0,
      failed: 0,
      skipped: 1,
    });
  });
});
