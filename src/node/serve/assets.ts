import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/** A name that changes with what the file holds: "index-BfK3x_9a.js" under assets/. */
const LASTING = /^\/assets\/.+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** The files of the pages: only what lies in the folder, only of known types. */
export function createAssets(folder: string) {
  const root = resolve(folder);
  return async (path: string): Promise<{ bytes: Uint8Array; type: string; lasting: boolean } | undefined> => {
    let decoded: string;
    try {
      decoded = decodeURIComponent(path);
    } catch {
      return undefined;
    }
    if (decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').includes('..')) return undefined;
    const type = TYPES[extname(decoded).toLowerCase()];
    if (type === undefined) return undefined;
    try {
      const whole = await realpath(join(root, decoded));
      if (!whole.startsWith((await realpath(root)) + sep) || !(await stat(whole)).isFile()) return undefined;
      return { bytes: await readFile(whole), type, lasting: LASTING.test(decoded) };
    } catch {
      return undefined;
    }
  };
}
