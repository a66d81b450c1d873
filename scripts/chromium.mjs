// Where the browser is that the tests and benches of the workbench drive; npm test installs Debian's where it may.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './setup.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const canRun = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of a Chromium of this machine: $HEARSAY_CHROMIUM, else the first on the path; undefined where there is none. */
export function findChromium(env = process.env) {
  if (env.HEARSAY_CHROMIUM !== undefined) return canRun(env.HEARSAY_CHROMIUM) ? env.HEARSAY_CHROMIUM : undefined;
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin'].filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(canRun);
}

/** Finds Chromium, or installs Debian's where apt-get is there and may; says loudly what is left out where neither works. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  // A path that somebody named is theirs to mend.
  if (
    process.env.HEARSAY_CHROMIUM === undefined &&
    process.getuid?.() === 0 &&
    spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  ) {
    say('Installing Chromium (apt-get install chromium, once), which the tests of the workbench drive …');
    const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], options);
  }
  const now = findChromium();
  if (now === undefined) {
    const named = process.env.HEARSAY_CHROMIUM;
    say(
      `\n*** There is no Chromium ${named === undefined ? 'on this machine' : `at ${named} (HEARSAY_CHROMIUM)`}: the tests of the workbench in tests/web are SKIPPED. ***\n` +
        '*** Install it (Debian: apt-get install chromium), or name one in HEARSAY_CHROMIUM, and run npm test again. ***\n',
    );
  }
  return now;
}
