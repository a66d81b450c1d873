// How long until the graph of accusations can be used.
import { contextOf } from './drive.mjs';

/**
 * From the moment in which a window is sent to the graph until it is drawn and a click into the page is answered, so many times; in milliseconds.
 * The first turn warms the files in the browser's cache and is not counted.
 */
export async function graphs(browser, server, rounds) {
  const context = await contextOf(browser, server);
  const times = [];
  for (let i = -1; i < rounds; i++) {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const look = () => {
        if (document.querySelector('.graph[data-drawn=true]') === null) return requestAnimationFrame(look);
        // Drawn and painted; what waits to be run then goes first, as it would before a click.
        requestAnimationFrame(() => setTimeout(() => (window.usable = performance.now())));
      };
      requestAnimationFrame(look);
    });
    await page.goto(`${server.origin}/accusations`, { waitUntil: 'commit' });
    const handle = await page.waitForFunction(() => window.usable, undefined, { timeout: 60_000, polling: 100 });
    if (i >= 0) times.push(await handle.jsonValue());
    await page.close();
  }
  await context.close();
  return times;
}
