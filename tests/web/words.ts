import type { Page } from 'playwright-core';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where words of the report's text begin and end on the screen, once they are brought into view. */
async function placesOf(page: Page, words: string): Promise<readonly [from: Place, to: Place]> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.report-text')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const from = node.textContent!.indexOf(wanted);
      if (from < 0) continue;
      const at = (offset: number, side: 'left' | 'right') => {
        const range = document.createRange();
        range.setStart(node, side === 'left' ? offset : offset - 1);
        range.setEnd(node, side === 'left' ? offset + 1 : offset);
        const box = range.getBoundingClientRect();
        return { x: side === 'left' ? box.left + 1 : box.right - 1, y: (box.top + box.bottom) / 2 };
      };
      node.parentElement!.scrollIntoView({ block: 'center' });
      return [at(from, 'left'), at(from + wanted.length, 'right')] as const;
    }
    throw new Error(`expected “${wanted}” within one run of the text`);
  }, words);
}

/** Selects words of the report's text as a mouse does: pressed at their beginning, let go at their end. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const [from, to] = await placesOf(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Clicks on words of the report's text: at their first letter, since they may go on in another line. */
export async function clickWords(page: Page, words: string): Promise<void> {
  const [from] = await placesOf(page, words);
  await page.mouse.click(from.x + 2, from.y);
}
