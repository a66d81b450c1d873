import type { Span } from '../../model/index.ts';

/** How many characters of the text stand before a point within a paragraph; numbers of statements are no part of the text. */
function charactersBefore(paragraph: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  let count = 0;
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const root = range.commonAncestorContainer;
  if (root.nodeType === Node.TEXT_NODE) return root.parentElement?.closest('.anchor') ? 0 : offset;
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if (text.parentElement?.closest('.anchor')) continue;
    if (text === node) return count + offset;
    if (!range.intersectsNode(text) || range.comparePoint(text, 0) > 0) return count;
    count += text.textContent?.length ?? 0;
  }
  return count;
}

function pointOf(node: Node, offset: number): number | undefined {
  const paragraph = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-from]');
  if (paragraph == null) return undefined;
  return Number(paragraph.dataset.from) + charactersBefore(paragraph, node, offset);
}

/** The span of the text that a person selected; undefined where nothing of it is selected. White space at its ends is left out. */
export function selectedSpan(text: string): Span | undefined {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const from = pointOf(range.startContainer, range.startOffset);
  const to = pointOf(range.endContainer, range.endOffset);
  if (from === undefined || to === undefined || from >= to) return undefined;
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = to - (words.length - words.trimEnd().length);
  return start < end ? [start, end] : undefined;
}
