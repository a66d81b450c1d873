// The well-formed files that malformed ones are made of: the one report of tests/inputs in every format.
import { createViteServer } from 'vitest/node';
import { root } from '../../scripts/setup.mjs';

/** @returns {Promise<readonly { name: string, file: string, bytes: Buffer }[]>} one for each format and each way of writing it */
export async function loadSeeds() {
  const server = await createViteServer({
    root,
    configFile: false,
    server: { middlewareMode: true, watch: null, hmr: false },
    logLevel: 'error',
  });
  try {
    const { FORMATS } = await server.ssrLoadModule('/tests/inputs/formats.ts');
    return await Promise.all(FORMATS.map(async ({ edge, file, bytes }) => ({ name: edge, file, bytes: Buffer.from(await bytes) })));
  } finally {
    await server.close();
  }
}
