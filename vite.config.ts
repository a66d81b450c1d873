import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** Has the browser fetch main.tsx and what it stands on with the page itself: early.ts, which asks for it, is small and comes first. */
const preloadMain: Plugin = {
  name: 'preload-main',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle }) {
      const main = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/web/main.tsx'));
      if (main?.type !== 'chunk') return [];
      return [main.fileName, ...main.imports].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
        injectTo: 'head',
      }));
    },
  },
};

/** The pages of the workbench: src/web to dist/web, every script and style a file of its own, as the server's policy asks. */
export default defineConfig({
  root: fileURLToPath(new URL('./src/web', import.meta.url)),
  base: '/',
  publicDir: false,
  plugins: [preloadMain],
  build: {
    outDir: fileURLToPath(new URL('./dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    // What others wrote and is packed into the pages ships with its licences.
    license: { fileName: 'licences.md' },
  },
  // `npx vite` beside `hearsay serve CASE --port 4310 --no-open`: open http://127.0.0.1:5173/?token=…
  server: { host: '127.0.0.1', proxy: { '/api': { target: 'http://127.0.0.1:4310', changeOrigin: true } } },
});
