import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** True if a path holds a sign of patterns. */
export const isPattern = (path: string): boolean => /[*?[{]/.test(path);

/** Alternatives that one pattern may have. */
const MOST_ALTERNATIVES = 1000;

/** Each of the alternatives in {braces}: "a.{txt,md}" is "a.txt" and "a.md". Braces that are not closed stand for themselves. */
function alternativesOf(pattern: string): readonly string[] {
  const open = pattern.indexOf('{');
  let depth = 0;
  const commas = [open];
  for (let at = open; at >= 0 && at < pattern.length; at++) {
    const sign = pattern[at];
    if (sign === '{') depth++;
    else if (sign === ',' && depth === 1) commas.push(at);
    else if (sign === '}' && --depth === 0) {
      const [head, tail] = [pattern.slice(0, open), pattern.slice(at + 1)];
      const bodies = [...commas, at].slice(0, -1).map((from, i) => pattern.slice(from + 1, [...commas, at][i + 1]));
      return bodies.flatMap((body) => alternativesOf(head + body + tail)).slice(0, MOST_ALTERNATIVES);
    }
  }
  return [pattern];
}

const escaped = (text: string): string => text.replace(/[\\^$.|+()[\]{}*?]/g, '\\$&');

/** One part of a path between slashes as an expression; `*` and `?` do not find a dot at the beginning. */
function expressionOf(part: string): RegExp {
  let source = part.startsWith('.') ? '' : '(?!\\.)';
  for (let at = 0; at < part.length; at++) {
    const sign = part[at]!;
    const close = sign === '[' ? part.indexOf(']', at + 2) : -1;
    if (sign === '*') source += '.*';
    else if (sign === '?') source += '.';
    else if (close > 0) {
      const set = part.slice(at + 1, close);
      source += `[${set.replace(/^!/, '^').replace(/[\\[\]]/g, '\\$&')}]`;
      at = close;
    } else source += escaped(sign);
  }
  return new RegExp(`^${source}$`, 'su');
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What is in a folder, in the order of names; nothing where it cannot be read or is none. */
async function entriesOf(folder: string): Promise<readonly Entry[]> {
  try {
    const entries = await readdir(folder === '' ? '.' : folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

async function* matching(folder: string, parts: readonly string[]): AsyncGenerator<string> {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  if (part === '' || part === '.' || part === '..') return yield* matching(folder === '' && part === '' ? '/' : join(folder, part), rest);
  if (part === '**') {
    yield* matching(folder, rest.length === 0 ? ['*'] : rest);
    for (const { name, isFolder } of await entriesOf(folder)) {
      if (isFolder && !name.startsWith('.')) yield* matching(join(folder, name), parts);
    }
    return;
  }
  const expression = expressionOf(part);
  for (const { name } of await entriesOf(folder)) {
    if (!expression.test(name)) continue;
    const path = join(folder, name);
    if (rest.length === 0) yield path;
    else yield* matching(path, rest);
  }
}

/**
 * The paths that a pattern finds, each once, in the order of their code units. `*` and `?` stand for signs of one name, `**` for
 * any folders in between (no linked ones), `[a-c]` for one of some signs, `{a,b}` for either; names with a dot at the
 * beginning are found only where it is written.
 *
 * @example await findMatching('clips/**' + '/*.{html,txt}')
 */
export async function findMatching(pattern: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const alternative of alternativesOf(pattern)) {
    try {
      for await (const path of matching('', alternative.split('/'))) found.add(path);
    } catch (error) {
      // A set such as [z-a] is no expression: it finds nothing.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}
