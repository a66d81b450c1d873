import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isAtLeast } from '../scripts/setup.mjs';
import { ENGINE_VERSION } from '../src/engine/index.ts';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly engines?: { readonly node?: string };
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const pathOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name: string): string => readFileSync(pathOf(name), 'utf8');
const about = JSON.parse(read('package.json'));
const locked: Readonly<Record<string, Locked>> = JSON.parse(read('package-lock.json')).packages;
const dependencies: [name: string, version: string][] = Object.entries({ ...about.dependencies, ...about.devDependencies });
const FLOOR = '20.19';

describe('package.json', () => {
  it.each(dependencies)('pins %s to one version (%s)', (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(locked[`node_modules/${name}`]?.version).toBe(version);
  });
  it('names the oldest Node once for the machine and once for people', () => {
    expect(about.engines.node).toBe(`>=${FLOOR}`);
    for (const page of ['README.md', 'CONTRIBUTING.md']) expect(read(page)).toContain(`Node ${FLOOR}`);
  });
  it.each(dependencies)('asks of Node no less than %s does', (name) => {
    const asked = locked[`node_modules/${name}`]?.engines?.node;
    const least = asked?.match(/(?:>=|\^)\s*20(?:\.\d+)*|^>=\s*1\d(?:\.\d+)*|^>=\s*\d(?:\.\d+)*$|^20\.x/)?.[0].replace(/[^\d.]/g, '');
    if (asked !== undefined) expect(isAtLeast(FLOOR, least ?? '99'), `${name} asks for Node ${asked}`).toBe(true);
  });
  it('has the version that stands on every analysis', () => {
    expect(ENGINE_VERSION).toBe(about.version);
  });
  it('takes the licence and the notice along', () => {
    expect(about.files).toContain('NOTICE');
    expect(
      ['LICENSE', ...about.files.filter((name: string) => name.includes('.') || name === 'NOTICE')].filter(
        (name) => !existsSync(pathOf(name)),
      ),
    ).toEqual([]);
  });
});

describe('dist/web', () => {
  it('has the licences of all that is packed into the pages, word for word', () => {
    const licences = read('dist/web/licences.md');
    for (const name of ['react', 'react-dom', 'sigma', 'graphology', '@observablehq/plot', 'd3-scale']) {
      expect(licences).toContain(`## ${name} `);
    }
    expect(licences).toContain('Permission is hereby granted, free of charge');
  });
});

describe('package-lock.json', () => {
  it('has the packages of every platform, without which npm ci refuses it', () => {
    const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => locked[`node_modules/${name}`] === undefined && locked[`${path}/node_modules/${name}`] === undefined,
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  const rows = read('docs/dependencies.md')
    .split('\n')
    .map((line) => line.match(/^\| `([^`]+)` \|(.*)\|$/))
    .filter((match) => match !== null)
    .map((match) => [match[1]!, match[2]!.split('|').map((cell) => cell.trim())] as const);

  it('has one line for each dependency and none for any other', () => {
    expect(rows.map(([name]) => name).sort()).toEqual(dependencies.map(([name]) => name).sort());
  });
  it.each(rows)('says of %s what it does, what else was looked at, and its licence', (name, [does, others, licence]) => {
    expect(does).not.toBe('');
    expect(others).not.toBe('');
    expect(licence).toBe(JSON.parse(read(`node_modules/${name}/package.json`)).license);
  });
});
